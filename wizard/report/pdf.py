"""A summary as a PDF that everybody can read: on paper, on a screen, and by ear (PDF/UA-1)."""

from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from wizard.core.assessment import Assessment
from wizard.core.summary import Summary
from wizard.report.editions import Edition, make_blocks
from wizard.report.furniture import BOTTOM, SIDE, TOP, ReportFurniture
from wizard.report.manuscript import Manuscript
from wizard.report.tagged.attachments import Attachment
from wizard.report.tagged.metadata import Metadata
from wizard.report.typeset.canvas import PagedCanvas
from wizard.report.typeset.typeface import Typeface, load_typeface
from wizard.report.typeset.typesetter import Typesetter

#: What the data inside a PDF is called.
DATA_NAME = "ki-klar-rapport.json"
LANGUAGE = "da-DK"

_WIDTH, _HEIGHT = A4


def write_pdf(
    assessment: Assessment,
    summary: Summary,
    *,
    edition: Edition = Edition.FULL,
    made_at: datetime,
    fonts: Path,
    data: bytes = b"",
) -> bytes:
    """Write an edition of the report as tagged PDF. The same input gives the same bytes.

    `fonts` is a folder of TrueType files as `load_typeface` reads them; `data` is the report as JSON, which travels
    inside the file where it is given. Raises FileNotFoundError where a font is missing.
    """
    typeface = load_typeface(fonts)
    manuscript = Manuscript(assessment, summary, made_at, typeface.letters.mark)
    story = Typesetter(typeface, _WIDTH - 2 * SIDE).set(make_blocks(manuscript, edition))
    attachments = [_describe(manuscript, data)] if data else []
    file = BytesIO()
    metadata = _make_metadata(manuscript, edition, typeface)
    furniture = ReportFurniture(manuscript, typeface, has_front=edition is Edition.FULL)
    make_canvas = partial(_make_canvas, furniture=furniture, metadata=metadata, attachments=attachments)
    _make_document(file, metadata, typeface).build(story, canvasmaker=make_canvas)
    return file.getvalue()


def _make_document(file: BytesIO, metadata: Metadata, typeface: Typeface) -> BaseDocTemplate:
    body = Frame(
        SIDE,
        BOTTOM,
        _WIDTH - 2 * SIDE,
        _HEIGHT - TOP - BOTTOM,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    return BaseDocTemplate(
        file,
        pagesize=(_WIDTH, _HEIGHT),
        pageTemplates=[PageTemplate(frames=[body])],
        title=metadata.title,
        author=metadata.author,
        creator=metadata.author,
        subject=metadata.subject,
        displayDocTitle=1,
        # No clock and no chance: the same input gives the same bytes.
        invariant=1,
        pageCompression=1,
        # Else every page names a font that is not embedded.
        initialFontName=typeface.regular,
        initialFontSize=9.5,
    )


def _make_canvas(filename: BytesIO, *, metadata: Metadata, **settings: Any) -> PagedCanvas:
    # The document template would say these too.
    settings.pop("lang", None)
    canvas = PagedCanvas(filename, metadata=metadata, **settings)
    canvas.setDateFormatter(lambda *_: f"D:{metadata.made_at.astimezone(UTC):%Y%m%d%H%M%S}Z")
    return canvas


def _make_metadata(manuscript: Manuscript, edition: Edition, typeface: Typeface) -> Metadata:
    say, line = manuscript.say, typeface.letters.line
    subject = say("subject", edition=say(f"edition.{edition.value}"), version=manuscript.summary.content.version)
    return Metadata(line(manuscript.title) or say("untitled"), say("brand"), subject, LANGUAGE, manuscript.made_at)


def _describe(manuscript: Manuscript, data: bytes) -> Attachment:
    return Attachment(DATA_NAME, manuscript.say("data"), "application/json", data, manuscript.made_at)
