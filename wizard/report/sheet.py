"""A drawing that is measured from its top left corner, in the shapes that `svg` can write."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from reportlab.graphics.shapes import Circle, Drawing, Line, Rect, String
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import simpleSplit

from wizard.report import palette

_colour = lru_cache(maxsize=64)(HexColor)


@dataclass(frozen=True, slots=True)
class Faces:
    """The names of two registered fonts. Those that every PDF reader has serve to measure a picture for the page."""

    regular: str = "Helvetica"
    bold: str = "Helvetica-Bold"


#: The faces to measure with where the reader's browser chooses the font.
SCREEN = Faces()


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `top` is counted downwards."""

    left: float
    top: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """The height halfway between top and bottom."""
        return self.top + self.height / 2

    def inset(self, across: float, down: float) -> "Box":
        """Give the box that lies this far inside it."""
        return Box(self.left + across, self.top + down, self.width - 2 * across, self.height - 2 * down)


class Sheet:
    """A drawing under way."""

    def __init__(self, width: float, height: float, faces: Faces) -> None:
        """Begin an empty drawing; sizes in points."""
        # Unless it is told, a drawing begins in a font that is not embedded.
        self.drawing = Drawing(width, height, initialFontName=faces.regular)
        self.faces = faces

    def fill(self, box: Box, colour: str, *, radius: float = 0) -> None:
        """Fill a rectangle."""
        y = self.drawing.height - box.top - box.height
        rect = Rect(box.left, y, box.width, box.height, rx=radius, ry=radius)
        rect.fillColor = _colour(colour)
        rect.strokeColor = None
        self.drawing.add(rect)

    def rule(self, top: float) -> None:
        """Draw a light line across."""
        y = self.drawing.height - top
        self.drawing.add(Line(0, y, self.drawing.width, y, strokeColor=_colour(palette.RULE), strokeWidth=0.75))

    def ring(self, x: float, top: float, radius: float, colour: str) -> None:
        """Draw a white circle with a coloured edge."""
        circle = Circle(x, self.drawing.height - top, radius)
        circle.fillColor = _colour(palette.WHITE)
        circle.strokeColor = _colour(colour)
        circle.strokeWidth = 1
        self.drawing.add(circle)

    def text(
        self,
        x: float,
        top: float,
        text: str,
        *,
        size: float = 10,
        colour: str = palette.INK,
        bold: bool = False,
        anchor: Literal["start", "middle", "end"] = "start",
    ) -> None:
        """Write one line whose baseline lies at `top`."""
        y = self.drawing.height - top
        ink = _colour(colour)
        face = self.faces.bold if bold else self.faces.regular
        self.drawing.add(String(x, y, text, fontName=face, fontSize=size, fillColor=ink, textAnchor=anchor))

    def heading(self, x: float, top: float, text: str, *, anchor: Literal["start", "middle", "end"] = "start") -> None:
        """Write what a column or an axis is about."""
        self.text(x, top, text, size=9, colour=palette.MUTED, bold=True, anchor=anchor)

    def label(self, x: float, middle: float, text: str, width: float) -> None:
        """Write a bold label around the height `middle`, on as many lines as it needs."""
        found = simpleSplit(text, self.faces.bold, 10, width)
        for place, line in enumerate(found):
            self.text(x, middle + 3.5 + (place - (len(found) - 1) / 2) * 12, line, bold=True)
