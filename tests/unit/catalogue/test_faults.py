"""One fault at a time: each file in `tests/questionnaires/invalid/` says what to change in `whole`, and what is told.

A file is named by the key of its fault, and after two dashes by the place.
"""

import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.builders import PHRASES
from tests.features import FOLDER
from wizard.catalogue.faults import ContentError
from wizard.catalogue.loader import load_content

INVALID = sorted((FOLDER / "invalid").glob("*.yaml"))
#: Told by files that no YAML can describe (`test_encoding.py`), or by the example (`test_example.py`).
ELSEWHERE = {"not-utf-8", "unreadable", "not-on-checklist", "not-on-path"}

#: When `whole` was last checked; what lies after it has not been.
TODAY = date(2026, 11, 23)


def key_of(path: Path) -> str:
    return path.stem.split("--")[0]


def edit(root: Path, file: str, change: dict[str, Any]) -> None:
    path = root / file
    match change:
        case {"remove": True}:
            path.unlink()
        case {"text": text}:
            path.write_text(text, encoding="utf-8")
        case {"from": old, "to": new, **rest}:
            text = path.read_text(encoding="utf-8")
            assert text.count(old) == rest.get("times", 1), f"{file} has changed: {old!r}"
            path.write_text(text.replace(old, new), encoding="utf-8")
        case _:
            pytest.fail(f"not an edit: {change}")


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_fault_is_told_with_file_field_and_reason_and_nothing_else_is(path: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    shutil.copytree(FOLDER / "whole", tmp_path, dirs_exist_ok=True)
    for file, change in case["edits"].items():
        edit(tmp_path, file, change)
    with pytest.raises(ContentError) as caught:
        load_content(tmp_path, today=TODAY)
    told = [(fault.file, fault.field, fault.reason) for fault in caught.value.faults]
    assert told == sorted((fault["file"], fault["field"], fault["reason"]) for fault in case["faults"])
    assert any(_pattern(key_of(path)).fullmatch(reason) for _, _, reason in told)


@pytest.mark.parametrize("sentence", ["Det andet, bl.a. Ribe.", "Det andet, jf. Ribe.", "Den 2. august, se Ribe."])
def test_a_full_stop_that_ends_no_sentence_is_no_fault(sentence: str, tmp_path: Path) -> None:
    shutil.copytree(FOLDER / "whole", tmp_path, dirs_exist_ok=True)
    edit(tmp_path, "guidance/law/en-afgoerelse.md", {"from": "Det andet.", "to": f'"{sentence}"'})
    assert sentence in load_content(tmp_path, today=TODAY).law["en-afgoerelse"].says


def test_every_fault_that_can_be_told_has_an_example() -> None:
    keys = {key.removeprefix("fault.") for key in PHRASES.texts if key.startswith("fault.")}
    assert {key_of(path) for path in INVALID} | ELSEWHERE == keys


def _pattern(key: str) -> re.Pattern[str]:
    places = re.split(r"\{\w+\}", PHRASES.texts[f"fault.{key}"])
    return re.compile(".*".join(re.escape(place) for place in places))
