from datetime import date
from typing import Any

import pytest

from tests.builders import ask, make_action, make_advice, make_challenge, make_content, scale
from wizard.core.answers import Answer
from wizard.core.assessment import PointState, PointStatus
from wizard.core.intake import Intake
from wizard.core.questions import Kind
from wizard.core.risk import Consequence, Dimension

CONTENT = make_content(
    scale("a", "x"),
    ask("b", "en", "to", "ingen", kind=Kind.CHOICES),
    ask("c"),
    challenges=[make_challenge("x", make_action("x-et"))],
    advice=[make_advice("raad")],
)
OBJECT = "skal være et objekt med navne og værdier"
NO_QUESTION = "spørgsmålet findes ikke"
NO_POINT = "punktet findes ikke på tjeklisten"


def faults(intake: Intake) -> list[tuple[str, str]]:
    return [(fault.place, fault.reason) for fault in intake.faults]


def given(intake: Intake) -> list[Any]:
    return [fault.given for fault in intake.faults]


def test_answers_are_read_and_empty_ones_left_out() -> None:
    intake = Intake(CONTENT)
    assert intake.read_answers({"a": "3", "b": [], "c": " ", "": None} | {}) == {"a": Answer(options=("3",))}
    assert faults(intake) == [("answers.", NO_QUESTION)]


def test_every_fault_is_named_with_its_place_and_the_rest_is_read() -> None:
    intake = Intake(CONTENT)
    read = intake.read_answers({"a": "9", "b": ["en", "ingen"], "c": "Godt", "d": "ja", "e": 1})
    assert read == {"c": Answer(text="Godt")}
    assert faults(intake) == [
        ("answers.a", "svaret »9« findes ikke"),
        ("answers.b", "»Ingen« kan ikke vælges sammen med andre svar"),
        ("answers.d", NO_QUESTION),
        ("answers.e", NO_QUESTION),
    ]
    assert given(intake) == ["9", ["en", "ingen"], "ja", 1]
    assert str(intake.faults[0]) == "answers.a: svaret »9« findes ikke"


def test_of_several_options_those_that_fit_are_kept_and_each_other_is_a_fault() -> None:
    intake = Intake(CONTENT)
    assert intake.read_answers({"b": ["tre", "en", "to", "fire"]}) == {"b": Answer(options=("en", "to"))}
    assert faults(intake) == [("answers.b", "svaret »fire« findes ikke"), ("answers.b", "svaret »tre« findes ikke")]
    assert given(intake) == ["fire", "tre"]


def test_options_that_are_left_may_still_not_go_together() -> None:
    intake = Intake(CONTENT)
    assert intake.read_answers({"b": ["tre", "en", "ingen"]}) == {}
    assert given(intake) == ["tre", ["en", "ingen"]]


def test_notes_are_read_by_question_and_empty_ones_left_out() -> None:
    intake = Intake(CONTENT)
    assert intake.read_notes({"a": " to\r\nlinjer ", "b": "", "c": None}) == {"a": "to\nlinjer"}
    assert intake.faults == []


def test_every_fault_in_notes_keeps_what_was_written() -> None:
    intake = Intake(CONTENT)
    long = "å" * 10_001
    assert intake.read_notes({"a": "x" * 10_000, "b": long, "c": ["liste"], "d": "Husk Ib"}) == {"a": "x" * 10_000}
    assert faults(intake) == [
        ("notes.b", "teksten er for lang (10001 tegn); højst 10000"),
        ("notes.c", "skal være en tekst"),
        ("notes.d", NO_QUESTION),
    ]
    assert given(intake) == [long, ["liste"], "Husk Ib"]


def test_ratings_are_read_by_challenge_and_dimension() -> None:
    intake = Intake(CONTENT)
    raw = {"x": {"tid": "ubetydelig", "kvalitet": "oedelaeggende"}}
    assert intake.read_ratings(raw) == {
        "x": {Dimension.TIME: Consequence.NEGLIGIBLE, Dimension.QUALITY: Consequence.DESTRUCTIVE}
    }
    assert intake.read_ratings({"x": {}}) == {}
    assert intake.faults == []


def test_every_fault_in_ratings_is_named() -> None:
    intake = Intake(CONTENT)
    raw = {
        "x": {"tid": "slem", "penge": 4, "humør": "ubetydelig", "kvalitet": "ubetydelig"},
        "y": {},
        "z": 1,
        "v": {"tid": "slem", "penge": None, "kvalitet": "ubetydelig"},
    }
    assert intake.read_ratings(raw) == {"x": {Dimension.QUALITY: Consequence.NEGLIGIBLE}}
    levels = "brug ubetydelig, mindre-alvorlig, meget-alvorlig eller oedelaeggende"
    assert faults(intake) == [
        ("consequences.x.tid", f"»slem« kendes ikke; {levels}"),
        ("consequences.x.penge", f"»4« kendes ikke; {levels}"),
        ("consequences.x.humør", "konsekvensen kendes ikke; brug tid, penge, medarbejderressourcer eller kvalitet"),
        ("consequences.y", "udfordringen findes ikke"),
        ("consequences.z", "udfordringen findes ikke"),
        ("consequences.v.tid", "udfordringen findes ikke"),
        ("consequences.v.kvalitet", "udfordringen findes ikke"),
    ]
    assert given(intake) == ["slem", 4, "ubetydelig", {}, 1, "slem", "ubetydelig"]


def test_points_are_read_by_item_whether_or_not_the_answers_bring_it() -> None:
    intake = Intake(CONTENT)
    raw = {
        "x-et": {"owner": " Ida \n Holm ", "deadline": "2027-01-15", "status": "i-gang", "note": " en\r\nto "},
        "find-ud-af-a": {"status": "ikke-relevant"},
        "foelg-raad": {"deadline": "", "owner": None, "note": "x"},
    }
    assert intake.read_points(raw) == {
        "x-et": PointState("Ida Holm", date(2027, 1, 15), PointStatus.STARTED, "en\nto"),
        "find-ud-af-a": PointState(status=PointStatus.NOT_RELEVANT),
        "foelg-raad": PointState(note="x"),
    }
    assert intake.faults == []


@pytest.mark.parametrize(
    "raw", [{}, {"owner": ""}, {"owner": " ", "deadline": None, "status": None, "note": None}, {"status": "aaben"}]
)
def test_point_that_nobody_has_written_on_is_left_out(raw: dict[str, Any]) -> None:
    intake = Intake(CONTENT)
    assert intake.read_points({"x-et": raw}) == {}
    assert intake.faults == []


def test_every_fault_in_points_is_named_and_the_rest_of_the_point_is_read() -> None:
    intake = Intake(CONTENT)
    raw = {
        "x-et": {"owner": "x" * 201, "deadline": "i morgen", "status": "snart", "note": "Husk", "frist": "mandag"},
        "find-ud-af-a": {"owner": 1, "deadline": 20270115, "status": ["i-gang"], "note": {}},
        "foelg-raad": "Ida",
    }
    assert intake.read_points(raw) == {"x-et": PointState(note="Husk")}
    statuses = "brug aaben, i-gang, faerdig eller ikke-relevant"
    assert faults(intake) == [
        ("points.x-et.frist", "feltet kendes ikke"),
        ("points.x-et.owner", "teksten er for lang (201 tegn); højst 200"),
        ("points.x-et.deadline", "»i morgen« er ikke en dato (åååå-mm-dd)"),
        ("points.x-et.status", f"»snart« kendes ikke; {statuses}"),
        ("points.find-ud-af-a.owner", "skal være en tekst"),
        ("points.find-ud-af-a.deadline", "»20270115« er ikke en dato (åååå-mm-dd)"),
        ("points.find-ud-af-a.status", f"»['i-gang']« kendes ikke; {statuses}"),
        ("points.find-ud-af-a.note", "skal være en tekst"),
        ("points.foelg-raad", OBJECT),
    ]
    assert given(intake)[:4] == ["mandag", "x" * 201, "i morgen", "snart"]


@pytest.mark.parametrize("id_", ["", "vaek", "a", "x", "find-ud-af-", "find-ud-af-vaek", "foelg-vaek", "raad"])
def test_each_thing_that_stood_on_an_unknown_point_is_a_fault(id_: str) -> None:
    intake = Intake(CONTENT)
    raw = {id_: {"owner": "Ida", "deadline": None, "status": "i-gang", "note": ""}}
    assert intake.read_points(raw) == {}
    assert faults(intake) == [(f"points.{id_}.owner", NO_POINT), (f"points.{id_}.status", NO_POINT)]
    assert given(intake) == ["Ida", "i-gang"]


@pytest.mark.parametrize("raw", [None, [], "a", 1, {}, {"owner": ""}])
def test_unknown_point_with_nothing_on_it_is_a_fault_too(raw: Any) -> None:
    intake = Intake(CONTENT)
    assert intake.read_points({"vaek": raw}) == {}
    assert faults(intake) == [("points.vaek", NO_POINT)]


def test_goals_are_read_where_there_is_something_to_make_better_and_the_answer_says_something() -> None:
    intake = Intake(CONTENT)
    raw = {"a": "1", "b": ["en"], "c": "Godt", "væk": "ja"}
    assert intake.read_goals(raw) == {"a": ("1",)}
    no_goal = "kan ikke være et mål"
    assert faults(intake) == [("goals.b", no_goal), ("goals.c", no_goal), ("goals.væk", NO_QUESTION)]
    other = Intake(CONTENT)
    assert [other.read_goals({"a": goal}) for goal in ("ved-ikke", "ikke-relevant", "9", None, "")] == [{}] * 5
    assert [fault.reason for fault in other.faults] == [no_goal, no_goal, "svaret »9« findes ikke"]


@pytest.mark.parametrize("raw", [None, [], "a", 1])
def test_what_is_no_object_is_one_fault(raw: Any) -> None:
    intake = Intake(CONTENT)
    assert intake.read_answers(raw) == {}
    assert intake.read_notes(raw) == {}
    assert intake.read_ratings(raw) == {}
    assert intake.read_ratings({"x": raw}) == {}
    assert intake.read_points(raw) == {}
    assert intake.read_goals(raw) == {}
    places = ("answers", "notes", "consequences", "consequences.x", "points", "goals")
    assert faults(intake) == [(place, OBJECT) for place in places]


def test_fault_is_one_line_whatever_was_given() -> None:
    intake = Intake(CONTENT)
    intake.read_answers({"to\nlinjer\x1b[31m": "ja", "a": "lang" * 1000})
    assert faults(intake) == [
        ("answers.to�linjer�[31m", NO_QUESTION),
        ("answers.a", f"svaret »{'lang' * 30}…« findes ikke"),
    ]
    assert given(intake)[1] == "lang" * 1000
