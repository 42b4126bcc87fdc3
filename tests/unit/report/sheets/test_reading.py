"""A plan that was edited by a person: nothing is misread, and every fault is told by its cell."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.unit.report.sheets.books import (
    ITEM,
    OTHER,
    PLAN,
    edited,
    faults,
    letter,
    opened,
    place,
    plan_of,
    put,
    read,
    row_of,
    said,
    saved,
)
from wizard.core.assessment import PointStatus
from wizard.report.sheets.plan import EDITABLE, Column


def rows_below(sheet: Worksheet) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]


# ---- what somebody may do with a sheet


def shuffled(sheet: Worksheet) -> None:
    rows = rows_below(sheet)[::-1]
    for number, values in enumerate(rows, start=2):
        for column, value in enumerate(values, start=1):
            sheet.cell(number, column).value = value


def moved(sheet: Worksheet) -> None:
    for row in sheet.iter_rows():
        values = [cell.value for cell in row]
        for cell, value in zip(row, values[::-1], strict=True):
            cell.value = value


def pushed_down(sheet: Worksheet) -> None:
    sheet.insert_rows(1, 3)
    sheet["A1"] = "Planen for foråret"


def renamed(sheet: Worksheet) -> None:
    sheet.title = "Vores plan"


def plain_heads(sheet: Worksheet) -> None:
    for column in EDITABLE:
        head = sheet.cell(1, letter(column))
        head.value = f"  {str(head.value).removesuffix(' (ret her)').upper()} "


def hidden(sheet: Worksheet) -> None:
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["E"].hidden = True


@pytest.mark.parametrize("change", [shuffled, moved, pushed_down, renamed, plain_heads, hidden])
def test_how_the_sheet_is_laid_out_does_not_matter(raw: bytes, change: Callable[[Worksheet], None]) -> None:
    before, after = read(raw), read(edited(raw, change))
    assert after.faults == []
    assert {row.id: said(row) for row in after.rows} == {row.id: said(row) for row in before.rows}
    assert {id_: said(row) for id_, row in after.taken.items()} == {row.id: said(row) for row in before.rows}


def test_a_deleted_row_is_just_not_there(raw: bytes) -> None:
    found = read(edited(raw, lambda sheet: sheet.delete_rows(2)))
    assert len(found.rows) == len(read(raw).rows) - 1
    assert found.faults == []


def test_an_empty_cell_clears(raw: bytes) -> None:
    def clear(sheet: Worksheet) -> None:
        for column in EDITABLE:
            sheet[place(sheet, column, ITEM)].value = None

    assert said(row_of(edited(raw, clear))) == ("", None, PointStatus.OPEN, "")


def test_a_row_of_somebodys_own_is_told(raw: bytes) -> None:
    def add(sheet: Worksheet) -> None:
        sheet.cell(sheet.max_row + 3, letter(Column.POINT)).value = "Køb kage"

    found = read(edited(raw, add))
    assert [(own.text, own.place.startswith(PLAN)) for own in found.own] == [("Køb kage", True)]
    assert len(found.rows) == len(read(raw).rows)


def test_a_row_with_spaces_only_is_nobodys(raw: bytes) -> None:
    found = read(edited(raw, lambda sheet: sheet.cell(sheet.max_row + 2, 3, "  ")))
    assert (found.own, found.faults) == ([], [])


# ---- words, dates and numbers


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ("Færdig", PointStatus.DONE),
        ("  færdig ", PointStatus.DONE),
        ("FAERDIG", PointStatus.DONE),
        ("i  gang", PointStatus.STARTED),
        ("i-gang", PointStatus.STARTED),
        ("Ikke relevant", PointStatus.NOT_RELEVANT),
        ("ikke begyndt", PointStatus.OPEN),
        (" ", PointStatus.OPEN),
    ],
)
def test_a_status_is_read_by_its_word_or_id(raw: bytes, typed: str, status: PointStatus) -> None:
    assert row_of(put(raw, Column.STATUS, ITEM, typed)).status is status


def test_an_unknown_status_is_told_by_its_cell(raw: bytes) -> None:
    cell = place(plan_of(opened(raw)), Column.STATUS, ITEM)
    [(where, text)] = faults(put(raw, Column.STATUS, ITEM, "næsten"))
    assert where == f"Handlingsplan!{cell}"
    assert text == "»næsten« er ikke en status. Skriv et af disse ord: Ikke begyndt, I gang, Færdig, Ikke relevant."


JANUARY = date(2027, 1, 4)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2027-01-04", JANUARY),
        ("2027-1-4", JANUARY),
        ("2027-01-04 00:00:00", JANUARY),
        ("2027-01-04T00:00", JANUARY),
        ("04-01-2027", JANUARY),
        ("4-1-2027", JANUARY),
        ("4/1-2027", JANUARY),
        ("4.1.2027", JANUARY),
        ("4. 1. 2027", JANUARY),
        (" 4. januar 2027 ", JANUARY),
        ("4 JAN 2027", JANUARY),
        ("4. jan. 2027", JANUARY),
        ("31. december 2027", date(2027, 12, 31)),
        ("13/1/2027", date(2027, 1, 13)),
        ("5/5/2027", date(2027, 5, 5)),
        ("29-02-2028", date(2028, 2, 29)),
        (datetime.fromisoformat("2027-01-04"), JANUARY),
        (JANUARY, JANUARY),
        ("", None),
        ("   ", None),
    ],
)
def test_a_date_is_read_as_danes_and_programs_write_it(raw: bytes, typed: object, day: date | None) -> None:
    found = read(put(raw, Column.DEADLINE, ITEM, typed))
    assert (found.faults, found.remarks) == ([], [])
    assert next(row for row in found.rows if row.id == ITEM).deadline == day


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("1/4/2027", "kan læses som to datoer"),
        ("12 / 11 / 2027", "kan læses som to datoer"),
        ("31-02-2027", "findes ikke i kalenderen"),
        ("4/13/2027", "findes ikke i kalenderen"),
        ("2027-13-01", "findes ikke i kalenderen"),
        ("0000-01-01", "findes ikke i kalenderen"),
        ("4-1-27", "»4-1-27« har kun to cifre i årstallet"),
        ("31.12.26", "har kun to cifre i årstallet"),
        ("1/4/27", "har kun to cifre i årstallet"),
        ("4. januar 27", "har kun to cifre i årstallet"),
        ("4-1-270", "kan ikke læses som en dato"),
        ("31-12-1999", "Årstallet skal ligge fra 2000 til 2099"),
        ("2100-01-01", "Årstallet skal ligge fra 2000 til 2099"),
        ("4. januar 0027", "Årstallet skal ligge fra 2000 til 2099"),
        ("uge 3", "kan ikke læses som en dato"),
        ("January 4, 2027", "kan ikke læses som en dato"),
        ("4. foo 2027", "kan ikke læses som en dato"),
        ("4. ja 2027", "kan ikke læses som en dato"),
        ("4. april til maj 2027", "kan ikke læses som en dato"),
        ("\u0664-\u0661-2027", "kan ikke læses som en dato"),
        ("2027-01-04 10:30", "kan ikke læses som en dato"),
        (True, "»SAND« kan ikke læses som en dato"),
        (4, "Cellen viser tallet 4"),
        (20270104, "Cellen viser tallet 20270104"),
        (1e300, "Cellen viser tallet 1e+300"),
        (0, "Cellen viser tallet 0"),
    ],
)
def test_what_is_no_date_or_may_be_two_is_told_with_what_can_be_written(raw: bytes, typed: object, reason: str) -> None:
    cell = place(plan_of(opened(raw)), Column.DEADLINE, ITEM)
    [(where, text)] = faults(put(raw, Column.DEADLINE, ITEM, typed, "General"))
    assert where == f"Handlingsplan!{cell}"
    assert reason in text
    assert "04-01-2027" in text


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (datetime.fromisoformat("1999-12-31T23:59"), "Årstallet skal ligge fra 2000 til 2099"),
        (datetime.fromisoformat("2100-01-01"), "Årstallet skal ligge fra 2000 til 2099"),
        (4, "Årstallet skal ligge fra 2000 til 2099"),
        (0, "Cellen indeholder tallet 0. Det kan ikke læses som en dato"),
        (0.5, "»et klokkeslæt« kan ikke læses som en dato"),
    ],
)
def test_a_cell_that_shows_a_date_is_held_to_the_same_years(raw: bytes, typed: object, reason: str) -> None:
    cell = place(plan_of(opened(raw)), Column.DEADLINE, ITEM)
    [(where, text)] = faults(put(raw, Column.DEADLINE, ITEM, typed, "dd-mm-yyyy"))
    assert where == f"Handlingsplan!{cell}"
    assert reason in text
    assert "04-01-2027" in text


@pytest.mark.parametrize("day", [date(2000, 1, 1), date(2099, 12, 31)])
def test_the_first_and_the_last_day_are_read(raw: bytes, day: date) -> None:
    assert row_of(put(raw, Column.DEADLINE, ITEM, day)).deadline == day
    assert row_of(put(raw, Column.DEADLINE, ITEM, day.isoformat())).deadline == day


def test_a_date_that_lost_its_format_is_read_and_told(raw: bytes) -> None:
    found = read(put(raw, Column.DEADLINE, ITEM, 46391, "General"))
    assert next(row for row in found.rows if row.id == ITEM).deadline == JANUARY
    [remark] = found.remarks
    assert remark.text == "Cellen viste tallet 46391. Vi har læst det som datoen 04-01-2027."


def test_a_time_of_day_is_left_out_and_told(raw: bytes) -> None:
    found = read(put(raw, Column.DEADLINE, ITEM, datetime.fromisoformat("2027-01-04T10:30")))
    assert next(row for row in found.rows if row.id == ITEM).deadline == JANUARY
    assert [remark.text for remark in found.remarks] == [
        "Klokkeslættet er ikke taget med. Fristen er dagen 04-01-2027."
    ]


def test_a_workbook_that_counts_from_1904_means_the_same_days(raw: bytes) -> None:
    book = opened(raw)
    book.epoch = datetime.fromisoformat("1904-01-01")
    sheet = plan_of(book)
    number = sheet[place(sheet, Column.DEADLINE, OTHER)]
    number.value, number.number_format = 46391 - 1462, "General"
    found = {row.id: row.deadline for row in read(saved(book)).rows}
    assert (found[ITEM], found[OTHER]) == (JANUARY, JANUARY)


@pytest.mark.parametrize("column", [Column.OWNER, Column.NOTE])
@pytest.mark.parametrize(
    ("typed", "shown", "text"),
    [
        (42, "General", "42"),
        (1.5, "General", "1,5"),
        (datetime.fromisoformat("2027-01-04"), "dd-mm-yyyy", "04-01-2027"),
        (" Ida  ", "@", "Ida"),
        ("=1+1", "General", None),
        ("#REF!", "General", None),
        (True, "General", None),
        (0.5, "hh:mm", None),
    ],
)
def test_what_excel_has_made_of_a_text_is_taken_as_it_shows_it_or_told(
    raw: bytes, column: Column, typed: object, shown: str, text: str | None
) -> None:
    sent = put(raw, column, ITEM, typed, shown)
    if text is None:
        [(where, _)] = faults(sent)
        assert where.startswith("Handlingsplan!")
    else:
        assert getattr(row_of(sent), column.value) == text


@pytest.mark.parametrize("column", [Column.ID, *EDITABLE])
@pytest.mark.parametrize(("typed", "reason"), [("=A1", "formel"), ("#N/A", "fejl")])
def test_a_formula_or_an_error_is_refused_by_its_cell(raw: bytes, column: Column, typed: str, reason: str) -> None:
    cell = place(plan_of(opened(raw)), column, ITEM)
    [(where, text)] = faults(put(raw, column, ITEM, typed))
    assert where == f"Handlingsplan!{cell}"
    assert reason in text


def test_a_formula_where_nothing_is_read_does_not_matter(raw: bytes) -> None:
    assert faults(put(raw, Column.NUMBER, ITEM, "=ROW()")) == []


def test_every_fault_is_told_at_once_and_the_rest_is_read(raw: bytes) -> None:
    sent = put(put(put(raw, Column.STATUS, ITEM, "x"), Column.DEADLINE, ITEM, "x"), Column.NOTE, OTHER, "=1")
    found = read(sent)
    assert len(found.faults) == 3
    assert len(found.rows) == len(read(raw).rows) - 2
