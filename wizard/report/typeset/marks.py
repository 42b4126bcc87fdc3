"""Small things that stand beside text: a word on a colour, a number in a ring, a box to tick."""

from typing import cast

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from wizard.report import palette
from wizard.report.tagged.canvas import TaggedCanvas
from wizard.report.tagged.elements import Element


class Badge(Flowable):
    """A word in white on a colour, at the left or right edge of what it stands in."""

    def __init__(self, word: str, colour: str, face: str, *, at_right: bool = False) -> None:
        """Take a word that is clean already."""
        super().__init__()
        self.element = Element("P")
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
        canvas = cast(TaggedCanvas, self.canv)
        canvas.translate(self._indent, 0)
        canvas.mark_artifact()
        canvas.setFillColor(HexColor(self.colour))
        canvas.roundRect(0, 0, self.width, self.height, 3, stroke=0, fill=1)
        canvas.unmark()
        canvas.mark(self.element)
        canvas.setFillColor(HexColor(palette.WHITE))
        canvas.setFont(self.face, 8.5)
        canvas.drawString(6, 4.3, self.word)
        canvas.unmark()


class Numeral(Flowable):
    """A number in a ring, as the risk matrix shows it."""

    def __init__(self, number: int, colour: str, face: str, *, is_decoration: bool = False) -> None:
        """Take a number of at most two digits; `is_decoration` where the text beside it says it too."""
        super().__init__()
        self.number = number
        self.colour = colour
        self.face = face
        self.element = Element("P")
        self.is_decoration = is_decoration
        self.width = self.height = 15.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """Give its size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        canvas = cast(TaggedCanvas, self.canv)
        canvas.mark_artifact()
        canvas.setFillColor(HexColor(palette.WHITE))
        canvas.setStrokeColor(HexColor(self.colour))
        canvas.setLineWidth(1)
        canvas.circle(7.5, 7.5, 7, stroke=1, fill=1)
        if not self.is_decoration:
            canvas.unmark()
            canvas.mark(self.element)
        canvas.setFillColor(HexColor(palette.INK))
        canvas.setFont(self.face, 8)
        canvas.drawCentredString(7.5, 4.7, str(self.number))
        canvas.unmark()


class TickBox(Flowable):
    """A box to tick on paper with a word beside it: ticked where it is done, struck where it does not matter."""

    def __init__(self, word: str, face: str, *, is_done: bool, is_dropped: bool) -> None:
        """Take a word that is clean already; without one there is only the box, and the text beside it says it all."""
        super().__init__()
        self.element = Element("P")
        self.word = word
        self.face = face
        self.is_done = is_done
        self.is_dropped = is_dropped
        self.width, self.height = 16.0 + stringWidth(word, face, 8.5), 13.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """Give its size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        canvas = cast(TaggedCanvas, self.canv)
        canvas.mark_artifact()
        canvas.setStrokeColor(HexColor(palette.INK))
        canvas.setLineWidth(0.9)
        canvas.rect(0.5, 1, 10, 10, stroke=1, fill=0)
        if self.is_done:
            canvas.setLineWidth(1.6)
            canvas.lines([(2.8, 6, 5, 3.4), (5, 3.4, 8.8, 9)])
        elif self.is_dropped:
            canvas.line(2.8, 6, 8.2, 6)
        canvas.unmark()
        if self.word:
            canvas.mark(self.element)
            canvas.setFillColor(HexColor(palette.INK))
            canvas.setFont(self.face, 8.5)
            canvas.drawString(15, 3, self.word)
            canvas.unmark()


class Figure(Flowable):
    """A picture with its alternative text, and where it stands."""

    def __init__(self, drawing: Flowable, element: Element) -> None:
        """Take a drawing and an element of type `Figure`."""
        super().__init__()
        self.drawing = drawing
        self.element = element

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """Give the drawing's size."""
        self.width, self.height = self.drawing.wrap(aW, aH)
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        canvas = cast(TaggedCanvas, self.canv)
        left, bottom = canvas.absolutePosition(0, 0)
        self.element.box = (left, bottom, left + self.width, bottom + self.height)
        canvas.mark(self.element)
        self.drawing.drawOn(canvas, 0, 0)
        canvas.unmark()
