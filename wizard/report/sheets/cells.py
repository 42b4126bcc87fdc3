"""The cells of a workbook, as Excel, LibreOffice and others write them."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from enum import Enum
from math import isfinite
from typing import Final, TypeAlias
from xml.etree.ElementTree import Element

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from wizard.report.sheets.package import Package, WorkbookError
from wizard.report.sheets.texts import unescape

#: How far down and to the right there may be cells. Those further to the right are left alone.
MAX_ROWS: Final = 5_000
MAX_COLUMNS: Final = 100

_RELATIONSHIPS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
#: The same in the strict kind of file.
_STRICT_RELATIONSHIPS = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
#: Built-in formats for dates whose letters depend on the country, which openpyxl does not name.
_DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))


class Odd(Enum):
    """What stands in a cell and is no value of ours."""

    FORMULA = "formula"
    ERROR = "error"


Value: TypeAlias = str | float | bool | datetime | time | Odd
Place: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Range:
    """Cells from one corner to the other; rows and columns count from 1."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        """Write it as Excel does."""
        return f"{address(self.top, self.left)}:{address(self.bottom, self.right)}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, its cells by (row, column), those that are merged, and the day from which it counts days."""

    name: str
    cells: Mapping[Place, Value]
    merged: tuple[Range, ...]
    epoch: datetime

    @property
    def rows(self) -> list[int]:
        """The rows that something stands in, from the top."""
        return sorted({row for row, _ in self.cells})


def address(row: int, column: int) -> str:
    """Write the address of a cell."""
    return f"{get_column_letter(column)}{row}"


class Book:
    """A workbook from which sheets are read as they are asked for. Everything may raise `WorkbookError`."""

    def __init__(self, package: Package) -> None:
        """Read what all sheets share."""
        self._package = package
        self._path = _find_workbook(package)
        workbook = self._get(self._path)
        self._targets = _relations(package, self._path)
        properties = _first(workbook, "workbookPr")
        is_of_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        self._epoch = CALENDAR_MAC_1904 if is_of_1904 else CALENDAR_WINDOWS_1900
        self._sheets = {
            sheet.get("name", ""): sheet.get(_RELATIONSHIPS) or sheet.get(_STRICT_RELATIONSHIPS) or ""
            for sheet in _all(workbook, "sheet")
        }
        self._strings = self._read_strings()
        self._dates = self._read_date_styles()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the sheets, in order."""
        return tuple(self._sheets)

    def read(self, name: str) -> Sheet:
        """Read a sheet."""
        _, path = self._targets.get(self._sheets[name], ("", ""))
        root = self._get(path)
        # What is written as 1e999 or as a string that is not there is no value of Excel's.
        try:
            return Sheet(name, dict(self._cells(name, root)), tuple(_ranges(root)), self._epoch)
        except (ValueError, OverflowError, IndexError):
            raise WorkbookError("plan.damaged") from None

    def _get(self, path: str) -> Element:
        root = self._package.find(path)
        if root is None:
            raise WorkbookError("plan.damaged")
        return root

    def _cells(self, name: str, root: Element) -> Iterator[tuple[Place, Value]]:
        row = 0
        for element in _all(root, "row"):
            row = int(element.get("r", row + 1))
            column = 0
            for cell in _children(element, "c"):
                found = _ADDRESS.fullmatch(cell.get("r", ""))
                column = _number_of(found[1]) if found else column + 1
                value = self._value(cell) if column <= MAX_COLUMNS else None
                if value is None or value == "":
                    continue
                if not 1 <= row <= MAX_ROWS:
                    raise WorkbookError("plan.too-many-rows", sheet=name, row=row, limit=MAX_ROWS)
                yield (row, column), value

    def _value(self, cell: Element) -> Value | None:  # noqa: PLR0911 - one for each kind of cell
        if _child(cell, "f") is not None:
            return Odd.FORMULA
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            inline = _child(cell, "is")
            return None if inline is None else _text(inline)
        content = _child(cell, "v")
        raw = (content.text or "") if content is not None else ""
        if not raw:
            return None
        match kind:
            case "s":
                return self._strings[int(raw)]
            case "b":
                return raw == "1"
            case "e":
                return Odd.ERROR
            case "n":
                return self._number(float(raw), int(cell.get("s", "0")))
            case "d":
                return datetime.fromisoformat(raw)
            case _:
                return unescape(raw)

    def _number(self, number: float, style: int) -> Value:
        if not isfinite(number) or (style in self._dates and number < 0):
            return Odd.ERROR
        if style not in self._dates:
            return number
        try:
            moment = from_excel(number, self._epoch)
        except (OverflowError, ValueError):
            return Odd.ERROR
        return moment if isinstance(moment, (datetime, time)) else number

    def _read_strings(self) -> list[str]:
        root = self._find_by_type("sharedStrings")
        return [] if root is None else [_text(item) for item in _children(root, "si")]

    def _read_date_styles(self) -> frozenset[int]:
        """Give the styles that show a number as a date."""
        root = self._find_by_type("styles")
        formats = _first(root, "cellXfs") if root is not None else None
        if root is None or formats is None:
            return frozenset()
        own = {one.get("numFmtId"): one.get("formatCode", "") for one in _all(root, "numFmt")}
        return frozenset(
            place
            for place, style in enumerate(_children(formats, "xf"))
            if _is_date(style.get("numFmtId", "0"), own.get(style.get("numFmtId")))
        )

    def _find_by_type(self, kind: str) -> Element | None:
        path = next((path for found, path in self._targets.values() if found.endswith(f"/{kind}")), None)
        return self._package.find(path) if path else None


def _is_date(id_: str, own: str | None) -> bool:
    if own is not None:
        return bool(is_date_format(own))
    number = int(id_) if id_.isascii() and id_.isdigit() else 0
    return number in _DATE_FORMATS or bool(is_date_format(BUILTIN_FORMATS.get(number)))


def _find_workbook(package: Package) -> str:
    for kind, path in _relations(package, "").values():
        if kind.endswith("/officeDocument"):
            return path
    raise WorkbookError("plan.not-excel")


def _relations(package: Package, path: str) -> dict[str, tuple[str, str]]:
    """Give what a part leads to: id -> (type, path)."""
    folder, name = posixpath.split(path)
    root = package.find(posixpath.join(folder, "_rels", f"{name}.rels"))
    found: dict[str, tuple[str, str]] = {}
    for one in _all(root, "Relationship") if root is not None else ():
        target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
        found[one.get("Id", "")] = (one.get("Type", ""), target.lstrip("/"))
    return found


def _text(item: Element) -> str:
    """Give the text of a string, which may stand in several pieces; how it is pronounced is left out."""
    pieces = [*_children(item, "t"), *(piece for run in _children(item, "r") for piece in _children(run, "t"))]
    return unescape("".join(piece.text or "" for piece in pieces))


def _ranges(root: Element) -> Iterator[Range]:
    for one in _all(root, "mergeCell"):
        corners = [_ADDRESS.fullmatch(corner) for corner in one.get("ref", "").split(":")]
        if len(corners) == 2 and corners[0] and corners[1]:  # noqa: PLR2004 - from one corner to the other
            (left, top), (right, bottom) = corners[0].groups(), corners[1].groups()
            yield Range(int(top), _number_of(left), int(bottom), _number_of(right))


def _number_of(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


# Elements by the end of their names: the strict kind of file has other namespaces.


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _all(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if _name(element) == name)


def _children(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root if _name(element) == name)


def _first(root: Element, name: str) -> Element | None:
    return next(_all(root, name), None)


def _child(root: Element, name: str) -> Element | None:
    return next(_children(root, name), None)
