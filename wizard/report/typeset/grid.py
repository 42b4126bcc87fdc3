"""A table: light rules between rows, a head that is repeated on every page, and rows that may be split."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import cast

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from wizard.report.tagged.canvas import TaggedCanvas
from wizard.report.tagged.elements import Element
from wizard.report.typeset.stack import draw_stack, measure_stack, split_stack


@dataclass(frozen=True, slots=True)
class Look:
    """How a table looks. Measures in points, colours in hex; `rule` empty draws none."""

    rule: str
    head: str = ""
    above: float = 4.5
    below: float = 5
    #: Between columns.
    gutter: float = 8
    #: Inside the left and right edge.
    edge: float = 0
    #: A row is split only where at least this much of it can stand; else it goes to the next page whole. And a row that
    #: is no taller does not stand alone at the foot of a page when the next one is no taller either.
    least_part: float = 120
    #: Above the table.
    before: float = 0


@dataclass(frozen=True, slots=True)
class RowElements:
    """What a row is, and what its cells are; what stands in a cell that is None belongs to the row."""

    row: Element
    cells: Sequence[Element | None]


@dataclass(slots=True)
class Row:
    """Cells, each a column of flowables. `tint` lies behind the row.

    Without `elements` the row only sets things side by side: what is in it belongs to what is open.
    """

    cells: Sequence[Sequence[Flowable]]
    tint: str = ""
    elements: RowElements | None = None
    is_ruled: bool = True
    height: float = field(default=-1.0, init=False)

    def measure(self, canvas: Canvas, widths: Sequence[float], look: Look) -> float:
        """Give the height of the row, measuring it the first time."""
        if self.height < 0:
            tallest = max(measure_stack(cell, canvas, width) for cell, width in zip(self.cells, widths, strict=True))
            self.height = tallest + look.above + look.below
        return self.height


class Grid(Flowable):
    """A table as wide as it is allowed. `widths` in points; a column of width 0 takes what is left.

    Where it goes on over the page it is the same `element`, and its head is there only to be seen.
    """

    def __init__(
        self,
        widths: Sequence[float],
        rows: Sequence[Row],
        look: Look,
        *,
        head: Row | None = None,
        element: Element | None = None,
    ) -> None:
        """Take rows with as many cells as there are widths."""
        super().__init__()
        self.widths = widths
        self.rows = rows
        self.look = look
        self.head = head
        self.element = element
        self._goes_on = False

    def getSpaceBefore(self) -> float:  # noqa: N802 - ReportLab's name
        """Give the space above."""
        return self.look.before

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """Measure every row."""
        self.width = aW
        inner = self._inner_widths(aW)
        rows = (*((self.head,) if self.head else ()), *self.rows)
        self.height = sum(row.measure(self.canv, inner, self.look) for row in rows)
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - ReportLab's names
        """Give the rows that fit and the rest. A row that is too tall is split inside its cells."""
        self.wrap(aW, aH)
        room = aH - (self.head.height if self.head else 0)
        fits = 0
        while fits < len(self.rows) and self.rows[fits].height <= room + 1e-6:
            room -= self.rows[fits].height
            fits += 1
        if fits == len(self.rows):
            return [self]
        above, below = list(self.rows[:fits]), list(self.rows[fits:])
        parts = self._split_row(below[0], room) if room >= self.look.least_part else None
        if parts:
            above.append(parts[0])
            below[0] = parts[1]
        is_alone = len(above) == 1 and not parts and max(above[0].height, below[0].height) <= self.look.least_part
        if not above or is_alone:
            return []
        return [self._part(above, goes_on=self._goes_on), self._part(below, goes_on=True)]

    def _part(self, rows: Sequence[Row], *, goes_on: bool) -> "Grid":
        part = Grid(self.widths, rows, self.look, head=self.head, element=self.element)
        part._goes_on = goes_on
        return part

    def _split_row(self, row: Row, room: float) -> tuple[Row, Row] | None:
        room -= self.look.above + self.look.below
        inner = self._inner_widths(self.width)
        parts = [split_stack(cell, self.canv, width, room) for cell, width in zip(row.cells, inner, strict=True)]
        # Each cell that holds anything has to begin here, or the parts would not belong together.
        if any(rest and not head for head, rest in parts):
            return None
        first = Row([head for head, _ in parts], row.tint, row.elements, is_ruled=False)
        return first, Row([rest for _, rest in parts], row.tint, row.elements, row.is_ruled)

    def _inner_widths(self, width: float) -> list[float]:
        look = self.look
        free = width - sum(self.widths) - look.gutter * (len(self.widths) - 1) - 2 * look.edge
        elastic = self.widths.count(0)
        return [given or free / elastic for given in self.widths]

    def draw(self) -> None:
        """Draw rows from the top."""
        canvas, look = cast(TaggedCanvas, self.canv), self.look
        inner = self._inner_widths(self.width)
        rows = (*((self.head,) if self.head else ()), *self.rows)
        self._draw_ground(canvas, rows)
        if self.element:
            canvas.enter(self.element)
        top = self.height
        for row in rows:
            with canvas.as_artifact(_REPEATED) if row is self.head and self._goes_on else nullcontext():
                _draw_row(canvas, row, inner, top - look.above, look)
            top -= row.height
        if self.element:
            canvas.leave()

    def _draw_ground(self, canvas: TaggedCanvas, rows: Sequence[Row]) -> None:
        """Draw the colours behind the rows and then the rules between them."""
        look = self.look
        tops = [self.height]
        for row in rows:
            tops.append(tops[-1] - row.height)
        canvas.mark_artifact()
        for row, bottom in zip(rows, tops[1:], strict=True):
            if row.tint:
                canvas.setFillColor(HexColor(row.tint))
                canvas.rect(0, bottom, self.width, row.height, stroke=0, fill=1)
        if look.rule:
            canvas.setStrokeColor(HexColor(look.rule))
            canvas.setLineWidth(0.5)
            ruled = [bottom for row, bottom in zip(rows, tops[1:], strict=True) if row.is_ruled]
            canvas.lines([(0, bottom, self.width, bottom) for bottom in ruled])
        canvas.unmark()


#: What a head is that stands above a table once more (ISO 32000-1, 14.8.2.2.2).
_REPEATED = "/Type /Pagination"


def _draw_row(canvas: TaggedCanvas, row: Row, widths: Sequence[float], top: float, look: Look) -> None:
    elements = row.elements
    if elements:
        canvas.enter(elements.row)
    x = look.edge
    for place, (cell, width) in enumerate(zip(row.cells, widths, strict=True)):
        element = elements.cells[place] if elements else None
        if element:
            canvas.enter(element)
        draw_stack(cell, canvas, x, top)
        if element:
            canvas.leave()
        x += width + look.gutter
    if elements:
        canvas.leave()
