from typing import Any

import pytest

from tests.builders import ask, make_content, scale
from wizard.core.answers import Answer
from wizard.core.intake import Intake
from wizard.core.questions import Kind
from wizard.core.risk import Consequence, Dimension

CONTENT = make_content(scale("a", "x"), ask("b", "en", "ingen", kind=Kind.CHOICES), ask("c"))


def test_answers_are_read_and_empty_ones_left_out() -> None:
    intake = Intake(CONTENT)
    assert intake.read_answers({"a": "3", "b": [], "c": " ", "": None} | {}) == {"a": Answer(options=("3",))}
    assert intake.faults == [("answers.", "spørgsmålet findes ikke")]


def test_every_fault_is_named_with_its_place_and_the_rest_is_read() -> None:
    intake = Intake(CONTENT)
    read = intake.read_answers({"a": "9", "b": ["en", "ingen"], "c": "Godt", "d": "ja", "e": 1})
    assert read == {"c": Answer(text="Godt")}
    assert intake.faults == [
        ("answers.a", "svaret »9« findes ikke"),
        ("answers.b", "»Ingen« kan ikke vælges sammen med andre svar"),
        ("answers.d", "spørgsmålet findes ikke"),
        ("answers.e", "spørgsmålet findes ikke"),
    ]


def test_ratings_are_read_by_challenge_and_dimension() -> None:
    intake = Intake(CONTENT)
    raw = {"x": {"tid": "ubetydelig", "kvalitet": "oedelaeggende"}}
    assert intake.read_ratings(raw) == {
        "x": {Dimension.TIME: Consequence.NEGLIGIBLE, Dimension.QUALITY: Consequence.DESTRUCTIVE}
    }
    assert intake.faults == []


def test_every_fault_in_ratings_is_named() -> None:
    intake = Intake(CONTENT)
    raw = {"x": {"tid": "slem", "penge": 4, "humør": "ubetydelig", "kvalitet": "ubetydelig"}, "y": {}, "z": 1}
    assert intake.read_ratings(raw) == {"x": {Dimension.QUALITY: Consequence.NEGLIGIBLE}}
    levels = "brug ubetydelig, mindre-alvorlig, meget-alvorlig eller oedelaeggende"
    assert intake.faults == [
        ("consequences.x.tid", f"»slem« kendes ikke; {levels}"),
        ("consequences.x.penge", f"»4« kendes ikke; {levels}"),
        ("consequences.x.humør", "konsekvensen kendes ikke; brug tid, penge, medarbejderressourcer eller kvalitet"),
        ("consequences.y", "udfordringen findes ikke"),
        ("consequences.z", "udfordringen findes ikke"),
    ]


@pytest.mark.parametrize("raw", [None, [], "a", 1])
def test_what_is_no_object_is_one_fault(raw: Any) -> None:
    intake = Intake(CONTENT)
    assert intake.read_answers(raw) == {}
    assert intake.read_ratings(raw) == {}
    assert intake.read_ratings({"x": raw}) == {}
    reason = "skal være et objekt med navne og værdier"
    assert intake.faults == [("answers", reason), ("consequences", reason), ("consequences.x", reason)]


def test_fault_is_one_line_whatever_was_given() -> None:
    intake = Intake(CONTENT)
    intake.read_answers({"to\nlinjer\x1b[31m": "ja", "a": "lang" * 1000})
    assert intake.faults == [
        ("answers.to�linjer�[31m", "spørgsmålet findes ikke"),
        ("answers.a", f"svaret »{'lang' * 30}…« findes ikke"),
    ]
