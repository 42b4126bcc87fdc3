"""A canvas whose content says what it is."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFPage, PDFStream, PDFString, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from wizard.report.tagged.attachments import Attachment, attach
from wizard.report.tagged.elements import Element
from wizard.report.tagged.metadata import Metadata
from wizard.report.tagged.writing import write_tree

#: Shown on screen and printed alike (ISO 32000-1, table 165).
_PRINT = 4
_PAGE_ENTRIES = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]


class TaggedCanvas(Canvas):
    """A canvas for PDF/UA-1 (ISO 14289-1): with a structure tree, metadata, and links that are in it.

    Everything that is drawn stands between `mark` or `mark_artifact` and `unmark`.
    """

    # What ReportLab's canvas has and its types do not tell.
    _code: list[str]
    _doc: Any

    def __init__(
        self,
        filename: str | IO[bytes],
        *,
        pagesize: tuple[float, float],
        metadata: Metadata,
        attachments: Sequence[Attachment] = (),
        **settings: Any,
    ) -> None:
        """Take the settings of a canvas, what the document says of itself, and files to travel in it."""
        settings |= {"pdfVersion": (1, 7), "lang": metadata.language}
        super().__init__(filename, pagesize=pagesize, **settings)
        self._metadata = metadata
        self._attachments = attachments
        self.root = Element("Document")
        self._open = [self.root]
        self._artifacts = 0
        # Who owns each piece of marked content, by the key that its page or annotation has in the parent tree.
        self._owners: list[list[Element] | Element] = []
        self._owners_here: list[Element] | None = None
        self._key_here = 0
        self._links = 0

    # ---- structure

    def enter(self, element: Element) -> None:
        """Open an element: what is drawn until `leave` belongs to it."""
        if not self._artifacts:
            element.place(self._open[-1])
            self._open.append(element)

    def place(self, element: Element) -> None:
        """Give an element its place before anything is drawn of it."""
        if not self._artifacts:
            element.place(self._open[-1])

    def leave(self) -> None:
        """Close the element that was opened last."""
        if not self._artifacts:
            self._open.pop()

    def mark(self, element: Element | None = None) -> None:
        """Begin content of an element, or of the one that is open."""
        self._code.append(self.marking(element))

    def unmark(self) -> None:
        """End what was begun by `mark` or `mark_artifact`."""
        self._code.append(self.unmarking())

    def marking(self, element: Element | None = None) -> str:
        """Give the operator that begins content, for text objects, whose code is not the canvas's yet."""
        if self._artifacts:
            return ""
        if element is None:
            element = self._open[-1]
        else:
            element.place(self._open[-1])
        if self._owners_here is None:
            self._owners_here = []
            self._owners.append(self._owners_here)
            self._key_here = len(self._owners) - 1
        number = len(self._owners_here)
        self._owners_here.append(element)
        element.kids.append((self.getPageNumber(), number))
        return f"/{element.role} <</MCID {number}>> BDC"

    def unmarking(self) -> str:
        """Give the operator that ends content."""
        return "" if self._artifacts else "EMC"

    def mark_artifact(self, entries: str = "") -> None:
        """Begin what is no content: lines, backgrounds, headers. `entries` says more (ISO 32000-1, 14.8.2.2)."""
        if not self._artifacts:
            self._code.append(f"/Artifact <<{entries}>> BDC" if entries else "/Artifact BMC")

    @contextmanager
    def as_artifact(self, entries: str = "") -> Iterator[None]:
        """Have everything that is drawn meanwhile be no content, whatever it says it is."""
        self.mark_artifact(entries)
        self._artifacts += 1
        try:
            yield
        finally:
            self._artifacts -= 1
            self.unmark()

    def link(
        self, element: Element, rect: tuple[float, float, float, float], text: str, *, url: str = "", key: str = ""
    ) -> None:
        """Make a rectangle a link to an address or a bookmark, and part of a `Link` element; `text` says where to.

        The rectangle is in the coordinates of this moment: left, bottom, right, top.
        """
        left, bottom, right, top = rect
        entries: dict[str, Any] = {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": PDFArray([*self.absolutePosition(left, bottom), *self.absolutePosition(right, top)]),
            "Border": PDFArray([0, 0, 0]),
            "F": _PRINT,
            "Contents": PDFString(text),
        }
        if url:
            entries["A"] = PDFDictionary({"Type": "/Action", "S": "/URI", "URI": PDFString(url)})
        else:
            entries["Dest"] = self._bookmarkReference(key)  # type: ignore[attr-defined]  # ReportLab's own
        if not self._artifacts:
            entries["StructParent"] = len(self._owners)
            self._owners.append(element)
        self._links += 1
        name = f"link-{self._links}"
        self._addAnnotation(PDFDictionary(entries), name)  # type: ignore[attr-defined]  # ReportLab's own
        element.kids.append(name)

    # ---- pages and file

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """End the page."""
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = _PAGE_ENTRIES
        page.Tabs = "/S"
        if self._owners_here is not None:
            page.StructParents = self._key_here
        self._owners_here = None

    def save(self) -> None:
        """Write the structure tree and the metadata, then the file."""
        if self._code:
            self.showPage()
        for page in self._doc.Pages.pages:
            # ReportLab would write it in ASCII, which takes longer and a quarter more room.
            page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])
        self.write_structure()
        attach(self._doc, self._attachments)
        super().save()

    def write_structure(self) -> None:
        """Put the structure tree and the metadata in the document."""
        catalog = self._doc.Catalog
        catalog.StructTreeRoot = write_tree(self._doc, self.root, self._owners)
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        catalog.Metadata = self._metadata.make_stream()
