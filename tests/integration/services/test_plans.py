"""The plan from Excel against what stands in the assessment: nothing is taken back unseen, and all of it or nothing."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.integration.services.conftest import Made, watching
from tests.unit.report.conftest import MADE_AT, make_assessment
from tests.unit.report.sheets.books import EMPTY, SMALL, UNTOUCHED, edited, letter, opened, place, put, saved
from wizard.core.assessment import Assessment, PointState, PointStatus
from wizard.errors import AccessError, NotFoundError, TooLongError
from wizard.report.sheets.plan import Column
from wizard.report.sheets.workbook import write_xlsx
from wizard.services.access import Role
from wizard.services.assessments import delete_assessment, get_state
from wizard.services.changes import history
from wizard.services.plans import (
    PlanConflict,
    PlanPreview,
    PointEdit,
    apply_plan,
    compare_plan,
    pack_edits,
    show_edits,
    unpack_edits,
)
from wizard.services.points import PointConflict, edit_point

FIRST, SECOND = (item.id for item in SMALL.checklist.items[:2])
STATE = PointState("Ida", date(2027, 1, 4), PointStatus.STARTED, "Aftalt på mødet", version=3)


def project(**points: PointState) -> Assessment:
    return make_assessment(SMALL, points=points)


def taken(assessment: Assessment) -> bytes:
    return write_xlsx(assessment, SMALL, made_at=MADE_AT)


def compare(assessment: Assessment, raw: bytes) -> PlanPreview:
    return compare_plan(SMALL.content, assessment, SMALL, raw)


def changes(preview: PlanPreview) -> dict[str, list[tuple[str, Any, Any]]]:
    return {change.edit.item_id: change.fields for change in preview.changes}


# ---- what a file would change


def test_a_plan_that_nobody_has_edited_changes_nothing() -> None:
    assessment = project(**{FIRST: STATE})
    found = compare(assessment, taken(assessment))
    assert (found.changes, found.kept, found.faults, found.unchanged) == ((), (), (), len(SMALL.checklist.items))


def test_an_edited_cell_changes_its_field_and_no_other() -> None:
    assessment = project(**{FIRST: STATE})
    found = compare(assessment, put(taken(assessment), Column.OWNER, FIRST, "Bo"))
    assert changes(found) == {FIRST: [("owner", "Ida", "Bo")]}
    assert found.edits == [PointEdit(FIRST, 3, {"owner": "Bo"})]
    assert found.changes[0].text == SMALL.checklist.items[0].text
    assert found.unchanged == len(SMALL.checklist.items) - 1


def test_what_somebody_has_changed_meanwhile_is_not_taken_back_by_an_old_file() -> None:
    raw = put(taken(project(**{FIRST: STATE})), Column.NOTE, FIRST, "Rettet i Excel")
    meanwhile = project(**{FIRST: replace(STATE, owner="Bo", version=4)})
    found = compare(meanwhile, raw)
    assert changes(found) == {FIRST: [("note", "Aftalt på mødet", "Rettet i Excel")]}
    assert [(kept.text, kept.fields) for kept in found.kept] == [(SMALL.checklist.items[0].text, ("owner",))]
    assert found.changes[0].clashing == frozenset()


def test_what_both_have_changed_is_marked() -> None:
    raw = put(taken(project(**{FIRST: STATE})), Column.OWNER, FIRST, "Eva")
    found = compare(project(**{FIRST: replace(STATE, owner="Bo", version=4)}), raw)
    assert changes(found) == {FIRST: [("owner", "Bo", "Eva")]}
    assert found.changes[0].clashing == {"owner"}


def test_what_both_have_changed_to_the_same_is_no_change() -> None:
    raw = put(taken(project(**{FIRST: STATE})), Column.OWNER, FIRST, "Bo")
    found = compare(project(**{FIRST: replace(STATE, owner="Bo", version=4)}), raw)
    assert (found.changes, found.kept) == ((), ())


def test_without_what_the_file_remembers_every_difference_is_a_change() -> None:
    book = opened(taken(project(**{FIRST: STATE})))
    del book["Som hentet"]
    found = compare(project(**{FIRST: replace(STATE, owner="Bo", version=4)}), saved(book))
    assert changes(found) == {FIRST: [("owner", "Bo", "Ida")]}


def test_a_file_of_another_assessment_is_told_and_what_it_remembers_is_not_used() -> None:
    raw = taken(project(**{FIRST: STATE}))
    found = compare(replace(project(), id=2), raw)
    assert found.is_of_another
    assert [name for name, _, _ in changes(found)[FIRST]] == ["owner", "deadline", "status", "note"]


def test_a_deleted_row_changes_nothing_and_an_empty_cell_clears() -> None:
    assessment = project(**{FIRST: STATE, SECOND: STATE})

    def edit(sheet: Any) -> None:
        sheet[place(sheet, Column.DEADLINE, FIRST)].value = None
        row = next(row for row in range(2, 9) if sheet.cell(row, letter(Column.ID)).value == SECOND)
        sheet.delete_rows(row)

    found = compare(assessment, edited(taken(assessment), edit))
    assert changes(found) == {FIRST: [("deadline", date(2027, 1, 4), None)]}


def test_a_point_that_is_not_on_the_list_any_more_is_told_by_what_the_sheet_calls_it() -> None:
    raw = edited(UNTOUCHED, lambda sheet: sheet.cell(2, letter(Column.ID), "gammelt-punkt"))
    found = compare(project(), raw)
    assert [(one.place, one.text) for one in found.unknown] == [("Handlingsplan!N2", SMALL.checklist.items[0].text)]
    nameless = edited(raw, lambda sheet: sheet.cell(2, letter(Column.POINT)).__setattr__("value", None))
    assert [one.text for one in compare(project(), nameless).unknown] == ["gammelt-punkt"]


@pytest.mark.parametrize(
    ("column", "limit", "said"),
    [(Column.OWNER, 200, "Navnet er for langt"), (Column.NOTE, 10_000, "Noten er for lang")],
)
def test_what_is_too_long_is_told_by_its_cell(column: Column, limit: int, said: str) -> None:
    assert compare(project(), put(UNTOUCHED, column, FIRST, "å" * limit)).faults == ()
    raw = put(UNTOUCHED, column, FIRST, "å" * (limit + 1))
    [fault] = compare(project(), raw).faults
    assert fault.place == f"Handlingsplan!{place(opened(raw)['Handlingsplan'], column, FIRST)}"
    assert said in fault.text


def test_nothing_can_be_changed_while_there_is_a_fault() -> None:
    raw = put(put(UNTOUCHED, Column.OWNER, FIRST, "Ida"), Column.STATUS, SECOND, "næsten")
    found = compare(project(), raw)
    assert (len(found.faults), len(found.changes), found.edits) == (1, 1, [])


def test_a_file_that_is_no_plan_changes_nothing() -> None:
    assert len(compare(project(), b"%PDF").faults) == 1
    assert compare(project(), EMPTY).changes == ()


states = st.builds(
    PointState,
    owner=st.text(max_size=60).map(lambda text: " ".join(text.replace("\x00", "").split())),
    deadline=st.none() | st.dates(),
    status=st.sampled_from(PointStatus),
    note=st.text(max_size=60).map(lambda text: text.replace("\x00", "").strip()),
)


@settings(deadline=None, max_examples=40)
@given(states, states)
def test_a_plan_brings_exactly_what_is_in_it(before: PointState, after: PointState) -> None:
    raw = taken(project(**{FIRST: after}))
    found = compare(replace(project(**{FIRST: before}), id=2), raw)
    made = found.edits[0].on(before) if found.edits else before
    assert compare(project(**{FIRST: made}), raw).changes == ()


# ---- changing it


def points_of(made: Made) -> dict[str, PointState]:
    return dict(get_state(made.id, with_result=True).points)


def test_all_edits_are_made_in_one_transaction_with_an_event_for_each_point(made: Made) -> None:
    moment = datetime(2027, 1, 4, 9, tzinfo=UTC)
    edits = [
        PointEdit("a", 0, {"owner": "Ida", "deadline": date(2027, 1, 4)}),
        PointEdit("b", 0, {"status": PointStatus.DONE, "note": "Gjort"}),
    ]
    with watching() as traffic:
        assert apply_plan(made.access, edits, clock=lambda: moment) == 2
    assert traffic.commits == 1
    assert points_of(made) == {
        "a": PointState("Ida", date(2027, 1, 4), version=1),
        "b": PointState(status=PointStatus.DONE, note="Gjort", version=1),
    }
    assert [(event.what, event.before, event.at) for event in history(made.id, 2)] == [
        ("checklist:b", None, moment),
        ("checklist:a", None, moment),
    ]
    assert history(made.id, 1)[0].after == {"owner": "", "deadline": None, "status": "faerdig", "note": "Gjort"}


def test_fields_that_are_not_edited_stay(made: Made) -> None:
    edit_point(made.access, "a", PointState("Ida", note="Noten"))
    apply_plan(made.access, [PointEdit("a", 1, {"owner": "Bo"})])
    assert points_of(made) == {"a": PointState("Bo", note="Noten", version=2)}


def test_where_somebody_came_first_nothing_is_written_and_the_points_are_named(made: Made) -> None:
    edit_point(made.access, "b", PointState("Eva"))
    theirs = PointState("Eva", version=1)
    before = points_of(made), history(made.id)
    edits = [PointEdit("a", 0, {"owner": "Ida"}), PointEdit("b", 0, {"owner": "Bo"})]
    assert apply_plan(made.access, edits) == PlanConflict((PointConflict("b", theirs, PointState("Bo", version=1)),))
    assert (points_of(made), history(made.id)) == before


def test_an_edit_that_somebody_has_made_too_is_no_conflict(made: Made) -> None:
    edit_point(made.access, "b", PointState("Bo"))
    assert apply_plan(made.access, [PointEdit("a", 0, {"owner": "Ida"}), PointEdit("b", 0, {"owner": "Bo"})]) == 1


def test_the_same_edits_twice_change_something_once(made: Made) -> None:
    edits = [PointEdit("a", 0, {"owner": "Ida"})]
    assert apply_plan(made.access, edits) == 1
    before = get_state(made.id, with_result=True), history(made.id)
    assert apply_plan(made.access, edits) == 0
    assert (get_state(made.id, with_result=True), history(made.id)) == before


def test_what_is_too_long_is_not_stored(made: Made) -> None:
    with pytest.raises(TooLongError):
        apply_plan(made.access, [PointEdit("a", 0, {"owner": "Ida"}), PointEdit("b", 0, {"note": "x" * 10_001})])
    assert points_of(made) == {}


def test_a_reader_and_one_whose_assessment_is_gone_change_nothing(made: Made) -> None:
    edits = [PointEdit("a", 0, {"owner": "Ida"})]
    with pytest.raises(AccessError):
        apply_plan(replace(made.access, role=Role.READER), edits)
    delete_assessment(made.access)
    with pytest.raises(NotFoundError):
        apply_plan(made.access, edits)


# ---- on the way between two pages


def test_edits_come_back_from_json_as_they_were() -> None:
    edits = [
        PointEdit(FIRST, 3, {"owner": "Ida", "deadline": date(2027, 1, 4), "status": PointStatus.DONE, "note": "a\nb"}),
        PointEdit(SECOND, 0, {"deadline": None, "owner": ""}),
    ]
    assert unpack_edits(json.loads(json.dumps(pack_edits(edits)))) == edits


def test_edits_are_shown_on_top_of_what_stands_there_now() -> None:
    edits = [
        PointEdit(FIRST, 3, {"owner": "Bo", "note": "Ny"}),
        PointEdit(SECOND, 0, {"owner": "Ida"}),
        PointEdit("væk", 0, {"owner": "Ida"}),
    ]
    meanwhile = project(**{FIRST: replace(STATE, owner="Bo", version=4), SECOND: PointState("Ida", version=1)})
    shown = show_edits(meanwhile, SMALL, edits)
    assert [(change.text, change.edit) for change in shown] == [
        (SMALL.checklist.items[0].text, PointEdit(FIRST, 4, {"note": "Ny"})),
        ("væk", PointEdit("væk", 0, {"owner": "Ida"})),
    ]
