"""Out and back in: what a project has written on the real content comes back as it was, from JSON and from PDF."""

import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.carriers import carry
from tests.content.projects import Project, make_example, make_fullest, make_smallest
from tests.content.real import CONTENT, QUESTIONS, choices_of, choose
from tests.schemas import faults_of
from wizard.core.answers import Answer, read_answer
from wizard.core.assessment import UNTOUCHED, Assessment, PointState, PointStatus
from wizard.core.questions import Question
from wizard.core.risk import Consequence, Dimension
from wizard.core.summary import summarise
from wizard.core.writing import tidy
from wizard.services.batch import read_assessment
from wizard.services.reports import Edition, make_json, make_pdf
from wizard.services.restoring import read_report

MADE_AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
#: What can be stored, and of that more than chance would bring of what a PDF or JSON could stumble over.
TEXTS = (
    st.text(st.characters(codec="utf-8"), max_size=60)
    | st.sampled_from(
        (
            "endstream\nendobj\n%%EOF",
            '{"format": "ki-klar-rapport"}',
            "\u202eæøå\u2028😀\ufeff",
            "\\u0000 \\n \r \x1b[2J",
            "linje\n\nlinje",
            "x" * 9_000,
        )
    )
).map(tidy)
PARTS = ("title", "answers", "notes", "ratings", "points", "goals", "content_version")
LINES = TEXTS.map(lambda text: " ".join(text.split())[:200].strip())


def answers_to(question: Question) -> st.SearchStrategy[Answer]:
    if not question.options:
        return TEXTS.map(lambda text: Answer(text=text))
    ways = [choose(question, *options) for options in choices_of(question)]
    return st.sampled_from(ways).map(lambda way: read_answer(question, way))


POINTS = [
    *CONTENT.actions,
    *(f"find-ud-af-{id_}" for id_ in QUESTIONS),
    *(f"foelg-{id_}" for id_ in CONTENT.advice),
    *(f"maal-{id_}" for id_, question in QUESTIONS.items() if question.challenges),
]
EXPOSING = [question for question in QUESTIONS.values() if question.challenges]
POINT = st.builds(
    PointState,
    owner=LINES,
    deadline=st.none() | st.dates(),
    status=st.sampled_from(PointStatus),
    note=TEXTS,
)
RATING = st.dictionaries(st.sampled_from(Dimension), st.sampled_from(Consequence), min_size=1)


def goals_of(question: Question) -> list[tuple[str, ...]]:
    real = {option.id for option in question.options if not option.unknown and not option.not_applicable}
    return [options for options in choices_of(question) if real.issuperset(options)]


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    """Draw whatever a project can have written, also on hidden branches and on points that are not on its list."""
    asked = draw(st.lists(st.sampled_from(list(QUESTIONS.values())), unique_by=lambda question: question.id))
    answers = {question.id: draw(answers_to(question)) for question in asked}
    notes = draw(st.dictionaries(st.sampled_from(list(QUESTIONS)), TEXTS, max_size=5))
    points = draw(st.dictionaries(st.sampled_from(POINTS), POINT, max_size=5))
    aimed = draw(st.lists(st.sampled_from(EXPOSING), max_size=3, unique_by=lambda question: question.id))
    goals = {question.id: draw(st.sampled_from(goals_of(question))) for question in aimed}
    return Assessment(
        id=1,
        title=draw(LINES) or "Projekt",
        revision=1,
        content_version=CONTENT.version,
        created_at=MADE_AT,
        updated_at=MADE_AT,
        answers={id_: answer for id_, answer in answers.items() if answer},
        notes={id_: note for id_, note in notes.items() if note},
        ratings=draw(st.dictionaries(st.sampled_from(list(CONTENT.challenges)), RATING, max_size=5)),
        points={id_: point for id_, point in points.items() if point != UNTOUCHED},
        goals=goals,
    )


def write(assessment: Assessment, *, at: datetime | None = MADE_AT) -> bytes:
    return make_json(assessment, summarise(CONTENT, assessment.answers, assessment.ratings, assessment.goals), at=at)


def is_back(raw: bytes, assessment: Assessment) -> None:
    """Fail unless everything comes back to a person, and to a batch."""
    batch = read_assessment(CONTENT, raw, title="filens navn")
    for part in (*PARTS, "created_at", "updated_at"):
        assert getattr(batch, part) == getattr(assessment, part), part
    if assessment.answers or assessment.notes or assessment.ratings or assessment.points or assessment.goals:
        restored = read_report(CONTENT, raw, name="filens navn")
        assert restored.lost == ()
        assert restored.made_at == MADE_AT
        for part in PARTS:
            assert getattr(restored, part) == getattr(assessment, part), part


@given(assessments())
def test_everything_comes_back_from_json(assessment: Assessment) -> None:
    raw = write(assessment)
    is_back(raw, assessment)
    assert faults_of(json.loads(raw)) == []


@given(assessments())
def test_everything_comes_back_from_a_pdf(assessment: Assessment) -> None:
    is_back(carry(write(assessment)), assessment)


@given(assessments())
def test_what_came_back_goes_out_the_same(assessment: Assessment) -> None:
    raw = write(assessment)
    assert write(read_assessment(CONTENT, raw, title="")) == raw
    undated = write(assessment, at=None)
    assert write(read_assessment(CONTENT, undated, title=""), at=None) == undated


@pytest.mark.pdf
@settings(max_examples=4)
@given(assessments(), st.sampled_from(Edition))
def test_everything_comes_back_from_our_own_pdf(assessment: Assessment, edition: Edition) -> None:
    summary = summarise(CONTENT, assessment.answers, assessment.ratings, assessment.goals)
    is_back(make_pdf(assessment, summary, edition=edition, at=MADE_AT), assessment)


@pytest.mark.parametrize("make", [make_smallest, make_example, make_fullest])
def test_every_project_follows_the_schema(make: Callable[[], Project]) -> None:
    project = make()
    assert faults_of(json.loads(make_json(project.assessment, project.summary, at=MADE_AT))) == []


@pytest.mark.pdf
@pytest.mark.parametrize("make", [make_example, make_fullest])
def test_the_largest_report_is_well_below_what_is_taken(make: Callable[[], Project]) -> None:
    project = make()
    raw = make_pdf(project.assessment, project.summary, at=MADE_AT)
    assert len(raw) < 1_000_000
    assert len(make_json(project.assessment, project.summary, at=MADE_AT)) < 1_000_000
    restored = read_report(CONTENT, raw, name="")
    assert (restored.lost, restored.points) == ((), project.assessment.points)


@pytest.mark.pdf
def test_a_pdf_without_its_answers_holds_none() -> None:
    project = make_example()
    raw = make_pdf(project.assessment, project.summary, at=MADE_AT, with_answers=False)
    assert b"ki-klar-rapport.json" not in raw
