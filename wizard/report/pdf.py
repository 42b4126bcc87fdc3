"""A summary as a PDF that a steering group can read."""

from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from wizard.core.assessment import Assessment
from wizard.core.summary import Summary
from wizard.report.furniture import BOTTOM, SIDE, TOP, ReportFurniture
from wizard.report.manuscript import WIDTH, Manuscript
from wizard.report.parts.answers import make_answers, make_open
from wizard.report.parts.checklist import make_checklist
from wizard.report.parts.experience import make_experience
from wizard.report.parts.front import make_front
from wizard.report.parts.overview import make_overview
from wizard.report.parts.picture import make_picture
from wizard.report.parts.risks import make_risks
from wizard.report.parts.sources import make_sources
from wizard.report.typeset.canvas import PagedCanvas
from wizard.report.typeset.typeface import load_typeface
from wizard.report.typeset.typesetter import Typesetter

#: The parts of the full report, in order. The front page is made last, since it lists the others.
_PARTS = (
    make_overview,
    make_picture,
    make_risks,
    make_checklist,
    make_experience,
    make_open,
    make_answers,
    make_sources,
)


def write_pdf(assessment: Assessment, summary: Summary, *, made_at: datetime, fonts: Path) -> bytes:
    """Write the full report as PDF. The same input gives the same bytes.

    `fonts` is a folder of TrueType files as `load_typeface` reads them. Raises FileNotFoundError where one is missing.
    """
    manuscript = Manuscript(assessment, summary, made_at, Typesetter(load_typeface(fonts)))
    parts = [flowable for make in _PARTS for flowable in make(manuscript)]
    story = [*make_front(manuscript), *parts]
    file = BytesIO()
    document = _make_document(manuscript, file)
    document.build(story, canvasmaker=partial(_make_canvas, manuscript))
    return file.getvalue()


def _make_document(manuscript: Manuscript, file: BytesIO) -> BaseDocTemplate:
    width, height = A4
    body = Frame(
        SIDE,
        BOTTOM,
        WIDTH,
        height - TOP - BOTTOM,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    say, summary = manuscript.say, manuscript.summary
    return BaseDocTemplate(
        file,
        pagesize=(width, height),
        pageTemplates=[PageTemplate(frames=[body])],
        title=manuscript.setter.typeface.letters.line(manuscript.assessment.title) or say("untitled"),
        author=say("brand"),
        creator=say("brand"),
        subject=say("subject", version=summary.content.version),
        lang="da-DK",
        displayDocTitle=1,
        # No clock and no chance: the same input gives the same bytes.
        invariant=1,
        pageCompression=1,
        # Else every page names a font that is not embedded.
        initialFontName=manuscript.setter.typeface.regular,
        initialFontSize=9.5,
    )


def _make_canvas(manuscript: Manuscript, filename: BytesIO, **settings: Any) -> PagedCanvas:
    canvas = PagedCanvas(filename, furniture=ReportFurniture(manuscript), **settings)
    made_at = manuscript.made_at.astimezone(UTC)
    canvas.setDateFormatter(lambda *_: f"D:{made_at:%Y%m%d%H%M%S}Z")
    return canvas
