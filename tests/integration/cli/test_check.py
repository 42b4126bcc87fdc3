from datetime import date
from pathlib import Path

import pytest

from tests.features import FEATURES
from tests.integration.cli.command import Command, by_the_door, in_process
from tests.unit.catalogue.trees import copy_whole, replace_in
from wizard.catalogue.loader import load_content


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hold the dates in the content against the day on which they were written."""
    monkeypatch.setattr("wizard.services.contents.get_today", lambda: date(2026, 11, 23))


def test_clean_content_is_counted(command: Command) -> None:
    done = command("check")
    assert (done.status, done.faults) == (0, [])
    assert done.out.startswith(
        "Indholdet er i orden: 6 spørgsmål, 2 udfordringer, 3 cases, 2 værktøjer og eksempler, 1 opslag om loven. "
    )


def test_every_fault_is_a_line_on_stderr(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    root = copy_whole(tmp_path)
    replace_in(root / "questions/jura.yaml", "label: En lov", f"label: {'ord ' * 15}")
    replace_in(root / "guidance/tools/skabelon.md", "challenges: [uden-hjemmel]", "challenges: [uden-lov]")
    done = in_process(capfdbinary, root)("check")
    assert (done.status, done.out) == (1, "")
    assert done.faults == [
        "guidance/tools/skabelon.md: challenges: »uden-lov« findes ikke",
        "questions/jura.yaml: questions.hjemmel.options.lov.label: 15 ord; højst 14",
    ]


def test_law_that_nobody_has_checked_for_a_year_is_a_warning(
    capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> None:
    root = copy_whole(tmp_path)
    replace_in(root / "guidance/law/en-afgoerelse.md", "checked: 2026-11-23", "checked: 2025-11-22")
    done = in_process(capfdbinary, root)("check")
    assert done.status == 0
    assert done.out.startswith("Indholdet er i orden: ")
    [warning] = done.faults
    assert warning.startswith("Advarsel: guidance/law/en-afgoerelse.md: checked: 2025-11-22 er over et år siden")


def test_law_that_is_checked_tomorrow_is_a_fault(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    root = copy_whole(tmp_path)
    replace_in(root / "guidance/law/en-afgoerelse.md", "checked: 2026-11-23", "checked: 2026-11-24")
    run = in_process(capfdbinary, root)
    done = run("check")
    assert (done.status, done.out) == (1, "")
    assert done.faults == ["guidance/law/en-afgoerelse.md: checked: 2026-11-24 er ikke kommet endnu"]
    # A server whose clock is behind starts all the same.
    assert run("questionnaire").status == 0


def test_faults_in_the_example_are_told_too(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    root = copy_whole(tmp_path)
    replace_in(root / "guidance/example.yaml", "udtraek: nej", "udtraek: måske")
    done = in_process(capfdbinary, root)("check")
    assert (done.status, done.out) == (1, "")
    assert done.faults == [
        "guidance/example.yaml: answers.udtraek: svaret »måske« findes ikke",
        "guidance/example.yaml: points.hul-et: står ikke på eksemplets tjekliste",
    ]


@pytest.mark.parametrize("command_line", [["questionnaire"], ["assess", "svar.json"]])
def test_no_command_works_on_faulty_content(
    command_line: list[str], capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> None:
    root = copy_whole(tmp_path)
    (root / "questions/profile.yaml").unlink()
    done = in_process(capfdbinary, root)(*command_line)
    assert (done.status, done.out, done.faults) == (1, "", ["questions/profile.yaml: siden mangler"])


@pytest.mark.parametrize("root", FEATURES, ids=lambda root: root.name)
def test_every_tiny_questionnaire_is_clean(root: Path) -> None:
    assert load_content(root).version


def test_the_real_content_is_clean_by_the_door(tmp_path: Path) -> None:
    done = by_the_door("check", cwd=tmp_path)
    assert done.status == 0
    # In a year from when it was checked there are warnings, and nothing else.
    assert [line for line in done.faults if not line.startswith("Advarsel: guidance/law/")] == []
    assert "30 udfordringer, 38 cases, 10 værktøjer og eksempler" in done.out
    assert list(tmp_path.iterdir()) == []
