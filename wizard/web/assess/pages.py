"""The pages of questions: which there are, what stands on each, and how far the project is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from wizard.core.answers import UNANSWERED
from wizard.core.assessment import Assessment
from wizard.core.beside import Beside, find_beside
from wizard.core.content import Content
from wizard.core.coverage import Coverage, measure_coverage
from wizard.core.path import Path, find_path
from wizard.core.questions import Question, Section
from wizard.core.risk import assess_risks
from wizard.services.answers import Conflict
from wizard.services.identity import Same
from wizard.web.assess.forms import NOTE_LONG, THEIRS, Sent, mark_of


@dataclass(frozen=True, slots=True)
class Place:
    """A page: a section, and the page's number in it from 1."""

    section: str
    page: int


@dataclass(frozen=True, slots=True)
class Walk:
    """The visible path, cut into pages, and what is answered on it."""

    path: Path
    coverage: Coverage
    places: tuple[Place, ...]
    _questions: Mapping[Place, tuple[Question, ...]]
    _pages: Mapping[str, tuple[Place, ...]]

    def questions_at(self, place: Place) -> tuple[Question, ...]:
        """Give the visible questions of a page."""
        return self._questions.get(place, ())

    def before(self, place: Place) -> Place | None:
        """Give the page before this one, also when this one is not visible."""
        earlier = [other for other in self.places if self._order(other) < self._order(place)]
        return earlier[-1] if earlier else None

    def after(self, place: Place) -> Place | None:
        """Give the page after this one, also when this one is not visible."""
        return next((other for other in self.places if self._order(other) > self._order(place)), None)

    def first_open(self) -> Place:
        """Give the first page with something unanswered, or the very first."""
        open_questions = self.coverage.unanswered
        return Place(open_questions[0].section, open_questions[0].page) if open_questions else self.places[0]

    def first_of(self, section: Section) -> Place | None:
        """Give the first visible page of a section."""
        return next(iter(self.pages_of(section)), None)

    def pages_of(self, section: Section) -> tuple[Place, ...]:
        """Give the visible pages of a section."""
        return self._pages.get(section.id, ())

    def _order(self, place: Place) -> tuple[int, int]:
        ids = list(self.path.questionnaire.section_by_id)
        return ids.index(place.section), place.page


@dataclass(frozen=True, slots=True)
class Shown:
    """A question as a page shows it: what is answered or was typed, what is wrong, and what another project met."""

    question: Question
    options: tuple[str, ...]
    text: str
    note: str
    version: int
    error: tuple[str, str] | None = None
    conflict: Conflict | None = None
    beside: Beside | None = None
    drawn: str = ""

    @property
    def field(self) -> str:
        """The id of the field to go to, where something is wrong."""
        if self.conflict:
            return f"{self.question.id}-{THEIRS}"
        if self.error and self.error[0] == NOTE_LONG:
            return f"{self.question.id}-note"
        return f"{self.question.id}-{self.question.options[0].id if self.question.kind.has_options else 'svar'}"


def find_walk(content: Content, assessment: Assessment) -> Walk:
    """Cut the visible path of an assessment into pages."""
    return _find_walk(Same(content), Same(assessment))


# An assessment that was read stays the same object until it is changed (`services.assessments`), and neither it nor the
# content ever changes in itself. So a walk is found once, and not for every page of it.
@lru_cache(maxsize=64)
def _find_walk(content: Same[Content], assessment: Same[Assessment]) -> Walk:
    path = find_path(content.item.questionnaire, assessment.item.answers)
    questions = {
        Place(section, page): tuple(found)
        for (section, page), found in groupby(path.questions, key=attrgetter("section", "page"))
    }
    pages: dict[str, tuple[Place, ...]] = {}
    for place in questions:
        pages[place.section] = (*pages.get(place.section, ()), place)
    return Walk(path, measure_coverage(path), tuple(questions), questions, pages)


def show_page(content: Content, assessment: Assessment, place: Place) -> tuple[Shown, ...]:
    """Show the visible questions of a page as they are stored."""
    return _show_page(Same(content), Same(assessment), place)


# For the same reason as a walk.
@lru_cache(maxsize=128)
def _show_page(content: Same[Content], assessment: Same[Assessment], place: Place) -> tuple[Shown, ...]:
    walk = _find_walk(content, assessment)
    questions = walk.questions_at(place)
    beside = find_cases(content.item, walk, assessment.item, questions)
    return tuple(show_stored(assessment.item, question, beside.get(question.id)) for question in questions)


def find_cases(
    content: Content, walk: Walk, assessment: Assessment, questions: Sequence[Question]
) -> Mapping[str, Beside]:
    """Find the case to tell beside each question of a page, by question id."""
    # Only between several challenges of one question does it matter which is the graver.
    compared = {id_: content.challenges[id_] for q in questions if len(q.challenges) > 1 for id_ in q.challenges}
    risks = assess_risks(compared, walk.path, assessment.ratings) if compared else ()
    return find_beside(content, walk.path, risks, questions)


def show_stored(assessment: Assessment, question: Question, beside: Beside | None) -> Shown:
    """Show a question as it is stored."""
    answer = assessment.answers.get(question.id, UNANSWERED)
    note = assessment.notes.get(question.id, "")
    return Shown(
        question,
        answer.options,
        answer.text,
        note,
        assessment.versions.get(question.id, 0),
        beside=beside,
        drawn=mark_of(answer, note),
    )


def show_sent(sent: Sent, conflict: Conflict | None, beside: Beside | None) -> Shown:
    """Show a question as it was typed, with what somebody else has answered meanwhile."""
    return Shown(
        sent.question,
        sent.options,
        sent.text,
        sent.note,
        sent.version,
        sent.error,
        conflict,
        beside,
        sent.drawn,
    )
