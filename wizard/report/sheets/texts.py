"""Text as a cell can hold it."""

import re

#: The most letters of a cell, counted in UTF-16 as Excel does.
MAX_CELL = 32_767
#: What no XML may hold.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REPLACED = "\ufffd"
_CUT = " […]"
#: How Excel writes a letter that XML cannot hold, by its number.
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def cell_text(text: str) -> str:
    """Give a text as it stands in a cell: line ends plain, what XML cannot hold shown as �, cut with […] where long."""
    shown = _ILLEGAL.sub(_REPLACED, text.replace("\r\n", "\n").replace("\r", "\n"))
    if _units(shown) <= MAX_CELL:
        return shown
    whole = shown.encode("utf-16-le")[: 2 * (MAX_CELL - len(_CUT))].decode("utf-16-le", errors="ignore")
    return whole + _CUT


def cell_line(text: str) -> str:
    """Give a text as it stands in a cell, on one line."""
    return " ".join(cell_text(text).split())


def escape(text: str) -> str:
    """Write a text so that Excel does not take letters of its own for a number."""
    return _LOOKS_ESCAPED.sub("_x005F_", text)


def unescape(text: str) -> str:
    """Read a text as Excel writes it."""
    return cell_text(_ESCAPE.sub(lambda found: chr(int(found[1], 16)), text))


def _units(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)
