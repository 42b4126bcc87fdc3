"""Small things that stand beside text: a word on a colour, a number in a ring, a box to tick."""

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from wizard.report import palette


class Badge(Flowable):
    """A word in white on a colour, at the left or right edge of what it stands in."""

    def __init__(self, word: str, colour: str, face: str, *, at_right: bool = False) -> None:
        """Take a word that is clean already."""
        super().__init__()
        self.at_right = at_right
        self._indent = 0.0
        self.word = word
        self.colour = colour
        self.face = face
        self.width, self.height = stringWidth(word, face, 8.5) + 12, 14.5

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """Give its size, and note where the right edge is."""
        self._indent = aW - self.width if self.at_right else 0.0
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        self.canv.translate(self._indent, 0)
        self.canv.setFillColor(HexColor(self.colour))
        self.canv.roundRect(0, 0, self.width, self.height, 3, stroke=0, fill=1)
        self.canv.setFillColor(HexColor(palette.WHITE))
        self.canv.setFont(self.face, 8.5)
        self.canv.drawString(6, 4.3, self.word)


class Numeral(Flowable):
    """A number in a ring, as the risk matrix shows it."""

    def __init__(self, number: int, colour: str, face: str) -> None:
        """Take a number of at most two digits."""
        super().__init__()
        self.number = number
        self.colour = colour
        self.face = face
        self.width = self.height = 15.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """Give its size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        self.canv.setFillColor(HexColor(palette.WHITE))
        self.canv.setStrokeColor(HexColor(self.colour))
        self.canv.setLineWidth(1)
        self.canv.circle(7.5, 7.5, 7, stroke=1, fill=1)
        self.canv.setFillColor(HexColor(palette.INK))
        self.canv.setFont(self.face, 8)
        self.canv.drawCentredString(7.5, 4.7, str(self.number))


class TickBox(Flowable):
    """A box to tick on paper; it is ticked where a point is done, and struck where it does not matter."""

    def __init__(self, *, is_done: bool, is_dropped: bool) -> None:
        """Take how far the point is."""
        super().__init__()
        self.is_done = is_done
        self.is_dropped = is_dropped
        self.width, self.height = 11.0, 13.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """Give its size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        canvas = self.canv
        canvas.setStrokeColor(HexColor(palette.INK))
        canvas.setLineWidth(0.9)
        canvas.rect(0.5, 1, 10, 10, stroke=1, fill=0)
        if self.is_done:
            canvas.setLineWidth(1.6)
            canvas.lines([(2.8, 6, 5, 3.4), (5, 3.4, 8.8, 9)])
        elif self.is_dropped:
            canvas.line(2.8, 6, 8.2, 6)
