"""Goals on the checklist."""

import pytest

from tests.builders import ask, chosen, make_action, make_advice, make_challenge, make_content, opt, read, scale
from wizard.core.answers import Answer
from wizard.core.checklist import ChecklistItem, find_point, say_answer
from wizard.core.content import Content
from wizard.core.goals import Goal, Goals, find_goals, is_goal
from wizard.core.questions import Kind
from wizard.core.risk import Consequence, Dimension, Risk
from wizard.core.summary import Summary, summarise
from wizard.core.whatif import WhatIf

CONTENT = make_content(
    scale("a", "x", articles=["GDPR art. 6"], advice=["råd"]),
    scale("b", "x"),
    scale("c", "y"),
    ask("d", "ja", "nej"),
    challenges=[make_challenge("x", make_action("gør"), pages=[37], essential=True), make_challenge("y")],
    advice=[make_advice("råd", "x")],
)


def sum_up(content: Content, raw: dict[str, object], goals: Goals) -> Summary:
    return summarise(content, read(content.questionnaire, raw), {}, goals)


def goals_in(raw: dict[str, object], goals: Goals, content: Content = CONTENT) -> list[ChecklistItem]:
    return [item for item in sum_up(content, raw, goals).checklist.items if item.kind == "goal"]


def test_a_goal_says_what_to_reach_why_and_where_it_comes_from() -> None:
    (item,) = goals_in({"a": "3"}, {"a": ("1",)})
    assert item == ChecklistItem(
        id="maal-a",
        kind="goal",
        text="Nå så langt, at I kan svare »1« til »A?«",
        why="Sænker »X« fra kritisk til middel risiko",
        challenge="x",
        risk=Risk.CRITICAL,
        because=item.because,
        articles=("GDPR art. 6",),
        advice=("råd",),
        sources=("X (rapporten s. 37)", "GDPR art. 6"),
    )
    assert [(answer.question.id, answer.option.id) for answer in item.because] == [("a", "3")]


def test_a_goal_says_whether_it_lowers_the_risk_by_itself() -> None:
    (alone,) = goals_in({"a": "3"}, {"a": ("0",)})
    assert alone.why == "Så viser svarene ikke længere »X« (nu kritisk risiko)"
    (with_others,) = goals_in({"a": "3", "b": "3"}, {"a": ("0",)})
    assert with_others.why == "Svaret er et af dem, der giver »X« kritisk risiko"


def test_goals_come_first_among_the_actions_of_their_risk() -> None:
    summary = sum_up(CONTENT, {"a": "3", "c": "1"}, {"a": ("0",), "c": ("0",)})
    assert [item.id for item in summary.checklist.items][:3] == ["maal-a", "gør", "maal-c"]
    assert tuple(summary.checklist.item_by_id.items()) == tuple((item.id, item) for item in summary.checklist.items)
    assert [item.id for item in summary.actions_on("x")] == ["maal-a", "gør"]


def test_a_goal_that_is_reached_or_passed_leaves_the_list_and_comes_back() -> None:
    goals = {"a": ("1",)}
    shown = {answer: bool(goals_in({"a": answer}, goals)) for answer in ("0", "1", "2", "3", "ikke-relevant")}
    assert shown == {"0": False, "1": False, "2": True, "3": True, "ikke-relevant": False}


@pytest.mark.parametrize("raw", [{}, {"a": "ved-ikke"}])
def test_a_goal_stays_while_nobody_knows_whether_it_is_reached(raw: dict[str, object]) -> None:
    # Another answer gives the challenge a risk, and that is not the goal's.
    (item,) = goals_in({**raw, "b": "3"}, {"a": ("1",)})
    assert item == ChecklistItem(
        id="maal-a",
        kind="goal",
        text="Find ud af, om målet er nået: at I kan svare »1« til »A?«",
        why="I har sat målet, men svaret er ikke kendt",
        challenge="x",
        articles=("GDPR art. 6",),
        advice=("råd",),
        sources=("X (rapporten s. 37)", "GDPR art. 6"),
    )
    assert item.group == "find-out"
    summary = sum_up(CONTENT, {**raw, "b": "3"}, {"a": ("1",)})
    assert [point.id for point in summary.actions_on("x")] == ["gør"]


def test_what_is_not_known_to_be_reached_is_the_first_to_find_out() -> None:
    raw: dict[str, object] = {"a": "ved-ikke", "b": "3", "c": "ved-ikke"}
    ids = [item.id for item in sum_up(CONTENT, raw, {"b": ("0",), "c": ("0",)}).checklist.items]
    assert ids == ["maal-b", "gør", "maal-c", "find-ud-af-a", "find-ud-af-c"]


def test_a_goal_without_a_known_answer_has_no_gain() -> None:
    for raw in ({}, {"a": "ved-ikke"}):
        (goal,) = find_goals(WhatIf(CONTENT, read(CONTENT.questionnaire, raw), {}), {"a": ("1",)})
        assert goal == Goal(CONTENT.questionnaire.question_by_id["a"], Answer(("1",)), None)


def test_what_no_answer_is_worse_than_is_no_goal_to_wait_for() -> None:
    # Only a file can bring such goals.
    goals = {"a": ("3",), "d": ("ja",), "b": ("ukendt",), "c": ("ved-ikke",)}
    assert goals_in({}, goals) == goals_in(dict.fromkeys("abc", "ved-ikke"), goals) == []


def test_no_goal_is_set_on_an_answer_that_is_not_known() -> None:
    question = CONTENT.questionnaire.question_by_id["a"]
    for raw in ({}, {"a": "ved-ikke"}):
        assert not is_goal(WhatIf(CONTENT, read(CONTENT.questionnaire, raw), {}), question, Answer(("0",)))


def test_a_goal_that_says_nothing_or_that_the_content_does_not_know_is_not_on_the_list() -> None:
    for goal in ((), ("ved-ikke",), ("ikke-relevant",), ("ukendt",), ("0", "ukendt")):
        assert goals_in({"a": "3"}, {"a": goal}) == [], goal
    assert goals_in({"a": "3", "d": "ja"}, {"væk": ("0",), "d": ("nej",)}) == []


def test_a_goal_on_a_hidden_branch_is_kept_and_not_shown() -> None:
    content = make_content(ask("v", "ja", "nej"), scale("a", "x", show_when=chosen("v", "ja")))
    goals = {"a": ("0",)}
    assert [len(goals_in({"v": answer, "a": "3"}, goals, content)) for answer in ("ja", "nej")] == [1, 0]
    assert [len(goals_in({"v": answer}, goals, content)) for answer in ("ja", "nej")] == [1, 0]


def test_a_goal_is_about_the_gravest_challenge_that_it_makes_better() -> None:
    question = ask("a", "fin", opt("x-kun", {"x": 3}), opt("alt", {"x": 3, "y": 2, "z": 3}), "ved-ikke")
    content = make_content(question, challenges=[make_challenge("x", essential=True), make_challenge("z")])
    (item,) = goals_in({"a": "alt"}, {"a": ("x-kun",)}, content)
    assert (item.challenge, item.risk) == ("z", Risk.HIGH)


def test_a_goal_that_opens_a_worse_branch_says_so() -> None:
    content = make_content(scale("a", "x"), scale("b", "x", show_when=chosen("a", "0")))
    (item,) = goals_in({"a": "1", "b": "3"}, {"a": ("0",)}, content)
    assert (
        item.why == "Svaret er et af dem, der giver »X« lav risiko. Som I svarer nu, gør målet risikoen for »X« højere"
    )


def test_a_goal_that_raises_another_risk_is_none_and_says_so_where_it_was_set_before() -> None:
    content = make_content(ask("a", "fin", opt("bytter", {"y": 2}), opt("slem", {"x": 3})), scale("b", "y"))
    question = content.questionnaire.question_by_id["a"]

    def can_be_set(target: str, **raw: object) -> bool:
        return is_goal(WhatIf(content, read(content.questionnaire, raw), {}), question, Answer((target,)))

    assert [can_be_set(target, a="slem") for target in ("fin", "bytter", "slem")] == [True, False, False]
    # Another answer holds the other risk up already, so nothing is raised; when it gets better, it is.
    assert can_be_set("bytter", a="slem", b="2")
    (harmless,) = goals_in({"a": "slem", "b": "2"}, {"a": ("bytter",)}, content)
    assert harmless.why == "Så viser svarene ikke længere »X« (nu høj risiko)"
    (harmful,) = goals_in({"a": "slem", "b": "0"}, {"a": ("bytter",)}, content)
    assert (
        harmful.why
        == "Så viser svarene ikke længere »X« (nu høj risiko). Som I svarer nu, gør målet risikoen for »Y« højere"
    )


def test_a_risk_that_stays_as_it_is_is_not_raised_though_its_exposure_is() -> None:
    content = make_content(ask("a", opt("bytter", {"y": 2}), opt("slem", {"x": 3, "y": 1})))
    # One that would be negligible is as low at either exposure.
    what_if = WhatIf(
        content, read(content.questionnaire, {"a": "slem"}), {"y": {Dimension.TIME: Consequence.NEGLIGIBLE}}
    )
    (goal,) = find_goals(what_if, {"a": ("bytter",)})
    assert goal.gain
    assert goal.gain.raised == ()
    assert [move.change for move in what_if.try_changes({"a": goal.target}).moves] == [-3, 0]


def test_several_options_are_a_goal_too() -> None:
    question = ask("a", "en", "to", opt("slem", {"x": 3}), "ved-ikke", kind=Kind.CHOICES)
    (item,) = goals_in({"a": ["en", "slem"]}, {"a": ("to", "en")}, make_content(question))
    assert item.text == "Nå så langt, at I kan svare »En, To« til »A?«"
    assert say_answer(question, Answer(("to", "ukendt"))) == "To"


def test_a_goal_is_found_by_its_id_whatever_it_is() -> None:
    assert find_point(CONTENT, "maal-a") == "Et bedre svar til »A?«"
    # What shows no challenge has nothing to be made better.
    assert [find_point(CONTENT, id_) for id_ in ("maal-d", "maal-", "maal-væk")] == [None] * 3
