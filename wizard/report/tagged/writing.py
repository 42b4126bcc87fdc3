"""The structure tree as PDF objects (ISO 32000-1, 14.7.2 to 14.7.4)."""

from collections.abc import Iterator, Sequence

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFObjectReference, PDFString

from wizard.report.tagged.elements import Element, Kid


class _Written(PDFObject):
    """An object whose text is set when the numbers of all others are known."""

    # Never a part of another object.
    __RefOnly__ = 1

    def __init__(self) -> None:
        self.text = ""

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002 - ReportLab's signature
        return self.text.encode("latin-1")


def write_tree(
    document: PDFDocument, root: Element, owners: Sequence[Sequence[Element] | Element]
) -> PDFObjectReference:
    """Write the tree below `root` and give what the catalog calls `StructTreeRoot`.

    `owners` is the parent tree: for each page the owners of its marked content by MCID, for each annotation its owner.
    """
    writer = _Writer(document)
    top = _Written()
    reference: PDFObjectReference = document.Reference(top)
    top_number = document.objectcounter
    elements = list(_walk(root))
    for element in elements:
        writer.register(element)
    writer.write_all(elements, top_number)
    parents = writer.add(_write_parents(writer, owners))
    notes = [element for element in elements if element.role == "Note"]
    ids = writer.add(_write_ids(writer, notes)) if notes else 0
    top.text = (
        f"<< /Type /StructTreeRoot /K {writer.number(root)} 0 R /ParentTree {parents} 0 R "
        f"/ParentTreeNextKey {len(owners)}{f' /IDTree {ids} 0 R' if ids else ''} >>"
    )
    return reference


def _walk(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _walk(kid)


class _Writer:
    """Numbers elements and writes them."""

    def __init__(self, document: PDFDocument) -> None:
        self.document = document
        self._numbers: dict[int, int] = {}
        self._objects: dict[int, _Written] = {}
        self._notes = 0

    def register(self, element: Element) -> None:
        written = _Written()
        self.document.Reference(written)
        self._numbers[id(element)] = self.document.objectcounter
        self._objects[id(element)] = written

    def add(self, text: str) -> int:
        """Add an object and give its number."""
        written = _Written()
        written.text = text
        self.document.Reference(written)
        return int(self.document.objectcounter)

    def number(self, element: Element) -> int:
        return self._numbers[id(element)]

    def write_all(self, elements: Sequence[Element], top: int) -> None:
        for element in elements:
            parent = self.number(element.parent) if element.parent else top
            self._objects[id(element)].text = self._write(element, parent)

    def _write(self, element: Element, parent: int) -> str:
        page = next((kid[0] for kid in element.kids if isinstance(kid, tuple)), None)
        parts = [f"<< /Type /StructElem /S /{element.role} /P {parent} 0 R"]
        if page is not None:
            parts.append(f"/Pg {self._page(page)} 0 R")
        kids = [self._write_kid(kid, page) for kid in element.kids]
        if kids:
            parts.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K [{' '.join(kids)}]")
        if element.alternative:
            parts.append(f"/Alt {self._string(element.alternative)}")
        if element.language:
            parts.append(f"/Lang {self._string(element.language)}")
        attributes = element.attributes
        if element.summary:
            attributes = f"/O /Table /Summary {self._string(element.summary)}"
        if element.box:
            attributes = f"/O /Layout /Placement /Block /BBox [{' '.join(f'{place:.2f}' for place in element.box)}]"
        if attributes:
            parts.append(f"/A << {attributes} >>")
        if element.role == "Note":
            self._notes += 1
            parts.append(f"/ID ({_note_id(self._notes)})")
        return " ".join([*parts, ">>"])

    def _write_kid(self, kid: Kid, page: int | None) -> str:
        if isinstance(kid, Element):
            return f"{self.number(kid)} 0 R"
        if isinstance(kid, str):
            return f"<< /Type /OBJR /Obj {self._named(f'Annot.{kid}')} 0 R >>"
        if kid[0] == page:
            return str(kid[1])
        return f"<< /Type /MCR /Pg {self._page(kid[0])} 0 R /MCID {kid[1]} >>"

    def _page(self, number: int) -> int:
        return self._named(f"Page{number}")

    def _named(self, name: str) -> int:
        return int(self.document.idToObjectNumberAndVersion[name][0])

    def _string(self, text: str) -> str:
        return PDFString(text).format(self.document).decode("latin-1")


def _note_id(number: int) -> str:
    # Of one width, since the tree of ids is sorted as text.
    return f"note-{number:05}"


def _write_parents(writer: _Writer, owners: Sequence[Sequence[Element] | Element]) -> str:
    entries = []
    for key, owner in enumerate(owners):
        if isinstance(owner, Element):
            entries.append(f"{key} {writer.number(owner)} 0 R")
        else:
            entries.append(f"{key} [{' '.join(f'{writer.number(element)} 0 R' for element in owner)}]")
    return f"<< /Nums [{' '.join(entries)}] >>"


def _write_ids(writer: _Writer, notes: Sequence[Element]) -> str:
    names = (f"({_note_id(place)}) {writer.number(note)} 0 R" for place, note in enumerate(notes, start=1))
    return f"<< /Names [{' '.join(names)}] >>"
