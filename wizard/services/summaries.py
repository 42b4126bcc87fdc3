"""Summaries and what is tried on them, kept for as long as they may be asked for again."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from wizard.core.answers import Answer
from wizard.core.assessment import Assessment
from wizard.core.content import Content
from wizard.core.lowering import Step, find_steps
from wizard.core.risk import Consequence, Dimension
from wizard.core.summary import Summary, summarise
from wizard.core.whatif import WhatIf
from wizard.services.identity import Same


@dataclass(frozen=True, slots=True)
class _Input:
    """All that a summary is made from, and nothing else. Equal inputs have equal summaries, so none is ever stale.

    The content is told apart by what it is, not by what it holds, which would take longer than the summary.
    """

    content: Same[Content]
    answers: Mapping[str, Answer] = field(compare=False)
    ratings: Mapping[str, Mapping[Dimension, Consequence]] = field(compare=False)
    goals: Mapping[str, tuple[str, ...]] = field(compare=False)
    key: Hashable


def summary_of(content: Content, assessment: Assessment) -> Summary:
    """Give the summary of an assessment; the last ones stay in memory."""
    return _summarise(_input_of(content, assessment))


def what_if_of(content: Content, assessment: Assessment) -> WhatIf:
    """Give an assessment to try other answers on; the last ones stay in memory."""
    return _make_what_if(_input_of(content, assessment))


def steps_of(content: Content, assessment: Assessment) -> tuple[Step, ...]:
    """Give the changes that lower most in an assessment; the last ones stay in memory."""
    return _find_steps(_input_of(content, assessment))


def _input_of(content: Content, assessment: Assessment) -> _Input:
    ratings = {challenge: dict(rating) for challenge, rating in assessment.ratings.items() if rating}
    key = (
        frozenset(assessment.answers.items()),
        frozenset((challenge, frozenset(rating.items())) for challenge, rating in ratings.items()),
        frozenset(assessment.goals.items()),
    )
    return _Input(Same(content), dict(assessment.answers), ratings, dict(assessment.goals), key)


@lru_cache(maxsize=64)
def _summarise(given: _Input) -> Summary:
    return summarise(given.content.item, given.answers, given.ratings, given.goals)


@lru_cache(maxsize=64)
def _make_what_if(given: _Input) -> WhatIf:
    return WhatIf(given.content.item, given.answers, given.ratings)


@lru_cache(maxsize=64)
def _find_steps(given: _Input) -> tuple[Step, ...]:
    return find_steps(_make_what_if(given))
