"""Projects on the real content whose reports must come out well: from the one that has said nothing to the worst."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import cycle

from tests.bench.project import answer_everything
from tests.content.real import CONTENT, QUESTIONS, ROOT
from wizard.catalogue.example import load_example
from wizard.core.answers import Answer, Answers
from wizard.core.assessment import MAX_NOTE, MAX_OWNER, MAX_TITLE, Assessment, PointState, PointStatus
from wizard.core.questions import Kind
from wizard.core.risk import Ratings
from wizard.core.summary import Summary, summarise
from wizard.report.editions import Edition
from wizard.report.pdf import write_pdf

MADE_AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
FONTS = ROOT / "wizard" / "static" / "vendor" / "fonts-pdf"

#: What nobody should write, and somebody will. Control characters, marks for right to left, letters of many scripts.
HOSTILE = (
    "😀👩‍👩‍👧 æøå 🇩🇰 ❤️",
    "Kalaallisut oqaatsit, sámegiella: ŋ Đ đ Ŧ ŧ š č ž á ï â",
    "\u202efremad\u202c \u200f\u2066\u2067 bag\u2069læns\u200e",
    "x" * 10_000,
    "\x00\x01\x07\x08\x1b\x7f\x9f\ufeff\ufffe styretegn",
    "مرحبا بالعالم שלום עולם 漢字かな交じり文 한국어",
    " \t\n \u00a0\u2003 ",
    "%PDF-1.7 (a\\) ) >> endobj stream <</MCID 0>> BDC EMC & <b>&amp;</b> ]]> {navn} %s",
    "ord " * 500,
    "linje\r\n\r\n\r\n" * 60,
    "e\u0323\u0301" * 200 + "\ud800",
    "\u200b",
)


@dataclass(frozen=True)
class Project:
    """An assessment with what follows from it."""

    assessment: Assessment
    summary: Summary

    def write(self, edition: Edition = Edition.FULL, *, data: bytes = b"{}") -> bytes:
        """Write a report of it."""
        return write_pdf(self.assessment, self.summary, edition=edition, made_at=MADE_AT, fonts=FONTS, data=data)


@cache
def make_smallest() -> Project:
    """Make a project that has answered nothing."""
    return _make("", {})


@cache
def make_example() -> Project:
    """Make the project that visitors are shown."""
    example = load_example(ROOT, CONTENT)
    return Project(example, summarise(CONTENT, example.answers, example.ratings))


@cache
def make_fullest() -> Project:
    """Make a project with a note on every question, and all it can write on every point of the checklist."""
    project = _make("Svar til borgerne i Eksempelkøbing Kommune", answer_everything(CONTENT, fullest=True))
    statuses = cycle(PointStatus)
    points = {
        item.id: PointState(
            owner=f"Medarbejder {place % 7}",
            deadline=date(2027, 1, 1) + timedelta(days=(place * 37) % 300),
            status=next(statuses),
            note=f"Aftalt med {item.text.split()[-1]} {item.id.replace('-', ' ')}.",
        )
        for place, item in enumerate(project.summary.checklist.items)
    }
    notes = {id_: f"Note om {id_}: det står i projektets mappe." for id_ in QUESTIONS}
    return replace(project, assessment=replace(project.assessment, notes=notes, points=points))


@cache
def make_hostile() -> Project:
    """Make the same with texts that nobody should write, as long as they are taken."""
    project = make_endless()
    points = {
        id_: replace(point, owner=point.owner[:MAX_OWNER], note=point.note[:MAX_NOTE])
        for id_, point in project.assessment.points.items()
    }
    assessment = replace(project.assessment, title=project.assessment.title[:MAX_TITLE], points=points)
    return replace(project, assessment=assessment)


@cache
def make_endless() -> Project:
    """Make the same with texts that are longer than the product takes."""
    fullest = make_fullest().assessment
    texts = cycle(HOSTILE)
    answers = {
        id_: Answer(text=next(texts)) if QUESTIONS[id_].kind is Kind.TEXT else answer
        for id_, answer in fullest.answers.items()
    }
    project = _make(" ".join(f"ord{number} 😀<&>" for number in range(500)), answers)
    points = {
        item.id: PointState(next(texts), date(2027, 1, 1), note=next(texts)) for item in project.summary.checklist.items
    }
    notes = {id_: next(texts) for id_ in QUESTIONS}
    return replace(project, assessment=replace(project.assessment, notes=notes, points=points))


PROJECTS: Mapping[str, Callable[[], Project]] = {
    "smallest": make_smallest,
    "example": make_example,
    "fullest": make_fullest,
    "hostile": make_hostile,
    "endless": make_endless,
}


def _make(title: str, answers: Answers, ratings: Ratings | None = None) -> Project:
    ratings = ratings or {}
    assessment = Assessment(
        id=1,
        title=title,
        revision=1,
        content_version=CONTENT.version,
        created_at=MADE_AT,
        updated_at=MADE_AT,
        answers=answers,
        ratings=ratings,
    )
    return Project(assessment, summarise(CONTENT, answers, ratings))
