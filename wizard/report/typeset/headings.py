"""Headings, and the list of them with pages."""

from collections.abc import Sequence
from typing import cast

from reportlab.platypus import Flowable

from wizard.report.tagged.elements import Element
from wizard.report.typeset.canvas import PagedCanvas
from wizard.report.typeset.lines import Line, Run
from wizard.report.typeset.text import Style, Text


class Heading(Text):
    """A heading that can be found: by bookmark, from the contents, and at the top of its pages."""

    def __init__(self, runs: Sequence[Run], style: Style, element: Element, key: str, level: int) -> None:
        """Take a `key` that is unique in the document, and a `level` from 1."""
        super().__init__(runs, style, element)
        self.key = key
        self.level = level
        self.title = "".join(run.text for run in runs)

    def _begin(self, lines: Sequence[Line]) -> Text:
        """Where a heading goes on over the page, it is found where it begins."""
        first = Heading(self.runs, self.style, cast(Element, self.element), self.key, self.level)
        first.runs, first._lines = (), lines
        return first

    def draw(self) -> None:
        """Note where it stands, then write it."""
        canvas = cast(PagedCanvas, self.canv)
        canvas.bookmarkHorizontal(self.key, 0, self.height + self.style.leading / 2)
        canvas.begin_section(self.key, self.title, self.level)
        super().draw()


class PageNumber(Flowable):
    """The number of the page where a section begins, at the right edge; the whole line is a link to it."""

    def __init__(self, key: str, title: str, leading: float, reach: float, element: Element) -> None:
        """Take the section's key and title; `reach` is how far to the left the link goes, in points."""
        super().__init__()
        self.key = key
        self.title = title
        self.height = leading
        self.reach = reach
        self.element = element

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """Take the whole width, one line high."""
        self.width = aW
        return aW, self.height

    def draw(self) -> None:
        """Leave the place for the number."""
        canvas = cast(PagedCanvas, self.canv)
        canvas.saveState()
        canvas.translate(self.width, self.height * 0.31)
        canvas.mark(self.element)
        canvas.draw_page_of(self.key)
        canvas.unmark()
        canvas.restoreState()
        canvas.link(self.element, (-self.reach, 0, self.width, self.height), self.title, key=self.key)
