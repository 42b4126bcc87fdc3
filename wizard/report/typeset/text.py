"""Text that flows: broken into lines, over pages if need be, and never wider than it is allowed.

Written instead of ReportLab's Paragraph, which reads its text as XML: what people type is only ever text here, and
a word of 10,000 letters is as good as any other. And this one says in the structure tree what it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import getAscentDescent
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable

from wizard.report.tagged.canvas import TaggedCanvas
from wizard.report.tagged.elements import Element
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


@dataclass(frozen=True, slots=True)
class Bullet:
    """What stands before a text, and what it is."""

    text: str
    element: Element


class Text(Flowable):
    """A text of runs. Where it is split over pages, at least two lines stand on each side.

    `element` is what it is; where there is none it belongs to what is open.
    """

    def __init__(
        self,
        runs: Sequence[Run],
        style: Style,
        element: Element | None = None,
        *,
        bullet: Bullet | None = None,
        lines: Sequence[Line] = (),
    ) -> None:
        """Take runs, or `lines` that are broken already."""
        super().__init__()
        self.runs = runs
        self.style = style
        self.element = element
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
        return [self._begin(lines[:fits]), Text((), self.style, self.element, lines=lines[fits:])]

    def _begin(self, lines: Sequence[Line]) -> "Text":
        return Text((), self.style, self.element, bullet=self.bullet, lines=lines)

    def draw(self) -> None:
        """Write the lines; where there is nothing to see there is nothing to hear either."""
        if not self._lines:
            return
        canvas, style = cast(TaggedCanvas, self.canv), self.style
        ascent, descent = _extent(style.face, style.size)
        baseline = self.height - (style.leading - ascent + descent) / 2 - ascent
        if self.bullet:
            # Read before the text, and so placed before it.
            canvas.place(self.bullet.element)
        if self.element:
            canvas.enter(self.element)
        pen = _Pen(canvas, canvas.beginText(0, baseline), style.size)
        if self.bullet:
            pen.write(Run(self.bullet.text, style.face, style.colour, element=self.bullet.element))
        y = baseline
        for line in self._lines:
            pen.text.setTextOrigin(style.hanging, y)
            x = style.hanging
            for run in line:
                pen.write(run)
                if run.href and run.element:
                    width = measure(run.text.rstrip(), run.face, style.size)
                    canvas.link(run.element, (x, y + descent, x + width, y + ascent), run.text.strip(), url=run.href)
                    x += width
                elif len(line) > 1:
                    x += measure(run.text, run.face, style.size)
            y -= style.leading
        pen.finish()
        if self.element:
            canvas.leave()


_extent = lru_cache(maxsize=64)(getAscentDescent)


class _Pen:
    """Writes runs, and sets face, colour and what is written only where they change."""

    def __init__(self, canvas: TaggedCanvas, text: PDFTextObject, size: float) -> None:
        self.text = text
        self.size = size
        # A text object has no operator for marked content, but its code is a list like the canvas's.
        self._code: list[str] = text._code  # type: ignore[attr-defined]  # noqa: SLF001 - see above
        self._canvas = canvas
        self._face = self._ink = ""
        self._has_begun = False
        self._element: Element | None = None

    def write(self, run: Run) -> None:
        if not self._has_begun or run.element is not self._element:
            self._mark(run.element)
        if run.face != self._face:
            self._face = run.face
            self.text.setFont(run.face, self.size)
        if run.colour != self._ink:
            self._ink = run.colour
            self.text.setFillColor(_colour(run.colour))
        self.text.textOut(run.text)

    def finish(self) -> None:
        if self._has_begun:
            self._code.append(self._canvas.unmarking())
            self._canvas.drawText(self.text)

    def _mark(self, element: Element | None) -> None:
        if self._has_begun:
            self._code.append(self._canvas.unmarking())
        self._code.append(self._canvas.marking(element))
        self._has_begun, self._element = True, element
