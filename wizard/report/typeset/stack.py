"""Flowables above each other: what a cell of a table holds, and a heading with what it leads."""

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

#: More than any page holds.
_ENDLESS = 1e6


def measure_stack(content: Sequence[Flowable], canvas: Canvas, width: float) -> float:
    """Give the height of flowables above each other, with the space between them but none above and below."""
    height = previous = 0.0
    for place, flowable in enumerate(content):
        height += flowable.wrapOn(canvas, width, _ENDLESS)[1]
        if place:
            height += max(previous, flowable.getSpaceBefore())
        previous = flowable.getSpaceAfter()
    return height


def draw_stack(content: Sequence[Flowable], canvas: Canvas, x: float, top: float) -> None:
    """Draw flowables that have been measured, the first with its upper edge at `top`."""
    previous = 0.0
    for place, flowable in enumerate(content):
        if place:
            top -= max(previous, flowable.getSpaceBefore())
        top -= flowable.height
        flowable.drawOn(canvas, x, top)
        previous = flowable.getSpaceAfter()


def split_stack(
    content: Sequence[Flowable], canvas: Canvas, width: float, height: float
) -> tuple[list[Flowable], list[Flowable]]:
    """Split flowables into what fits within `height` and the rest. Both are to be measured anew."""
    used = previous = 0.0
    for place, flowable in enumerate(content):
        space = max(previous, flowable.getSpaceBefore()) if place else 0.0
        needed = flowable.wrapOn(canvas, width, _ENDLESS)[1]
        if used + space + needed > height + 1e-6:
            parts = flowable.splitOn(canvas, width, height - used - space)
            taken = len(parts) > 1
            head = [*content[:place], *parts[: int(taken)]]
            return head, [*(parts[1:] if taken else [flowable]), *content[place + 1 :]]
        used += space + needed
        previous = flowable.getSpaceAfter()
    return list(content), []


class Kept(Flowable):
    """Flowables that stay together with the beginning of the last one: a heading is never alone at the foot."""

    def __init__(self, content: Sequence[Flowable], *, is_whole: bool = False) -> None:
        """Take at least one flowable. Only the last may be split; if `is_whole`, only where a page is too small."""
        super().__init__()
        self.content = content
        self.is_whole = is_whole
        self._has_moved = False

    def getSpaceBefore(self) -> float:  # noqa: N802 - ReportLab's name
        """Give the space above the first."""
        return self.content[0].getSpaceBefore()

    def getSpaceAfter(self) -> float:  # noqa: N802 - ReportLab's name
        """Give the space below the last."""
        return self.content[-1].getSpaceAfter()

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """Measure all of it."""
        self.width, self.height = aW, measure_stack(self.content, self.canv, aW)
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - ReportLab's names
        """Split the last one; where its beginning doesn't fit, all goes to the next page."""
        head, rest = split_stack(self.content, self.canv, aW, aH)
        if len(head) == len(self.content) and (self._has_moved or not self.is_whole):
            return [Kept(head), *rest]
        if self._has_moved:
            # A fresh page is too small as well: let go.
            return [*head, *rest]
        self._has_moved = True
        return []

    def draw(self) -> None:
        """Draw all of it."""
        draw_stack(self.content, self.canv, 0, self.height)


class FirstFit(Flowable):
    """The first of several versions that fits in what is left of the page; the last one if none does."""

    def __init__(self, versions: Sequence[Sequence[Flowable]]) -> None:
        """Take versions of the same content, the fullest first."""
        super().__init__()
        self.versions = versions
        self._chosen: Sequence[Flowable] = ()

    def getSpaceBefore(self) -> float:  # noqa: N802 - ReportLab's name
        """Give the space above the first."""
        return self.versions[-1][0].getSpaceBefore()

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """Choose."""
        self.width = aW
        for version in self.versions:
            self._chosen = version
            self.height = measure_stack(version, self.canv, aW)
            if self.height <= aH:
                break
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - ReportLab's names
        """Let the last version flow; where not even its beginning fits, all goes to the next page."""
        head, rest = split_stack(self.versions[-1], self.canv, aW, aH)
        return [*head, *rest] if head else []

    def draw(self) -> None:
        """Draw the chosen version."""
        draw_stack(self._chosen, self.canv, 0, self.height)
