from pathlib import Path
from typing import Any

import pytest

from tests.integration.cli.command import WHOLE, Command, in_process


@pytest.fixture
def command(capfdbinary: pytest.CaptureFixture[bytes]) -> Command:
    """The command line on the tiny `whole`."""
    return in_process(capfdbinary, WHOLE)


@pytest.fixture
def file(tmp_path: Path) -> Any:
    """Where to put a file of answers, in a folder of its own."""
    (tmp_path / "in").mkdir()
    return tmp_path / "in" / "svar.json"
