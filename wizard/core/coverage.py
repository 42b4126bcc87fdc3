"""What is answered and what is not. Never mixed into risk."""

from dataclasses import dataclass

from wizard.core.path import Path
from wizard.core.questions import Question, Section


@dataclass(frozen=True, slots=True)
class Count:
    """Visible questions, counted. *Ikke relevant* counts as answered, *ved ikke* does not."""

    visible: int
    answered: int
    unknown: int

    @property
    def unanswered(self) -> int:
        """Visible questions with no answer at all."""
        return self.visible - self.answered - self.unknown

    @property
    def share(self) -> float:
        """The answered part of the visible questions, 0-1; 0 where nothing is visible."""
        return self.answered / self.visible if self.visible else 0.0


@dataclass(frozen=True, slots=True)
class SectionCoverage:
    """The count of one section."""

    section: Section
    count: Count


@dataclass(frozen=True, slots=True)
class Coverage:
    """The count of the whole path and of each section, with the questions that are open."""

    total: Count
    sections: tuple[SectionCoverage, ...]
    unknown: tuple[Question, ...]
    unanswered: tuple[Question, ...]


def measure_coverage(path: Path) -> Coverage:
    """Count the visible questions and their answers."""
    open_ = [question for question in path.questions if is_open(path, question)]
    unknown = tuple(question for question in open_ if question.id in path.answers)
    unanswered = tuple(question for question in open_ if question.id not in path.answers)
    open_ids = {question.id for question in open_}
    unknown_ids = {question.id for question in unknown}

    def count(questions: tuple[Question, ...]) -> Count:
        answered = sum(question.id not in open_ids for question in questions)
        return Count(len(questions), answered, sum(question.id in unknown_ids for question in questions))

    sections = tuple(
        SectionCoverage(section, count(tuple(q for q in section.questions if q.id in path.visible)))
        for section in path.questionnaire.sections
    )
    return Coverage(count(path.questions), sections, unknown, unanswered)


def is_open(path: Path, question: Question) -> bool:
    """Whether the visible question is not answered, or answered *ved ikke*."""
    chosen = path.chosen.get(question.id, ())
    return question.id not in path.answers or any(question.option_by_id[option].unknown for option in chosen)
