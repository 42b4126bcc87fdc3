"""Paragraphs, and what is said of one of them beside its style."""

from collections.abc import Iterable

from docx.oxml.ns import qn

from wizard.report.word.xml import TWIPS, Element, make

#: Word takes a file for broken whose properties stand in another order.
_ORDER = tuple(qn(f"w:{name}") for name in ("pStyle", "keepNext", "pageBreakBefore", "numPr", "tabs", "spacing", "ind"))
PARAGRAPH = qn("w:p")
TABLE = qn("w:tbl")


def make_paragraph(style: str, *content: Element) -> Element:
    """Make a paragraph."""
    return make("p", make("pPr", make("pStyle", val=style)), *content)


def keep_with_next(elements: Iterable[Element]) -> None:
    """Keep paragraphs together with what follows them, also those in tables."""
    for element in elements:
        for paragraph in element.iter(PARAGRAPH):
            _put(paragraph, make("keepNext"))


def begin_page(paragraph: Element) -> None:
    """Begin a page with a paragraph; the top of a page is room enough above it."""
    _put(paragraph, make("pageBreakBefore"))
    leave_room(paragraph, before=0)


def leave_room(paragraph: Element, **points: float) -> None:
    """Leave room `before` or `after` a paragraph, in place of what its style leaves."""
    spacing = paragraph.pPr.find(_ORDER[-2])
    if spacing is None:
        spacing = _put(paragraph, make("spacing"))
    for side, room in points.items():
        spacing.set(qn(f"w:{side}"), str(round(room * TWIPS)))


def list_in(paragraph: Element, list_: int) -> None:
    """Make a paragraph an item of a list by its number."""
    _put(paragraph, make("numPr", make("ilvl", val=0), make("numId", val=list_)))


def indent(paragraph: Element, points: float, *, hanging: float = 0) -> None:
    """Set a paragraph in from the left; its first line begins `hanging` to the left of the rest."""
    _put(paragraph, make("ind", left=round(points * TWIPS), hanging=round(hanging * TWIPS)))


def stop_tab(paragraph: Element, points: float) -> None:
    """Have a tab in a paragraph lead to a place."""
    _put(paragraph, make("tabs", make("tab", val="left", pos=round(points * TWIPS))))


def _put(paragraph: Element, found: Element) -> Element:
    """Put a property among the others, in place of one of its kind."""
    properties = paragraph.pPr
    for old in properties.findall(found.tag):
        properties.remove(old)
    place = _ORDER.index(found.tag)
    before = [child for child in properties if _ORDER.index(child.tag) < place]
    properties.insert(len(before), found)
    return found
