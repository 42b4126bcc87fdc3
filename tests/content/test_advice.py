"""Each of the ten advices can be seen to be followed and not followed."""

from typing import Any

import pytest

from tests.content import ids
from tests.content.real import CONTENT, answers_that_show, assess, choose, walk
from wizard.core.advice import AdviceReading, AdviceStatus
from wizard.core.questions import Question


def carrying(advice: str) -> list[Question]:
    return [question for question in CONTENT.questionnaire if advice in question.advice]


def read(advice: str, *, worst: int) -> AdviceReading:
    """Show every question that carries the advice, and give each its best (0) or worst (3) answer."""
    raw: dict[str, Any] = {}
    for question in carrying(advice):
        raw = {**answers_that_show(question), **raw}
    for question in carrying(advice):
        if question.id in walk(raw).visible:
            grades = {max(option.exposes.values(), default=0): option.id for option in reversed(question.options)
                      if not (option.unknown or option.not_applicable)}  # fmt: skip
            raw[question.id] = choose(question, grades[min(worst, max(grades))])
    return next(reading for reading in assess(raw).advice if reading.advice.id == advice)


@pytest.mark.parametrize("advice", sorted(ids.ADVICE))
def test_advice_can_be_followed(advice: str) -> None:
    reading = read(advice, worst=0)
    assert (reading.status, reading.because) == (AdviceStatus.FOLLOWED, ())


@pytest.mark.parametrize("advice", sorted(ids.ADVICE))
def test_advice_can_be_not_followed_and_says_why(advice: str) -> None:
    reading = read(advice, worst=3)
    assert reading.status is AdviceStatus.NOT_FOLLOWED
    assert len(reading.because) >= 2


@pytest.mark.parametrize("advice", sorted(ids.ADVICE))
def test_advice_is_carried_by_two_questions_in_one_and_the_same_project(advice: str) -> None:
    raw: dict[str, Any] = {}
    for question in carrying(advice):
        raw = {**answers_that_show(question), **raw}
    assert sum(question.id in walk(raw).visible for question in carrying(advice)) >= 2


@pytest.mark.parametrize("advice", sorted(ids.ADVICE))
def test_advice_of_an_empty_assessment_is_unknown(advice: str) -> None:
    (reading,) = (entry for entry in assess({}).advice if entry.advice.id == advice)
    assert reading.status is AdviceStatus.UNKNOWN
