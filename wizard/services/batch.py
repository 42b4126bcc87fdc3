"""An assessment without a browser: a JSON file in, a summary out, every fault in the file named."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from wizard.core.answers import Answer, AnswerError, read_answer
from wizard.core.assessment import Assessment
from wizard.core.content import Content
from wizard.core.risk import CONSEQUENCE_BY_ID, Consequence, Dimension
from wizard.core.summary import summarise
from wizard.errors import KiKlarError
from wizard.report.interchange import questionnaire_data, summary_data
from wizard.services.reports import make_pdf

#: The most bytes that a file of answers may have.
MAX_BYTES = 2_000_000


class BatchError(KiKlarError):
    """A file of answers has faults; `faults` holds a line for each."""

    def __init__(self, faults: list[str]) -> None:
        """Keep the lines."""
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(frozen=True)
class BatchResult:
    """What `assess` writes: JSON text, and a PDF where it was asked for."""

    json: str
    pdf: bytes | None


def questionnaire_json(content: Content) -> str:
    """Give the questionnaire as JSON text."""
    return _dump(questionnaire_data(content.questionnaire))


def assess_file(content: Content, path: Path, *, with_pdf: bool) -> BatchResult:
    """Assess a file of answers. Raises `BatchError`, or OSError where the file cannot be read."""
    with path.open("rb") as file:
        raw = file.read(MAX_BYTES + 1)
    assessment = read_assessment(content, raw, title=path.stem)
    summary = summarise(content, assessment.answers, assessment.ratings)
    pdf = make_pdf(assessment, summary) if with_pdf else None
    return BatchResult(_dump(summary_data(summary)), pdf)


def _dump(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


@dataclass
class _Reading:
    """What is read so far, with the faults."""

    content: Content
    faults: list[str] = field(default_factory=list)

    def note(self, place: str, key: str, **values: object) -> None:
        """Note a fault at a place in the file."""
        self.faults.append(f"{place}: {self.content.phrases(key, **values)}")


def read_assessment(content: Content, raw: bytes, *, title: str, at: datetime | None = None) -> Assessment:
    """Read `{"answers": {…}, "consequences": {…}}` into an assessment. Raises `BatchError` with every fault."""
    reading = _Reading(content)
    data = _parse(reading, raw)
    answers = _read_answers(reading, data.get("answers", {}))
    ratings = _read_ratings(reading, data.get("consequences", {}))
    for key in sorted(data.keys() - {"answers", "consequences"}):
        reading.note(key, "batch.unknown-field")
    if reading.faults:
        raise BatchError(reading.faults)
    now = at or datetime.now(UTC)
    return Assessment(
        id=0,
        title=title,
        revision=0,
        content_version=content.version,
        created_at=now,
        updated_at=now,
        answers=answers,
        ratings=ratings,
    )


def _parse(reading: _Reading, raw: bytes) -> Mapping[str, Any]:
    phrases = reading.content.phrases
    if len(raw) > MAX_BYTES:
        raise BatchError([phrases("batch.too-large", limit=MAX_BYTES)])
    try:
        data = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_refuse_repeats)
    except UnicodeDecodeError as error:
        raise BatchError([phrases("batch.not-utf-8", position=error.start)]) from None
    except (ValueError, RecursionError) as error:
        raise BatchError([phrases("batch.not-json", problem=error)]) from None
    if not isinstance(data, dict):
        raise BatchError([phrases("batch.not-an-object")])
    return data


def _refuse_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    keys = [key for key, _ in pairs]
    for key in keys:
        if keys.count(key) > 1:
            raise ValueError(f"»{key}«")
    return dict(pairs)


def _read_answers(reading: _Reading, raw: Any) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    if not isinstance(raw, dict):
        reading.note("answers", "batch.not-an-object")
        return answers
    questions = reading.content.questionnaire.question_by_id
    for id_, value in raw.items():
        place = f"answers.{id_}"
        if id_ not in questions:
            reading.note(place, "batch.unknown-question")
            continue
        try:
            answer = read_answer(questions[id_], value)
        except AnswerError as error:
            reading.note(place, f"answer-error.{error.code}", value=error.value)
            continue
        if answer:
            answers[id_] = answer
    return answers


def _read_ratings(reading: _Reading, raw: Any) -> dict[str, dict[Dimension, Consequence]]:
    ratings: dict[str, dict[Dimension, Consequence]] = {}
    if not isinstance(raw, dict):
        reading.note("consequences", "batch.not-an-object")
        return ratings
    for challenge, given in raw.items():
        place = f"consequences.{challenge}"
        if challenge not in reading.content.challenges:
            reading.note(place, "batch.unknown-challenge")
        elif not isinstance(given, dict):
            reading.note(place, "batch.not-an-object")
        else:
            ratings[challenge] = _read_rating(reading, place, given)
    return ratings


def _read_rating(reading: _Reading, place: str, raw: Mapping[str, Any]) -> dict[Dimension, Consequence]:
    rating: dict[Dimension, Consequence] = {}
    for dimension, level in raw.items():
        if dimension not in set(Dimension):
            reading.note(f"{place}.{dimension}", "batch.unknown-dimension")
        elif not isinstance(level, str) or level not in CONSEQUENCE_BY_ID:
            reading.note(f"{place}.{dimension}", "batch.unknown-consequence", value=level)
        else:
            rating[Dimension(dimension)] = CONSEQUENCE_BY_ID[level]
    return rating
