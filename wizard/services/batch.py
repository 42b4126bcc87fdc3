"""An assessment without a browser: a file of answers or a report in, a report out, every fault in the file named."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from wizard.core.assessment import Assessment
from wizard.core.content import Content
from wizard.core.summary import summarise
from wizard.errors import KiKlarError
from wizard.report.interchange import questionnaire_data, write_json
from wizard.services.incoming import MAX_PDF, UnusableFileError, read_incoming
from wizard.services.reports import Edition, Format, make_json, make_report


class BatchError(KiKlarError):
    """A file of answers has faults; `faults` holds a line for each."""

    def __init__(self, faults: list[str]) -> None:
        """Keep the lines."""
        super().__init__("\n".join(faults))
        self.faults = faults


def questionnaire_json(content: Content) -> str:
    """Give the questionnaire as JSON text."""
    return write_json(questionnaire_data(content.questionnaire)).decode()


def assess_file(
    content: Content,
    path: Path,
    formats: Iterable[Format],
    *,
    edition: Edition = Edition.FULL,
    with_answers: bool = True,
) -> Mapping[Format, bytes]:
    """Assess a file of answers or a report, and give it in some formats.

    The JSON is without times, so that the same file gives the same. Raises `BatchError`, or OSError where the file
    cannot be read.
    """
    with path.open("rb") as file:
        raw = file.read(MAX_PDF + 1)
    assessment = read_assessment(content, raw, title=path.stem)
    summary = summarise(content, assessment.answers, assessment.ratings, assessment.goals)
    return {
        format_: make_json(assessment, summary, at=None)
        if format_ is Format.JSON
        else make_report(format_, assessment, summary, edition=edition, with_answers=with_answers)
        for format_ in formats
    }


def read_assessment(content: Content, raw: bytes, *, title: str, at: datetime | None = None) -> Assessment:
    """Read a report, or `{"answers": {…}, "consequences": {…}}`, into an assessment of the moment `at`.

    A report has its own title and times. Raises `BatchError` with every fault: unlike a person, a batch is not asked
    what to do about it.
    """
    try:
        incoming = read_incoming(content, raw, name=title)
    except UnusableFileError as error:
        raise BatchError([error.reason]) from None
    if incoming.faults:
        raise BatchError([str(fault) for fault in incoming.faults])
    now = at or datetime.now(UTC)
    return Assessment(
        id=0,
        title=incoming.title,
        revision=0,
        content_version=incoming.content_version or content.version,
        created_at=incoming.created_at or now,
        updated_at=incoming.updated_at or now,
        answers=incoming.answers,
        notes=incoming.notes,
        ratings=incoming.ratings,
        points=incoming.points,
        goals=incoming.goals,
    )
