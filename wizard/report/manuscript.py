"""What a report is made from, and with."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from wizard.core.assessment import Assessment
from wizard.core.risk import Risk
from wizard.core.summary import Summary
from wizard.report.typeset.typesetter import Typesetter

#: Reports are dated where they are read.
DENMARK = ZoneInfo("Europe/Copenhagen")


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

    def say_date(self, day: date) -> str:
        """Give a date as Danes write it: 23. november 2026. A moment is given the day that it has in Denmark."""
        if isinstance(day, datetime):
            day = day.astimezone(DENMARK)
        return self.say("date", day=day.day, month=self.say(f"month.{day.month}"), year=day.year)

    def say_risk(self, risk: Risk) -> str:
        """Give the word of a risk."""
        return self.summary.content.phrases(f"risk.{risk.id}")
