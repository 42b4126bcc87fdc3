"""What would lower a risk."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.builders import ask, chosen, make_challenge, make_content, opt, read, scale
from tests.unit.core.strategies import CHALLENGES, assessed
from wizard.core.answers import Answer
from wizard.core.conditions import AllOf
from wizard.core.content import Content
from wizard.core.lowering import Lowering, Step, find_better, find_lowering, find_steps
from wizard.core.questions import Kind, Question
from wizard.core.risk import Consequence, Dimension, Ratings
from wizard.core.summary import summarise
from wizard.core.whatif import WhatIf

Assessed = tuple[Content, Mapping[str, Any]]
RATINGS = st.dictionaries(
    st.sampled_from(CHALLENGES), st.dictionaries(st.sampled_from(Dimension), st.sampled_from(Consequence), min_size=1)
)


def imagine(*questions: Question, **raw: object) -> WhatIf:
    content = make_content(*questions)
    return WhatIf(content, read(content.questionnaire, raw), {})


def better(what_if: WhatIf, id_: str, challenge: str = "x") -> list[tuple[str, ...]]:
    question = what_if.content.questionnaire.question_by_id[id_]
    return [answer.options for answer in find_better(what_if, question, challenge)]


def turned(lowering: Lowering) -> list[tuple[str, bool, tuple[str, ...] | None]]:
    return [(turn.question.id, turn.holds_up, turn.better.options if turn.better else None) for turn in lowering.turns]


def stepped(what_if: WhatIf, limit: int = 3) -> list[tuple[str, ...]]:
    return [(step.question.id, *step.better.options) for step in find_steps(what_if, limit)]


# ---- the better answer


def test_the_better_answer_exposes_least_and_is_never_unknown_or_not_relevant() -> None:
    assert better(imagine(scale("a", "x"), a="3"), "a") == [("0",)]
    question = ask("a", opt("2", {"x": 2}), opt("1", {"x": 1}), opt("3", {"x": 3}), "ikke-relevant", "ved-ikke")
    assert better(imagine(question, a="3"), "a") == [("1",)]


def test_what_exposes_least_already_has_no_better_answer() -> None:
    question = ask("a", opt("lidt", {"x": 1}), opt("meget", {"x": 3}), "ikke-relevant", "ved-ikke")
    assert better(imagine(question, a="lidt"), "a") == []
    assert better(imagine(question), "a") == []


def test_among_equals_the_one_that_exposes_least_in_all_comes_first_and_then_the_first_in_the_file() -> None:
    question = ask(
        "a", opt("y", {"y": 1}), opt("intet", {}), opt("heller-intet", {}), opt("skidt", {"x": 3, "y": 2}), "ved-ikke"
    )
    assert better(imagine(question, a="skidt"), "a") == [("intet",), ("heller-intet",), ("y",)]


def test_what_raises_another_risk_is_no_better_answer() -> None:
    question = ask("a", opt("y", {"y": 3}), opt("lidt", {"x": 1, "y": 1}), opt("skidt", {"x": 3, "y": 1}), "ved-ikke")
    assert better(imagine(question, a="skidt"), "a") == [("lidt",)]


def test_what_opens_a_branch_with_a_worse_answer_on_it_is_no_better_answer() -> None:
    questions = (scale("a", "x"), ask("b", "ja", opt("nej", {"y": 3}), show_when=chosen("a", "0")))
    assert better(imagine(*questions, a="3"), "a") == [("0",)]
    # The stored answer counts again, and the next best answer does not ask the question.
    assert better(imagine(*questions, a="3", b="nej"), "a") == [("1",)]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["slem", "fin"], [("fin",)]),
        (["slem", "fin", "god"], [("fin", "god")]),
        (["slem", "andet-skidt"], [("ingen",)]),
        # Nothing is left that says anything: none of them is said before one of them is claimed.
        (["slem"], [("ingen",)]),
        (["fin"], []),
    ],
)
def test_of_several_choices_those_that_expose_are_taken_away(given: list[str], expected: list[tuple[str, ...]]) -> None:
    question = ask(
        "a",
        opt("slem", {"x": 3}),
        "fin",
        "god",
        opt("andet-skidt", {"x": 1}),
        "ingen",
        "ikke-relevant",
        "ved-ikke",
        kind=Kind.CHOICES,
    )
    assert better(imagine(question, a=given), "a") == expected


def test_where_none_of_them_is_the_worst_the_better_is_one_of_them() -> None:
    none = opt("ingen", {"x": 3})
    question = ask("a", "log", opt("manuelt", {"x": 1}), none, "ved-ikke", kind=Kind.CHOICES)
    assert better(imagine(question, a=["ingen"]), "a") == [("log",)]


# ---- one risk


def test_answers_that_hold_it_up_come_first_and_each_says_what_it_gives_alone() -> None:
    what_if = imagine(scale("a", "x"), scale("b", "x"), scale("c", "x"), scale("d", "y"), a="1", b="3", c="2", d="3")
    lowering = find_lowering(what_if, "x")
    assert turned(lowering) == [("b", True, ("0",)), ("a", False, ("0",)), ("c", False, ("0",))]
    assert [turn.alone and turn.alone.after.by_challenge["x"].exposure for turn in lowering.turns] == [2, 3, 3]
    assert lowering.together
    assert lowering.together.after.by_challenge["x"].risk is None
    assert lowering.apart == ()


def test_what_is_not_exposed_has_nothing_to_lower() -> None:
    lowering = find_lowering(imagine(scale("a", "x"), a="0"), "x")
    assert (lowering.turns, lowering.together, lowering.apart) == ((), None, ())
    with pytest.raises(KeyError):
        find_lowering(imagine(scale("a", "x")), "ukendt")


def test_where_no_answer_is_better_it_says_so() -> None:
    question = ask("a", opt("lidt", {"x": 1}), opt("meget", {"x": 3}), "ved-ikke")
    lowering = find_lowering(imagine(question, a="lidt"), "x")
    assert turned(lowering) == [("a", True, None)]
    assert (lowering.turns[0].alone, lowering.together) == (None, None)


def test_other_answers_that_do_as_well_are_named() -> None:
    question = ask("a", "ja", "afklaret", opt("nej", {"x": 3}), "ved-ikke")
    (turn,) = find_lowering(imagine(question, a="nej"), "x").turns
    assert (turn.better, turn.as_good) == (Answer(("ja",)), (Answer(("afklaret",)),))


def test_what_would_raise_a_risk_only_together_with_others_stands_apart() -> None:
    # Each may be turned alone; both together open a question with a grave answer on it.
    both = ask("c", "ja", opt("nej", {"y": 3}), show_when=chosen("b", "0"))
    questions = (scale("a", "x"), scale("b", "x", show_when=chosen("a", "0", "3")), both)
    what_if = imagine(*questions, a="3", b="3", c="nej")
    assert better(what_if, "b") == [("1",)]
    gate = ask("g", "ja", opt("nej", {"x": 3}))
    inner = ask("h", "ja", opt("nej", {"x": 3}), "ved-ikke")
    hidden = ask("c", "ja", opt("nej", {"y": 3}), show_when=_both("g", "h"))
    lowering = find_lowering(imagine(gate, inner, hidden, g="nej", h="nej", c="nej"), "x")
    assert turned(lowering) == [("g", True, ("ja",)), ("h", True, ("ja",))]
    assert [turn.question.id for turn in lowering.apart] == ["h"]
    assert lowering.together
    assert dict(lowering.together.changes) == {"g": Answer(("ja",))}


def _both(*ids: str) -> AllOf:
    return AllOf(tuple(chosen(id_, "ja") for id_ in ids))


# ---- the whole project


def test_the_gravest_risk_that_can_be_lowered_comes_first() -> None:
    content = make_content(
        scale("a", "x"), scale("b", "y"), challenges=[make_challenge("x"), make_challenge("y", essential=True)]
    )
    what_if = WhatIf(content, read(content.questionnaire, {"a": "3", "b": "3"}), {})
    assert stepped(what_if) == [("b", "0"), ("a", "0")]


def test_what_is_lowered_with_fewest_changes_comes_first_and_answers_that_belong_together_stay_so() -> None:
    what_if = imagine(scale("a", "x"), scale("b", "x"), scale("c", "y"), scale("d", "z"), a="3", b="3", c="3", d="3")
    assert stepped(what_if) == [("c", "0"), ("d", "0")]
    assert stepped(what_if, 4) == [("c", "0"), ("d", "0"), ("a", "0"), ("b", "0")]
    steps = find_steps(what_if, 4)
    assert [step.alone.after.rank < step.alone.before.rank for step in steps] == [True, True, False, False]
    assert [step.so_far.after.rank[1] for step in steps] == [2, 1, 1, 0]


def test_a_risk_held_up_by_more_answers_than_there_are_changes_left_stays() -> None:
    what_if = imagine(*(scale(id_, "x") for id_ in "abcd"), **dict.fromkeys("abcd", "3"))
    assert stepped(what_if) == []
    assert len(stepped(what_if, 4)) == 4


def test_nothing_that_raises_or_cannot_be_turned_is_a_step() -> None:
    stuck = ask("a", opt("lidt", {"x": 1}), opt("meget", {"x": 3}), "ved-ikke")
    assert stepped(imagine(stuck, a="lidt")) == []
    gate, inner = ask("g", "ja", opt("nej", {"x": 3})), ask("h", "ja", opt("nej", {"x": 3}))
    hidden = ask("c", "ja", opt("nej", {"y": 3}), show_when=_both("g", "h"))
    # Both hold the risk up, and both at once would raise another.
    assert stepped(imagine(gate, inner, hidden, g="nej", h="nej", c="nej")) == []


def test_a_graver_risk_is_not_lowered_by_raising_another() -> None:
    # Both together take a critical risk away for two high ones: lower in all, and still nothing to advise.
    gate, inner = ask("g", "ja", opt("nej", {"x": 3})), ask("h", "ja", opt("nej", {"x": 3}))
    hidden = ask("c", "ja", opt("nej", {"y": 2}), show_when=_both("g", "h"))
    content = make_content(gate, inner, hidden, challenges=[make_challenge("x", essential=True), make_challenge("y")])
    raw = {"g": "nej", "h": "nej", "c": "nej"}
    assert stepped(WhatIf(content, read(content.questionnaire, raw), {})) == []


def test_of_two_risks_as_grave_the_one_that_takes_fewer_changes_comes_first_though_less_is_left_after_more() -> None:
    many = [ask(id_, "ja", opt("nej", {"x": 3, "z": 1})) for id_ in ("a", "b")]
    what_if = imagine(*many, scale("c", "y"), a="nej", b="nej", c="3")
    assert stepped(what_if, 1) == [("c", "0")]
    assert stepped(what_if, 2) == [("c", "0")]
    # After both of x less would be left than after the one of y: z goes with it.
    assert what_if.rank_of(what_if.find_exposures({id_: Answer(("ja",)) for id_ in "ab"})) < what_if.rank_of(
        what_if.find_exposures({"c": Answer(("0",))})
    )


def test_what_was_turned_is_not_turned_again() -> None:
    less = ask("a", opt("lidt", {"x": 1}), opt("meget", {"x": 3}), "ved-ikke")
    assert stepped(imagine(less, a="meget")) == [("a", "lidt")]


def test_what_was_turned_for_one_risk_is_not_turned_once_more_for_another() -> None:
    # What lowers x most leaves y; what takes y away leaves x a little more exposed, at the same risk.
    both = ask("a", opt("y", {"x": 1, "y": 2}), opt("x", {"x": 2}), opt("slem", {"x": 3, "y": 2}), "ved-ikke")
    content = make_content(both, scale("b", "y"))
    ratings = {"x": {Dimension.TIME: Consequence.NEGLIGIBLE}}
    what_if = WhatIf(content, read(content.questionnaire, {"a": "slem", "b": "2"}), ratings)
    assert stepped(what_if, 1) == [("a", "y")]
    on = what_if.on({"a": Answer(("y",))})
    assert (better(on, "a", "y"), better(on, "b", "y")) == ([("x",)], [("0",)])
    assert stepped(what_if, 3) == [("a", "y")]


def test_steps_name_what_does_as_well() -> None:
    question = ask("a", "ja", "afklaret", opt("nej", {"x": 3}), "ved-ikke")
    (step,) = find_steps(imagine(question, a="nej"))
    assert step.as_good == (Answer(("afklaret",)),)


# ---- for every questionnaire


def turnings(lowering: Lowering) -> list[dict[str, Answer]]:
    alone = [
        {turn.question.id: answer} for turn in lowering.turns if turn.better for answer in (turn.better, *turn.as_good)
    ]
    return [*alone, dict(lowering.together.changes)] if lowering.together else alone


def hold(*questions: Question, **raw: object) -> Assessed:
    challenges = [make_challenge(id_, essential=id_ == "c1") for id_ in CHALLENGES]
    return make_content(*questions, challenges=challenges), raw


#: An answer that lowers one risk and raises another, and stored answers on branches that a better answer would open.
TRADED = hold(ask("q", opt("bytter", {"c2": 2}), opt("slem", {"c1": 2})), q="slem")
OPENED = hold(
    ask("q", "fin", opt("slem", {"c1": 3})),
    ask("gemt", "ja", opt("nej", {"c2": 3}), show_when=chosen("q", "fin")),
    q="slem",
    gemt="nej",
)
OPENED_BY_BOTH = hold(
    ask("g", "ja", opt("nej", {"c1": 3})),
    ask("h", "ja", opt("nej", {"c1": 3})),
    ask("gemt", "ja", opt("nej", {"c2": 3}), show_when=_both("g", "h")),
    g="nej",
    h="nej",
    gemt="nej",
)


@example(TRADED, {}, "c1")
@example(OPENED, {}, "c1")
@example(OPENED_BY_BOTH, {}, "c1")
@given(assessed(), RATINGS, st.sampled_from(CHALLENGES))
def test_turning_answers_to_the_better_never_raises_a_risk(assessed: Assessed, ratings: Ratings, id_: str) -> None:
    content, raw = assessed
    answers = read(content.questionnaire, raw)
    lowering = find_lowering(WhatIf(content, answers, ratings), id_)
    before = {found.challenge.id: found.risk or 0 for found in summarise(content, answers, ratings).risks}
    for changes in turnings(lowering):
        after = summarise(content, {**answers, **changes}, ratings).risks
        assert all((found.risk or 0) <= before[found.challenge.id] for found in after)


@st.composite
def changed(draw: DrawFn) -> tuple[Content, Mapping[str, Any], Mapping[str, Answer]]:
    """Draw an assessment and another answer in it."""
    content, raw = draw(assessed())
    choices = [question for question in content.questionnaire if question.options]
    assume(choices)
    question = draw(st.sampled_from(choices))
    return content, raw, {question.id: Answer((draw(st.sampled_from(question.options)).id,))}


@example((*OPENED, {"q": Answer(("fin",))}), {})
@example((*OPENED_BY_BOTH, {"g": Answer(("ja",)), "h": Answer(("ja",))}), {})
@given(changed(), RATINGS)
def test_the_preview_is_what_a_real_change_gives(
    changed: tuple[Content, Mapping[str, Any], Mapping[str, Answer]], ratings: Ratings
) -> None:
    content, raw, changes = changed
    answers = read(content.questionnaire, raw)
    what_if = WhatIf(content, answers, ratings)
    comparison = what_if.try_changes(changes)
    before, after = (summarise(content, given, ratings) for given in (answers, {**answers, **changes}))
    assert (comparison.before.risks, comparison.after.risks) == (before.risks, after.risks)
    assert comparison.after.path == after.path
    exposures = {found.challenge.id: found.exposure for found in after.risks if found.exposure}
    assert what_if.find_exposures(changes) == exposures
    assert what_if.raises(exposures) == comparison.is_raised


@example(TRADED, {})
@example(OPENED, {})
@example(OPENED_BY_BOTH, {})
@given(assessed(), RATINGS)
def test_each_step_lowers_and_none_raises(assessed: Assessed, ratings: Ratings) -> None:
    content, raw = assessed
    steps: tuple[Step, ...] = find_steps(WhatIf(content, read(content.questionnaire, raw), ratings))
    assert len({step.question.id for step in steps}) == len(steps) <= 3
    if steps:
        assert steps[-1].so_far.after.rank < steps[-1].so_far.before.rank
        assert not steps[-1].so_far.is_raised
    for step in steps:
        assert not step.alone.is_raised
        assert step.better != step.given
