"""A sheet under construction: its heads, its cells, and how it looks and prints."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Final, cast

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.header_footer import HeaderFooter, HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from wizard.report import palette
from wizard.report.sheets.plan import Value
from wizard.report.sheets.texts import cell_line, cell_text, escape

DATE_FORMAT: Final = "dd-mm-yyyy"
#: A cell that takes what is typed for text, and no sign at the beginning for a formula.
TEXT_FORMAT: Final = "@"
_A4: Final = 9
_INCH: Final = 2.54
_MOST_IN_HEADER: Final = 100
#: Excel counts 29 February 1900, which never was, and no day before 1900.
_FIRST_DAY: Final = date(1900, 3, 1)
_EDGE = Side(style="thin", color=palette.RULE.removeprefix("#"))
_BORDER = Border(bottom=_EDGE, right=_EDGE)
_WRAPPED = Alignment(wrap_text=True, vertical="top", horizontal="left")
#: A line of text, and the most that a row may be, in points.
_LINE: Final = 15.0
_TALLEST: Final = 409.0


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column, `width` in letters. `is_marked` sets a column apart that is to be filled in."""

    text: str
    width: float
    is_marked: bool = False


class _Row(RowDimension):
    """A row whose height is only what it needs now: Excel goes on fitting it when something is typed."""

    customHeight = False  # noqa: N815 - the attribute's name in the file


def font(*, bold: bool = False, colour: str = palette.INK, size: float = 11) -> Font:
    """Give the font of a cell."""
    return Font(name="Calibri", size=size, bold=bold, color=colour.removeprefix("#"))


def fill(colour: str) -> PatternFill:
    """Give the filling of a cell; the colour as in the palette."""
    return PatternFill("solid", start_color=colour.removeprefix("#"), end_color=colour.removeprefix("#"))


def put_heads(sheet: Worksheet, heads: Sequence[Head]) -> None:
    """Write the first row, which stays in sight, and set the columns' widths."""
    for place, head in enumerate(heads, start=1):
        cell = _cell(sheet, 1, place)
        _put_text(cell, head.text)
        cell.fill = fill(palette.ACCENT if head.is_marked else palette.QUIET)
        cell.font = font(bold=True, colour=palette.WHITE if head.is_marked else palette.INK)
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="left")
        cell.border = _BORDER
        sheet.column_dimensions[get_column_letter(place)].width = head.width


def put(sheet: Worksheet, row: int, column: int, value: Value, *, bold: bool = False) -> Cell:
    """Write a value, and never a formula, whatever it begins with."""
    cell = _cell(sheet, row, column)
    cell.alignment = _WRAPPED
    cell.border = _BORDER
    cell.font = font(bold=bold)
    if isinstance(value, date) and value >= _FIRST_DAY:
        cell.value = value
        cell.number_format = DATE_FORMAT
    elif isinstance(value, date):
        _put_text(cell, f"{value.day:02}-{value.month:02}-{value.year:04}")
    elif isinstance(value, int):
        cell.value = value
    else:
        _put_text(cell, value)
    return cell


def finish(sheet: Worksheet, *, title: str, page: str, printed: int, frozen: int = 0) -> None:
    """Set up filters, heads that stay (and the first `frozen` columns), and the print of the first `printed` columns.

    `page` says a page's number, with `&P` and `&N` where it and their count stand.
    """
    fit_rows(sheet)
    last = get_column_letter(sheet.max_column)
    sheet.auto_filter.ref = f"A1:{last}{sheet.max_row}"
    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}2"
    sheet.print_title_rows = "1:1"
    set_print(sheet, title=title, page=page, printed=printed)
    sheet.page_setup.orientation = "landscape"


def fit_rows(sheet: Worksheet) -> None:
    """Make each row as high as its texts need by a rough count, for programs that do not fit rows by themselves."""
    widths = [sheet.column_dimensions[get_column_letter(place + 1)].width for place in range(sheet.max_column)]
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        lines = max(_count_lines(value, width) for value, width in zip(row, widths, strict=True))
        sheet.row_dimensions[number] = _Row(sheet, index=number, ht=min(lines * _LINE + 1, _TALLEST))


def set_print(sheet: Worksheet, *, title: str, page: str, printed: int) -> None:
    """Set up the print on A4, as wide as the page, with the project's name above and the page's number below."""
    sheet.print_area = f"A1:{get_column_letter(printed)}{sheet.max_row}"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = 1.2 / _INCH
    margins.top = margins.bottom = 1.8 / _INCH
    # An ampersand begins a code there, and Excel repairs away what is longer than 255 letters.
    head = HeaderFooterItem(left=_HeaderFooterPart(cell_line(title)[:_MOST_IN_HEADER].replace("&", "&&")))
    sheet.HeaderFooter = HeaderFooter(oddHeader=head, oddFooter=HeaderFooterItem(right=_HeaderFooterPart(page)))


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    # Nothing is merged here.
    return cast("Cell", sheet.cell(row, column))


def _put_text(cell: Cell, text: str) -> None:
    cell.number_format = TEXT_FORMAT
    if not text:
        return
    cell.value = escape(cell_text(text))
    # openpyxl takes a text for a formula or an error that looks like one.
    cell.data_type = "s"
    cell.quotePrefix = text[0] in "=+-@'"


def _count_lines(value: object, width: float) -> int:
    # Words do not fill a line to its end, and bold letters are wider.
    room = max(width * 0.95 - 1, 1)
    return sum(max(ceil(len(line) / room), 1) for line in str(value or "").split("\n"))
