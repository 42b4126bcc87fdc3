"""A report that comes back to the command line: as good as the answers that it was made from."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.carriers import MEGABYTE, carry, carry_packed, pack_bomb
from tests.integration.cli.command import Command
from tests.schemas import faults_of

WRITTEN: dict[str, Any] = {
    "title": "Kø på jobcentret",
    "answers": {"sektor": "sundhed", "personer": "ja", "udtraek": "nej", "maengde": "ved-ikke", "hjemmel": ["skoen"]},
    "notes": {"udtraek": "Vi spørger Søren.\nOg Åse."},
    "consequences": {"uden-hjemmel": {"tid": "ubetydelig", "kvalitet": "oedelaeggende"}},
    "points": {"hul-et": {"owner": "Ida Ø", "deadline": "2027-01-15", "status": "i-gang", "note": "Aftalt"}},
}


def write(file: Path, data: Any) -> Path:
    file.write_bytes(data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode())
    return file


def test_json_that_comes_back_gives_itself(command: Command, file: Path, tmp_path: Path) -> None:
    first = command("assess", write(file, WRITTEN))
    assert (first.status, first.faults) == (0, [])
    own = {name: first.data["assessment"][name] for name in WRITTEN}
    assert own == WRITTEN
    again = command("assess", write(tmp_path / "et-andet-navn.json", first.out.encode()))
    assert (again.status, again.faults) == (0, [])
    assert again.out == first.out
    assert faults_of(first.data) == []


@pytest.mark.pdf
def test_pdf_that_comes_back_gives_what_it_was_made_from(command: Command, file: Path, tmp_path: Path) -> None:
    first = command("assess", write(file, WRITTEN)).out
    pdf, again = tmp_path / "rapport.pdf", tmp_path / "igen.pdf"
    assert command("assess", file, "--pdf", pdf).status == 0
    back = command("assess", pdf)
    assert (back.status, back.faults) == (0, [])
    assert back.out == first
    assert command("assess", pdf, "--pdf", again).status == 0
    assert command("assess", again).out == first


@pytest.mark.pdf
def test_every_edition_carries_everything(command: Command, file: Path, tmp_path: Path) -> None:
    first = command("assess", write(file, WRITTEN)).out
    for edition in ("steering", "lawyer", "plan"):
        pdf = tmp_path / f"{edition}.pdf"
        assert command("assess", file, "--pdf", pdf, "--edition", edition).status == 0
        assert command("assess", pdf).out == first


def test_times_and_content_of_a_report_stay_its_own(command: Command, file: Path) -> None:
    data = json.loads(command("assess", write(file, WRITTEN)).out)
    data["assessment"] |= {"content_version": "en-aeldre", "created_at": "2026-11-01T08:00:00+00:00"}
    again = command("assess", write(file, data)).data["assessment"]
    assert again["content_version"] == "en-aeldre"
    # What is printed follows from what is written, and from no clock.
    assert again["created_at"] is None


def test_what_cannot_be_carried_over_is_told_in_a_line_each(command: Command, file: Path) -> None:
    data = json.loads(command("assess", write(file, WRITTEN)).out)
    given = data["assessment"]
    given["answers"] |= {"fag": "skole", "hjemmel": ["skoen", "gaetteri", "rygte"]}
    given["notes"]["fag"] = "x\ny"
    given["points"] |= {"vaek": {"owner": "Bo"}, "hul-to": {"deadline": "mandag", "status": "snart"}}
    given["svar"] = data["mere"] = 1
    done = command("assess", write(file, data))
    assert (done.status, done.out) == (2, "")
    assert done.faults == [
        f"{file}: {line}"
        for line in (
            "answers.hjemmel: svaret »gaetteri« findes ikke",
            "answers.hjemmel: svaret »rygte« findes ikke",
            "answers.fag: spørgsmålet findes ikke",
            "notes.fag: spørgsmålet findes ikke",
            "points.vaek.owner: punktet findes ikke på tjeklisten",
            "points.hul-to.deadline: »mandag« er ikke en dato (åååå-mm-dd)",
            "points.hul-to.status: »snart« kendes ikke; brug aaben, i-gang, faerdig eller ikke-relevant",
            "assessment.svar: feltet kendes ikke",
            "mere: feltet kendes ikke",
        )
    ]


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (carry(None), "der er ingen svar fra KI-klar i PDF-filen"),
        (carry(b'{"format": "ki-klar-rapport"}')[:-300], "PDF-filen mangler sin slutning"),
        (carry(b'{"format": "ki-klar-rapport"}'), "feltet format_version skal være et helt tal fra 1 og op"),
        (b'{"format": "ki-klar-rapport", "format_version": 9}', "rapporten er lavet med en nyere udgave af KI-klar"),
        (
            carry_packed(pack_bomb(b'{"format": "ki-klar-rapport"', 20 * MEGABYTE)),
            "svarene i PDF-filen fylder for meget; højst 2 MB",
        ),
        (b"%PDF-1.7" + b" " * (10 * MEGABYTE), "PDF-filen er for stor; højst 10 MB"),
        (b"PK\x03\x04 word/document.xml", "filen er et Word-dokument"),
    ],
)
def test_file_that_is_no_report_is_told_in_one_line(command: Command, file: Path, raw: bytes, fault: str) -> None:
    done = command("assess", write(file, raw))
    assert (done.status, done.out) == (2, "")
    [line] = done.faults
    assert line.startswith(f"{file}: {fault}")
