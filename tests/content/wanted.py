"""Scenarios with what an informed colleague would want a project to read, and why.

The labels were written without looking at the rankings, and have not been changed since to suit them.
`scenarios/*.yaml` are the report's 15 projects as they could have stood at their beginning; `scenarios/tomorrow/*.yaml`
are projects that a municipality or a region could begin tomorrow.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import yaml

FOLDER = Path(__file__).parent / "scenarios"
TOMORROW = FOLDER / "tomorrow"

#: What must be found, and what is worth reading.
MUST, WORTH = 2, 1


class Wish(NamedTuple):
    """A case or tool that is wanted, its grade (`MUST` or `WORTH`), and the argument in one line of Danish."""

    kind: str
    id: str
    grade: int
    because: str


@dataclass(frozen=True)
class Scenario:
    """A project with its raw answers (as in a file for `assess`) and the grade of each case and tool wanted, by id.

    What is not wanted has no grade. `wishes` holds the same with the argument for each.
    """

    name: str
    title: str
    answers: Mapping[str, Any]
    wishes: tuple[Wish, ...]
    is_new: bool

    @property
    def cases(self) -> dict[str, int]:
        """Grade by id of case."""
        return self._grades("cases")

    @property
    def tools(self) -> dict[str, int]:
        """Grade by id of tool."""
        return self._grades("tools")

    def _grades(self, kind: str) -> dict[str, int]:
        return {wish.id: wish.grade for wish in self.wishes if wish.kind == kind}


def read_scenarios() -> list[Scenario]:
    """Read every scenario: the report's projects first, then tomorrow's, each by name."""
    return [_read(path) for folder in (FOLDER, TOMORROW) for path in sorted(folder.glob("*.yaml"))]


def _read(path: Path) -> Scenario:
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    wishes = tuple(Wish(kind, **entry) for kind in ("cases", "tools") for entry in raw["wanted"][kind])
    return Scenario(path.stem, raw["title"], raw["answers"], wishes, is_new=path.parent == TOMORROW)
