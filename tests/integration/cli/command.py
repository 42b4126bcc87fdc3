"""The command line as a user has it: arguments in; exit status, output and files out."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.features import FOLDER
from wizard.cli import main

ROOT = Path(__file__).parents[3]
WHOLE = FOLDER / "whole"


@dataclass(frozen=True)
class Done:
    """What a command came to."""

    status: int
    out: str
    faults: list[str]

    @property
    def data(self) -> Any:
        """The JSON on stdout."""
        return json.loads(self.out)


Command = Callable[..., Done]


def in_process(capture: pytest.CaptureFixture[bytes], root: Path) -> Command:
    """Make a command that runs `main` here, on the content below `root`."""

    def run(*arguments: str | Path) -> Done:
        status = main([str(argument) for argument in arguments], root=root)
        captured = capture.readouterr()
        return Done(status, captured.out.decode(), captured.err.decode().splitlines())

    return run


def by_the_door(*arguments: str | Path, cwd: Path, env: dict[str, str] | None = None) -> Done:
    """Run `python run.py …` as a process of its own, on the real content."""
    done = subprocess.run(
        [sys.executable, ROOT / "run.py", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONWARNINGS": "error", **(env or {})},
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode().splitlines())
