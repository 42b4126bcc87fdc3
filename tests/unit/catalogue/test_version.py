from pathlib import Path

from tests.unit.catalogue.trees import copy_whole, replace_in
from wizard.catalogue.loader import load_content


def test_same_content_has_the_same_version_wherever_it_lies(tmp_path: Path) -> None:
    one, other = copy_whole(tmp_path / "en"), copy_whole(tmp_path / "to")
    assert load_content(one).version == load_content(other).version


def test_any_change_makes_another_version(tmp_path: Path) -> None:
    root = copy_whole(tmp_path)
    versions = {load_content(root).version}
    replace_in(root / "questions/data.yaml", "Tæl dem.", "Tæl dem alle.")
    versions.add(load_content(root).version)
    replace_in(root / "guidance/cases/loven.md", "Om sagen.", "Mere om sagen.")
    versions.add(load_content(root).version)
    (root / "guidance/cases/loven.md").rename(root / "guidance/cases/lov.md")
    replace_in(root / "guidance/cases/lov.md", "id: loven", "id: lov")
    replace_in(root / "guidance/challenges/uden-hjemmel.md", "[loven]", "[lov]")
    replace_in(root / "guidance/published.yaml", "loven", "lov")
    versions.add(load_content(root).version)
    assert len(versions) == 4


def test_what_is_no_content_makes_no_difference(tmp_path: Path) -> None:
    root = copy_whole(tmp_path)
    before = load_content(root).version
    (root / "questions/.DS_Store").write_bytes(b"x")
    (root / "guidance/.noter.txt").write_text("x", encoding="utf-8")
    assert load_content(root).version == before
