"""A canvas that knows at the end what no page knew: how many there are, and on which one each section begins."""

from dataclasses import dataclass
from typing import IO, Any, Protocol

from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True, slots=True)
class Leaf:
    """One finished page: its number, how many there are in all, and the section that it shows first."""

    number: int
    total: int
    section: str


class Furniture(Protocol):
    """What is drawn when everything is known."""

    def draw_leaf(self, canvas: Canvas, leaf: Leaf) -> None:
        """Draw header and footer of a page."""

    def draw_number(self, canvas: Canvas, number: int) -> None:
        """Write a page number that ends at the origin."""


class PagedCanvas(Canvas):
    """Leaves a place on each page for its furniture, and fills it when the document is saved.

    The places are form XObjects, so that nothing has to be laid out twice.
    """

    def __init__(
        self, filename: str | IO[bytes], *, pagesize: tuple[float, float], furniture: Furniture, **settings: Any
    ) -> None:
        """Take the settings of a canvas, and what draws the furniture."""
        super().__init__(filename, pagesize=pagesize, **settings)
        self._size = pagesize
        self._furniture = furniture
        self._section = ""
        self._shown: list[str] = []
        self._shows: str | None = None
        self._pages_by_key: dict[str, int] = {}
        self._asked: list[str] = []

    def begin_section(self, key: str, title: str, level: int) -> None:
        """Note that a heading stands here: for bookmarks, links, the header, and who asks for its page.

        `level` counts from 1; the first level names the page.
        """
        self._pages_by_key[key] = self.getPageNumber()
        self.addOutlineEntry(title, key, level - 1)
        if level > 1:
            return
        height = self.absolutePosition(0, 0)[1]
        if self._shows is None and height > self._size[1] * 0.85:
            self._shows = title
        elif self._shows is None:
            self._shows = self._section
        self._section = title

    def draw_page_of(self, key: str) -> None:
        """Write the number of the page where a section begins, so that it ends at the origin."""
        self._asked.append(key)
        self.doForm(f"page-of-{key}")

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """End the page."""
        self._shown.append(self._section if self._shows is None else self._shows)
        self._shows = None
        self.doForm(f"leaf-{len(self._shown)}")
        super().showPage()

    def save(self) -> None:
        """Draw all furniture, then write the file."""
        for number, section in enumerate(self._shown, start=1):
            self.beginForm(f"leaf-{number}", 0, 0, *self._size)
            self._furniture.draw_leaf(self, Leaf(number, len(self._shown), section))
            self.endForm()
        for key in dict.fromkeys(self._asked):
            self.beginForm(f"page-of-{key}", -40, -5, 5, 15)
            self._furniture.draw_number(self, self._pages_by_key[key])
            self.endForm()
        # What is left in the buffer is the preamble of a page that is never begun.
        self._code: list[str] = []
        super().save()
