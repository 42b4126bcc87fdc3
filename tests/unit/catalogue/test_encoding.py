from pathlib import Path

import pytest

from tests.unit.catalogue.trees import copy_whole, tell_faults
from wizard.catalogue.loader import load_content

FILES = ("questions/profile.yaml", "guidance/tools/skabelon.md", "guidance/published.yaml")


@pytest.mark.parametrize("file", FILES)
def test_mark_of_encoding_that_windows_puts_first_is_no_fault(file: str, tmp_path: Path) -> None:
    path = copy_whole(tmp_path) / file
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert tell_faults(tmp_path) == []


def test_line_ends_of_windows_make_no_difference(tmp_path: Path) -> None:
    root = copy_whole(tmp_path)
    before = load_content(root)
    for path in (path for path in root.rglob("*") if path.is_file()):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    after = load_content(root)
    assert after.version == before.version
    assert after.cases == before.cases
    assert after.questionnaire == before.questionnaire


@pytest.mark.parametrize("file", FILES[:2])
def test_latin_1_is_told_with_the_place_of_its_first_letter(file: str, tmp_path: Path) -> None:
    path = copy_whole(tmp_path) / file
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.encode("latin-1"))
    place = next(place for place, letter in enumerate(text) if ord(letter) > 127)
    assert tell_faults(tmp_path) == [f"{file}: filen er ikke UTF-8 (tegn nummer {place})"]


def test_list_of_published_pages_in_latin_1_cannot_be_read(tmp_path: Path) -> None:
    (copy_whole(tmp_path) / FILES[2]).write_bytes("cases: [søen]".encode("latin-1"))
    (told,) = tell_faults(tmp_path)
    assert told.startswith("guidance/published.yaml: listen over udgivne sider kan ikke læses: 'utf-8' codec")


@pytest.mark.parametrize("raw", [b"\x00", b"a: \x1b[31m", b"a: " + b"9" * 5000, b""])
def test_bytes_that_are_no_text_are_told_on_one_line(raw: bytes, tmp_path: Path) -> None:
    (copy_whole(tmp_path) / FILES[0]).write_bytes(raw)
    (told,) = tell_faults(tmp_path)
    assert told.startswith(f"{FILES[0]}: ")
    assert told.isprintable()


def test_folder_where_a_file_should_be_is_told(tmp_path: Path) -> None:
    path = copy_whole(tmp_path) / FILES[1]
    path.unlink()
    path.mkdir()
    (told,) = tell_faults(tmp_path)
    assert told.startswith(f"{FILES[1]}: filen kan ikke læses: ")


def test_file_of_an_editor_is_no_stray(tmp_path: Path) -> None:
    (copy_whole(tmp_path) / "guidance" / "cases" / ".DS_Store").touch()
    assert tell_faults(tmp_path) == []
