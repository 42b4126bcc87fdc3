"""What can be wrong with a file of answers: exit status 2, one line for each fault, and nothing written."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.integration.cli.command import Command, by_the_door
from wizard.services.incoming import MAX_JSON

LEVELS = "brug ubetydelig, mindre-alvorlig, meget-alvorlig eller oedelaeggende"
NO_DIMENSION = "konsekvensen kendes ikke; brug tid, penge, medarbejderressourcer eller kvalitet"
OBJECT = "skal være et objekt med navne og værdier"
NO_OBJECT = "filen skal være ét objekt med navne og værdier"
NOT_JSON = "filen er hverken en PDF eller gyldig JSON; noget er galt i"
TOO_DEEP = "filen er ikke gyldig JSON for en rapport; for mange lag ligger inden i hinanden"


def refuse(command: Command, file: Path, raw: Any) -> list[str]:
    """Give the faults told of a file (bytes, or data to write as JSON), having seen that nothing is written."""
    file.write_bytes(raw if isinstance(raw, bytes) else json.dumps(raw).encode())
    out = file.parent / "ud"
    done = command("assess", file, "--json", f"{out}.json", "--pdf", f"{out}.pdf")
    assert (done.status, done.out) == (2, "")
    assert list(file.parent.iterdir()) == [file]
    assert all(line.startswith(f"{file}: ") for line in done.faults)
    return [line.removeprefix(f"{file}: ") for line in done.faults]


@pytest.mark.parametrize(
    ("answers", "fault"),
    [
        ({"fag": "sundhed"}, "answers.fag: spørgsmålet findes ikke"),
        ({"": "sundhed"}, "answers.: spørgsmålet findes ikke"),
        ({"sektor": "gymnasium"}, "answers.sektor: svaret »gymnasium« findes ikke"),
        ({"sektor": "Sundhed"}, "answers.sektor: svaret »Sundhed« findes ikke"),
        ({"sektor": ["sundhed"]}, "answers.sektor: skal være en tekst"),
        ({"sektor": 1}, "answers.sektor: skal være en tekst"),
        ({"sektor": True}, "answers.sektor: skal være en tekst"),
        ({"sektor": {"id": "sundhed"}}, "answers.sektor: skal være en tekst"),
        ({"hjemmel": "lov"}, "answers.hjemmel: skal være en liste af tekster"),
        ({"hjemmel": ["lov", None]}, "answers.hjemmel: skal være en liste af tekster"),
        ({"hjemmel": ["lov", "love"]}, "answers.hjemmel: svaret »love« findes ikke"),
        (
            {"hjemmel": ["lov", "ingen-af-dem"]},
            "answers.hjemmel: »Ingen af dem« kan ikke vælges sammen med andre svar",
        ),
        ({"hjemmel": ["ved-ikke", "lov"]}, "answers.hjemmel: »Ved ikke« kan ikke vælges sammen med andre svar"),
        ({"beskrivelse": 1.5}, "answers.beskrivelse: skal være en tekst"),
        ({"beskrivelse": "x" * 10_001}, "answers.beskrivelse: teksten er for lang (10001 tegn); højst 10.000"),
    ],
)
def test_answer_that_does_not_fit_is_told(command: Command, file: Path, answers: Any, fault: str) -> None:
    assert refuse(command, file, {"answers": answers}) == [fault]


@pytest.mark.parametrize(
    ("consequences", "fault"),
    [
        ({"huller": {}}, "consequences.huller: udfordringen findes ikke"),
        ({"hullede-data": "tid"}, f"consequences.hullede-data: {OBJECT}"),
        (
            {"hullede-data": {"time": "ubetydelig"}},
            f"consequences.hullede-data.time: {NO_DIMENSION}",
        ),
        ({"hullede-data": {"tid": "slem"}}, f"consequences.hullede-data.tid: »slem« kendes ikke; {LEVELS}"),
        ({"hullede-data": {"tid": 3}}, f"consequences.hullede-data.tid: »3« kendes ikke; {LEVELS}"),
        ({"hullede-data": {"tid": None}}, f"consequences.hullede-data.tid: »None« kendes ikke; {LEVELS}"),
        (
            {"hullede-data": {"tid": ["ubetydelig"]}},
            f"consequences.hullede-data.tid: »['ubetydelig']« kendes ikke; {LEVELS}",
        ),
    ],
)
def test_consequence_that_does_not_fit_is_told(command: Command, file: Path, consequences: Any, fault: str) -> None:
    assert refuse(command, file, {"consequences": consequences}) == [fault]


def test_every_fault_has_its_line(command: Command, file: Path) -> None:
    faults = refuse(
        command,
        file,
        {
            "svar": {},
            "answers": {"sektor": "gymnasium", "fag": 1, "hjemmel": "lov", "udtraek": "ja"},
            "consequences": {"huller": {}, "hullede-data": {"tid": "slem", "humør": 1}},
            "Answers": {},
        },
    )
    assert [fault.split(": ")[0] for fault in faults] == [
        "answers.sektor",
        "answers.fag",
        "answers.hjemmel",
        "consequences.huller",
        "consequences.hullede-data.tid",
        "consequences.hullede-data.humør",
        "Answers",
        "svar",
    ]
    assert faults[-1] == "svar: feltet kendes ikke"


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (b"", "filen er tom"),
        (b'{"answers": {', f"{NOT_JSON} linje 1, tegn 14"),
        (b"{'answers': {}}", f"{NOT_JSON} linje 1, tegn 2"),
        (b'{"answers": {}} {}', f"{NOT_JSON} linje 1, tegn 17"),
        (b'{"answers": {},}', f"{NOT_JSON} linje 1, tegn 1"),
        (b'{"a": "\n"}', f"{NOT_JSON} linje 1, tegn 8"),
        (b"\x00\x01\x02", f"{NOT_JSON} linje 1, tegn 1"),
        (b"9" * 5000, "filen er ikke gyldig JSON for en rapport; et tal er for langt"),
        (b"[" * 100_000, TOO_DEEP),
        (b'{"answers":' * 50_000, TOO_DEEP),
        ('{"answers": {"beskrivelse": "sø"}}'.encode("latin-1"), "filen er ikke UTF-8 (tegn nummer 30)"),
        ('{"answers": {}}'.encode("utf-16"), "filen er ikke UTF-8 (tegn nummer 0)"),
        (b"[]", NO_OBJECT),
        (b'"answers"', NO_OBJECT),
        (b"null", NO_OBJECT),
        (b"NaN", NO_OBJECT),
        (b'{"answers": []}', f"answers: {OBJECT}"),
        (b'{"answers": null}', f"answers: {OBJECT}"),
        (b'{"consequences": ["hullede-data"]}', f"consequences: {OBJECT}"),
        (b'{"answers": {"sektor": NaN}}', "answers.sektor: skal v\u00e6re en tekst"),
        (b'{"answers": {"sektor": -Infinity}}', "answers.sektor: skal v\u00e6re en tekst"),
        (b'{"answers": {"sektor": 1e999}}', "answers.sektor: skal v\u00e6re en tekst"),
        (
            b'{"answers": {"sektor": "sundhed", "personer": "ja", "sektor": "skole"}}',
            "sektor: står to gange",
        ),
        (b'{"answers": {}, "answers": {}}', "answers: står to gange"),
        (
            b'{"consequences": {"hullede-data": {"tid": "ubetydelig", "tid": "ubetydelig"}}}',
            "tid: står to gange",
        ),
    ],
)
def test_file_that_is_no_object_of_answers_is_told(command: Command, file: Path, raw: bytes, fault: str) -> None:
    (told,) = refuse(command, file, raw)
    assert told.startswith(fault)


def test_file_that_is_too_large_is_not_read(command: Command, file: Path) -> None:
    start = b'{"answers": {}}'
    assert refuse(command, file, start + b" " * (MAX_JSON + 1 - len(start))) == ["filen er for stor; højst 2 MB"]
    file.write_bytes(start + b" " * (MAX_JSON - len(start)))
    assert command("assess", file).status == 0


def test_many_faults_are_all_told_and_soon(command: Command, file: Path) -> None:
    """A file of two megabytes: time must not grow with the square of the number of keys."""
    answers = {f"k{number}": 0 for number in range(100_000)}
    faults = refuse(command, file, {"answers": answers})
    assert len(faults) == len(answers)
    assert faults[-1] == "answers.k99999: spørgsmålet findes ikke"


def test_fault_stays_on_one_line_and_drives_no_terminal(command: Command, file: Path) -> None:
    faults = refuse(
        command,
        file,
        {"answers": {"a\nb\r\x1b[2J\u202e\ud800": 0, "sektor": "x\n" * 500, "hjemmel": ["\x07"]}, "felt\n": 1},
    )
    assert len(faults) == 4
    assert faults[0] == "answers.a�b��[2J��: spørgsmålet findes ikke"
    assert all(line.isprintable() and len(line) < 200 for line in faults)


@pytest.mark.parametrize("arguments", [["assess"], ["assess", "a", "b"], ["vurder"], ["assess", "a", "--odt", "b"]])
def test_wrong_command_line_says_how_it_is_used(command: Command, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        command(*arguments)
    assert caught.value.code == 2


def test_file_that_cannot_be_read_or_written_is_told(command: Command, file: Path, tmp_path: Path) -> None:
    done = command("assess", file)
    assert (done.status, done.out, done.faults) == (2, "", [f"{file}: No such file or directory"])
    done = command("assess", tmp_path)
    assert (done.status, done.out, done.faults) == (2, "", [f"{tmp_path}: Is a directory"])
    file.write_text("{}", encoding="utf-8")
    nowhere = tmp_path / "nowhere" / "ud.json"
    done = command("assess", file, "--json", nowhere)
    assert (done.status, done.out, done.faults) == (2, "", [f"{nowhere}.part: No such file or directory"])


def test_faults_are_told_by_the_door(tmp_path: Path) -> None:
    (tmp_path / "svar.json").write_text('{"answers": {"sektor": "ø", "fag": "\\ud800"}}', encoding="utf-8")
    done = by_the_door("assess", "svar.json", "--json", "ud.json", "--pdf", "ud.pdf", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert done.faults == [
        "svar.json: answers.sektor: svaret »ø« findes ikke",
        "svar.json: answers.fag: spørgsmålet findes ikke",
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["svar.json"]


def test_each_option_that_does_not_exist_has_a_line(command: Command, file: Path) -> None:
    file.write_text('{"answers": {"hjemmel": ["ø", "å"]}}', encoding="utf-8")
    done = command("assess", file)
    assert done.status == 2
    assert done.faults == [f"{file}: answers.hjemmel: svaret »{option}« findes ikke" for option in ("å", "ø")]


def test_key_given_twice_hides_no_other_fault(command: Command, file: Path) -> None:
    file.write_text('{"answers": {"sektor": "x", "sektor": "y", "nej": "z"}}', encoding="utf-8")
    told = command("assess", file).faults
    assert told == [
        f"{file}: sektor: står to gange",
        f"{file}: answers.sektor: svaret »y« findes ikke",
        f"{file}: answers.nej: spørgsmålet findes ikke",
    ]


@pytest.mark.pdf
def test_nothing_is_written_where_one_of_two_files_cannot_be(command: Command, file: Path, tmp_path: Path) -> None:
    file.write_text("{}", encoding="utf-8")
    done = command("assess", file, "--pdf", tmp_path / "ud.pdf", "--json", tmp_path / "nowhere" / "ud.json")
    assert done.status == 2
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [file]


def test_two_outputs_in_one_file_are_refused(command: Command, file: Path, tmp_path: Path) -> None:
    file.write_text("{}", encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        command("assess", file, "--pdf", tmp_path / "ud", "--json", tmp_path / "ud")
    assert stopped.value.code == 2
    assert not (tmp_path / "ud").exists()
