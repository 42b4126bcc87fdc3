"""The heads, ids and memory of a plan that comes back: what is missing, twice or mixed up is told by name."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from tests.unit.report.sheets.books import (
    ITEM,
    PLAN,
    SMALL,
    TAKEN,
    UNTOUCHED,
    edited,
    faults,
    letter,
    opened,
    place,
    plan_of,
    put,
    read,
    saved,
)
from wizard.core.assessment import PointStatus
from wizard.report.sheets.plan import EDITABLE, Column

# ---- heads, ids and merged cells


@pytest.mark.parametrize("column", [Column.ID, *EDITABLE])
def test_a_column_that_is_gone_or_renamed_is_named(raw: bytes, column: Column) -> None:
    head = str(plan_of(opened(raw)).cell(1, letter(column)).value).removesuffix(" (ret her)")
    for sent in (
        edited(raw, lambda sheet: sheet.delete_cols(letter(column))),
        edited(raw, lambda sheet: sheet.cell(1, letter(column), "Noget andet")),
    ):
        [(where, text)] = faults(sent)
        assert where == PLAN
        assert f"»{head}«" in text
        assert "mangler" in text
        assert read(sent).rows == []


def test_a_column_that_stands_twice_is_named(raw: bytes) -> None:
    [(where, text)] = faults(edited(raw, lambda sheet: sheet.cell(1, 20, "Note")))
    assert (where, "»Note« står to gange" in text) == (PLAN, True)


def test_a_sheet_without_heads_is_named(raw: bytes) -> None:
    [(_, text)] = faults(edited(raw, lambda sheet: sheet.delete_rows(1)))
    assert "Overskrifterne mangler på arket »Handlingsplan«" in text


def test_a_workbook_without_the_plan_says_so(raw: bytes) -> None:
    book = opened(raw)
    del book[PLAN]
    [(_, text)] = faults(saved(book))
    assert "ikke noget ark »Handlingsplan«" in text


def test_a_point_that_stands_twice_is_told_in_both_rows(raw: bytes) -> None:
    found = faults(edited(raw, lambda sheet: sheet.cell(3, letter(Column.ID), sheet.cell(2, letter(Column.ID)).value)))
    assert [(where, text.split(". ")[0]) for where, text in found] == [
        ("Handlingsplan!N2", "Punktet står også i række 3"),
        ("Handlingsplan!N3", "Punktet står også i række 2"),
    ]


def test_merged_cells_are_told_where_something_would_be_read(raw: bytes) -> None:
    [(where, text)] = faults(edited(raw, lambda sheet: sheet.merge_cells("E2:E3")))
    assert where == "Handlingsplan!E2:E3"
    assert "flettet" in text
    assert faults(edited(raw, lambda sheet: sheet.merge_cells("A2:C3"))) == []


# ---- what the workbook remembers


def test_the_plan_as_it_was_taken_stays_when_cells_are_edited(raw: bytes) -> None:
    found = read(put(raw, Column.OWNER, ITEM, "Bo"))
    assert (next(row for row in found.rows if row.id == ITEM).owner, found.taken[ITEM].owner) == ("Bo", "Anne Ågård")
    assert found.origin == 1


def removed(book: Any) -> None:
    del book[TAKEN]


def emptied(book: Any) -> None:
    book[TAKEN].delete_rows(1, 100)


def mixed(book: Any) -> None:
    book[TAKEN]["F2"] = 7


def broken(book: Any) -> None:
    book[TAKEN]["D2"] = "noget"


def named(book: Any) -> None:
    for row in range(2, book[TAKEN].max_row + 1):
        book[TAKEN].cell(row, 6).value = "en"


@pytest.mark.parametrize("change", [removed, emptied, mixed, broken, named])
def test_without_what_it_remembers_the_plan_is_read_all_the_same(raw: bytes, change: Callable[[Any], None]) -> None:
    book = opened(raw)
    change(book)
    found = read(saved(book))
    assert (found.faults, found.taken, found.origin) == ([], {}, None)
    assert len(found.rows) == len(read(raw).rows)


# ---- whatever is edited


edits = st.fixed_dictionaries(
    {},
    optional={
        Column.OWNER: st.text(st.characters(blacklist_categories=["Cc", "Cs", "Cn"]), max_size=50),
        Column.DEADLINE: st.dates(date(1900, 3, 1)),
        Column.STATUS: st.sampled_from(PointStatus),
        Column.NOTE: st.text(
            st.characters(blacklist_categories=["Cc", "Cs", "Cn"], whitelist_characters="\n"), max_size=200
        ),
    },
)


@settings(deadline=None, max_examples=40)
@given(typed=st.dictionaries(st.sampled_from([item.id for item in SMALL.checklist.items]), edits))
def test_exactly_what_is_edited_is_read(typed: dict[str, dict[Column, Any]]) -> None:
    def type_(sheet: Worksheet) -> None:
        for item, values in typed.items():
            for column, value in values.items():
                cell = sheet[place(sheet, column, item)]
                cell.value = WORDS[value] if isinstance(value, PointStatus) else value
                if isinstance(value, str) and not isinstance(value, PointStatus):
                    cell.data_type = "s"

    found = {row.id: row for row in read(edited(UNTOUCHED, type_)).rows}
    for item, row in found.items():
        values = typed.get(item, {})
        assert row.owner == " ".join(values.get(Column.OWNER, "").split())
        assert row.deadline == values.get(Column.DEADLINE)
        assert row.status == values.get(Column.STATUS, PointStatus.OPEN)
        assert row.note == values.get(Column.NOTE, "").strip()


WORDS = {
    PointStatus.OPEN: "Ikke begyndt",
    PointStatus.STARTED: "I gang",
    PointStatus.DONE: "Færdig",
    PointStatus.NOT_RELEVANT: "Ikke relevant",
}
