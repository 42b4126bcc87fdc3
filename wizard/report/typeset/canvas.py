"""A canvas that knows at the end what no page knew: how many there are, and on which one each section begins."""

from dataclasses import dataclass
from typing import IO, Any, Protocol

from reportlab.pdfgen.canvas import Canvas

from wizard.report.tagged.canvas import TaggedCanvas

#: A comment in the code of a page, in whose place comes the number of another page.
_PLACE = "% page of {key} %"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One finished page: its number, how many there are in all, and the section that it shows first."""

    number: int
    total: int
    section: str


class Furniture(Protocol):
    """What is drawn when everything is known."""

    def draw_leaf(self, canvas: TaggedCanvas, leaf: Leaf) -> None:
        """Draw header and footer of a page."""

    def draw_number(self, canvas: Canvas, number: int) -> None:
        """Write a page number that ends at the origin."""


class PagedCanvas(TaggedCanvas):
    """Draws the furniture of every page when the document is saved, so that nothing has to be laid out twice."""

    def __init__(
        self,
        filename: str | IO[bytes],
        *,
        pagesize: tuple[float, float],
        furniture: Furniture,
        **settings: Any,
    ) -> None:
        """Take the settings of a canvas, and what draws the furniture."""
        super().__init__(filename, pagesize=pagesize, **settings)
        self._size = pagesize
        self._furniture = furniture
        self._section = ""
        self._shown: list[str] = []
        self._shows: str | None = None
        self._pages_by_key: dict[str, int] = {}
        self._asked: list[tuple[int, str]] = []

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
        self._asked.append((len(self._shown), key))
        self._code.append(_PLACE.format(key=key))

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """End the page."""
        self._shown.append(self._section if self._shows is None else self._shows)
        self._shows = None
        super().showPage()

    def save(self) -> None:
        """Draw what was left open on all pages, then write the file."""
        pages = self._doc.Pages.pages
        for page, key in self._asked:
            self._code.clear()
            self._furniture.draw_number(self, self._pages_by_key[key])
            pages[page].stream = pages[page].stream.replace(_PLACE.format(key=key), "\n".join(self._code))
        for number, section in enumerate(self._shown, start=1):
            self._code.clear()
            self._furniture.draw_leaf(self, Leaf(number, len(self._shown), section))
            pages[number - 1].stream += "\n".join([*self._code, ""])
        # What is left is the beginning of a page that never comes.
        self._code.clear()
        super().save()
