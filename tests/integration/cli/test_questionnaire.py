from pathlib import Path

from tests.integration.cli.command import Command, by_the_door


def test_questionnaire_is_printed_with_everything_that_decides(command: Command) -> None:
    done = command("questionnaire")
    assert (done.status, done.faults) == (0, [])
    sections = done.data["sections"]
    assert [(section["id"], section["area"], section["title"]) for section in sections] == [
        ("profil", None, "Projektprofil"),
        ("data", "data", "Data"),
        ("jura", "jura", "Jura"),
    ]
    questions = {question["id"]: question for section in sections for question in section["questions"]}
    assert questions["maengde"] == {
        "id": "maengde",
        "text": "Er der nok?",
        "help": "Tæl dem.",
        "kind": "choice",
        "show_when": {"any": [{"udtraek": ["delvist", "ja"]}, {"not": {"sektor": ["skole"]}}]},
        "challenges": ["hullede-data"],
        "advice": ["se-paa-data"],
        "legal": [],
        "options": [
            option("ja", "Ja"),
            option("nej", "Nej", exposes={"hullede-data": 2}),
            option("ikke-relevant", "Ikke relevant", not_applicable=True),
            option("ved-ikke", "Ved ikke", unknown=True),
        ],
    }
    assert questions["beskrivelse"]["show_when"] is None
    assert questions["beskrivelse"]["options"] == []
    assert questions["hjemmel"]["show_when"] == {"all": [{"personer": ["ja", "ved-ikke"]}]}
    assert questions["hjemmel"]["legal"] == ["GDPR art. 6"]
    assert questions["hjemmel"]["options"][2]["exclusive"]


def option(
    id_: str,
    label: str,
    *,
    exposes: dict[str, int] | None = None,
    unknown: bool = False,
    not_applicable: bool = False,
) -> dict[str, object]:
    return {
        "id": id_,
        "label": label,
        "exposes": exposes or {},
        "unknown": unknown,
        "not_applicable": not_applicable,
        "exclusive": False,
    }


def test_the_real_questionnaire_is_printed_by_the_door_in_any_terminal(tmp_path: Path) -> None:
    done = by_the_door("questionnaire", cwd=tmp_path, env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert (done.status, done.faults) == (0, [])
    sections = done.data["sections"]
    assert len(sections) == 8
    exposed = {id_ for s in sections for q in s["questions"] for o in q["options"] for id_ in o["exposes"]}
    assert len(exposed) == 30
    assert "ø" in done.out
