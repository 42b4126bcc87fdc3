"""The states of the pages where an action plan comes back from Excel."""

from collections.abc import Callable

from openpyxl.worksheet.worksheet import Worksheet

from tests.browser.stage import POINT, Stage
from tests.unit.report.sheets.books import edited, letter, put
from wizard.report.sheets.plan import Column


def show_plan(stage: Stage, edit: Callable[[bytes], bytes]) -> None:
    """Send the workbook back, edited."""
    raw: bytes = stage.owner.get(stage.owner.at("rapport.xlsx")).response.data
    stage.open("handlingsplan")
    stage.tab.field("file").set_input_files(
        {"name": "plan.xlsx", "mimeType": "application/octet-stream", "buffer": edit(raw)}
    )
    stage.send("Se ændringerne")


def show_wrong_plan(stage: Stage) -> None:
    show_plan(stage, lambda raw: put(put(raw, Column.STATUS, POINT, "snart"), Column.DEADLINE, POINT, "1/4/2027"))
    stage.shows("#fejl")


def edit_plan(raw: bytes) -> bytes:
    """Edit a workbook so that there is something to tell of every kind."""

    def add(sheet: Worksheet) -> None:
        sheet.cell(sheet.max_row + 1, letter(Column.ID)).value = "et-punkt-der-var"
        sheet.cell(sheet.max_row + 1, letter(Column.POINT)).value = "Køb kage"

    typed = {Column.OWNER: "Ida", Column.DEADLINE: 46391, Column.STATUS: "Færdig", Column.NOTE: "å" * 300}
    for column, value in typed.items():
        raw = put(raw, column, POINT, value, "General")
    return edited(raw, add)


def show_changes_of_a_plan(stage: Stage) -> None:
    show_plan(stage, edit_plan)
    stage.meets("Se ændringerne fra Excel")


def show_plan_without_changes(stage: Stage) -> None:
    show_plan(stage, lambda raw: raw)
    stage.meets("Se ændringerne fra Excel")


def show_conflict_on_a_plan(stage: Stage) -> None:
    show_changes_of_a_plan(stage)
    colleague = stage.colleague()
    address = colleague.at(f"tjekliste/{POINT}")
    colleague.submit(colleague.get(address), {"owner": "Bo"}, action=address)
    stage.send("Gem ændringerne")
    stage.shows("#fejl")


def show_saved_plan(stage: Stage) -> None:
    show_changes_of_a_plan(stage)
    stage.send("Gem ændringerne")
    stage.meets("Tjekliste")
