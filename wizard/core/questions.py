"""What is asked: options, questions, sections, and the questionnaire that holds them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from wizard.core.conditions import Condition, leaves


class Kind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    CHOICES = "choices"
    TEXT = "text"
    DATE = "date"
    NUMBER = "number"

    @property
    def has_options(self) -> bool:
        """Whether an answer is a choice among the question's options."""
        return self in (Kind.CHOICE, Kind.CHOICES)


@dataclass(frozen=True, slots=True)
class Option:
    """One way to answer. `exposes` maps challenge ids to exposure 1-3."""

    id: str
    label: str
    exposes: Mapping[str, int] = field(default_factory=dict, hash=False)
    unknown: bool = False
    not_applicable: bool = False
    exclusive: bool = False

    @property
    def stands_alone(self) -> bool:
        """Whether choosing it shuts out the other options of a `choices` question."""
        return self.exclusive or self.unknown or self.not_applicable


@dataclass(frozen=True, slots=True)
class Kinship:
    """How a profile question counts when projects are compared: a label for the reason, and a weight."""

    label: str
    weight: int


@dataclass(frozen=True)
class Question:
    """One question. `page` counts from 1 within its section; `articles` make it an item for the lawyer.

    `cases` are told beside it rather than others.
    """

    id: str
    section: str
    page: int
    text: str
    help: str
    kind: Kind
    options: tuple[Option, ...] = ()
    show_when: Condition | None = None
    challenges: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    kinship: Kinship | None = None

    @cached_property
    def option_by_id(self) -> Mapping[str, Option]:
        """The options by id, in the order in which they stand."""
        return {option.id: option for option in self.options}


@dataclass(frozen=True)
class Section:
    """The profile or one challenge area; `area` is None for the profile."""

    id: str
    area: str | None
    title: str
    intro: str
    questions: tuple[Question, ...]

    @cached_property
    def page_count(self) -> int:
        """How many pages the section is asked on, whether or not all of them are visible."""
        return max((question.page for question in self.questions), default=0)


@dataclass(frozen=True)
class Questionnaire:
    """All sections in the order in which they are asked."""

    sections: tuple[Section, ...]

    def __iter__(self) -> Iterator[Question]:
        """Yield every question in the order in which it is asked."""
        for section in self.sections:
            yield from section.questions

    @cached_property
    def question_by_id(self) -> Mapping[str, Question]:
        """Every question by id, in the order in which it is asked."""
        return {question.id: question for question in self}

    @cached_property
    def kinship(self) -> tuple[tuple[Question, Kinship], ...]:
        """The questions by which projects are compared."""
        return tuple((question, question.kinship) for question in self if question.kinship)

    @cached_property
    def looked_at(self) -> frozenset[str]:
        """The questions that decide whether others are asked."""
        conditions = [question.show_when for question in self if question.show_when]
        return frozenset(leaf.question for condition in conditions for leaf in leaves(condition))

    @cached_property
    def section_by_id(self) -> Mapping[str, Section]:
        """Every section by id."""
        return {section.id: section for section in self.sections}
