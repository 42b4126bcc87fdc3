"""Files that come in: a report of ours as PDF or JSON, or answers written by hand."""

from dataclasses import dataclass
from datetime import datetime

from wizard.core.answers import Answer
from wizard.core.assessment import MAX_TITLE, PointState
from wizard.core.content import Content
from wizard.core.intake import Fault, Intake
from wizard.core.phrases import on_one_line
from wizard.core.risk import Consequence, Dimension
from wizard.core.writing import tidy
from wizard.errors import KiKlarError
from wizard.report.reading import MAX_JSON, MAX_PDF, UnreadableError, Wording, find_report, open_envelope, parse

__all__ = ["MAX_JSON", "MAX_PDF", "Incoming", "UnusableFileError", "read_incoming"]


class UnusableFileError(KiKlarError):
    """Nothing in a file can be used. `reason` says why, in words for whoever sent it."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """What fits the content, and in `faults` what does not, in the order of the file.

    `points` are never untouched. `wording` is what the file calls things. Where it comes from is None where the file
    does not say: times are aware and in UTC, `content_version` is the content that it was begun on.
    """

    title: str
    answers: dict[str, Answer]
    notes: dict[str, str]
    ratings: dict[str, dict[Dimension, Consequence]]
    points: dict[str, PointState]
    goals: dict[str, tuple[str, ...]]
    faults: tuple[Fault, ...]
    wording: Wording
    made_at: datetime | None
    created_at: datetime | None
    updated_at: datetime | None
    content_version: str | None


def read_incoming(content: Content, raw: bytes, *, name: str) -> Incoming:
    """Read a file; `name` is the title of one that has none. Raises `UnusableFileError`."""
    try:
        parsed = parse(find_report(raw))
        envelope = open_envelope(parsed.data)
    except UnreadableError as error:
        values = {name: on_one_line(value) for name, value in error.values.items()}
        raise UnusableFileError(content.phrases(f"unreadable.{error.code}", **values)) from None
    intake = Intake(content)
    for key, value in parsed.hidden:
        intake.note((key,), "batch.key-twice", value)
    written = envelope.written
    title = intake.read_line(("title",), written.get("title"), MAX_TITLE)
    answers = intake.read_answers(written.get("answers", {}))
    notes = intake.read_notes(written.get("notes", {}))
    ratings = intake.read_ratings(written.get("consequences", {}))
    points = intake.read_points(written.get("points", {}))
    goals = intake.read_goals(written.get("goals", {}))
    for path, value in envelope.strange:
        intake.note(path, "batch.unknown-field", value)
    return Incoming(
        title=title or " ".join(tidy(name).split())[:MAX_TITLE] or content.phrases("report.untitled"),
        answers=answers,
        notes=notes,
        ratings=ratings,
        points=points,
        goals=goals,
        faults=tuple(intake.faults),
        wording=envelope.wording,
        made_at=envelope.made_at,
        created_at=envelope.created_at,
        updated_at=envelope.updated_at,
        content_version=envelope.content_version,
    )
