import subprocess
import sys
from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from tests.unit.report.conftest import MADE_AT, make_assessment
from tests.unit.report.sheets.books import EMPTY, PLAN, SMALL, TAKEN, letter, opened, parts_of, place, plan_of, read
from wizard.core.assessment import Assessment, PointState, PointStatus
from wizard.core.risk import Risk
from wizard.core.summary import Summary
from wizard.report.palette import RISK
from wizard.report.sheets.plan import EDITABLE, Column
from wizard.report.sheets.workbook import write_xlsx

HOSTILE = [
    "=1+1",
    "+45 12",
    "-x",
    "@SUM(A1)",
    "#REF!",
    "_x0041_",
    "_x005F_",
    "a\x0bb\x1f",
    "\ufffe",
    "'",
    "\u202eabc",
    "🦊" * 50,
]


@pytest.fixture(scope="module")
def plan(raw: bytes) -> Worksheet:
    return plan_of(opened(raw))


def test_sheets_stand_in_the_order_of_use_and_the_one_for_us_is_hidden(raw: bytes) -> None:
    book = opened(raw)
    assert book.sheetnames == [PLAN, "Svar", "Risici", "Om", TAKEN]
    assert [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"] == [TAKEN]


def test_points_stand_in_the_order_of_the_checklist(plan: Worksheet, summary: Summary) -> None:
    items = summary.checklist.items
    ids = [plan.cell(row, letter(Column.ID)).value for row in range(2, plan.max_row + 1)]
    assert ids == [item.id for item in items]
    marked = [plan.cell(row, letter(Column.FIRST)).value == "Begynd her" for row in range(2, plan.max_row + 1)]
    assert marked == [item in summary.checklist.first for item in items]


def test_a_point_says_all_that_the_summary_knows(plan: Worksheet) -> None:
    row = [plan[place(plan, column, "find-hjemlen")].value for column in Column]
    assert row[2:8] == [
        "Gør find-hjemlen",
        "Kritisk",
        "Anne Ågård",
        datetime.fromisoformat("2027-01-04"),
        "I gang",
        None,
    ]
    assert row[8:] == [
        "I svarede »3« til »Jura?«",
        "Uklart, om I må bruge oplysningerne",
        "Idé",
        "Leder",
        "GDPR art. 5",
        "find-hjemlen",
    ]


def test_what_can_be_edited_stands_apart_by_colour_and_by_a_word(plan: Worksheet) -> None:
    heads = {column: plan.cell(1, letter(column)) for column in Column}
    assert {column for column in Column if str(heads[column].value).endswith("(ret her)")} == set(EDITABLE)
    colours = {plan.cell(2, letter(column)).fill.start_color.rgb for column in EDITABLE}
    assert len(colours) == 1
    assert plan.cell(2, letter(Column.POINT)).fill.start_color.rgb not in colours


def test_a_colour_of_risk_has_its_word(plan: Worksheet) -> None:
    cell = plan[place(plan, Column.RISK, "find-hjemlen")]
    assert cell.value == "Kritisk"
    assert cell.fill.start_color.rgb == f"00{RISK[Risk.CRITICAL].tint[1:]}"


def test_dates_are_dates_and_can_only_be_dates(plan: Worksheet) -> None:
    cell = plan[place(plan, Column.DEADLINE, "find-hjemlen")]
    assert (cell.is_date, cell.number_format) == (True, "dd-mm-yyyy")
    validations = {found.type: found for found in plan.data_validations.dataValidation}
    assert str(validations["date"].sqref) == f"F2:F{plan.max_row}"
    assert validations["list"].formula1 == '"Ikke begyndt,I gang,Færdig,Ikke relevant"'
    assert str(validations["list"].sqref) == f"G2:G{plan.max_row}"


@pytest.mark.parametrize("name", [PLAN, "Svar", "Risici"])
def test_a_list_can_be_filtered_and_its_heads_stay_also_in_print(raw: bytes, name: str) -> None:
    sheet = opened(raw)[name]
    assert isinstance(sheet, Worksheet)
    assert sheet.auto_filter.ref == sheet.dimensions
    assert str(sheet.freeze_panes)[1:] == "2"
    assert (sheet.print_title_rows, sheet.page_setup.orientation, sheet.page_setup.paperSize) == (
        "$1:$1",
        "landscape",
        9,
    )
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert all(head.value for head in sheet[1])


def test_rows_grow_with_what_is_typed_in_them(raw: bytes) -> None:
    # Excel fits a row by itself unless its height is said to be somebody's own.
    assert b"customHeight" not in parts_of(raw)["xl/worksheets/sheet1.xml"]


def test_answers_stand_with_their_notes_and_law(raw: bytes, summary: Summary) -> None:
    rows = [[cell.value for cell in row] for row in opened(raw)["Svar"].iter_rows(min_row=2)]
    assert [row[1] for row in rows] == [question.text for question in summary.path.questions]
    by_question = {row[1]: row[2:] for row in rows}
    assert by_question["Jura?"] == ["3", "Vi spørger Søren på mandag.", "GDPR art. 5"]
    assert by_question["Start?"][0] == datetime.fromisoformat("2026-12-01")
    assert by_question["Pris?"][0] == "1,5"
    assert by_question["Drift?"][0] == "Ikke besvaret"
    assert by_question["Maal?"][0] == "Løsningen fordeler æbler, øl og ål\ntil de rette medarbejdere"


def test_risks_say_what_is_assumed_and_why(raw: bytes) -> None:
    rows = [[cell.value for cell in row] for row in opened(raw)["Risici"].iter_rows(min_row=2)]
    law, holes = rows[:2]
    assert law[:1] + law[2:7] == [
        1,
        "Uklart, om I må bruge oplysningerne",
        "Høj",
        "Meget alvorlig",
        "Antaget",
        "Kritisk",
    ]
    assert law[7] == "»3« til spørgsmålet »Jura?«"
    assert holes[5] == "Jeres egen"


def test_the_workbook_tells_what_it_is(raw: bytes) -> None:
    book = opened(raw)
    said = book.properties
    assert (said.title, said.creator, said.language) == ("Fordeling af borgernes mails på Ærø", "KI-klar", "da-DK")
    about = {row[0].value: row[1].value for row in book["Om"].iter_rows(min_row=2)}
    assert about["Projekt"] == "Fordeling af borgernes mails på Ærø"
    assert about["Hentet"] == datetime.fromisoformat("2026-11-23")
    assert about["Indholdsversion"] == "0"
    assert ".xlsx" in str(about["Læs ind igen"])


def test_the_same_assessment_at_the_same_moment_gives_the_same_bytes(
    raw: bytes, assessment: Assessment, summary: Summary
) -> None:
    assert write_xlsx(assessment, summary, made_at=MADE_AT) == raw
    with ZipFile(BytesIO(raw)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


def test_the_bytes_do_not_hang_on_the_order_of_sets() -> None:
    code = "import sys; from tests.unit.report.sheets.books import EMPTY; sys.stdout.buffer.write(EMPTY)"
    command = [sys.executable, "-c", code]
    assert subprocess.run(command, env={"PYTHONHASHSEED": "1"}, check=True, capture_output=True).stdout == EMPTY


def test_a_project_without_answers_has_heads_and_nothing_below() -> None:
    book = opened(EMPTY)
    for name in (PLAN, "Svar", "Risici"):
        assert book[name].max_row == 1
    found = read(EMPTY)
    assert (found.rows, found.faults, found.own) == ([], [], [])


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_formula_or_breaks_the_file(summary: Summary, text: str) -> None:
    points = {item.id: PointState(owner=text, note=text) for item in summary.checklist.items}
    made = make_assessment(summary, title=text, notes={"jura": text}, points=points)
    raw = write_xlsx(made, summary, made_at=MADE_AT)
    book = opened(raw)
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
    cell = plan_of(book).cell(2, letter(Column.NOTE))
    assert cell.number_format == "@"
    assert cell.quotePrefix == (text[0] in "=+-@'")
    [kept] = {row.note for row in read(raw).rows}
    assert kept == text.replace("\x0b", "\ufffd").replace("\x1f", "\ufffd").replace("\ufffe", "\ufffd")


def test_a_text_that_no_cell_can_hold_is_cut_where_one_sees_it(summary: Summary) -> None:
    made = make_assessment(summary, notes={"jura": "🦊" * 20_000})
    book = opened(write_xlsx(made, summary, made_at=MADE_AT))
    [note] = {row[3].value for row in book["Svar"].iter_rows(min_row=2)} - {None}
    assert str(note).endswith("🦊 […]")
    assert len(str(note).encode("utf-16-le")) // 2 <= 32_767


def test_the_line_above_the_print_is_no_longer_than_excel_takes_and_holds_no_code(summary: Summary) -> None:
    made = make_assessment(summary, title="&D &P " * 30)
    sheet = plan_of(opened(write_xlsx(made, summary, made_at=MADE_AT)))
    text = str(sheet.oddHeader.left.text)  # type: ignore[union-attr]  # it is there
    assert len(text) < 250
    assert text.startswith("&&D &&P")


@settings(deadline=None, max_examples=50)
@given(
    state=st.builds(
        PointState,
        owner=st.text(max_size=200),
        deadline=st.none() | st.dates(),
        status=st.sampled_from(PointStatus),
        note=st.text(max_size=300),
    )
)
def test_whatever_is_written_is_read_back_as_it_stands_there(state: PointState) -> None:
    item = SMALL.checklist.items[0].id
    found = read(write_xlsx(make_assessment(SMALL, points={item: state}), SMALL, made_at=MADE_AT))
    assert (found.faults, found.own, found.origin) == ([], [], 1)
    row = found.rows[0]
    assert (row.id, row.deadline, row.status) == (item, state.deadline, state.status)
    assert [(one.id, one.owner, one.note) for one in found.rows] == [
        (one.id, one.owner, one.note) for one in found.taken.values()
    ]


@pytest.mark.parametrize(
    "day", [date(1, 1, 1), date(1899, 12, 31), date(1900, 2, 28), date(1900, 3, 1), date(9999, 12, 31)]
)
def test_a_day_that_excel_cannot_count_is_a_text(summary: Summary, day: date) -> None:
    item = summary.checklist.items[0].id
    made = make_assessment(summary, points={item: PointState(deadline=day)})
    found = read(write_xlsx(made, summary, made_at=MADE_AT))
    assert (found.rows[0].deadline, found.faults, found.remarks) == (day, [], [])
