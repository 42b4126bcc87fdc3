"""The shape of each content file, as it stands on disk. The formats are described in `docs/content.md`."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_ADDRESS = r"^https://[^\s<>\"']+$"
_LANGUAGE = r"^[a-z]{2}(-[A-Z]{2})?$"
#: What a text is that has to look like a pattern: the part of a phrase key after `wrong-value.`.
PATTERNS = {_ID: "id", _ADDRESS: "address", _LANGUAGE: "language"}

Id = Annotated[str, StringConstraints(pattern=_ID, max_length=80)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Page = Annotated[int, Field(ge=1, le=200)]
Raw = dict[str, Any]
ConsequenceId = Literal["ubetydelig", "mindre-alvorlig", "meget-alvorlig", "oedelaeggende"]
DimensionId = Literal["tid", "penge", "medarbejderressourcer", "kvalitet"]


class Shape(BaseModel):
    """What all shapes share: no unknown field, no silent change of type."""

    model_config = ConfigDict(extra="forbid", strict=True)


class OptionShape(Shape):
    """An option of a question."""

    id: Id
    label: Text
    exposes: dict[Id, Annotated[int, Field(ge=1, le=3)]] = {}
    unknown: bool = False
    not_applicable: bool = False
    exclusive: bool = False


class LegalShape(Shape):
    """The law that a question rests on."""

    articles: Annotated[list[Text], Field(min_length=1)]


class KinshipShape(Shape):
    """How a profile question counts when projects are compared."""

    label: Text
    weight: Annotated[int, Field(ge=1, le=5)]


class QuestionShape(Shape):
    """A question. `show_when` is read by `wizard.catalogue.conditions`."""

    id: Id
    text: Text
    help: Text
    kind: Literal["choice", "choices", "text", "date", "number"]
    starts_page: bool = False
    challenges: list[Id] = []
    advice: list[Id] = []
    cases: list[Id] = []
    show_when: Raw | None = None
    legal: LegalShape | None = None
    kinship: KinshipShape | None = None
    options: list[OptionShape] = []


class SectionShape(Shape):
    """`questions/<area>.yaml`, or `questions/profile.yaml` with an `id` and no area."""

    id: Id | None = None
    area: Id | None = None
    title: Text
    intro: Text
    questions: Annotated[list[QuestionShape], Field(min_length=1)]


class EntryShape(Shape):
    """What every page in `guidance/` has."""

    id: Id
    title: Text
    pages: list[Page] = []


class AreaShape(EntryShape):
    """`guidance/areas/<id>.md`."""

    definition: Text
    rank: Annotated[int, Field(ge=1)]


class ActionShape(Shape):
    """An action of a challenge."""

    model_config = ConfigDict(extra="forbid", strict=True, populate_by_name=True)

    id: Id
    text: Text
    from_exposure: Annotated[int, Field(alias="from", ge=1, le=3)]
    phase: Id
    role: Id
    sources: list[Id] = []


class ChallengeShape(EntryShape):
    """`guidance/challenges/<id>.md`."""

    report_name: Text
    area: Id
    essential: bool
    definition: Text
    actions: list[ActionShape]


class RequirementShape(Shape):
    """A hard condition with the reason that is given when it does not hold."""

    when: Raw
    otherwise: Text


class RemarkShape(Shape):
    """A note with the condition on which it is shown."""

    when: Raw
    text: Text


class CaseShape(EntryShape):
    """`guidance/cases/<id>.md`."""

    kind: Literal["challenge", "experience"]
    area: Id | None = None
    challenge: Id | None = None
    related: list[Id] = []
    project: Id
    organisation: Text
    summary: Text
    consequences: dict[DimensionId, ConsequenceId | None] | None = None
    facts: list[Text] = []
    caution: Text | None = None
    overtaken_by: list[Id] = []
    note: Text | None = None
    fits_when: list[RequirementShape] = []


class LinkShape(Shape):
    """An address to read on at."""

    title: Text
    url: Annotated[str, StringConstraints(pattern=_ADDRESS)]
    in_report: bool
    language: Annotated[str, Field(pattern=_LANGUAGE)] = ""


class ToolShape(EntryShape):
    """`guidance/tools/<id>.md`."""

    kind: Literal["tool", "case"]
    owner: Text
    year: Annotated[int, Field(ge=2000, le=2100)] | None = None
    area: Id
    project: Id | None = None
    challenges: Annotated[list[Id], Field(min_length=1)]
    summary: Text
    profile: dict[Id, list[Id]] = {}
    fits_when: list[RequirementShape] = []
    notes: list[RemarkShape] = []
    requires: list[Text] = []
    links: list[LinkShape] = []
    caution: Text | None = None
    overtaken_by: list[Id] = []
    note: Text | None = None


class AdviceShape(EntryShape):
    """`guidance/advice/<id>.md`."""

    number: Annotated[int, Field(ge=1)]
    area: Id
    area_inferred: bool
    summary: Text
    challenges: Annotated[list[Id], Field(min_length=1)]


class ProjectShape(EntryShape):
    """`guidance/projects/<id>.md`."""

    report_title: Text
    organisations: Annotated[list[Text], Field(min_length=1)]
    partners: list[Text] = []
    sector: Id
    budget_mio_kr: float
    period: Text
    summary: Text
    profile: dict[Id, list[Id]] = {}
    note: Text | None = None


class LawShape(EntryShape):
    """`guidance/law/<id>.md`."""

    group: Id
    area: Id
    summary: Text
    says: Annotated[list[Text], Field(min_length=3, max_length=3)]
    source: LinkShape
    checked: date
    basis: Literal["kilde", "omtale", "almen-viden"]
    challenges: list[Id] = []
    articles: list[Text] = []
    doubt: Text | None = None
