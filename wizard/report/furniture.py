"""What stands on every page: header, footer, and the page numbers of the contents."""

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from wizard.report import palette
from wizard.report.manuscript import Manuscript
from wizard.report.tagged.canvas import TaggedCanvas
from wizard.report.typeset.canvas import Leaf
from wizard.report.typeset.typeface import Typeface

SIDE = 57.0
TOP = 72.0
BOTTOM = 60.0
_SIZE = 8.0
#: No header has room for more, however narrow they are.
_MOST_LETTERS = 300
#: A header names the project; it does not tell a story.
_MOST_WORDS = 7


class ReportFurniture:
    """Draws the header with the project and the section, and the footer with the page."""

    def __init__(self, manuscript: Manuscript, typeface: Typeface, *, has_front: bool) -> None:
        """Take what the report is about, and whether its first page is a front page."""
        self._manuscript = manuscript
        self._face = typeface.regular
        self._has_front = has_front
        self._title = typeface.letters.line(manuscript.title) or manuscript.say("untitled")
        self._footer = manuscript.say("footer", date=manuscript.say_date(manuscript.made_at))

    def draw_leaf(self, canvas: TaggedCanvas, leaf: Leaf) -> None:
        """Draw header and footer; the front page has a band instead of a header."""
        with canvas.as_artifact("/Type /Pagination /Subtype /Header"):
            self._draw_header(canvas, leaf)
        with canvas.as_artifact("/Type /Pagination /Subtype /Footer"):
            self._draw_footer(canvas, leaf)

    def draw_number(self, canvas: Canvas, number: int) -> None:
        """Write the page of a section in the contents, after a space: to the ear it stands right after the title."""
        canvas.setFillColor(HexColor(palette.INK))
        canvas.setFont(self._face, 10)
        canvas.drawRightString(0, 0, f" {number}")

    def _draw_header(self, canvas: Canvas, leaf: Leaf) -> None:
        width, height = A4
        if leaf.number == 1:
            canvas.setFillColor(HexColor(palette.ACCENT))
            canvas.rect(0, height - 10, width, 10, stroke=0, fill=1)
        if leaf.number == 1 and self._has_front:
            return
        canvas.setStrokeColor(HexColor(palette.RULE))
        canvas.setLineWidth(0.5)
        canvas.line(SIDE, height - 54, width - SIDE, height - 54)
        canvas.setFillColor(HexColor(palette.MUTED))
        canvas.setFont(self._face, _SIZE)
        if leaf.number == 1:
            canvas.drawString(SIDE, height - 48, self._manuscript.say("brand"))
            return
        canvas.drawString(SIDE, height - 37, _shorten(self._title, self._face, (width - 2 * SIDE) / 2))
        canvas.drawString(SIDE, height - 48, leaf.section)

    def _draw_footer(self, canvas: Canvas, leaf: Leaf) -> None:
        width = A4[0]
        canvas.setStrokeColor(HexColor(palette.RULE))
        canvas.setLineWidth(0.5)
        canvas.line(SIDE, 46, width - SIDE, 46)
        canvas.setFillColor(HexColor(palette.MUTED))
        canvas.setFont(self._face, _SIZE)
        canvas.drawString(SIDE, 34, self._footer)
        page = self._manuscript.say("page", number=leaf.number, total=leaf.total)
        canvas.drawRightString(width - SIDE, 34, page)


def _shorten(text: str, face: str, width: float) -> str:
    """Cut a text that is too long or too wide, and show that it is cut."""
    words = text[:_MOST_LETTERS].split(" ")
    if len(text) <= _MOST_LETTERS and len(words) <= _MOST_WORDS and stringWidth(text, face, _SIZE) <= width:
        return text
    text = " ".join(words[:_MOST_WORDS])
    while text and stringWidth(f"{text}…", face, _SIZE) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"
