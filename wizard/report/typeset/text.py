"""Text that flows: broken into lines, over pages if need be, and never wider than it is allowed.

Written instead of ReportLab's Paragraph, which reads its text as XML: what people type is only ever text here, and
a word of 10,000 letters is as good as any other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import getAscentDescent
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable

from wizard.report.typeset.lines import Line, Run, break_lines, measure

#: Fewer lines than this are never left alone on a page.
_TOGETHER = 2

_colour = lru_cache(maxsize=64)(HexColor)


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set. Sizes in points; `hanging` moves every line in, and a bullet stands in that space."""

    face: str
    size: float
    leading: float
    colour: str
    before: float = 0
    after: float = 0
    hanging: float = 0


class Text(Flowable):
    """A text of runs. Where it is split over pages, at least two lines stand on each side."""

    def __init__(self, runs: Sequence[Run], style: Style, *, bullet: str = "", lines: Sequence[Line] = ()) -> None:
        """Take runs, or `lines` that are broken already."""
        super().__init__()
        self.runs = runs
        self.style = style
        self.bullet = bullet
        self._lines = lines
        self._broken_for: float | None = None

    def getSpaceBefore(self) -> float:  # noqa: N802 - ReportLab's name
        """Give the space above, in points."""
        return self.style.before

    def getSpaceAfter(self) -> float:  # noqa: N802 - ReportLab's name
        """Give the space below, in points."""
        return self.style.after

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """Break the lines, unless they are broken for this width."""
        if self.runs and self._broken_for != aW:
            self._lines = tuple(break_lines(self.runs, self.style.size, aW - self.style.hanging))
            self._broken_for = aW
        self.width, self.height = aW, len(self._lines) * self.style.leading
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - ReportLab's names
        """Give what fits and the rest; nothing where too little fits."""
        self.wrap(aW, aH)
        lines = self._lines
        fits = int((aH + 1e-6) / self.style.leading)
        if fits >= len(lines):
            return [self]
        fits = min(fits, len(lines) - _TOGETHER)
        if fits < _TOGETHER:
            return []
        first = Text((), self.style, bullet=self.bullet, lines=lines[:fits])
        return [first, Text((), self.style, lines=lines[fits:])]

    def draw(self) -> None:
        """Write the lines."""
        style = self.style
        ascent, descent = getAscentDescent(style.face, style.size)
        baseline = self.height - (style.leading - ascent + descent) / 2 - ascent
        pen = _Pen(self.canv.beginText(0, baseline), style.size)
        if self.bullet and self._lines:
            pen.write(Run(self.bullet, style.face, style.colour))
        for place, line in enumerate(self._lines):
            y = baseline - place * style.leading
            pen.text.setTextOrigin(style.hanging, y)
            for run in line:
                pen.write(run)
            self._link(line, y + descent, y + ascent)
        self.canv.drawText(pen.text)

    def _link(self, line: Line, bottom: float, top: float) -> None:
        if not any(run.href for run in line):
            return
        x = self.style.hanging
        for run in line:
            width = measure(run.text, run.face, self.style.size)
            if run.href:
                self.canv.linkURL(run.href, (x, bottom, x + width, top), relative=1)
            x += width


class _Pen:
    """Writes runs, and sets face and colour only where they change."""

    def __init__(self, text: PDFTextObject, size: float) -> None:
        self.text = text
        self.size = size
        self._face = self._ink = ""

    def write(self, run: Run) -> None:
        if run.face != self._face:
            self._face = run.face
            self.text.setFont(run.face, self.size)
        if run.colour != self._ink:
            self._ink = run.colour
            self.text.setFillColor(_colour(run.colour))
        self.text.textOut(run.text)
