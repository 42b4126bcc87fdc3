"""The PDF by command: only when it is asked for, and beside the JSON or instead of it."""

import json
from pathlib import Path

import pytest

from tests.integration.cli.command import Command

ANSWERS = {"answers": {"sektor": "sundhed", "personer": "ja", "udtraek": "nej", "hjemmel": ["skoen"]}}


@pytest.fixture
def answers(file: Path) -> Path:
    file.write_text(json.dumps(ANSWERS), encoding="utf-8")
    return file


@pytest.mark.pdf
def test_pdf_is_written_where_it_is_asked_for_and_the_json_not_printed(command: Command, answers: Path) -> None:
    out = answers.parent / "rapport.pdf"
    done = command("assess", answers, "--pdf", out)
    assert (done.status, done.out, done.faults) == (0, "", [])
    assert out.read_bytes().startswith(b"%PDF-")
    assert sorted(answers.parent.iterdir()) == [out, answers]


@pytest.mark.pdf
def test_pdf_and_json_are_written_together(command: Command, answers: Path) -> None:
    folder = answers.parent
    done = command("assess", answers, "--pdf", folder / "ud.pdf", "--json", folder / "ud.json")
    assert (done.status, done.out, done.faults) == (0, "", [])
    assert (folder / "ud.pdf").read_bytes().rstrip().endswith(b"%%EOF")
    assert json.loads((folder / "ud.json").read_text(encoding="utf-8"))["challenges"]


@pytest.mark.pdf
def test_pdf_of_nothing_is_a_pdf_too(command: Command, answers: Path) -> None:
    answers.write_text("{}", encoding="utf-8")
    out = answers.parent / "rapport.pdf"
    assert command("assess", answers, "--pdf", out).status == 0
    assert out.read_bytes().startswith(b"%PDF-")


@pytest.mark.pdf
def test_odd_letters_in_a_text_do_the_pdf_no_harm(command: Command, answers: Path) -> None:
    text = "\ud800 <script>alert(1)</script> \u202e & < \x1b[31m " + "æ" * 9000
    answers.write_text(json.dumps({"answers": {"beskrivelse": text}}), encoding="utf-8")
    out = answers.parent / "rapport.pdf"
    done = command("assess", answers, "--pdf", out)
    assert (done.status, done.faults) == (0, [])
    assert b"/JavaScript" not in out.read_bytes()


def test_no_pdf_is_made_where_none_is_asked_for(
    command: Command, answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wizard.services import batch  # noqa: PLC0415 - where the command takes it from

    monkeypatch.delattr(batch, "make_pdf")
    assert command("assess", answers).status == 0
