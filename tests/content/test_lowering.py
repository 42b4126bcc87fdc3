"""What would lower the risks of a project that answers the real questions."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.content.projects import make_example, make_fullest
from tests.content.real import CONTENT, QUESTIONS, Raw
from tests.content.test_properties import ANSWERS, PAIRS
from wizard.core.answers import Answer, Answers, read_answer
from wizard.core.goals import is_goal
from wizard.core.lowering import find_lowering, find_steps
from wizard.core.risk import Consequence, Dimension, Ratings
from wizard.core.summary import summarise
from wizard.core.whatif import WhatIf

RATINGS = st.dictionaries(
    st.sampled_from(list(CONTENT.challenges)),
    st.dictionaries(st.sampled_from(Dimension), st.sampled_from(Consequence), min_size=1),
    max_size=8,
)


def read(raw: Raw) -> dict[str, Answer]:
    return {id_: read_answer(QUESTIONS[id_], value) for id_, value in raw.items()}


def risks_of(answers: Answers, ratings: Ratings) -> dict[str, int]:
    return {found.challenge.id: found.risk or 0 for found in summarise(CONTENT, answers, ratings).risks}


@given(ANSWERS, RATINGS)
def test_turning_an_answer_to_the_better_never_raises_a_risk(raw: Raw, ratings: Ratings) -> None:
    answers = read(raw)
    what_if, before = WhatIf(CONTENT, answers, ratings), risks_of(answers, ratings)
    for challenge in CONTENT.challenges:
        lowering = find_lowering(what_if, challenge)
        changes = [{turn.question.id: turn.better} for turn in lowering.turns if turn.better]
        changes += [dict(lowering.together.changes)] if lowering.together else []
        for change in changes:
            after = risks_of({**answers, **change}, ratings)
            assert all(after[id_] <= risk for id_, risk in before.items())
        for turn in lowering.turns:
            # On the real content there is always a better answer, and it is one to strive for.
            assert turn.better
            assert all(is_goal(what_if, turn.question, answer) for answer in (turn.better, *turn.as_good))


@given(ANSWERS, RATINGS, st.lists(st.sampled_from(PAIRS), max_size=4))
def test_the_preview_is_what_a_real_change_gives(raw: Raw, ratings: Ratings, changed: list[tuple[str, Any]]) -> None:
    answers, changes = read(raw), read(dict(changed))
    comparison = WhatIf(CONTENT, answers, ratings).try_changes(changes)
    after = summarise(CONTENT, {**answers, **changes}, ratings)
    assert comparison.before.risks == summarise(CONTENT, answers, ratings).risks
    assert comparison.after.risks == after.risks
    assert comparison.after.path == after.path


@given(ANSWERS, RATINGS)
def test_the_changes_that_lower_most_lower_something_each_time_and_raise_nothing(raw: Raw, ratings: Ratings) -> None:
    answers = read(raw)
    steps = find_steps(WhatIf(CONTENT, answers, ratings))
    ranks = [step.so_far.after.rank for step in steps]
    assert ranks == sorted(ranks, reverse=True)
    if steps:
        assert ranks[-1] < steps[0].alone.before.rank
        assert not any(step.so_far.is_raised or step.alone.is_raised for step in steps)
    else:
        assert not any(risks_of(answers, ratings).values())


@given(ANSWERS)
def test_no_step_could_be_changed_for_one_that_lowers_a_graver_risk_alone(raw: Raw) -> None:
    what_if = WhatIf(CONTENT, read(raw), {})
    found = [step.so_far.after.rank for step in find_steps(what_if, 1)]
    singles = [
        turn.alone.after.rank
        for challenge in CONTENT.challenges
        for turn in find_lowering(what_if, challenge).turns
        if turn.alone
    ]
    lower = [rank for rank in singles if rank < what_if.now.rank]
    assert found == sorted(lower)[:1]


def test_no_answer_that_shows_a_challenge_decides_what_is_asked() -> None:
    # So on this content all better answers go together: none opens a branch with a graver answer on it.
    exposing = {id_ for id_, question in QUESTIONS.items() if question.challenges}
    assert exposing.isdisjoint(CONTENT.questionnaire.looked_at)


@pytest.mark.parametrize("make", [make_example, make_fullest])
def test_all_better_answers_together_leave_no_risk(make: Any) -> None:
    project = make()
    what_if = WhatIf(CONTENT, project.assessment.answers, project.assessment.ratings)
    for found in what_if.now.risks:
        lowering = find_lowering(what_if, found.challenge.id)
        assert lowering.apart == ()
        if found.risk:
            assert lowering.together
            assert lowering.together.after.by_challenge[found.challenge.id].risk is None
