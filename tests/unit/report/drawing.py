"""Draws blocks on pages of any height, as a report is drawn, with nothing of a report around them."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from tests.unit.report.structure import Tree
from wizard.report.blocks import Block, Title
from wizard.report.tagged.attachments import Attachment
from wizard.report.tagged.canvas import TaggedCanvas
from wizard.report.tagged.elements import Element
from wizard.report.tagged.metadata import Metadata
from wizard.report.typeset.canvas import Leaf, PagedCanvas
from wizard.report.typeset.typeface import load_typeface
from wizard.report.typeset.typesetter import Typesetter

METADATA = Metadata("Titel", "Nogen", "Emne & <mere>", "da-DK", datetime(2026, 11, 23, 9, 30, tzinfo=UTC))
_WIDTH = 500.0
_MARGIN = 20.0


class _PlainFurniture:
    """A page number at the foot, and nothing else."""

    def draw_leaf(self, canvas: TaggedCanvas, leaf: Leaf) -> None:
        with canvas.as_artifact("/Type /Pagination /Subtype /Footer"):
            canvas.drawString(_MARGIN, 5, str(leaf.number))

    def draw_number(self, canvas: Canvas, number: int) -> None:
        canvas.drawRightString(0, 0, f" {number}")


def draw_blocks(content: Sequence[Block], fonts: Path, *, height: float = 800) -> Tree:
    """Draw blocks under a title. `height` is the room for text on a page, in points."""
    story = Typesetter(load_typeface(fonts), _WIDTH - 2 * _MARGIN).set([Title("Titel"), *content])
    return draw_flowables(story, fonts, height=height)


def draw_flowables(story: list[Flowable], fonts: Path, *, height: float = 800) -> Tree:
    """Draw flowables on as many pages as they need."""
    file = BytesIO()
    face = load_typeface(fonts).regular
    frame = Frame(_MARGIN, _MARGIN, _WIDTH - 2 * _MARGIN, height, 0, 0, 0, 0)
    document = BaseDocTemplate(
        file,
        pagesize=(_WIDTH, height + 2 * _MARGIN),
        pageTemplates=[PageTemplate(frames=[frame])],
        displayDocTitle=1,
        invariant=1,
        initialFontName=face,
        initialFontSize=9,
    )
    document.build(story, canvasmaker=partial(_make_canvas, furniture=_PlainFurniture()))
    return Tree(file.getvalue())


def _make_canvas(filename: BytesIO, **settings: Any) -> PagedCanvas:
    settings.pop("lang", None)
    return PagedCanvas(filename, metadata=METADATA, **settings)


def draw_on_canvas(
    draw: Callable[[TaggedCanvas], None],
    fonts: Path,
    *,
    kind: type[TaggedCanvas] = TaggedCanvas,
    attachments: Sequence[Attachment] = (),
) -> bytes:
    """Have something drawn on an empty canvas in an embedded font, and give the file."""
    file = BytesIO()
    face = load_typeface(fonts).regular
    make = partial(kind, pagesize=(_WIDTH, 800), metadata=METADATA, attachments=attachments)
    canvas = make(file, invariant=1, initialFontName=face, initialFontSize=9)
    canvas.setTitle(METADATA.title)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    draw(canvas)
    canvas.save()
    return file.getvalue()


def write(canvas: TaggedCanvas, text: str, element: Element, y: float = 700) -> None:
    """Write a line that is content of an element."""
    canvas.mark(element)
    canvas.drawString(50, y, text)
    canvas.unmark()


def draw_title(canvas: TaggedCanvas) -> None:
    """Write what every document has."""
    write(canvas, "Titel", Element("H1"), 780)


def read_drawn(draw: Callable[[TaggedCanvas], None], fonts: Path) -> Tree:
    """Have something drawn under a title, and read it back."""

    def draw_all(canvas: TaggedCanvas) -> None:
        draw_title(canvas)
        draw(canvas)

    return Tree(draw_on_canvas(draw_all, fonts))
