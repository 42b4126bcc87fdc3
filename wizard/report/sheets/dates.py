"""Dates as people and programs write them."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from wizard.core.phrases import Phrases
from wizard.report.sheets.cells import Odd, Value

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_NUMBERS = re.compile(r"([0-9]{1,2})\s*([-./])\s*([0-9]{1,2})\s*([-./])\s*([0-9]{4}|[0-9]{2})")
_WORDS = re.compile(r"([0-9]{1,2})\.?\s*([a-z]{3,9})\.?\s+([0-9]{4}|[0-9]{2})", re.IGNORECASE)
_MONTHS: Final = 12
#: A day in another year is no deadline, but a mistake.
_YEARS = range(2000, 2100)
#: The days of those years, as Excel counts them.
_DAYS = range(36_526, 73_051)
_YEAR_DIGITS: Final = 4


@dataclass(frozen=True, slots=True)
class Day:
    """A date that was read; `remark` is the phrase for what a reader should know of how, empty where there is none."""

    day: date
    remark: str = ""


class DayError(ValueError):
    """It is no date, or may be two: `key` names the phrase that says so."""

    def __init__(self, key: str) -> None:
        """Keep the phrase."""
        super().__init__(key)
        self.key = key


def read_day(phrases: Phrases, value: Value, epoch: datetime) -> Day:
    """Read a cell as a date; `epoch` is the day from which its workbook counts. Raises `DayError`.

    A cell that lost its format shows the number of a day: it is read, with a remark. A time of day is left out, with a
    remark. In a text the day comes first, unless the year does; with two slashes, as in 1/4/2027, Americans mean the
    month, so what can be read both ways is refused.
    """
    match value:
        case datetime():
            return Day(value.date(), "" if value.time() == time() else "plan.read-time")
        case str():
            return Day(_read_text(phrases, " ".join(value.split())))
        case time() if value == time():
            # Excel shows the number 0 as a time or as the day before its first: nobody has typed a time.
            raise DayError("plan.date-zero")
        case bool() | time() | Odd():
            raise DayError("plan.date")
        case _:
            if int(value) not in _DAYS:
                raise DayError("plan.date-number")
            return Day((epoch + timedelta(days=int(value))).date(), "plan.read-number")


def hold_to_years(day: date) -> None:
    """Raise `DayError` for a day in a year that no deadline is meant to be in."""
    if day.year not in _YEARS:
        raise DayError("plan.date-years")


def _read_text(phrases: Phrases, text: str) -> date:
    if found := _ISO.fullmatch(text):
        return _make(found[1], found[2], found[3])
    if found := _NUMBERS.fullmatch(text):
        day, month = int(found[1]), int(found[3])
        if (
            len(found[5]) == _YEAR_DIGITS
            and found[2] == found[4] == "/"
            and day != month
            and max(day, month) <= _MONTHS
        ):
            raise DayError("plan.date-two-ways")
        return _make(found[5], found[3], found[1])
    if found := _WORDS.fullmatch(text):
        word = found[2].lower()
        for number in range(1, _MONTHS + 1):
            if phrases(f"report.month.{number}").startswith(word):
                return _make(found[3], str(number), found[1])
    raise DayError("plan.date")


def _make(year: str, month: str, day: str) -> date:
    if len(year) < _YEAR_DIGITS:
        raise DayError("plan.date-short")
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise DayError("plan.date-missing") from None
