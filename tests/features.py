"""The tiny questionnaires in `tests/questionnaires/`: one folder per feature of the rules, with what is expected.

Each folder is a whole content root. Its `expected.yaml` lists answers as in a file for `assess`, and the parts of the
result that the feature is about.
"""

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


def observe(summary: Summary, part: str) -> Any:
    """Give one part of a summary as `expected.yaml` writes it."""
    matches, total = summary.matches, summary.coverage.total
    match part:
        case "visible":
            return [question.id for question in summary.path.questions]
        case "pages":
            return {question.id: question.page for question in summary.path.questions}
        case "coverage":
            names = ("visible", "answered", "unknown", "unanswered")
            return {name: getattr(total, name) for name in names}
        case "risks":
            return {found.challenge.id: found.risk.id for found in summary.exposed if found.risk}
        case "because":
            return {found.challenge.id: [answer.question.id for answer in found.because] for found in summary.exposed}
        case "advice":
            return {reading.advice.id: reading.status.value for reading in summary.advice}
        case "checklist":
            return [item.id for item in summary.checklist.items]
        case "cases":
            return [found.item.id for found in matches.cases]
        case "tools":
            return [found.item.id for found in matches.tools]
        case "excluded":
            return {entry.item.id: entry.reason for entry in matches.excluded}
        case "remarks":
            return {
                found.item.id: [reason.text for reason in found.reasons if reason.kind == "remark"]
                for found in matches.tools
            }
        case _:
            raise ValueError(part)
