"""The elements that a Word document consists of, and text that XML can hold."""

import re
import unicodedata
from typing import Any, TypeAlias

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

#: lxml's elements carry no types.
Element: TypeAlias = Any

#: A point has twenty of Word's units.
TWIPS = 20

_BREAKS = dict.fromkeys(map(ord, "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), "\n")
#: Marks that turn the direction of what follows, so that a text can be made to read as another: they steer nothing
#: here. Joiners and variation selectors stay, for emoji are made of them.
_STEERING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x00AD, 0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB])
_TABLE: dict[int, str | None] = {ord("\t"): " ", **_BREAKS, **_STEERING}
#: What no XML may hold.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BLANK_LINES = re.compile(r"\n(?: *\n){2,}")


def make(tag: str, *children: Element, **attributes: object) -> Element:
    """Make an element of Word's namespace or, with a prefix, of another; attributes are of the same namespace."""
    prefix, _, name = tag.rpartition(":")
    prefix = prefix or "w"
    element: Element = OxmlElement(f"{prefix}:{name}")
    for key, value in attributes.items():
        element.set(qn(f"{prefix}:{key}"), str(value))
    element.extend(child for child in children if child is not None)
    return element


def make_text(text: str) -> Element:
    """Make a stretch of text; the spaces at its ends stay."""
    element = make("t")
    element.text = text
    element.set(qn("xml:space"), "preserve")
    return element


def clean(text: str) -> str:
    """Give a text as a document can hold it. Line breaks inside it stay; never more than one empty line in a row."""
    text = text.replace("\r\n", "\n").translate(_TABLE)
    text = unicodedata.normalize("NFC", _ILLEGAL.sub("", text))
    return _BLANK_LINES.sub("\n\n", text).strip("\n")


def clean_line(text: str) -> str:
    """Give a text on one line."""
    return " ".join(clean(text).split())


def count_letters(element: Element) -> int:
    """Count the letters of all texts in an element."""
    return sum(len(text.text or "") for text in element.iter(qn("w:t")))
