"""The PDF by command: only when it is asked for, and beside the JSON or instead of it."""

import json
from pathlib import Path

import docx
import pikepdf
import pypdfium2
import pytest

from tests.integration.cli.command import Command
from wizard.cli import EDITIONS
from wizard.services.reports import Edition, Format

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


def test_nothing_else_is_made_where_it_is_not_asked_for(
    command: Command, answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wizard.services import batch  # noqa: PLC0415 - where the command takes it from

    monkeypatch.delattr(batch, "make_report")
    assert command("assess", answers).status == 0


@pytest.mark.pdf
def test_every_format_is_written_in_one_go(command: Command, answers: Path) -> None:
    folder = answers.parent
    outputs = {ending: folder / f"ud.{ending}" for ending in Format}
    done = command("assess", answers, *(part for ending, path in outputs.items() for part in (f"--{ending}", path)))
    assert (done.status, done.out, done.faults) == (0, "", [])
    starts = {ending: path.read_bytes()[:3] for ending, path in outputs.items()}
    assert starts == {"pdf": b"%PD", "docx": b"PK\x03", "xlsx": b"PK\x03", "csv": b"\xef\xbb\xbf", "json": b"{\n "}


@pytest.mark.pdf
@pytest.mark.parametrize("named", list(EDITIONS.items()))
def test_an_edition_goes_by_its_english_and_its_danish_name(
    command: Command, answers: Path, named: tuple[str, str]
) -> None:
    texts = []
    for name in named:
        out = answers.parent / f"{name}.pdf"
        assert command("assess", answers, "--edition", name, "--pdf", out).status == 0
        with pypdfium2.PdfDocument(out) as document:
            texts.append("".join(page.get_textpage().get_text_range() for page in document))
    assert texts[0] == texts[1]
    assert ("Til juristen" in texts[0]) is (named[1] == "jurist")


def test_the_editions_are_those_that_there_are() -> None:
    assert list(EDITIONS.values()) == list(Edition)


def test_word_is_made_of_the_editions_that_one_writes_in(command: Command, answers: Path) -> None:
    out = answers.parent / "ud.docx"
    for name in ("steering", "handlingsplan"):
        done = command("assess", answers, "--edition", name, "--docx", out, "--json", answers.parent / "ud.json")
        assert (done.status, done.out) == (2, "")
        assert done.faults == ["--docx is only made of the editions full and lawyer"]
    assert list(answers.parent.iterdir()) == [answers]
    assert command("assess", answers, "--edition", "lawyer", "--docx", out).status == 0
    assert docx.Document(str(out)).paragraphs[0].text == "Til juristen"


@pytest.mark.pdf
def test_the_answers_stay_out_of_the_pdf_where_that_is_asked_for(command: Command, answers: Path) -> None:
    out = answers.parent / "ud.pdf"
    for options, names in (((), ["ki-klar-rapport.json"]), (("--no-answers",), [])):
        assert command("assess", answers, "--pdf", out, *options).status == 0
        with pikepdf.open(out) as pdf:
            assert list(pdf.attachments) == names
