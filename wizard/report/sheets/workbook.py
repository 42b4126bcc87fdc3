"""The report as a workbook: the action plan to be edited, the answers, the risks, and what it is."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from wizard.core.assessment import Assessment, PointStatus
from wizard.core.summary import Summary
from wizard.report import palette
from wizard.report.manuscript import Manuscript
from wizard.report.packing import without_times
from wizard.report.sheets.grid import Head, fill, finish, put, put_heads
from wizard.report.sheets.lists import fill_about, fill_answers, fill_risks
from wizard.report.sheets.plan import EDITABLE, Column, Value, edited, make_rows
from wizard.report.sheets.texts import cell_line

_WIDTHS: Final[Mapping[Column, float]] = {
    Column.NUMBER: 6,
    Column.FIRST: 12,
    Column.POINT: 48,
    Column.RISK: 10,
    Column.OWNER: 20,
    Column.DEADLINE: 13,
    Column.STATUS: 15,
    Column.NOTE: 36,
    Column.WHY: 84,
    Column.CHALLENGE: 40,
    Column.PHASE: 13,
    Column.ROLE: 22,
    Column.LAW: 48,
    Column.ID: 32,
}
#: The columns that stay in sight, and those that are printed.
_FROZEN: Final = 3
_PRINTED: Final = 8
#: 1 January 2000 and 31 December 2099, as Excel counts days.
_FIRST_DAY: Final = 36526
_LAST_DAY: Final = 73050
#: The most letters that a validation may show, in its title and in its text.
_MOST_IN_TITLE: Final = 32
_MOST_IN_PROMPT: Final = 255


def write_xlsx(assessment: Assessment, summary: Summary, *, made_at: datetime) -> bytes:
    """Write the workbook, dated `made_at`. The same assessment at the same moment gives the same bytes.

    A hidden sheet holds the plan as it is now, so that what is read back tells an edited cell from one that somebody
    has changed in KI-klar meanwhile.
    """
    manuscript = Manuscript(assessment, summary, made_at)
    book = Workbook()
    plan: Worksheet = book.active  # type: ignore[assignment]  # a new workbook begins with a worksheet
    plan.title = manuscript.say("sheet.plan")
    _fill_plan(plan, manuscript)
    fill_answers(book.create_sheet(manuscript.say("sheet.answers")), manuscript)
    fill_risks(book.create_sheet(manuscript.say("sheet.risks")), manuscript)
    fill_about(book.create_sheet(manuscript.say("sheet.about")), manuscript)
    _fill_taken(book.create_sheet(manuscript.say("sheet.taken")), manuscript)
    said = book.properties
    said.title = cell_line(manuscript.title)
    said.subject = manuscript.say("what")
    said.creator = said.lastModifiedBy = manuscript.say("brand")
    said.language = "da-DK"
    said.created = said.modified = made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    file = BytesIO()
    # `book.save` would put the moment of saving in.
    ExcelWriter(book, ZipFile(file, "w")).save()
    return without_times(file.getvalue())


def _fill_plan(sheet: Worksheet, manuscript: Manuscript) -> None:
    put_heads(sheet, [Head(_head(manuscript, column), _WIDTHS[column], column in EDITABLE) for column in Column])
    rows = make_rows(manuscript)
    risks = [item.risk for item in manuscript.summary.checklist.items]
    for number, (row, risk) in enumerate(zip(rows, risks, strict=True), start=2):
        for place, column in enumerate(Column, start=1):
            cell = put(sheet, number, place, row[column], bold=column is Column.FIRST)
            if column in EDITABLE:
                cell.fill = fill(palette.ACCENT_TINT)
            elif column is Column.RISK and risk:
                cell.fill = fill(palette.RISK[risk].tint)
            if column is Column.DEADLINE:
                cell.number_format = "dd-mm-yyyy"
    if rows:
        _guide(sheet, manuscript, len(rows) + 1)
    finish(sheet, title=manuscript.title, page=manuscript.say("sheet.page"), printed=_PRINTED, frozen=_FROZEN)


def _head(manuscript: Manuscript, column: Column) -> str:
    head = manuscript.say(f"sheet.head.{column}")
    return manuscript.say("sheet.editable", head=head) if column in EDITABLE else head


def _guide(sheet: Worksheet, manuscript: Manuscript, last: int) -> None:
    """Have Excel offer the words of a status, and ask for a date where there is to be one."""
    words = [manuscript.word(f"status.{status.value}") for status in PointStatus]
    status = DataValidation("list", formula1=f'"{",".join(words)}"', allow_blank=True)
    day = DataValidation(
        "date", operator="between", formula1=str(_FIRST_DAY), formula2=str(_LAST_DAY), allow_blank=True
    )
    for column, validation in ((Column.STATUS, status), (Column.DEADLINE, day)):
        validation.showErrorMessage = validation.showInputMessage = True
        title = manuscript.say(f"sheet.head.{column}")[:_MOST_IN_TITLE]
        validation.errorTitle = validation.promptTitle = title
        validation.error = validation.prompt = manuscript.say(f"sheet.prompt.{column}")[:_MOST_IN_PROMPT]
        letter = get_column_letter(1 + list(Column).index(column))
        validation.add(f"{letter}2:{letter}{last}")
        sheet.add_data_validation(validation)


def _fill_taken(sheet: Worksheet, manuscript: Manuscript) -> None:
    """Write the plan as it is now, and in the last column which assessment it is of."""
    names = [manuscript.say(f"sheet.head.{column}") for column in (Column.ID, *EDITABLE)]
    put_heads(sheet, [Head(name, 24) for name in (*names, manuscript.say("sheet.head.assessment"))])
    for number, item in enumerate(manuscript.summary.checklist.items, start=2):
        state = edited(manuscript, item.id)
        values: Sequence[Value] = (item.id, *(state[column] for column in EDITABLE), manuscript.assessment.id)
        for place, value in enumerate(values, start=1):
            put(sheet, number, place, value)
    sheet.sheet_state = "hidden"
