"""The case beside each question, against those that a colleague would accept (`tests/content/beside.yaml`)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import yaml

from tests.content.real import CONTENT, assess
from tests.content.wanted import read_scenarios
from wizard.core.beside import find_beside
from wizard.core.questions import Question
from wizard.core.summary import Summary

_FILE = Path(__file__).parents[1] / "content" / "beside.yaml"

#: What may be: the right case, another, rightly none as no case tells of what is asked, or none though one does.
RIGHT, OTHER, RIGHTLY_NONE, NONE = "right", "another", "none, as none is right", "none, though one is right"
OUTCOMES = (RIGHT, OTHER, RIGHTLY_NONE, NONE)


def read_accepted() -> Mapping[str, Mapping[str, str]]:
    """Read the accepted cases of each question, with the argument for each; empty where no case tells of it."""
    raw = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {question: {entry["id"]: entry["because"] for entry in entries} for question, entries in raw.items()}


def pages_of(summary: Summary) -> Iterator[list[Question]]:
    """Yield the questions of each page of a project."""
    for _, questions in groupby(summary.path.questions, key=attrgetter("section", "page")):
        yield list(questions)


@cache
def count_beside() -> Mapping[str, Counter[str]]:
    """Count the outcomes over every page of every scenario: ours, and the first case of the question's challenge."""
    accepted = read_accepted()
    counts: dict[str, Counter[str]] = {"matching": Counter(), "first of the challenge": Counter()}
    for scenario in read_scenarios():
        summary = assess(scenario.answers)
        for questions in pages_of(summary):
            beside = find_beside(CONTENT, summary.path, summary.risks, questions)
            for question in (question for question in questions if question.challenges):
                ours = beside[question.id].case.id if question.id in beside else None
                first = next(case.id for id_ in question.challenges for case in CONTENT.cases_near[id_])
                for name, told in zip(counts, (ours, first), strict=True):
                    counts[name][_outcome(told, accepted[question.id])] += 1
    return counts


def _outcome(told: str | None, accepted: Mapping[str, str]) -> str:
    if told:
        return RIGHT if told in accepted else OTHER
    return NONE if accepted else RIGHTLY_NONE
