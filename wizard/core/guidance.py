"""What is known: areas, challenges with their actions, cases, tools, advice and projects, as frozen objects.

Pages are those of the 2021 report. `body` is Markdown; `html` is the same, rendered and cleaned when it was loaded.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from wizard.core.conditions import Condition

#: Profile question id -> the options that fit.
Traits = Mapping[str, frozenset[str]]

#: For how long what is said of the law may stand before somebody holds it against its source again.
FRESH = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every piece of guidance has."""

    id: str
    title: str
    summary: str
    pages: tuple[int, ...]
    body: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Area(Entry):
    """One of the seven challenge areas; `rank` is the report's order."""

    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something to do against a challenge, shown from the exposure `from_exposure` (1-3) up."""

    id: str
    text: str
    from_exposure: int
    phase: str
    role: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenge(Entry):
    """One of the 30 challenges; 15 are `essential`."""

    area: str
    report_name: str
    essential: bool
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A hard condition: where it is certain not to hold, `otherwise` says why the thing is shut out."""

    when: Condition
    otherwise: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A note that goes with a match when the condition holds."""

    when: Condition
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matchable(Entry):
    """What can be matched to a project. `challenges` are those it is about, `related` those it throws light on.

    `caution` goes with it wherever it is named; `overtaken_by` are ids of the law that its way of handling is
    to be held against.
    """

    area: str | None
    project: str | None
    challenges: tuple[str, ...]
    related: tuple[str, ...] = ()
    traits: Traits = field(default_factory=dict, hash=False)
    fits_when: tuple[Requirement, ...] = ()
    remarks: tuple[Remark, ...] = ()
    caution: str = ""
    note: str = ""
    overtaken_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Matchable):
    """What a project met and did. `consequences` is its leader's view; None where the report cannot be read."""

    organisation: str
    consequences: Mapping[str, str | None] | None = field(default=None, hash=False)
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address to read on at; `in_report` tells whether the report gives it.

    `language` is a language tag, where the title is not in Danish.
    """

    title: str
    url: str
    in_report: bool
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool(Matchable):
    """An item of the inspiration catalogue: a tool, or somebody's way of doing it."""

    is_tool: bool
    owner: str
    year: int | None = None
    requires: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice(Entry):
    """One of the ten good advices."""

    number: int
    area: str
    area_inferred: bool
    challenges: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Entry):
    """One of the fifteen projects of the report; `budget` in millions of kroner."""

    report_title: str
    organisations: tuple[str, ...]
    partners: tuple[str, ...]
    sector: str
    budget: float
    period: str
    traits: Traits = field(default_factory=dict, hash=False)
    note: str = ""


class Basis(StrEnum):
    """What an entry of the law layer rests on, from the surest to the least sure."""

    SOURCE = "kilde"
    SECONDARY = "omtale"
    GENERAL = "almen-viden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Law(Entry):
    """What has come since the 2021 report, or what it did not tell: a rule, a decision, a template, an opinion.

    `says` is what it says, in three sentences; the body tells what it means for a project at kickoff. `articles` are
    named as the questions name them. `checked` is the day on which it was last held against its source, and `basis`
    what that was; `doubt` says what is not known.
    """

    group: str
    area: str
    says: tuple[str, str, str]
    source: Link
    checked: date
    basis: Basis
    challenges: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    doubt: str = ""

    def is_stale(self, today: date) -> bool:
        """Whether it is more than a year since anybody held it against its source."""
        return today - self.checked > FRESH

    def bears_on(self, article: str) -> bool:
        """Whether an article that a question names is one of its own, or a part of one."""
        return any(covers(own, article) for own in self.articles)


def covers(article: str, asked: str) -> bool:
    """Tell whether an article is the one asked for, or has it as a part: art. 35 has art. 35(7), and not art. 3."""
    return asked == article or asked.startswith(f"{article}(")
