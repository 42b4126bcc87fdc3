"""Reads a tagged PDF back as one who hears it would meet it: the structure tree, and the text of each element.

Written for tests, and on its own: it knows ISO 32000-1 (9.10, 14.6 to 14.8) and nothing of how the file was made.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any

import pikepdf

#: Operators that leave ink: paths, shadings, images, forms and text (ISO 32000-1, table 51).
_PAINTS = frozenset(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE"])
_WRITES = frozenset(("Tj", "TJ", "'", '"'))
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")

_Font = dict[int, str]


@dataclass(slots=True)
class Piece:
    """A sequence of marked content on a page: its tag, its number (none for an artifact), and what is written in it."""

    page: int
    tag: str
    mcid: int | None
    entries: dict[str, str]
    text: str = ""


@dataclass(slots=True)
class Leaf:
    """What a page holds. `stray` are operators that paint outside marked content, `crossed` is how often BT cuts it."""

    pieces: dict[int, Piece] = field(default_factory=dict)
    artifacts: list[Piece] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    crossed: int = 0


@dataclass(slots=True)
class Annotation:
    """An annotation that an element names."""

    raw: Any


@dataclass(eq=False)
class Node:
    """A structure element."""

    role: str
    raw: Any
    parent: "Node | None"
    kids: "list[Node | Piece | Annotation]" = field(default_factory=list)

    @property
    def nodes(self) -> "list[Node]":
        """The elements in it."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    @property
    def pieces(self) -> list[Piece]:
        """The content that is its own."""
        return [kid for kid in self.kids if isinstance(kid, Piece)]

    @property
    def annotations(self) -> list[Any]:
        """The annotations that are its own."""
        return [kid.raw for kid in self.kids if isinstance(kid, Annotation)]

    @cached_property
    def raw_text(self) -> str:
        """Everything that is written in it, in order, letter by letter."""
        return "".join(
            kid.text if isinstance(kid, Piece) else kid.raw_text for kid in self.kids if not isinstance(kid, Annotation)
        )

    @property
    def text(self) -> str:
        """What is written in it as running text: what is of another element is another word."""
        found = (
            kid.text if isinstance(kid, Piece) else f" {kid.text} "
            for kid in self.kids
            if not isinstance(kid, Annotation)
        )
        return plain("".join(found))

    @property
    def pages(self) -> list[int]:
        """The pages that it stands on, from 1."""
        return sorted({piece.page for piece in self.content()})

    def content(self) -> Iterator[Piece]:
        """Give all content in it, in the order in which it is read."""
        for kid in self.kids:
            if isinstance(kid, Piece):
                yield kid
            elif isinstance(kid, Node):
                yield from kid.content()

    def walk(self) -> "Iterator[Node]":
        """Give it and all below it, in the order in which they are read."""
        yield self
        for kid in self.nodes:
            yield from kid.walk()

    def find(self, *roles: str) -> "list[Node]":
        """Give all below it that have one of the roles."""
        return [node for node in self.walk() if node.role in roles and node is not self]

    def entry(self, name: str) -> str:
        """Give an entry of its dictionary as text; empty where it has none."""
        return str(self.raw.get(f"/{name}", ""))

    def attribute(self, name: str) -> Any:
        """Give an entry of its attribute object; None where it has none."""
        return self.raw.get("/A", {}).get(f"/{name}")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline; `depth` counts from 0."""

    title: str
    depth: int


class Tree:
    """A file that is open, its structure and its pages."""

    def __init__(self, pdf: bytes) -> None:
        """Open a file. Raises KeyError where it has no structure tree."""
        self.pdf = pikepdf.open(BytesIO(pdf))
        self._fonts: dict[tuple[int, int], _Font] = {}
        self.leaves = [self._read_page(number, page) for number, page in enumerate(self.pdf.pages, start=1)]
        self._numbers = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages, start=1)}
        self.top = self.pdf.Root["/StructTreeRoot"]
        self.root = self._read_element(self.top["/K"], None)

    @property
    def text(self) -> str:
        """Everything that is read aloud."""
        return self.root.text

    @cached_property
    def nodes(self) -> list[Node]:
        """All elements, in the order in which they are read."""
        return list(self.root.walk())

    def find(self, *roles: str) -> list[Node]:
        """Give all elements that have one of the roles."""
        return self.root.find(*roles)

    @property
    def headings(self) -> list[Node]:
        """All headings."""
        return [node for node in self.nodes if re.fullmatch("H[1-6]", node.role)]

    def section(self, title: str) -> list[Node]:
        """Give what stands under a heading of level 2, up to the next one."""
        nodes = self.root.nodes
        begin = next(place for place, node in enumerate(nodes) if node.role == "H2" and node.text == title) + 1
        ends = (place for place in range(begin, len(nodes)) if nodes[place].role == "H2")
        return nodes[begin : next(ends, None)]

    @property
    def bookmarks(self) -> list[Bookmark]:
        """The outline, flattened."""

        def flatten(items: Sequence[pikepdf.OutlineItem], depth: int) -> Iterator[Bookmark]:
            for item in items:
                yield Bookmark(item.title, depth)
                yield from flatten(item.children, depth + 1)

        with self.pdf.open_outline() as outline:
            return list(flatten(outline.root, 0))

    @property
    def parents(self) -> dict[int, Any]:
        """The parent tree: key to an element, or to a list of them by MCID."""
        numbers = self.top["/ParentTree"]["/Nums"]
        return {int(numbers[place]): numbers[place + 1] for place in range(0, len(numbers), 2)}

    # ---- structure

    def _read_element(self, raw: Any, parent: Node | None) -> Node:
        node = Node(str(raw["/S"])[1:], raw, parent)
        kids = raw.get("/K", [])
        page = raw.get("/Pg")
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids] if "/K" in raw else []:
            node.kids.append(self._read_kid(kid, page, node))
        return node

    def _read_kid(self, kid: Any, page: Any, node: Node) -> Node | Piece | Annotation:
        if isinstance(kid, int):
            return self._piece(page, kid)
        match str(kid.get("/Type")):
            case "/MCR":
                return self._piece(kid.get("/Pg", page), int(kid["/MCID"]))
            case "/OBJR":
                return Annotation(kid["/Obj"])
            case _:
                return self._read_element(kid, node)

    def _piece(self, page: Any, mcid: int) -> Piece:
        return self.leaves[self._numbers[page.objgen] - 1].pieces[mcid]

    # ---- pages

    def _read_page(self, number: int, page: pikepdf.Page) -> Leaf:
        leaf = Leaf()
        fonts = {name: self._read_font(font) for name, font in page.obj["/Resources"].get("/Font", {}).items()}
        open_: list[tuple[Piece, bool]] = []
        font: _Font = {}
        in_text = False
        for instruction in pikepdf.parse_content_stream(page):
            operands = list(instruction.operands)
            match str(instruction.operator):
                case "BT" | "ET" as which:
                    in_text = which == "BT"
                case "Tf":
                    font = fonts[str(operands[0])]
                case "BDC" | "BMC":
                    open_.append((_begin(number, operands), in_text))
                case "EMC":
                    piece, began_in_text = open_.pop()
                    leaf.crossed += began_in_text is not in_text
                    _end(leaf, piece)
                case write if write in _WRITES:
                    _write(leaf, open_, _decode(operands, font))
                case paint if paint in _PAINTS and not open_:
                    leaf.stray.append(paint)
        assert not open_, f"marked content never ends on page {number}"
        return leaf

    def _read_font(self, font: Any) -> _Font:
        if font.objgen not in self._fonts:
            cmap = font["/ToUnicode"].read_bytes()
            self._fonts[font.objgen] = {
                int(code, 16): bytes.fromhex(letters.decode()).decode("utf-16-be")
                for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL)
                for code, letters in _PAIR.findall(block)
            }
        return self._fonts[font.objgen]


def _begin(page: int, operands: Sequence[Any]) -> Piece:
    entries = dict(operands[1].items()) if len(operands) > 1 else {}
    mcid = entries.pop("/MCID", None)
    said = {name[1:]: str(value) for name, value in entries.items()}
    return Piece(page, str(operands[0])[1:], None if mcid is None else int(mcid), said)


def _end(leaf: Leaf, piece: Piece) -> None:
    if piece.mcid is None:
        leaf.artifacts.append(piece)
        return
    assert piece.mcid not in leaf.pieces, f"MCID {piece.mcid} stands twice on page {piece.page}"
    leaf.pieces[piece.mcid] = piece


def _write(leaf: Leaf, open_: Sequence[tuple[Piece, bool]], text: str) -> None:
    if open_:
        open_[-1][0].text += text
    elif text:
        leaf.stray.append(text)


def _decode(operands: Sequence[Any], font: _Font) -> str:
    strings = [part for part in operands if isinstance(part, pikepdf.String)]
    strings += [
        part
        for array in operands
        if isinstance(array, pikepdf.Array)
        for part in array
        if isinstance(part, pikepdf.String)
    ]
    return "".join(font[code] for string in strings for code in bytes(string))


def plain(text: str) -> str:
    """Give a text with every run of white space as one space."""
    return " ".join(text.split())
