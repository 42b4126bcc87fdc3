"""Shapes that were found right, built into the core's frozen objects."""

from collections.abc import Mapping, Sequence
from typing import Any

from wizard.catalogue.conditions import ConditionReader
from wizard.catalogue.faults import Faults
from wizard.catalogue.files import (
    AdviceShape,
    AreaShape,
    CaseShape,
    ChallengeShape,
    LawShape,
    ProjectShape,
    QuestionShape,
    RemarkShape,
    RequirementShape,
    SectionShape,
    ToolShape,
)
from wizard.catalogue.markup import render
from wizard.catalogue.reading import Document, Shapes
from wizard.core.conditions import Condition
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
from wizard.core.phrases import Phrases
from wizard.core.questions import Kind, Kinship, Option, Question, Questionnaire, Section
from wizard.core.words import WordIndex, build_index


def build_content(
    shapes: Shapes, phrases: Phrases, version: str, synonyms: tuple[tuple[str, ...], ...] = ()
) -> Content:
    """Build the content: areas by rank, challenges as the report has them, sections with the profile first."""
    areas = {doc.data.id: _area(doc) for doc in sorted(shapes.areas, key=lambda doc: doc.data.rank)}
    asked = {name: place for place, name in enumerate(_asked_challenges(shapes.sections))}
    challenges = sorted(
        shapes.challenges,
        key=lambda doc: (areas[doc.data.area].rank, doc.data.pages, asked.get(doc.data.id, 0)),
    )
    cases = {doc.data.id: _case(doc) for doc in shapes.cases}
    tools = {doc.data.id: _tool(doc) for doc in shapes.tools}
    ranks = {area.id: area.rank for area in areas.values()}
    sections = sorted(shapes.sections, key=lambda doc: ranks.get(doc.data.area or "", 0))
    return Content(
        version=version,
        questionnaire=Questionnaire(tuple(_section(doc.data) for doc in sections)),
        areas=areas,
        challenges={doc.data.id: _challenge(doc) for doc in challenges},
        cases=cases,
        tools=tools,
        advice={doc.data.id: _advice(doc) for doc in sorted(shapes.advice, key=lambda doc: doc.data.number)},
        projects={doc.data.id: _project(doc) for doc in shapes.projects},
        law=_laws(shapes, phrases),
        phrases=phrases,
        words=_index(shapes),
        synonyms=synonyms,
    )


def _asked_challenges(sections: Sequence[Document[SectionShape]]) -> list[str]:
    return [id_ for doc in sections for question in doc.data.questions for id_ in question.challenges]


def _index(shapes: Shapes) -> WordIndex:
    projects = {doc.data.id: f"{doc.data.title} {doc.data.summary}" for doc in shapes.projects}
    documents: list[Document[CaseShape] | Document[ToolShape]] = [*shapes.cases, *shapes.tools]
    return build_index(
        (doc.data.id, " ".join((doc.data.title, doc.data.summary, doc.body, projects.get(doc.data.project or "", ""))))
        for doc in documents
    )


def _condition(raw: Mapping[str, Any]) -> Condition:
    # Conditions were checked with everything else; here they can only be right.
    condition = ConditionReader("", "", Faults(Phrases({}))).read(raw)
    assert condition is not None  # noqa: S101 - for the type checker
    return condition


def _section(shape: SectionShape) -> Section:
    id_ = shape.id or shape.area or ""
    page = 1
    questions = []
    for place, question in enumerate(shape.questions):
        page += question.starts_page and place > 0
        questions.append(_question(question, id_, page))
    return Section(id_, shape.area, shape.title, shape.intro, tuple(questions))


def _question(shape: QuestionShape, section: str, page: int) -> Question:
    return Question(
        id=shape.id,
        section=section,
        page=page,
        text=shape.text,
        help=shape.help,
        kind=Kind(shape.kind),
        options=tuple(Option(**option.model_dump()) for option in shape.options),
        show_when=_condition(shape.show_when) if shape.show_when else None,
        challenges=tuple(shape.challenges),
        advice=tuple(shape.advice),
        cases=tuple(shape.cases),
        articles=tuple(shape.legal.articles) if shape.legal else (),
        kinship=Kinship(shape.kinship.label, shape.kinship.weight) if shape.kinship else None,
    )


def _entry(doc: Document[Any], summary: str) -> dict[str, Any]:
    return {
        "id": doc.data.id,
        "title": doc.data.title,
        "summary": summary,
        "pages": tuple(doc.data.pages),
        "body": doc.body,
        "html": render(doc.body),
    }


def _area(doc: Document[AreaShape]) -> Area:
    return Area(**_entry(doc, doc.data.definition), rank=doc.data.rank)


def _challenge(doc: Document[ChallengeShape]) -> Challenge:
    data = doc.data
    actions = tuple(Action(**{**action.model_dump(), "sources": tuple(action.sources)}) for action in data.actions)
    return Challenge(
        **_entry(doc, data.definition),
        area=data.area,
        report_name=data.report_name,
        essential=data.essential,
        actions=actions,
    )


def _requirements(shapes: Sequence[RequirementShape]) -> tuple[Requirement, ...]:
    return tuple(Requirement(when=_condition(shape.when), otherwise=shape.otherwise) for shape in shapes)


def _remarks(shapes: Sequence[RemarkShape]) -> tuple[Remark, ...]:
    return tuple(Remark(when=_condition(shape.when), text=shape.text) for shape in shapes)


def _traits(profile: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    return {question: frozenset(options) for question, options in profile.items()}


def _case(doc: Document[CaseShape]) -> Case:
    data = doc.data
    return Case(
        **_entry(doc, data.summary),
        area=data.area,
        project=data.project,
        challenges=(data.challenge,) if data.challenge else (),
        related=tuple(data.related),
        fits_when=_requirements(data.fits_when),
        caution=data.caution or "",
        note=data.note or "",
        overtaken_by=tuple(data.overtaken_by),
        organisation=data.organisation,
        consequences=None
        if data.consequences is None
        else {str(key): level for key, level in data.consequences.items()},
        facts=tuple(data.facts),
    )


def _tool(doc: Document[ToolShape]) -> Tool:
    data = doc.data
    return Tool(
        **_entry(doc, data.summary),
        area=data.area,
        project=data.project,
        challenges=tuple(data.challenges),
        traits=_traits(data.profile),
        fits_when=_requirements(data.fits_when),
        remarks=_remarks(data.notes),
        caution=data.caution or "",
        note=data.note or "",
        overtaken_by=tuple(data.overtaken_by),
        is_tool=data.kind == "tool",
        owner=data.owner,
        year=data.year,
        requires=tuple(data.requires),
        links=tuple(Link(**link.model_dump()) for link in data.links),
    )


def _advice(doc: Document[AdviceShape]) -> Advice:
    data = doc.data
    return Advice(
        **_entry(doc, data.summary),
        number=data.number,
        area=data.area,
        area_inferred=data.area_inferred,
        challenges=tuple(data.challenges),
    )


def _project(doc: Document[ProjectShape]) -> Project:
    data = doc.data
    return Project(
        **_entry(doc, data.summary),
        report_title=data.report_title,
        organisations=tuple(data.organisations),
        partners=tuple(data.partners),
        sector=data.sector,
        budget=data.budget_mio_kr,
        period=data.period,
        traits=_traits(data.profile),
        note=data.note or "",
    )


def _laws(shapes: Shapes, phrases: Phrases) -> dict[str, Law]:
    """Build the law by its groups, which stand in the order of their names: a rule before what is said of it."""
    places = {key: place for place, key in enumerate(phrases.texts)}
    documents = sorted(shapes.law, key=lambda doc: (places[f"law-group.{doc.data.group}"], doc.data.id))
    return {doc.data.id: _law(doc) for doc in documents}


def _law(doc: Document[LawShape]) -> Law:
    data = doc.data
    first, second, third = data.says
    return Law(
        **_entry(doc, data.summary),
        group=data.group,
        area=data.area,
        says=(first, second, third),
        source=Link(**data.source.model_dump()),
        checked=data.checked,
        basis=Basis(data.basis),
        challenges=tuple(data.challenges),
        articles=tuple(data.articles),
        doubt=data.doubt or "",
    )
