"""What has to hold of every tagged PDF that we write, whatever is in it: a list of what does not."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from tests.unit.report.structure import Node, Tree

#: What an element may stand in; the rest may stand anywhere (ISO 32000-1, 14.8.4.3).
_PLACES = {
    "TR": ("Table",),
    "TH": ("TR",),
    "TD": ("TR",),
    "LI": ("L",),
    "LBody": ("LI",),
    "Lbl": ("LI", "Note"),
    "TOCI": ("TOC",),
    "Reference": ("TOCI",),
}
_KIDS = {"Table": {"TR"}, "TR": {"TH", "TD"}, "L": {"LI"}, "LI": {"Lbl", "LBody"}, "TOC": {"TOCI"}}
#: A cell may hold nothing, or its row would be shorter than the others.
_MAY_BE_EMPTY = ("TD",)


def find_faults(tree: Tree) -> list[str]:
    """List everything that is wrong with a file's tags."""
    return [
        *_document(tree),
        *_pages(tree),
        *_owners(tree),
        *_annotations(tree),
        *_headings(tree),
        *_nesting(tree),
        *_tables(tree),
        *_figures_and_links(tree),
        *_notes(tree),
        *_reading_order(tree),
    ]


def _document(tree: Tree) -> Iterator[str]:
    root: Any = tree.pdf.Root
    marked: Any = root.get("/MarkInfo") or {}
    viewer: Any = root.get("/ViewerPreferences") or {}
    if tree.root.role != "Document":
        yield f"the root is {tree.root.role}"
    if marked.get("/Marked") is not True:
        yield "not marked"
    if str(root.get("/Lang")) != "da-DK":
        yield "no language"
    if viewer.get("/DisplayDocTitle") is not True:
        yield "the title is not shown"


def _pages(tree: Tree) -> Iterator[str]:
    for number, (leaf, page) in enumerate(zip(tree.leaves, tree.pdf.pages, strict=True), start=1):
        if leaf.stray:
            yield f"painted outside marked content on page {number}: {leaf.stray}"
        if leaf.crossed:
            yield f"marked content crosses a text object on page {number}"
        if str(page.obj.get("/Tabs")) != "/S":
            yield f"page {number} is not tabbed by structure"
        if sorted(leaf.pieces) != list(range(len(leaf.pieces))):
            yield f"page {number} has gaps in its numbers"


def _owners(tree: Tree) -> Iterator[str]:
    """Compare the parent tree with the tree, both ways."""
    owners: dict[tuple[int, int], Node] = {}
    for node in tree.nodes:
        if node.parent and node.raw["/P"].objgen != node.parent.raw.objgen:
            yield f"a {node.role} names another parent"
        for piece in node.pieces:
            place = piece.page, piece.mcid or 0
            if place in owners:
                yield f"content {place} has two owners"
            if piece.tag != node.role:
                yield f"content {place} is tagged {piece.tag} in a {node.role}"
            owners[place] = node
    told = dict(_told_owners(tree))
    expected = {place: node.raw.objgen for place, node in owners.items()}
    everything = {(number, mcid) for number, leaf in enumerate(tree.leaves, start=1) for mcid in leaf.pieces}
    if told != expected or everything != set(told):
        yield "the parent tree does not lead from all content to where it belongs"
    if int(tree.top["/ParentTreeNextKey"]) <= max(tree.parents, default=-1):
        yield "the next key of the parent tree is taken"


def _told_owners(tree: Tree) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    parents = tree.parents
    for number, page in enumerate(tree.pdf.pages, start=1):
        told = parents[int(page.obj["/StructParents"])] if "/StructParents" in page.obj else []
        for mcid, raw in enumerate(told):
            yield (number, mcid), raw.objgen


def _annotations(tree: Tree) -> Iterator[str]:
    parents = tree.parents
    named = {raw.objgen: node for node in tree.nodes for raw in node.annotations}
    seen = Counter(raw.objgen for node in tree.nodes for raw in node.annotations)
    for page in tree.pdf.pages:
        for raw in page.obj.get("/Annots", []):
            node = named.get(raw.objgen)
            if node is None or seen[raw.objgen] != 1 or node.role != "Link":
                yield "an annotation is in no link, or in several"
            elif parents[int(raw["/StructParent"])].objgen != node.raw.objgen:
                yield "an annotation has another owner in the parent tree"
            if not str(raw.get("/Contents", "")).strip():
                yield "an annotation does not say where it leads"
            if int(raw.get("/F", 0)) & 0b110 != 0b100:
                yield "an annotation is hidden or not printed"
            if not _lies_within(raw["/Rect"], page.mediabox):
                yield "an annotation lies outside its page"


def _headings(tree: Tree) -> Iterator[str]:
    levels = [int(node.role[1]) for node in tree.headings]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield f"no single heading of level 1 comes first: {levels[:3]}"
    for above, below in pairwise(levels):
        if below > above + 1:
            yield f"a heading of level {below} follows one of level {above}"
    for node in tree.headings:
        if not node.text:
            yield "a heading is empty"


def _nesting(tree: Tree) -> Iterator[str]:
    for node in tree.nodes:
        parent = node.parent.role if node.parent else ""
        if parent not in _PLACES.get(node.role, (parent,)):
            yield f"a {node.role} stands in a {parent}"
        if not {kid.role for kid in node.nodes} <= _KIDS.get(node.role, {kid.role for kid in node.nodes}):
            yield f"a {node.role} holds {sorted({kid.role for kid in node.nodes})}"
        if node.role in _KIDS and node.pieces:
            yield f"content stands in a {node.role} itself"
        if not node.kids and node.role not in _MAY_BE_EMPTY:
            yield f"a {node.role} on {node.parent.pages if node.parent else ()} is empty"


def _tables(tree: Tree) -> Iterator[str]:
    for table in tree.find("Table"):
        sizes = {len(row.nodes) for row in table.nodes}
        if len(sizes) != 1:
            yield f"rows of a table have {sizes} cells"
        if any(cell.role != "TH" or str(cell.attribute("Scope")) != "/Column" for cell in table.nodes[0].nodes):
            yield "a table has no head"
        for cell in table.find("TH"):
            if str(cell.attribute("Scope")) not in ("/Column", "/Row"):
                yield "a head has no scope"
        if not str(table.attribute("Summary") or ""):
            yield "a table does not say what it holds"


def _figures_and_links(tree: Tree) -> Iterator[str]:
    for figure in tree.find("Figure"):
        box = figure.attribute("BBox")
        if not figure.entry("Alt").strip():
            yield "a figure has no words"
        if box is None or len(figure.pages) != 1 or not _lies_within(box, tree.pdf.pages[figure.pages[0] - 1].mediabox):
            yield "a figure is not where it says"
    for link in tree.find("Link"):
        if not link.text or not link.annotations:
            yield f"a link lacks text or annotation: {link.text!r}"


def _notes(tree: Tree) -> Iterator[str]:
    notes = tree.find("Note")
    ids = [note.entry("ID") for note in notes]
    if len(set(ids)) != len(ids) or not all(ids):
        yield "notes have no names of their own"
    names: Any = tree.top["/IDTree"]["/Names"] if "/IDTree" in tree.top else []
    told = [(str(names[place]), names[place + 1].objgen) for place in range(0, len(names), 2)]
    if told != [(id_, note.raw.objgen) for id_, note in zip(ids, notes, strict=True)] or told != sorted(told):
        yield "the tree of names does not lead to the notes"


def _reading_order(tree: Tree) -> Iterator[str]:
    """Whoever reads the page itself meets its content in the order of the tree."""
    last: dict[int, int] = {}
    for piece in tree.root.content():
        if (piece.mcid or 0) < last.get(piece.page, -1):
            yield f"content {piece.mcid} on page {piece.page} is read after {last[piece.page]}"
        last[piece.page] = piece.mcid or 0


def _lies_within(box: Any, page: Any) -> bool:
    left, bottom, right, top = (float(place) for place in box)
    return (
        float(page[0]) <= left < right <= float(page[2]) + 0.01
        and float(page[1]) <= bottom < top <= float(page[3]) + 0.01
    )
