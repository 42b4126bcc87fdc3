"""The case beside each question, against those that a colleague would accept (`tests/content/beside.yaml`)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import yaml

from tests.content.real import CONTENT, assess
from tests.content.wanted import Scenario, read_scenarios
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


@dataclass(frozen=True)
class Told:
    """What stands beside a question of a project, and beside it the first case of the question's challenge.

    Where `is_named`, the content names the cases for the question, so how well they fit says nothing of the rule.
    """

    scenario: str
    question: str
    is_named: bool
    case: str | None
    outcome: str
    outcome_of_first: str


@cache
def tell_beside() -> Sequence[Told]:
    """Give what stands beside every question with a challenge, on every page of every scenario."""
    return tuple(told for scenario in read_scenarios() for told in _tell(scenario))


def count_beside(*, named: bool) -> Mapping[str, Counter[str]]:
    """Count the outcomes, ours and of the first of the challenge, of the questions that name their cases or do not."""
    told = [each for each in tell_beside() if each.is_named is named]
    return {
        "matching": Counter(each.outcome for each in told),
        "first of the challenge": Counter(each.outcome_of_first for each in told),
    }


def _tell(scenario: Scenario) -> Iterator[Told]:
    accepted = read_accepted()
    summary = assess(scenario.answers)
    for questions in pages_of(summary):
        beside = find_beside(CONTENT, summary.path, summary.risks, questions)
        for question in (question for question in questions if question.challenges):
            ours = beside[question.id].case.id if question.id in beside else None
            first = next(case.id for id_ in question.challenges for case in CONTENT.cases_near[id_])
            outcomes = (_outcome(case, accepted[question.id]) for case in (ours, first))
            yield Told(scenario.name, question.id, bool(question.cases), ours, *outcomes)


def _outcome(told: str | None, accepted: Mapping[str, str]) -> str:
    if told:
        return RIGHT if told in accepted else OTHER
    return NONE if accepted else RIGHTLY_NONE
