"""The tiny questionnaires in `tests/questionnaires/`: one folder per feature of the rules, with what is expected.

Each folder is a whole content root. Its `expected.yaml` lists answers as in a file for `assess`, and the parts of the
result that the feature is about.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from wizard.core.summary import Summary

FOLDER = Path(__file__).parent / "questionnaires"
FEATURES = sorted(path.parent for path in FOLDER.glob("*/expected.yaml"))


@dataclass(frozen=True)
class Step:
    """Answers to a tiny questionnaire, and what they must give."""

    root: Path
    name: str
    given: dict[str, Any]
    expected: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.root.name}: {self.name}"


def read_steps() -> list[Step]:
    """Read every step of every feature."""
    return [_read_step(root, raw) for root in FEATURES for raw in yaml.safe_load((root / "expected.yaml").read_bytes())]


def _read_step(root: Path, raw: dict[str, Any]) -> Step:
    given = {"answers": raw.pop("answers", {}), "consequences": raw.pop("consequences", {})}
    return Step(root, raw.pop("name"), given, raw)


#: Parts of a summary, as `expected.yaml` writes them.
PARTS: dict[str, Callable[[Summary], Any]] = {
    "visible": lambda summary: [question.id for question in summary.path.questions],
    "pages": lambda summary: {question.id: question.page for question in summary.path.questions},
    "coverage": lambda summary: {
        name: getattr(summary.coverage.total, name) for name in ("visible", "answered", "unknown", "unanswered")
    },
    "risks": lambda summary: {found.challenge.id: found.risk.id for found in summary.exposed if found.risk},
    "because": lambda summary: {
        found.challenge.id: [answer.question.id for answer in found.because] for found in summary.exposed
    },
    "advice": lambda summary: {reading.advice.id: reading.status.value for reading in summary.advice},
    "checklist": lambda summary: [item.id for item in summary.checklist.items],
    "cases": lambda summary: [found.item.id for found in summary.matches.cases],
    "tools": lambda summary: [found.item.id for found in summary.matches.tools],
    "excluded": lambda summary: {entry.item.id: entry.reason for entry in summary.matches.excluded},
    "remarks": lambda summary: {
        found.item.id: [reason.text for reason in found.reasons if reason.kind == "remark"]
        for found in summary.matches.tools
    },
}


def observe(summary: Summary, part: str) -> Any:
    """Give one part of a summary as `expected.yaml` writes it."""
    return PARTS[part](summary)
