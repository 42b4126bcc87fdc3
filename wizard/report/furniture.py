"""What stands on every page: header, footer, and the page numbers of the contents."""

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from wizard.report import palette
from wizard.report.manuscript import Manuscript
from wizard.report.typeset.canvas import Leaf

SIDE = 57.0
TOP = 68.0
BOTTOM = 60.0
_SIZE = 8.0
#: No header has room for more, however narrow they are.
_MOST_LETTERS = 300


class ReportFurniture:
    """Draws the header with the project and the section, and the footer with the page."""

    def __init__(self, manuscript: Manuscript) -> None:
        """Take what the report is about."""
        self._manuscript = manuscript
        letters = manuscript.setter.typeface.letters
        self._title = letters.line(manuscript.assessment.title) or manuscript.say("untitled")
        self._footer = manuscript.say("footer", date=manuscript.say_date(manuscript.made_at))

    def draw_leaf(self, canvas: Canvas, leaf: Leaf) -> None:
        """Draw header and footer; the front page has a band instead of a header."""
        width, height = A4
        face = self._manuscript.setter.typeface.regular
        canvas.setStrokeColor(HexColor(palette.RULE))
        canvas.setLineWidth(0.5)
        canvas.line(SIDE, 46, width - SIDE, 46)
        if leaf.number == 1:
            canvas.setFillColor(HexColor(palette.ACCENT))
            canvas.rect(0, height - 10, width, 10, stroke=0, fill=1)
        else:
            canvas.line(SIDE, height - 50, width - SIDE, height - 50)
        canvas.setFillColor(HexColor(palette.MUTED))
        canvas.setFont(face, _SIZE)
        if leaf.number > 1:
            room = width - 2 * SIDE - stringWidth(leaf.section, face, _SIZE) - 24
            canvas.drawString(SIDE, height - 44, _shorten(self._title, face, room))
            canvas.drawRightString(width - SIDE, height - 44, leaf.section)
        canvas.drawString(SIDE, 34, self._footer)
        page = self._manuscript.say("page", number=leaf.number, total=leaf.total)
        canvas.drawRightString(width - SIDE, 34, page)

    def draw_number(self, canvas: Canvas, number: int) -> None:
        """Write the page of a section in the contents."""
        canvas.setFillColor(HexColor(palette.INK))
        canvas.setFont(self._manuscript.setter.typeface.regular, 10)
        canvas.drawRightString(0, 0, str(number))


def _shorten(text: str, face: str, width: float) -> str:
    """Cut a text that is too wide, and show that it is cut."""
    if len(text) <= _MOST_LETTERS and stringWidth(text, face, _SIZE) <= width:
        return text
    text = text[:_MOST_LETTERS]
    while text and stringWidth(f"{text}…", face, _SIZE) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"
