"""What a project has written, read from outside as it stands in JSON or YAML, with every fault named."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from wizard.core.answers import UNANSWERED, Answer, AnswerError, read_answer
from wizard.core.assessment import MAX_NOTE, MAX_OWNER, UNTOUCHED, PointState, PointStatus
from wizard.core.checklist import find_point
from wizard.core.content import Content
from wizard.core.goals import is_real
from wizard.core.phrases import on_one_line
from wizard.core.questions import Kind, Question
from wizard.core.risk import CONSEQUENCE_BY_ID, Consequence, Dimension
from wizard.core.writing import tidy

_POINT = ("owner", "deadline", "status", "note")


class Fault(NamedTuple):
    """Something that cannot be read: the names that lead to it, why, and what stands there as it was given."""

    path: tuple[str, ...]
    reason: str
    given: Any

    @property
    def place(self) -> str:
        """The names that lead to it, on one line."""
        return on_one_line(".".join(self.path))

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


@dataclass
class Intake:
    """Reads what was given against the content. What does not fit is left out, and is in `faults`, in order."""

    content: Content
    faults: list[Fault] = field(default_factory=list)

    def note(self, path: tuple[str, ...], key: str, given: Any = None, **values: object) -> None:
        """Note a fault; `key` names the phrase that says what is wrong."""
        said = {name: on_one_line(value) for name, value in values.items()}
        self.faults.append(Fault(path, self.content.phrases(key, **said), given))

    def read_answers(self, raw: Any) -> dict[str, Answer]:
        """Read answers by question id. Of several options those that fit are kept."""
        answers: dict[str, Answer] = {}
        for path, question, value in self._about_questions("answers", raw):
            answer = self._read_answer(path, question, value)
            if answer:
                answers[question.id] = answer
        return answers

    def read_notes(self, raw: Any) -> dict[str, str]:
        """Read notes by question id."""
        notes: dict[str, str] = {}
        for path, question, value in self._about_questions("notes", raw):
            text = self.read_text(path, value, MAX_NOTE)
            if text:
                notes[question.id] = text
        return notes

    def read_ratings(self, raw: Any) -> dict[str, dict[Dimension, Consequence]]:
        """Read ratings by challenge id and dimension."""
        ratings: dict[str, dict[Dimension, Consequence]] = {}
        for path, given in self._entries(("consequences",), raw):
            challenge = path[-1]
            if challenge not in self.content.challenges:
                self._note_each(path, "batch.unknown-challenge", given)
            elif isinstance(given, dict):
                rating = self._read_rating(path, given)
                if rating:
                    ratings[challenge] = rating
            else:
                self.note(path, "batch.not-an-object", given)
        return ratings

    def read_points(self, raw: Any) -> dict[str, PointState]:
        """Read what is written on points by item id, each with `owner`, `deadline`, `status` and `note`."""
        points: dict[str, PointState] = {}
        for path, given in self._entries(("points",), raw):
            if find_point(self.content, path[-1]) is None:
                self._note_each(path, "batch.unknown-point", given)
            elif isinstance(given, dict):
                point = self._read_point(path, given)
                if point != UNTOUCHED:
                    points[path[-1]] = point
            else:
                self.note(path, "batch.not-an-object", given)
        return points

    def read_goals(self, raw: Any) -> dict[str, tuple[str, ...]]:
        """Read goals by question id: answers that one can strive for, with options that say something."""
        goals: dict[str, tuple[str, ...]] = {}
        for path, question, value in self._about_questions("goals", raw):
            if not question.challenges:
                self.note(path, "batch.no-goal", value)
                continue
            answer = self._read_answer(path, question, value)
            if is_real(question, answer):
                goals[question.id] = answer.options
            elif answer:
                self.note(path, "batch.no-goal", value)
        return goals

    def read_text(self, path: tuple[str, ...], raw: Any, limit: int) -> str:
        """Read a text of at most `limit` letters; nothing where it does not fit."""
        if raw is None:
            return ""
        if not isinstance(raw, str):
            self.note(path, "answer-error.not-a-text", raw)
            return ""
        text = tidy(raw)
        if len(text) <= limit:
            return text
        self.note(path, "batch.too-long", raw, length=len(text), limit=limit)
        return ""

    def read_line(self, path: tuple[str, ...], raw: Any, limit: int) -> str:
        """Read a text that stands on one line."""
        return self.read_text(path, " ".join(raw.split()) if isinstance(raw, str) else raw, limit)

    def _entries(self, path: tuple[str, ...], raw: Any) -> Iterator[tuple[tuple[str, ...], Any]]:
        if isinstance(raw, dict):
            for name, value in raw.items():
                yield (*path, name), value
        else:
            self.note(path, "batch.not-an-object", raw)

    def _note_each(self, path: tuple[str, ...], key: str, given: Any) -> None:
        """Note one fault for each name that something stood under, so that it can be said of each what it was."""
        said = (
            {name: value for name, value in given.items() if value not in (None, "")} if isinstance(given, dict) else {}
        )
        for name, value in said.items():
            self.note((*path, name), key, value)
        if not said:
            self.note(path, key, given)

    def _about_questions(self, name: str, raw: Any) -> Iterator[tuple[tuple[str, ...], Question, Any]]:
        questions = self.content.questionnaire.question_by_id
        for path, value in self._entries((name,), raw):
            question = questions.get(path[-1])
            if question:
                yield path, question, value
            else:
                self.note(path, "batch.unknown-question", value)

    def _read_answer(self, path: tuple[str, ...], question: Question, raw: Any) -> Answer:
        try:
            return read_answer(question, raw)
        except AnswerError as error:
            is_unknown = error.code == "unknown-option"
            for value in error.values or ("",):
                self.note(path, f"answer-error.{error.code}", value if is_unknown else raw, value=value)
            if is_unknown and question.kind is Kind.CHOICES:
                return self._read_answer(path, question, [option for option in raw if option not in error.values])
        return UNANSWERED

    def _read_rating(self, path: tuple[str, ...], raw: Mapping[str, Any]) -> dict[Dimension, Consequence]:
        rating: dict[Dimension, Consequence] = {}
        for dimension, level in raw.items():
            if dimension not in set(Dimension):
                self.note((*path, dimension), "batch.unknown-dimension", level)
            elif not isinstance(level, str) or level not in CONSEQUENCE_BY_ID:
                self.note((*path, dimension), "batch.unknown-consequence", level, value=level)
            else:
                rating[Dimension(dimension)] = CONSEQUENCE_BY_ID[level]
        return rating

    def _read_point(self, path: tuple[str, ...], raw: Mapping[str, Any]) -> PointState:
        for name in sorted(raw.keys() - set(_POINT)):
            self.note((*path, name), "batch.unknown-field", raw[name])
        return PointState(
            owner=self.read_line((*path, "owner"), raw.get("owner"), MAX_OWNER),
            deadline=self._read_date((*path, "deadline"), raw.get("deadline")),
            status=self._read_status((*path, "status"), raw.get("status")),
            note=self.read_text((*path, "note"), raw.get("note"), MAX_NOTE),
        )

    def _read_date(self, path: tuple[str, ...], raw: Any) -> date | None:
        if raw is None or raw == "":
            return None
        try:
            return date.fromisoformat(raw)
        except (TypeError, ValueError):
            self.note(path, "answer-error.not-a-date", raw, value=raw)
            return None

    def _read_status(self, path: tuple[str, ...], raw: Any) -> PointStatus:
        if raw is None:
            return PointStatus.OPEN
        if isinstance(raw, str) and raw in set(PointStatus):
            return PointStatus(raw)
        self.note(path, "batch.unknown-status", raw, value=raw)
        return PointStatus.OPEN
