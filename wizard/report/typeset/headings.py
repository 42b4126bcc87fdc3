"""Headings, and the list of them with pages."""

from collections.abc import Sequence
from typing import cast

from reportlab.platypus import Flowable

from wizard.report.typeset.canvas import PagedCanvas
from wizard.report.typeset.lines import Run
from wizard.report.typeset.text import Style, Text


class Heading(Text):
    """A heading that can be found: by bookmark, from the contents, and at the top of its pages."""

    def __init__(self, runs: Sequence[Run], style: Style, key: str, level: int) -> None:
        """Take a `key` that is unique in the document, and a `level` from 1."""
        super().__init__(runs, style)
        self.key = key
        self.level = level
        self.title = "".join(run.text for run in runs)

    def draw(self) -> None:
        """Note where it stands, then write it."""
        canvas = cast(PagedCanvas, self.canv)
        canvas.bookmarkHorizontal(self.key, 0, self.height + self.style.leading / 2)
        canvas.begin_section(self.key, self.title, self.level)
        super().draw()


class PageNumber(Flowable):
    """The number of the page where a section begins, at the right edge; the whole line is a link to it."""

    def __init__(self, key: str, title: str, leading: float, reach: float) -> None:
        """Take the section's key and title; `reach` is how far to the left the link goes, in points."""
        super().__init__()
        self.key = key
        self.title = title
        self.height = leading
        self.reach = reach

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """Take the whole width, one line high."""
        self.width = aW
        return aW, self.height

    def draw(self) -> None:
        """Leave the place for the number."""
        canvas = cast(PagedCanvas, self.canv)
        canvas.saveState()
        canvas.translate(self.width, self.height * 0.31)
        canvas.draw_page_of(self.key)
        canvas.restoreState()
        canvas.linkRect(self.title, self.key, (-self.reach, 0, self.width, self.height), relative=1, Border="[0 0 0]")
