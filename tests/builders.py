"""Tiny content in memory, each piece made for the one thing that a test is about."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from wizard.catalogue.loader import load_phrases
from wizard.core.answers import Answer, read_answer
from wizard.core.conditions import Condition, Is
from wizard.core.content import Content
from wizard.core.guidance import (
    Action,
    Advice,
    Area,
    Basis,
    Case,
    Challenge,
    Law,
    Link,
    Project,
    Remark,
    Requirement,
    Tool,
)
from wizard.core.questions import Kind, Kinship, Option, Question, Questionnaire, Section
from wizard.core.summary import Summary, summarise
from wizard.core.words import build_index

PHRASES = load_phrases()


def opt(id_: str, exposes: Mapping[str, int] | None = None) -> Option:
    """Make an option; `ved-ikke`, `ikke-relevant` and `ingen` are what their names say."""
    return Option(
        id_,
        label=id_.capitalize(),
        exposes=exposes or {},
        unknown=id_ == "ved-ikke",
        not_applicable=id_ == "ikke-relevant",
        exclusive=id_ == "ingen",
    )


def ask(
    id_: str,
    *options: Option | str,
    kind: Kind | None = None,
    show_when: Condition | None = None,
    advice: Sequence[str] = (),
    articles: Sequence[str] = (),
    kinship: int = 0,
    help_text: str = "",
) -> Question:
    """Make a question: a choice where it has options, else a text. It lists the challenges that its options expose."""
    made = tuple(opt(option) if isinstance(option, str) else option for option in options)
    return Question(
        id=id_,
        section="profil",
        page=1,
        text=f"{id_.capitalize()}?",
        help=help_text,
        kind=kind or (Kind.CHOICE if options else Kind.TEXT),
        options=made,
        show_when=show_when,
        challenges=tuple(dict.fromkeys(challenge for option in made for challenge in option.exposes)),
        advice=tuple(advice),
        articles=tuple(articles),
        kinship=Kinship(f"Samme {id_}", kinship) if kinship else None,
    )


def scale(id_: str, challenge: str, **rest: Any) -> Question:
    """Make a question whose options `0` to `3` expose one challenge so much, with ved ikke and ikke relevant."""
    grades = [opt(str(grade), {challenge: grade} if grade else {}) for grade in range(4)]
    return ask(id_, *grades, "ikke-relevant", "ved-ikke", **rest)


def chosen(question: str, *options: str) -> Is:
    """Make the condition that one of the options is chosen."""
    return Is(question, frozenset(options))


def make_questionnaire(*questions: Question) -> Questionnaire:
    """Put the questions in one section, in this order."""
    return Questionnaire((Section("profil", None, "Profil", "", questions),))


def read(questionnaire: Questionnaire, raw: Mapping[str, Any]) -> dict[str, Answer]:
    """Read raw answers as the product does."""
    return {id_: read_answer(questionnaire.question_by_id[id_], value) for id_, value in raw.items()}


def _entry(id_: str, pages: Sequence[int] = ()) -> dict[str, Any]:
    return {"id": id_, "title": id_.capitalize(), "summary": "", "pages": tuple(pages), "body": "", "html": ""}


def make_area(id_: str = "data", rank: int = 1) -> Area:
    return Area(**_entry(id_), rank=rank)


def make_action(id_: str, *, from_exposure: int = 1, sources: Sequence[str] = ()) -> Action:
    return Action(
        id=id_,
        text=f"Gør {id_}",
        from_exposure=from_exposure,
        phase="ide",
        role="leder",
        sources=tuple(sources),
    )


def make_challenge(
    id_: str, *actions: Action, essential: bool = False, area: str = "data", pages: Sequence[int] = ()
) -> Challenge:
    return Challenge(**_entry(id_, pages), area=area, report_name=id_, essential=essential, actions=actions)


def make_case(
    id_: str,
    *challenges: str,
    related: Sequence[str] = (),
    traits: Mapping[str, Iterable[str]] | None = None,
    project: str | None = None,
    fits_when: Sequence[Requirement] = (),
    pages: Sequence[int] = (),
    area: str | None = None,
) -> Case:
    return Case(
        **_entry(id_, pages),
        area=area,
        project=project,
        challenges=challenges,
        related=tuple(related),
        traits=_traits(traits),
        fits_when=tuple(fits_when),
        organisation="",
    )


def make_tool(
    id_: str,
    *challenges: str,
    traits: Mapping[str, Iterable[str]] | None = None,
    project: str | None = None,
    fits_when: Sequence[Requirement] = (),
    remarks: Sequence[Remark] = (),
    pages: Sequence[int] = (),
) -> Tool:
    return Tool(
        **_entry(id_, pages),
        area="data",
        project=project,
        challenges=challenges,
        traits=_traits(traits),
        fits_when=tuple(fits_when),
        remarks=tuple(remarks),
        is_tool=True,
        owner="",
    )


def make_advice(id_: str, *challenges: str, number: int = 1, pages: Sequence[int] = ()) -> Advice:
    return Advice(**_entry(id_, pages), number=number, area="data", area_inferred=False, challenges=challenges)


def make_project(id_: str, traits: Mapping[str, Iterable[str]]) -> Project:
    return Project(
        **_entry(id_),
        report_title="",
        organisations=(),
        partners=(),
        sector="sundhed",
        budget=1.0,
        period="",
        traits=_traits(traits),
    )


def make_law(id_: str, *challenges: str, articles: Sequence[str] = (), checked: date = date(2026, 11, 23)) -> Law:
    return Law(
        **_entry(id_),
        group="dansk-lov",
        area="data",
        says=("Et.", "To.", "Tre."),
        source=Link(title=f"Kilden til {id_}", url="https://example.dk/lov", in_report=False),
        checked=checked,
        basis=Basis.SOURCE,
        challenges=challenges,
        articles=tuple(articles),
    )


def _traits(traits: Mapping[str, Iterable[str]] | None) -> dict[str, frozenset[str]]:
    return {question: frozenset(options) for question, options in (traits or {}).items()}


def make_content(
    *questions: Question,
    challenges: Sequence[Challenge] = (),
    cases: Sequence[Case] = (),
    tools: Sequence[Tool] = (),
    advice: Sequence[Advice] = (),
    projects: Sequence[Project] = (),
    law: Sequence[Law] = (),
    areas: Sequence[Area] = (),
    words: Mapping[str, str] | None = None,
) -> Content:
    """Make content; every challenge that a question exposes is there, and `words` are the texts of cases and tools."""
    exposed = dict.fromkeys(id_ for question in questions for id_ in question.challenges)
    known = {id_: make_challenge(id_) for id_ in exposed} | {item.id: item for item in challenges}
    return Content(
        version="0",
        questionnaire=make_questionnaire(*questions),
        areas={"data": make_area()} | {area.id: area for area in areas},
        challenges=known,
        cases={item.id: item for item in cases},
        tools={item.id: item for item in tools},
        advice={item.id: item for item in advice},
        projects={item.id: item for item in projects},
        law={item.id: item for item in law},
        phrases=PHRASES,
        words=build_index((words or {}).items()),
    )


def assess(content: Content, raw: Mapping[str, Any]) -> Summary:
    """Summarise raw answers, with nothing rated."""
    return summarise(content, read(content.questionnaire, raw), {})
