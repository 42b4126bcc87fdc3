"""The dates on which the law was checked, held against a day."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.features import FOLDER
from tests.unit.catalogue.trees import copy_whole, replace_in
from wizard.catalogue.faults import ContentError
from wizard.catalogue.loader import find_stale, load_content

CHECKED = date(2026, 11, 23)
FILE = "guidance/law/en-afgoerelse.md"


def test_what_was_checked_a_year_ago_or_less_is_not_stale() -> None:
    content = load_content(FOLDER / "whole")
    assert find_stale(content, CHECKED) == ()
    assert find_stale(content, CHECKED + timedelta(days=365)) == ()


def test_what_was_checked_more_than_a_year_ago_is_told_with_file_and_field() -> None:
    [warning] = find_stale(load_content(FOLDER / "whole"), CHECKED + timedelta(days=366))
    assert (warning.file, warning.field) == (FILE, "checked")
    assert warning.reason.startswith("2026-11-23 er over et år siden")


def test_a_day_that_has_not_come_is_a_fault_only_where_the_day_is_known(tmp_path: Path) -> None:
    root = copy_whole(tmp_path)
    replace_in(root / FILE, "checked: 2026-11-23", "checked: 2026-11-25")
    assert load_content(root).law["en-afgoerelse"].checked == date(2026, 11, 25)
    assert load_content(root, today=date(2026, 11, 25)).version
    with pytest.raises(ContentError) as caught:
        load_content(root, today=date(2026, 11, 24))
    assert [str(fault) for fault in caught.value.faults] == [f"{FILE}: checked: 2026-11-25 er ikke kommet endnu"]
