"""The structure tree: what a reader who cannot see the page is given instead of it."""

from typing import Final, TypeAlias

#: Marked content: the number of its page, and its own number on it (MCID).
Content = tuple[int, int]
#: What stands in an element: an element, content, or an annotation by its name.
Kid: TypeAlias = "Element | Content | str"


class Element:
    """A node of the structure tree, by its standard type: `P`, `H1`, `Table`, `Figure` (ISO 32000-1, 14.8.4).

    `parent` is where it belongs; where none is given it is placed under what is open when it is first drawn.
    `alternative` says what a picture shows and `summary` what a table holds, `language` is a tag (RFC 5646) where it is
    not the document's, and `attributes` are entries of its attribute object in PDF syntax: `/O /Table /Scope /Column`.
    """

    __slots__ = ("alternative", "attributes", "box", "is_placed", "kids", "language", "parent", "role", "summary")

    def __init__(
        self,
        role: str,
        parent: "Element | None" = None,
        *,
        alternative: str = "",
        summary: str = "",
        language: str = "",
        attributes: str = "",
    ) -> None:
        """Make an element that has no place yet."""
        self.role: Final = role
        self.parent = parent
        self.alternative = alternative
        self.summary = summary
        self.language = language
        self.attributes = attributes
        #: Where a figure stands on its page, in points: left, bottom, right, top.
        self.box: tuple[float, float, float, float] | None = None
        self.kids: list[Kid] = []
        self.is_placed = False

    def place(self, under: "Element") -> None:
        """Take a place in the tree, under the element's own parent or else `under`; the first time only."""
        if self.is_placed:
            return
        self.is_placed = True
        if self.parent is None:
            self.parent = under
        else:
            self.parent.place(under)
        self.parent.kids.append(self)


def column_head(parent: Element | None = None) -> Element:
    """Make a cell that names its column."""
    return Element("TH", parent, attributes="/O /Table /Scope /Column")


def row_head(parent: Element | None = None) -> Element:
    """Make a cell that names its row."""
    return Element("TH", parent, attributes="/O /Table /Scope /Row")


def listing(*, is_numbered: bool = False) -> Element:
    """Make a list."""
    return Element("L", attributes=f"/O /List /ListNumbering /{'Decimal' if is_numbered else 'Disc'}")
