"""The reports that leave the building."""

from datetime import UTC, datetime
from pathlib import Path

from wizard.core.assessment import Assessment
from wizard.core.summary import Summary
from wizard.report.pdf import write_pdf

#: Where `python run.py assets` puts the typefaces of the PDF.
FONTS = Path(__file__).resolve().parent.parent / "static" / "vendor" / "fonts-pdf"


def make_pdf(assessment: Assessment, summary: Summary, *, at: datetime | None = None) -> bytes:
    """Make the PDF report, dated `at` (now unless given)."""
    return write_pdf(assessment, summary, made_at=at or datetime.now(UTC), fonts=FONTS)
