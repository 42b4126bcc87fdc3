"""Workbooks as other programs than ours write them."""

from datetime import date

import pytest

from tests.unit.report.sheets.books import HEADS, by_hand, faults, read, row
from wizard.report.sheets.reading import PlanRow


def only(raw: bytes) -> PlanRow:
    found = read(raw)
    assert found.faults == []
    [one] = found.rows
    return one


def note(xml: str, *strings: str) -> str:
    return only(by_hand([HEADS, row(2, "p", E=xml)], strings=strings)).note


def test_a_text_may_stand_in_pieces_and_its_pronunciation_is_no_part_of_it() -> None:
    runs = "<r><t xml:space='preserve'>rød </t></r><r><rPr><b/></rPr><t>grød</t></r>"
    rich = f"<si>{runs}<rPh sb='0' eb='1'><t>x</t></rPh></si>"
    assert note('t="s"><v>1</v>', "<si><t>a</t></si>", rich) == "rød grød"
    assert note('t="inlineStr"><is><r><t>to</t></r><r><t> dele</t></r></is>') == "to dele"


def test_line_ends_and_letters_by_their_number_are_read_as_excel_means_them() -> None:
    assert note('t="s"><v>0</v>', "<si><t>a_x000D_&#10;b&#10;c_x0041_ _x005F_x0041_ _x0001_ _xD800_</t></si>") == (
        "a\nb\ncA _x0041_ \ufffd \ufffd"
    )


def test_the_result_of_a_formula_that_was_taken_away_is_a_text() -> None:
    assert note('t="str"><v>hej</v>') == "hej"


@pytest.mark.parametrize("formula", ["<f>1+1</f><v>2</v>", '<f t="shared" si="0"/><v>2</v>', "<f/>"])
def test_every_kind_of_formula_is_seen(formula: str) -> None:
    assert [where for where, _ in faults(by_hand([HEADS, row(2, "p", E=f">{formula}")]))] == ["Handlingsplan!E2"]


@pytest.mark.parametrize("style", ["1", "2"])
def test_dates_are_known_by_their_style_also_one_that_differs_by_country(style: str) -> None:
    assert only(by_hand([HEADS, row(2, "p", C=f's="{style}"><v>46391</v>')])).deadline == date(2027, 1, 4)


def test_a_date_may_be_written_as_one() -> None:
    assert only(by_hand([HEADS, row(2, "p", C='t="d"><v>2027-01-04T00:00:00Z</v>')])).deadline == date(2027, 1, 4)


def test_the_days_are_counted_from_1904_where_the_workbook_says_so() -> None:
    properties = '<workbookPr date1904="1"/>'
    for style in ("0", "1"):
        raw = by_hand([HEADS, row(2, "p", C=f's="{style}"><v>44929</v>')], properties=properties)
        assert only(raw).deadline == date(2027, 1, 4)


@pytest.mark.parametrize("number", ["-1", "1e999", "nan", "99999999"])
def test_a_number_that_is_no_day_is_told(number: str) -> None:
    assert len(faults(by_hand([HEADS, row(2, "p", C=f's="1"><v>{number}</v>')]))) == 1


def test_a_time_alone_is_no_date() -> None:
    [(_, text)] = faults(by_hand([HEADS, row(2, "p", C='s="1"><v>0.5</v>')]))
    assert "»et klokkeslæt« kan ikke læses som en dato" in text


def test_cells_and_rows_without_addresses_stand_one_after_the_other() -> None:
    bare = "<row><c t='inlineStr'><is><t>p</t></is></c><c t='inlineStr'><is><t>Ida</t></is></c></row>"
    assert only(by_hand([HEADS, bare])).owner == "Ida"


def test_the_strict_kind_of_file_is_read_too() -> None:
    assert only(by_hand([HEADS, row(2, "p", B='t="inlineStr"><is><t>Ida</t></is>')], is_strict=True)).owner == "Ida"


def test_cells_far_to_the_right_are_left_alone() -> None:
    far = '<row r="3"><c r="XFD3" t="inlineStr"><is><t>x</t></is></c></row>'
    found = read(by_hand([HEADS, row(2, "p"), far]))
    assert (len(found.rows), found.own, found.faults) == (1, [], [])


def test_empty_rows_far_down_are_left_alone_and_others_are_told() -> None:
    assert len(read(by_hand([HEADS, row(2, "p"), '<row r="1048576"><c r="A1048576" s="1"/></row>'])).rows) == 1
    [(_, text)] = faults(by_hand([HEADS, row(1048576, "p")]))
    assert "går til række 1048576" in text
    assert "5000" in text


@pytest.mark.parametrize("ref", ["", "B2", "B2:", "x:y", "B2:B3:B4"])
def test_a_merged_range_that_is_none_does_no_harm(ref: str) -> None:
    after = f'<mergeCells><mergeCell ref="{ref}"/></mergeCells>'
    assert faults(by_hand([HEADS, row(2, "p")], after=after)) == []
