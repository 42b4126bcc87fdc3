"""The reports that leave the building: every edition, in every format that it comes in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import assert_never

from wizard.core.assessment import Assessment
from wizard.core.summary import Summary
from wizard.report.docx import write_docx
from wizard.report.editions import Edition
from wizard.report.interchange import report_data, write_json
from wizard.report.pdf import write_pdf
from wizard.report.sheets.listing import write_csv
from wizard.report.sheets.workbook import write_xlsx

__all__ = ["FILES", "FONTS", "Edition", "File", "Format", "make_json", "make_pdf", "make_report", "make_word"]

#: Where `python run.py assets` puts the typefaces of the PDF.
FONTS = Path(__file__).resolve().parent.parent / "static" / "vendor" / "fonts-pdf"


class Format(StrEnum):
    """What a report is written as. The value is the ending of its files."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class File:
    """What the files of a format are like: their type, and the editions that there are; none where it is the same."""

    mimetype: str
    editions: tuple[Edition, ...] = ()


_OFFICE = "application/vnd.openxmlformats-officedocument"
FILES: Mapping[Format, File] = {
    Format.PDF: File("application/pdf", tuple(Edition)),
    # The other two are made to fit on few pages, which only the PDF can see to.
    Format.DOCX: File(f"{_OFFICE}.wordprocessingml.document", (Edition.FULL, Edition.LAWYER)),
    Format.XLSX: File(f"{_OFFICE}.spreadsheetml.sheet"),
    Format.CSV: File("text/csv"),
    Format.JSON: File("application/json"),
}


def make_report(
    format_: Format,
    assessment: Assessment,
    summary: Summary,
    *,
    edition: Edition = Edition.FULL,
    at: datetime | None = None,
    with_answers: bool = True,
) -> bytes:
    """Make a report, dated `at` (now unless given). `edition` says for whom, where the format has several.

    `with_answers` puts everything that the project has written inside a PDF as data, so that it can be read back.
    """
    match format_:
        case Format.PDF:
            return make_pdf(assessment, summary, edition=edition, at=at, with_answers=with_answers)
        case Format.DOCX:
            return make_word(assessment, summary, edition=edition, at=at)
        case Format.XLSX:
            return write_xlsx(assessment, summary, made_at=at or datetime.now(UTC))
        case Format.CSV:
            return write_csv(assessment, summary)
        case Format.JSON:
            return make_json(assessment, summary, at=at or datetime.now(UTC))
        case _:
            assert_never(format_)


def make_pdf(
    assessment: Assessment,
    summary: Summary,
    *,
    edition: Edition = Edition.FULL,
    at: datetime | None = None,
    with_answers: bool = True,
) -> bytes:
    """Make an edition as PDF, dated `at` (now unless given), with or without the answers as data inside it."""
    at = at or datetime.now(UTC)
    data = make_json(assessment, summary, at=at) if with_answers else b""
    return write_pdf(assessment, summary, edition=edition, made_at=at, fonts=FONTS, data=data)


def make_word(
    assessment: Assessment, summary: Summary, *, edition: Edition = Edition.FULL, at: datetime | None = None
) -> bytes:
    """Make an edition as a Word document, dated `at` (now unless given)."""
    return write_docx(assessment, summary, edition=edition, made_at=at or datetime.now(UTC), fonts=FONTS)


def make_json(assessment: Assessment, summary: Summary, *, at: datetime | None) -> bytes:
    """Make the report as JSON data; without `at` it has no times, so that it follows from the answers alone."""
    return write_json(report_data(assessment, summary, made_at=at))
