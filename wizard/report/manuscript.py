"""What a report is made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from wizard.core.assessment import Assessment
from wizard.core.checklist import ChecklistItem
from wizard.core.guidance import Case, Law, Tool
from wizard.core.likeness import Reason
from wizard.core.risk import Because, Risk
from wizard.core.summary import Summary
from wizard.report import blocks
from wizard.report.pictures import markers
from wizard.report.typeset.letters import is_seen

#: Reports are dated where they are read.
DENMARK = ZoneInfo("Europe/Copenhagen")

#: How many letters a person's name may take on the page that must not grow.
_SHORT = 60


@dataclass(frozen=True)
class Manuscript:
    """An assessment, its summary and the moment of making.

    `mark` is what stands for a letter that the report cannot show, and empty where it can show all.
    """

    assessment: Assessment
    summary: Summary
    made_at: datetime
    mark: str = ""

    @property
    def title(self) -> str:
        """The name of the project, on one line; a word for it where it has none."""
        title = self.assessment.title
        return _on_one_line(title) if is_seen(title) else self.say("untitled")

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The numbers of the exposed challenges, by their ids, as the risk matrix shows them."""
        return {marker.found.challenge.id: marker.number for marker in markers(self.summary)}

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

    def named_owner(self, item: ChecklistItem) -> str:
        """Give whom the project has named, on one line; empty where there is nobody, or nothing of the name to see."""
        owner = self.assessment.point(item.id).owner
        return _on_one_line(owner) if is_seen(owner) else ""

    def say_owner(self, item: ChecklistItem) -> str:
        """Say who does it: whom the project has named, else the role that we suggest."""
        owner = self.named_owner(item)
        if owner:
            return owner
        if item.role is None:
            return self.say("checklist.no-owner")
        return self.say("checklist.suggested", role=self.word(f"role.{item.role}"))

    def shorten(self, text: str) -> str:
        """Give a text on one line, cut where it is long; what is cut stands in full elsewhere in the report."""
        line = _on_one_line(text)
        return line if len(line) <= _SHORT else f"{line[: _SHORT - 1].rstrip()}…"

    def say_pages(self, pages: Sequence[int]) -> str:
        """Give pages of the report; nothing where there are none."""
        return self.say("pages", pages=", ".join(str(page) for page in pages)) if pages else ""

    def note(self, label: str, text: str) -> list[blocks.Note]:
        """Make what somebody has noted, after a label; nothing where nothing is noted."""
        if not is_seen(text):
            return []
        return [blocks.Note(label, text.strip())]

    def caution(self, item: Case | Tool) -> list[blocks.Note]:
        """Make what one must know of a case or a tool wherever it is named; nothing where there is nothing."""
        return self.note(self.say("caution"), self.say_caution(item))

    def say_caution(self, item: Case | Tool) -> str:
        """Say what one must know of a case or a tool, and what law to hold it against; empty where there is nothing."""
        laws = ", ".join(f"»{law.title}«" for law in self.summary.content.overtaking(item))
        return f"{item.caution} {self.say('caution-law', law=laws)}" if laws else item.caution

    def say_checked(self, law: Law) -> str:
        """Say when an entry of the law layer was last held against its source, and whether that is too long ago."""
        day = self.made_at.astimezone(DENMARK).date()
        key = "law.stale" if law.is_stale(day) else "law.checked"
        return self.say(key, date=self.say_date(law.checked))


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
