"""Content roots to spoil: copies of the tiny `whole`."""

import shutil
from pathlib import Path

from tests.features import FOLDER
from wizard.catalogue.faults import ContentError
from wizard.catalogue.loader import load_content


def copy_whole(to: Path) -> Path:
    """Copy `whole` to a folder; gives the folder."""
    return Path(shutil.copytree(FOLDER / "whole", to, dirs_exist_ok=True))


def replace_in(path: Path, old: str, new: str) -> None:
    """Change what stands exactly once in a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path} has changed: {old!r}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def tell_faults(root: Path) -> list[str]:
    """Load the content; gives a line for each fault, or nothing."""
    try:
        load_content(root)
    except ContentError as error:
        return [str(fault) for fault in error.faults]
    return []
