"""Workbooks as somebody sends them back: edited by openpyxl, or put together by hand as other programs write them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.builders import PHRASES, assess, make_action, make_challenge, make_content, scale
from tests.unit.report.conftest import MADE_AT, make_assessment
from wizard.core.assessment import PointStatus
from wizard.report.sheets.plan import Column
from wizard.report.sheets.reading import PlanRow, PlanSheet, read_plan
from wizard.report.sheets.workbook import write_xlsx

#: A project with two points. Hypothesis would write a larger one out with everything it finds.
SMALL = assess(
    make_content(
        scale("data", "huller"), challenges=[make_challenge("huller", make_action("fyld"), make_action("tael"))]
    ),
    {"data": "3"},
)

#: Its workbook, and that of a project for which there is nothing to do.
UNTOUCHED = write_xlsx(make_assessment(SMALL), SMALL, made_at=MADE_AT)
EMPTY = write_xlsx(make_assessment(assess(make_content(), {})), assess(make_content(), {}), made_at=MADE_AT)

#: The points of the project in the fixtures.
ITEM = "find-hjemlen"
OTHER = "fyld-huller"
PLAN = "Handlingsplan"
TAKEN = "Som hentet"

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def opened(raw: bytes) -> Workbook:
    return load_workbook(BytesIO(raw))


def plan_of(book: Workbook) -> Worksheet:
    sheet = book[PLAN]
    assert isinstance(sheet, Worksheet)
    return sheet


def saved(book: Workbook) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def edited(raw: bytes, edit: Callable[[Worksheet], object]) -> bytes:
    """Open a workbook, do something with its plan, and save it."""
    book = opened(raw)
    edit(plan_of(book))
    return saved(book)


def read(raw: bytes) -> PlanSheet:
    return read_plan(PHRASES, raw)


def faults(raw: bytes) -> list[tuple[str, str]]:
    return [(fault.place, fault.text) for fault in read(raw).faults]


def place(sheet: Worksheet, column: Column, item: str) -> str:
    """Give the address of a cell by the point of its row."""
    row = next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, letter(Column.ID)).value == item)
    return f"{'ABCDEFGHIJKLMN'[letter(column) - 1]}{row}"


def letter(column: Column) -> int:
    """Give the number of a column as the workbook is made."""
    return 1 + list(Column).index(column)


def put(raw: bytes, column: Column, item: str, value: Any, number_format: str = "") -> bytes:
    """Type a value into a cell."""

    def type_(sheet: Worksheet) -> None:
        cell = sheet[place(sheet, column, item)]
        cell.value = value
        if number_format:
            cell.number_format = number_format

    return edited(raw, type_)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def parts_of(raw: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def by_hand(
    rows: Iterable[str],
    *,
    strings: Iterable[str] = (),
    after: str = "",
    properties: str = "",
    is_strict: bool = False,
    name: str = PLAN,
) -> bytes:
    """Put a workbook together from the XML of its rows and shared strings. Styles 1 and 2 show dates."""
    main, relations = (_STRICT_MAIN, _STRICT_RELATIONS) if is_strict else (_MAIN, _RELATIONS)
    styles = (
        f'<styleSheet xmlns="{main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-406]d\\. mmmm yyyy"/>'
        '</numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>'
    )
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
            "_rels/.rels": _relations(
                {
                    "rId2": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                    "rId1": (f"{relations}/officeDocument", "xl/workbook.xml"),
                }
            ),
            "xl/workbook.xml": (
                f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
                f'<workbook xmlns="{main}" xmlns:r="{relations}">{properties}'
                f'<sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>'
            ),
            "xl/_rels/workbook.xml.rels": _relations(
                {
                    "rId1": (f"{relations}/worksheet", "/xl/worksheets/sheet1.xml"),
                    "rId2": (f"{relations}/sharedStrings", "sharedStrings.xml"),
                    "rId3": (f"{relations}/styles", "styles.xml"),
                }
            ),
            "xl/worksheets/sheet1.xml": (
                f'<worksheet xmlns="{main}"><sheetData>{"".join(rows)}</sheetData>{after}</worksheet>'
            ),
            "xl/SharedStrings.xml": f'<sst xmlns="{main}">{"".join(strings)}</sst>',
            "xl/styles.xml": styles,
        }
    )


HEADS = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Punktets id (ret ikke)</t></is></c>'
    '<c r="B1" t="inlineStr"><is><t>Ansvarlig</t></is></c><c r="C1" t="inlineStr"><is><t>frist  (RET her)</t></is></c>'
    '<c r="D1" t="inlineStr"><is><t>Status</t></is></c><c r="E1" t="inlineStr"><is><t>Note</t></is></c></row>'
)


def row(number: int, item: str, **cells: str) -> str:
    """Write a row of `HEADS` by hand: a point and the XML of its cells by their letters, without the address."""
    made = "".join(f'<c r="{column}{number}" {xml}</c>' for column, xml in cells.items())
    return f'<row r="{number}"><c r="A{number}" t="inlineStr"><is><t>{item}</t></is></c>{made}</row>'


def row_of(raw: bytes, item: str = ITEM) -> PlanRow:
    found = read(raw)
    assert found.faults == []
    return next(row for row in found.rows if row.id == item)


def said(row: PlanRow) -> tuple[str, date | None, PointStatus, str]:
    return row.owner, row.deadline, row.status, row.note


def _relations(found: Mapping[str, tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="{id_}" Type="{type_}" Target="{target}"/>' for id_, (type_, target) in found.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'
