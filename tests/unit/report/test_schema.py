"""What is written and what is published about it are held together, both ways."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.schemas import ANSWERS, REPORT, faults_of, resolve
from tests.unit.report.conftest import MADE_AT, make_assessment
from wizard.core.assessment import Assessment, PointState
from wizard.core.risk import Consequence, Dimension
from wizard.core.summary import Summary
from wizard.report.interchange import FORMAT_VERSION, RESULT_FIELDS, report_data, summary_data, write_json

Path = tuple[str | int, ...]


@pytest.fixture
def data(assessment: Assessment, summary: Summary) -> dict[str, Any]:
    """A report with something in every corner."""
    rated = {"hullede-data": dict.fromkeys(Dimension, Consequence.MINOR)}
    return written(report_data(replace(assessment, ratings=rated, goals={"jura": ("1",)}), summary, made_at=MADE_AT))


def written(data: dict[str, Any]) -> dict[str, Any]:
    """Give the data as it is read back from its file."""
    read: dict[str, Any] = json.loads(write_json(data))
    return read


def walk(schema: Any, value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Give every object in the data with the schema that it has to follow, and where it is."""
    schema = resolve(schema)
    if isinstance(value, list):
        for place, item in enumerate(value):
            yield from walk(schema.get("items", {}), item, (*path, place))
    if isinstance(value, dict):
        yield path, schema
        for name, item in value.items():
            known = schema.get("properties", {}).get(name, schema.get("additionalProperties"))
            assert isinstance(known, dict), (path, name)
            yield from walk(known, item, (*path, name))


def at(data: Any, path: Path) -> Any:
    for name in path:
        data = data[name]
    return data


def objects_in(schema: Any) -> Iterator[Any]:
    """Give every part of a schema that describes an object with names of its own."""
    if isinstance(schema, dict):
        if "properties" in schema and schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from objects_in(part)
    if isinstance(schema, list):
        for part in schema:
            yield from objects_in(part)


def test_a_report_follows_its_schema(data: dict[str, Any]) -> None:
    assert faults_of(data) == []
    assert data["format_version"] == FORMAT_VERSION


def test_the_report_of_a_project_that_has_said_nothing_follows_it_too(empty: Summary) -> None:
    assert faults_of(written(report_data(make_assessment(empty, title=""), empty, made_at=None))) == []


def test_a_report_holds_the_whole_result_as_it_always_was(data: dict[str, Any], summary: Summary) -> None:
    result = written(summary_data(summary))
    assert {name: data[name] for name in RESULT_FIELDS} == result


def test_everything_in_the_schema_is_somewhere_in_a_report(data: dict[str, Any]) -> None:
    met: dict[int, set[str]] = {}
    for path, schema in walk(REPORT, data):
        met.setdefault(id(schema), set()).update(at(data, path))
    published = list(objects_in(REPORT))
    assert len(published) > 12
    assert [set(part["properties"]) - met.get(id(part), set()) for part in published] == [set()] * len(published)


def test_nothing_can_be_taken_away_or_called_something_else(data: dict[str, Any]) -> None:
    tried = 0
    for path, schema in walk(REPORT, data):
        for name in schema.get("properties", {}).keys() & at(data, path).keys():
            without = deepcopy(data)
            value = at(without, path).pop(name)
            assert (faults_of(without) != []) is (name in schema.get("required", ())), (path, name)
            at(without, path)[f"{name}-"] = value
            assert faults_of(without) != [], (path, name)
            tried += 1
    assert tried > 150


def test_everything_has_a_type(data: dict[str, Any]) -> None:
    for path, schema in walk(REPORT, data):
        for name in schema.get("properties", {}).keys() & at(data, path).keys():
            other = deepcopy(data)
            at(other, path)[name] = object.__name__ if isinstance(at(data, path)[name], (dict, list)) else {}
            assert faults_of(other) != [], (path, name)


@pytest.mark.parametrize("schema", [REPORT, ANSWERS], ids=["report", "answers"])
def test_everything_in_a_schema_is_explained_and_nothing_is_left_open(schema: Any) -> None:
    for part in objects_in(schema):
        assert part["additionalProperties"] is False
        for name, field in part["properties"].items():
            assert "description" in field or "$ref" in field, name
    for name, part in schema.get("$defs", {}).items():
        assert "description" in part, name


def test_the_two_schemas_say_the_same_of_what_both_have() -> None:
    known = REPORT["$defs"]
    assert ANSWERS["$defs"] == {name: known[name] for name in ANSWERS["$defs"]}
    assert ANSWERS["properties"]["points"]["additionalProperties"]["properties"] == known["point"]["properties"]


@pytest.mark.parametrize("schema", [REPORT, ANSWERS], ids=["report", "answers"])
def test_a_schema_stands_alone(schema: Any) -> None:
    references = re.findall(r'"\$ref": "([^"]*)"', json.dumps(schema))
    assert references
    assert [name for name in references if not name.startswith("#/$defs/")] == []
    # Every branch that refers to something is walked, by a validator that knows no other file.
    written = {
        "answers": {"a": "x", "b": ["y"], "c": None},
        "consequences": {"x": {"tid": "slem"}},
        "points": {"x": {"owner": 1, "deadline": 2, "status": "3", "note": 4}},
        "goals": {"a": 1, "b": None},
    }
    whole = {"assessment": written} if schema is REPORT else written
    found = {error.json_path for error in Draft202012Validator(schema).iter_errors(whole)}
    inside = "$.assessment" if schema is REPORT else "$"
    assert {f"{inside}.points.x.{name}" for name in ("owner", "deadline", "status", "note")} <= found
    assert {f"{inside}.consequences.x.tid", f"{inside}.goals.a"} <= found


def test_what_a_project_has_written_is_an_input_too(data: dict[str, Any]) -> None:
    own = ("title", "answers", "notes", "consequences", "points", "goals")
    assert faults_of({name: data["assessment"][name] for name in own}, "answers") == []
    assert faults_of({}, "answers") == []
    assert faults_of({"answers": {"a": None, "b": "", "c": []}, "notes": {"a": None}}, "answers") == []
    assert faults_of({"points": {"x": {"note": "Husk"}}}, "answers") == []
    wrong: list[Any] = [
        {"svar": {}},
        {"answers": []},
        {"answers": {"a": 1}},
        {"points": {"x": {"frist": "i morgen"}}},
    ]
    assert [data for data in wrong if faults_of(data, "answers") == []] == []


def test_the_same_report_is_the_same_bytes_whatever_order_it_was_read_in(
    assessment: Assessment, summary: Summary
) -> None:
    def turn(values: Any) -> Any:
        return dict(reversed(list(values.items())))

    turned = replace(
        assessment,
        answers=turn(assessment.answers),
        notes=turn({**assessment.notes, "maal": "Først"}),
        points=turn(assessment.points),
    )
    noted = replace(assessment, notes={**assessment.notes, "maal": "Først"})
    one, other = (write_json(report_data(project, summary, made_at=MADE_AT)) for project in (noted, turned))
    assert one == other
    assert one.startswith(b'{\n  "format": "ki-klar-rapport",\n')


def test_without_a_moment_there_are_no_times_in_it(assessment: Assessment, summary: Summary) -> None:
    data = report_data(assessment, summary, made_at=None)
    assert [data["made_at"], data["assessment"]["created_at"], data["assessment"]["updated_at"]] == [None] * 3
    assert report_data(assessment, summary, made_at=MADE_AT)["made_at"] == "2026-11-23T09:30:00+00:00"


def test_a_point_that_is_untouched_again_is_left_out(assessment: Assessment, summary: Summary) -> None:
    touched = replace(assessment, points={"fyld-huller": PointState(version=4), "spoerg-dpo": PointState(note="Husk")})
    data = report_data(touched, summary, made_at=MADE_AT)
    assert data["assessment"]["points"] == {
        "spoerg-dpo": {"owner": "", "deadline": None, "status": "aaben", "note": "Husk"}
    }


def test_answers_that_their_question_does_not_know_any_more_are_in_it(summary: Summary) -> None:
    project = make_assessment(summary, notes={"gammel": "Et gammelt svar"})
    answers = {**summary.path.answers, "gammel": replace(summary.path.answers["jura"], options=("nej",))}
    data = report_data(replace(project, answers=answers), summary, made_at=MADE_AT)
    assert data["assessment"]["answers"]["gammel"] == ["nej"]
    assert list(data["assessment"]["answers"])[-1] == "gammel"
    assert data["assessment"]["notes"] == {"gammel": "Et gammelt svar"}
    assert "gammel" not in data["wording"]["questions"]
    assert faults_of(written(data)) == []


def test_a_report_says_what_everything_is_called(data: dict[str, Any]) -> None:
    wording = data["wording"]
    assert set(wording["questions"]) == set(data["assessment"]["answers"])
    assert wording["options"]["kommune"] == {"ja": "Ja"}
    assert "maal" not in wording["options"]
    assert wording["challenges"] == {"hullede-data": "Hullede & uensartede data"}
    assert wording["points"] == {"find-hjemlen": "Gør find-hjemlen", "fyld-huller": "Gør fyld-huller"}
