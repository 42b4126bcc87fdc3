from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest

from wizard.core.answers import Answer
from wizard.core.assessment import Assessment
from wizard.core.content import Content
from wizard.core.risk import Consequence, Dimension
from wizard.services import summaries

NOW = datetime(2026, 11, 23, tzinfo=UTC)
STATE = Assessment(
    id=0,
    title="Eksempel",
    revision=1,
    content_version="1",
    created_at=NOW,
    updated_at=NOW,
    answers={"a": Answer(("ja",))},
    ratings={"c": {Dimension.TIME: Consequence.MINOR}},
)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    made: list[Any] = []

    def summarise(*arguments: Any) -> SimpleNamespace:
        made.append(arguments)
        return SimpleNamespace()

    monkeypatch.setattr(summaries, "summarise", summarise)
    return made


def make_content() -> Content:
    return cast("Content", SimpleNamespace(version="1"))


def test_the_same_answers_are_summed_up_once(calls: list[Any]) -> None:
    content = make_content()
    first = summaries.summary_of(content, STATE)
    assert summaries.summary_of(content, replace(STATE, title="Nyt navn", revision=2, points={})) is first
    assert calls == [(content, STATE.answers, STATE.ratings, STATE.goals)]


@pytest.mark.parametrize(
    "other",
    [
        replace(STATE, answers={"a": Answer(("nej",))}),
        replace(STATE, answers={"b": Answer(("ja",))}),
        replace(STATE, answers={}),
        replace(STATE, ratings={"c": {Dimension.TIME: Consequence.SERIOUS}}),
        replace(STATE, ratings={"d": {Dimension.TIME: Consequence.MINOR}}),
        replace(STATE, ratings={}),
        replace(STATE, goals={"a": ("nej",)}),
    ],
)
def test_other_answers_ratings_or_goals_are_summed_up_anew_whatever_the_revision(
    calls: list[Any], other: Assessment
) -> None:
    content = make_content()
    assert summaries.summary_of(content, STATE) is not summaries.summary_of(content, other)


def test_other_content_is_another_summary_even_with_the_same_version(calls: list[Any]) -> None:
    assert summaries.summary_of(make_content(), STATE) is not summaries.summary_of(make_content(), STATE)


def test_the_order_of_answers_makes_no_difference(calls: list[Any]) -> None:
    content = make_content()
    answers = {"a": Answer(("ja",)), "b": Answer(("nej",))}
    first = summaries.summary_of(content, replace(STATE, answers=answers))
    assert summaries.summary_of(content, replace(STATE, answers=dict(reversed(answers.items())))) is first
