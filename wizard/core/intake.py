"""Answers and ratings from outside, as they stand in JSON or YAML, with every fault named."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from wizard.core.answers import Answer, AnswerError, read_answer
from wizard.core.content import Content
from wizard.core.phrases import on_one_line
from wizard.core.risk import CONSEQUENCE_BY_ID, Consequence, Dimension


@dataclass
class Intake:
    """Reads what was given against the content. `faults` holds a (place, reason) for each fault, in order."""

    content: Content
    faults: list[tuple[str, str]] = field(default_factory=list)

    def note(self, place: str, key: str, **values: object) -> None:
        """Note a fault at a place; `key` names the phrase that says what is wrong."""
        said = {name: on_one_line(value) for name, value in values.items()}
        self.faults.append((on_one_line(place), self.content.phrases(key, **said)))

    def read_answers(self, raw: Any) -> dict[str, Answer]:
        """Read answers by question id; those with faults are left out."""
        answers: dict[str, Answer] = {}
        if not isinstance(raw, dict):
            self.note("answers", "batch.not-an-object")
            return answers
        questions = self.content.questionnaire.question_by_id
        for id_, value in raw.items():
            place = f"answers.{id_}"
            if id_ not in questions:
                self.note(place, "batch.unknown-question")
                continue
            try:
                answer = read_answer(questions[id_], value)
            except AnswerError as error:
                for given in error.values or ("",):
                    self.note(place, f"answer-error.{error.code}", value=given)
                continue
            if answer:
                answers[id_] = answer
        return answers

    def read_ratings(self, raw: Any) -> dict[str, dict[Dimension, Consequence]]:
        """Read ratings by challenge id and dimension; those with faults are left out."""
        ratings: dict[str, dict[Dimension, Consequence]] = {}
        if not isinstance(raw, dict):
            self.note("consequences", "batch.not-an-object")
            return ratings
        for challenge, given in raw.items():
            place = f"consequences.{challenge}"
            if challenge not in self.content.challenges:
                self.note(place, "batch.unknown-challenge")
            elif not isinstance(given, dict):
                self.note(place, "batch.not-an-object")
            else:
                ratings[challenge] = self._read_rating(place, given)
        return ratings

    def _read_rating(self, place: str, raw: Mapping[str, Any]) -> dict[Dimension, Consequence]:
        rating: dict[Dimension, Consequence] = {}
        for dimension, level in raw.items():
            if dimension not in set(Dimension):
                self.note(f"{place}.{dimension}", "batch.unknown-dimension")
            elif not isinstance(level, str) or level not in CONSEQUENCE_BY_ID:
                self.note(f"{place}.{dimension}", "batch.unknown-consequence", value=level)
            else:
                rating[Dimension(dimension)] = CONSEQUENCE_BY_ID[level]
        return rating
