"""What a report is made from, and with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from wizard.core.assessment import Assessment
from wizard.core.guidance import Case, Tool
from wizard.core.matching import Reason
from wizard.core.risk import Because, Risk
from wizard.core.summary import Summary
from wizard.report.typeset.typesetter import Typesetter

#: Reports are dated where they are read.
DENMARK = ZoneInfo("Europe/Copenhagen")

#: How wide the text is, in points: A4 less the margins.
WIDTH = 481.0

#: How many letters a person's name may take on the page that must not grow.
_SHORT = 60


@dataclass(frozen=True, slots=True)
class Manuscript:
    """An assessment, its summary, the moment of printing, and who sets it."""

    assessment: Assessment
    summary: Summary
    made_at: datetime
    setter: Typesetter

    def say(self, key: str, **values: object) -> str:
        """Give a text of the report; keys begin with `report.`, which is left out here."""
        return self.summary.content.phrases(f"report.{key}", **values)

    def word(self, key: str) -> str:
        """Give a word that reports share with pages."""
        return self.summary.content.phrases(key)

    def say_date(self, day: date) -> str:
        """Give a date as Danes write it: 23. november 2026. A moment is given the day that it has in Denmark."""
        if isinstance(day, datetime):
            day = day.astimezone(DENMARK)
        return self.say("date", day=day.day, month=self.say(f"month.{day.month}"), year=day.year)

    def say_risk(self, risk: Risk) -> str:
        """Give the word of a risk."""
        return self.word(f"risk.{risk.id}")

    def say_named(self, item: Case | Tool) -> str:
        """Give a case or tool with whose it is."""
        owner = item.organisation if isinstance(item, Case) else item.owner
        return self.say("named", title=item.title, owner=owner) if owner else item.title

    def say_because(self, because: Because) -> str:
        """Give an answer and what it was asked."""
        return self.say("because", question=because.question.text, answer=because.option.label)

    def say_reasons(self, reasons: Sequence[Reason], *, most: int) -> str:
        """Give what speaks most for a match, as running text; remarks always go with it."""
        shown = [*reasons[:most], *(reason for reason in reasons[most:] if reason.kind == "remark")]
        return self.say("why", why=". ".join(reason.text.rstrip(".") for reason in shown))

    def shorten(self, text: str) -> str:
        """Give a text on one line, cut where it is long; what is cut stands in full elsewhere in the report."""
        line = self.setter.typeface.letters.line(text)
        return line if len(line) <= _SHORT else f"{line[: _SHORT - 1].rstrip()}…"

    def say_pages(self, pages: Sequence[int]) -> str:
        """Give pages of the report; nothing where there are none."""
        return self.say("pages", pages=", ".join(str(page) for page in pages)) if pages else ""
