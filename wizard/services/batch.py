"""An assessment without a browser: a JSON file in, a summary out, every fault in the file named."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from wizard.core.assessment import Assessment
from wizard.core.content import Content
from wizard.core.intake import Intake
from wizard.core.phrases import Phrases
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


def read_assessment(content: Content, raw: bytes, *, title: str, at: datetime | None = None) -> Assessment:
    """Read `{"answers": {…}, "consequences": {…}}` into an assessment. Raises `BatchError` with every fault."""
    data, twice = _parse(content.phrases, raw)
    intake = Intake(content)
    for key in twice:
        intake.note(key, "batch.key-twice")
    answers = intake.read_answers(data.get("answers", {}))
    ratings = intake.read_ratings(data.get("consequences", {}))
    for key in sorted(data.keys() - {"answers", "consequences"}):
        intake.note(key, "batch.unknown-field")
    if intake.faults:
        raise BatchError([f"{place}: {reason}" for place, reason in intake.faults])
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


def _parse(phrases: Phrases, raw: bytes) -> tuple[Mapping[str, Any], list[str]]:
    """Parse the file; gives also the keys that stand twice in one object, where JSON silently takes the last."""
    twice: list[str] = []

    def read_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        counts = Counter(key for key, _ in pairs)
        twice.extend(key for key, count in counts.items() if count > 1)
        return dict(pairs)

    if len(raw) > MAX_BYTES:
        raise BatchError([phrases("batch.too-large", limit=MAX_BYTES)])
    try:
        data = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=read_object)
    except UnicodeDecodeError as error:
        raise BatchError([phrases("batch.not-utf-8", position=error.start)]) from None
    except (ValueError, RecursionError) as error:
        raise BatchError([phrases("batch.not-json", problem=error)]) from None
    if not isinstance(data, dict):
        raise BatchError([phrases("batch.not-an-object")])
    return data, twice
