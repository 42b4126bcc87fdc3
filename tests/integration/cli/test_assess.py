import json
from pathlib import Path
from typing import Any

import pytest

from tests.features import Step, observe, read_steps
from tests.integration.cli.command import Command, by_the_door, in_process
from tests.schemas import faults_of
from wizard.catalogue.loader import load_content
from wizard.core.intake import Intake
from wizard.core.summary import summarise

ANSWERS: dict[str, dict[str, Any]] = {
    "answers": {"sektor": "sundhed", "personer": "ja", "udtraek": "nej", "maengde": "ved-ikke", "hjemmel": ["skoen"]},
    "consequences": {"uden-hjemmel": {"tid": "ubetydelig", "kvalitet": "oedelaeggende"}},
}


def write(file: Path, data: Any) -> Path:
    file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return file


def test_result_is_printed_and_nothing_is_written(command: Command, file: Path) -> None:
    done = command("assess", write(file, ANSWERS))
    assert (done.status, done.faults) == (0, [])
    assert list(file.parent.iterdir()) == [file]
    assert set(done.data) >= {
        "content_version",
        "challenges",
        "coverage",
        "cases",
        "tools",
        "excluded",
        "advice",
        "checklist",
    }
    assert faults_of(done.data) == []


def test_result_holds_what_it_was_made_from(command: Command, file: Path) -> None:
    given = command("assess", write(file, ANSWERS)).data["assessment"]
    assert {name: given[name] for name in ANSWERS} == ANSWERS
    assert (given["title"], given["notes"], given["points"]) == ("svar", {}, {})


def test_goals_are_taken_and_stand_first_on_the_checklist(command: Command, file: Path) -> None:
    data = command("assess", write(file, {**ANSWERS, "goals": {"udtraek": "delvist"}})).data
    assert data["assessment"]["goals"] == {"udtraek": "delvist"}
    assert (data["checklist"][0]["id"], data["checklist"][0]["kind"]) == ("maal-udtraek", "goal")
    assert faults_of(data) == []
    done = command("assess", write(file, {**ANSWERS, "goals": {"udtraek": "ved-ikke", "sektor": "skole"}}))
    assert (done.status, len(done.faults)) == (2, 2)
    assert done.faults[0].endswith("goals.udtraek: kan ikke være et mål")


@pytest.fixture
def result(command: Command, file: Path) -> dict[str, Any]:
    """What the answers above show."""
    found: dict[str, Any] = command("assess", write(file, ANSWERS)).data
    return found


def test_result_has_every_risk_with_the_answers_that_show_it(result: dict[str, Any]) -> None:
    assert result["challenges"] == [
        {
            "id": "hullede-data",
            "exposure": 3,
            "consequence": "meget-alvorlig",
            "consequence_assumed": True,
            "risk": "critical",
            "because": [{"question": "udtraek", "option": "nej"}],
            "law": ["en-afgoerelse"],
        },
        {
            "id": "uden-hjemmel",
            "exposure": 1,
            "consequence": "oedelaeggende",
            "consequence_assumed": False,
            "risk": "medium",
            "because": [{"question": "hjemmel", "option": "skoen"}],
            "law": ["en-afgoerelse"],
        },
    ]


def test_result_counts_what_is_answered(result: dict[str, Any]) -> None:
    counts = {"visible": 6, "answered": 4, "unknown": 1, "unanswered": 1, "share": 0.6667}
    assert {key: result["coverage"][key] for key in counts} == counts
    assert result["coverage"]["sections"]["data"]["unknown"] == 1


def test_result_has_what_fits_with_the_reasons(result: dict[str, Any]) -> None:
    case = result["cases"][0]
    assert case["id"] == "hullerne"
    assert [reason["kind"] for reason in case["reasons"]] == ["challenge", "related", "kinship", "fit"]
    assert {frozenset(reason) for reason in case["reasons"]} == {frozenset({"kind", "text"})}
    assert case["reasons"][2] == {"kind": "kinship", "text": "Samme fagområde: Sundhed"}
    assert [found["id"] for found in result["tools"]] == ["eksempel", "skabelon"]
    assert [(found["id"], found["score"]) for found in result["advice"]] == [("se-paa-data", 100)]


def test_result_has_the_checklist_with_the_gravest_first(result: dict[str, Any]) -> None:
    assert [(item["id"], item["kind"], item["risk"]) for item in result["checklist"]] == [
        ("hul-et", "action", "critical"),
        ("hul-to", "action", "critical"),
        ("hul-tre", "action", "critical"),
        ("hjemmel-et", "action", "medium"),
        ("find-ud-af-maengde", "find-out", None),
        ("foelg-se-paa-data", "advice", None),
    ]


def test_a_point_of_the_checklist_has_all_that_is_known_of_it(result: dict[str, Any]) -> None:
    assert result["checklist"][2] == {
        "id": "hul-tre",
        "kind": "action",
        "text": "Hold et møde",
        "why": "I svarede »Nej« til »Har I set et udtræk?«",
        "challenge": "hullede-data",
        "risk": "critical",
        "phase": "drift",
        "role": "dpo",
        "because": [{"question": "udtraek", "option": "nej"}],
        "advice": ["se-paa-data"],
        "cases": [],
        "tools": ["skabelon"],
        "cautions": {},
        "legal": [],
        "sources": ["Hullede data (rapporten s. 33)", "Skabelon (rapporten s. 73)"],
    }


def test_result_carries_the_caution_and_the_law_beside_what_it_is_about(result: dict[str, Any]) -> None:
    caution = {"text": "Læs den med forbehold.", "overtaken_by": ["en-afgoerelse"]}
    assert [found.get("caution") for found in result["cases"] if found["id"] == "hullerne"] == [caution]
    assert {item["id"]: item["cautions"] for item in result["checklist"] if item["cautions"]} == {
        "hul-et": {"hullerne": caution}
    }
    assert result["law"]["en-afgoerelse"] == {
        "title": "En afgørelse",
        "source": "Datatilsynet",
        "url": "https://example.dk/afgoerelse",
        "checked": "2026-11-23",
        "basis": "omtale",
    }


def test_result_is_written_where_it_is_asked_for(command: Command, file: Path, tmp_path: Path) -> None:
    printed = command("assess", write(file, ANSWERS)).out
    out = tmp_path / "ud.json"
    done = command("assess", file, "--json", out)
    assert (done.status, done.out, done.faults) == (0, "", [])
    assert out.read_text(encoding="utf-8") == printed


def test_order_of_the_file_makes_no_difference(command: Command, file: Path) -> None:
    both = {**ANSWERS["answers"], "hjemmel": ["skoen", "lov"]}
    forward = command("assess", write(file, {"answers": both}))
    both["hjemmel"] = ["lov", "skoen"]
    backward = command("assess", write(file, {"answers": dict(reversed(both.items()))}))
    assert forward.out == backward.out


@pytest.mark.parametrize("data", [{}, {"answers": {}}, {"answers": {"sektor": None, "hjemmel": []}}])
def test_nothing_answered_is_an_empty_result(command: Command, file: Path, data: Any) -> None:
    result = command("assess", write(file, data)).data
    assert {found["risk"] for found in result["challenges"]} == {None}
    assert result["coverage"]["share"] == 0
    assert not any(result[key] for key in ("cases", "tools", "excluded", "advice", "checklist"))


def test_file_may_begin_with_the_mark_of_its_encoding(command: Command, file: Path) -> None:
    plain = command("assess", write(file, ANSWERS)).out
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert command("assess", file).out == plain


def test_odd_letters_in_a_text_do_no_harm(command: Command, file: Path) -> None:
    text = "\ud800 <script>alert(1)</script> \u202e \x00 \x1b[31m {0} %s " + "æ" * 9000
    file.write_text(json.dumps({"answers": {"beskrivelse": text}}), encoding="utf-8")
    done = command("assess", file)
    assert (done.status, done.faults) == (0, [])
    assert done.data["coverage"]["answered"] == 1


@pytest.mark.parametrize("step", [step for step in read_steps() if "faults" not in step.expected], ids=str)
def test_tiny_questionnaires_give_the_same_by_command(
    step: Step, capfdbinary: pytest.CaptureFixture[bytes], file: Path
) -> None:
    data = in_process(capfdbinary, step.root)("assess", write(file, step.given)).data
    content = load_content(step.root)
    intake = Intake(content)
    answers = intake.read_answers(step.given["answers"])
    summary = summarise(content, answers, intake.read_ratings(step.given["consequences"]))
    assert [item["id"] for item in data["checklist"]] == observe(summary, "checklist")
    assert [found["id"] for found in data["cases"]] == observe(summary, "cases")
    assert {entry["id"]: entry["reason"] for entry in data["excluded"]} == observe(summary, "excluded")
    exposed = {found["id"]: found["risk"] for found in data["challenges"] if found["risk"]}
    assert exposed == observe(summary, "risks")


def test_the_real_content_is_assessed_by_the_door(tmp_path: Path) -> None:
    questionnaire = by_the_door("questionnaire", cwd=tmp_path).data
    asked = [question for section in questionnaire["sections"] for question in section["questions"]]
    worst = {
        question["id"]: max(question["options"], key=lambda option: max(option["exposes"].values(), default=0))["id"]
        for question in asked
        if question["kind"] == "choice"
    }
    write(tmp_path / "svar.json", {"answers": worst})
    done = by_the_door("assess", "svar.json", "--json", "ud.json", cwd=tmp_path)
    assert (done.status, done.out, done.faults) == (0, "", [])
    result = json.loads((tmp_path / "ud.json").read_text(encoding="utf-8"))
    assert len(result["challenges"]) == 30
    assert sum(found["risk"] is not None for found in result["challenges"]) > 20
    assert {path.name for path in tmp_path.iterdir()} == {"svar.json", "ud.json"}
