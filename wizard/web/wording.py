"""How times and dates are written, and which words and classes stand for a risk."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from flask import Flask

from wizard.core.guidance import Law
from wizard.core.questions import Kind, Question
from wizard.services.contents import get_today
from wizard.web.addresses import address

_ZONE = ZoneInfo("Europe/Copenhagen")
_MONTHS = (
    "januar februar marts april maj juni juli august september oktober november december".split()  # noqa: SIM905
)


def register(app: Flask) -> None:
    """Give the templates these filters and tests."""
    app.jinja_env.filters.update(clock=clock, day=day, given=given, pages=pages)
    app.jinja_env.tests["stale"] = is_stale
    app.jinja_env.globals["icon"] = icon


def clock(moment: datetime) -> str:
    """Write the time of day in Denmark: 14.32."""
    return moment.astimezone(_ZONE).strftime("%H.%M")


def day(moment: date) -> str:
    """Write a date, or the date in Denmark of an aware time: 23. november 2026."""
    local = moment.astimezone(_ZONE) if isinstance(moment, datetime) else moment
    return f"{local.day}. {_MONTHS[local.month - 1]} {local.year}"


def given(question: Question, chosen: Sequence[str], text: str) -> list[str]:
    """Write an answer: the labels of its options, or its text. It may be older than the question's options."""
    if question.kind.has_options:
        return [question.option_by_id[option].label for option in chosen if option in question.option_by_id]
    if question.kind is Kind.DATE and text:
        return [day(date.fromisoformat(text))]
    return [text] if text else []


def pages(numbers: Sequence[int]) -> str:
    """Write pages of the report: 38, 40."""
    return ", ".join(str(number) for number in numbers)


def is_stale(law: Law) -> bool:
    """Tell whether it is more than a year since anybody checked an entry of the law layer."""
    return law.is_stale(get_today())


def icon(name: str) -> str:
    """Give the address of one of the design system's icons."""
    return address("static", filename="vendor/dkfds/img/all-svg-icons.svg") + f"#{name}"
