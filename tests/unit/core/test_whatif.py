"""What the risks would be with other answers."""

from dataclasses import replace

import tests.effort  # noqa: F401 - sets how hard the properties are tried
from tests.builders import ask, chosen, make_challenge, make_content, opt, read, scale
from wizard.core.answers import UNANSWERED, Answer
from wizard.core.content import Content
from wizard.core.questions import Kind
from wizard.core.risk import Consequence, Dimension, Risk
from wizard.core.whatif import Comparison, WhatIf, exposed_by, try_changes

CONTENT = make_content(
    scale("a", "x"),
    scale("b", "x"),
    ask("c", "ja", opt("nej", {"y": 3}), show_when=chosen("a", "0", "1")),
    ask("d", "ja", opt("nej", {"z": 1}), show_when=chosen("a", "3")),
    challenges=[make_challenge("x", essential=True), make_challenge("y"), make_challenge("z")],
)


def compare(content: Content, raw: dict[str, object], changes: dict[str, object]) -> Comparison:
    questionnaire = content.questionnaire
    return try_changes(content, read(questionnaire, raw), {}, read(questionnaire, changes))


def risks(comparison: Comparison) -> tuple[dict[str, Risk], dict[str, Risk]]:
    before, after = (
        {id_: found.risk for id_, found in outcome.by_challenge.items() if found.risk}
        for outcome in (comparison.before, comparison.after)
    )
    return before, after


def is_lower(comparison: Comparison) -> bool:
    return comparison.after.rank < comparison.before.rank


def test_what_is_held_up_by_two_answers_falls_only_with_both() -> None:
    raw: dict[str, object] = {"a": "2", "b": "2"}
    alone, both = compare(CONTENT, raw, {"b": "0"}), compare(CONTENT, raw, {"a": "1", "b": "0"})
    assert risks(alone) == ({"x": Risk.HIGH}, {"x": Risk.HIGH})
    assert (alone.moves, is_lower(alone), alone.is_raised) == ((), False, False)
    assert risks(both) == ({"x": Risk.HIGH}, {"x": Risk.MEDIUM})
    assert [(move.challenge.id, move.change) for move in both.moves] == [("x", -1)]
    assert (is_lower(both), both.is_raised) == (True, False)


def test_counts_stand_gravest_first_and_are_compared_in_that_order() -> None:
    found = compare(CONTENT, {"a": "3", "d": "nej"}, {"a": "1", "c": "nej"})
    assert list(found.before.counts.items()) == [(Risk.CRITICAL, 1), (Risk.HIGH, 0), (Risk.MEDIUM, 0), (Risk.LOW, 1)]
    assert (found.before.rank, found.after.rank) == ((1, 0, 0, 1, 4), (0, 1, 1, 0, 4))
    # One critical risk weighs more than any number of lower ones, but a risk that was not there has come.
    assert (is_lower(found), found.is_raised) == (True, True)


def test_an_answer_on_a_branch_that_opens_counts_and_one_on_a_branch_that_closes_does_not() -> None:
    found = compare(CONTENT, {"a": "3", "c": "nej", "d": "nej"}, {"a": "1"})
    assert risks(found) == ({"x": Risk.CRITICAL, "z": Risk.LOW}, {"x": Risk.MEDIUM, "y": Risk.HIGH})
    assert [question.id for question in found.newly_asked] == ["c"]
    assert [question.id for question in found.no_longer_asked] == ["d"]


def test_an_empty_answer_takes_the_answer_away() -> None:
    found = try_changes(CONTENT, {"a": Answer(("3",))}, {}, {"a": UNANSWERED})
    assert risks(found) == ({"x": Risk.CRITICAL}, {})


def test_a_risk_that_falls_because_its_answer_is_not_known_any_more_says_so() -> None:
    content = make_content(
        ask("u", "ja", opt("nej", {"x": 2}), "ved-ikke"),
        scale("v", "y"),
        scale("w", "x"),
        challenges=[make_challenge("x"), make_challenge("y")],
    )
    gone = compare(content, {"u": "nej"}, {"u": "ved-ikke"})
    both = compare(content, {"u": "nej", "v": "3"}, {"u": "ved-ikke", "v": "1"})
    held = compare(content, {"u": "nej", "w": "3"}, {"u": "ved-ikke"})
    better = compare(content, {"u": "nej"}, {"u": "ja"})
    assert [question.id for question in gone.no_longer_known] == ["u"]
    assert [(move.challenge.id, move.is_unseen) for move in gone.moves] == [("x", True)]
    # What a better answer to another question does is a fall, and of a risk that still stands nothing is lost.
    assert {move.challenge.id: move.is_unseen for move in both.moves} == {"x": True, "y": False}
    assert (held.moves, len(held.no_longer_known)) == ((), 1)
    assert (better.no_longer_known, [move.is_unseen for move in better.moves]) == ((), [False])
    taken_away = try_changes(content, {"u": Answer(("nej",))}, {}, {"u": UNANSWERED})
    assert (len(taken_away.no_longer_known), [move.is_unseen for move in taken_away.moves]) == (1, [True])
    # Not known before either.
    assert compare(content, {}, {"u": "ved-ikke"}).no_longer_known == ()


def test_a_risk_that_goes_out_of_sight_with_its_question_is_lower_only_where_it_is_known_not_to_be_asked() -> None:
    content = make_content(
        ask("port", "ja", "nej", "ved-ikke"),
        replace(scale("bag", "x"), show_when=chosen("port", "ja")),
        challenges=[make_challenge("x")],
    )
    raw: dict[str, object] = {"port": "ja", "bag": "2"}
    unknown, answered = compare(content, raw, {"port": "ved-ikke"}), compare(content, raw, {"port": "nej"})
    taken_away = try_changes(content, read(content.questionnaire, raw), {}, {"port": UNANSWERED})
    assert [[move.is_unseen for move in found.moves] for found in (unknown, answered, taken_away)] == [
        [True],
        [False],
        [True],
    ]
    assert [question.id for question in unknown.no_longer_known] == ["port"]


def test_only_the_exposure_may_move() -> None:
    rated = {"x": {Dimension.TIME: Consequence.NEGLIGIBLE}}
    found = try_changes(CONTENT, {"b": Answer(("2",))}, rated, {"b": Answer(("1",))})
    assert [move.change for move in found.moves] == [0]
    assert is_lower(found)


def test_nothing_changed_moves_nothing() -> None:
    found = compare(CONTENT, {"a": "3"}, {})
    assert (found.moves, found.newly_asked, found.no_longer_asked) == ((), (), ())


def test_what_a_search_asks_is_what_a_page_shows_on_either_kind_of_question() -> None:
    content = make_content(scale("a", "x"), scale("b", "x", show_when=chosen("a", "3")), scale("e", "x"))
    what_if = WhatIf(content, read(content.questionnaire, {"a": "1", "b": "3", "e": "1"}), {})
    for changes in ({"a": "3"}, {"e": "2"}, {"b": "2"}, {"e": "2", "b": "1"}, {}):
        tried = read(content.questionnaire, changes)
        after = what_if.try_changes(tried).after
        exposures = what_if.find_exposures(tried)
        assert exposures == {id_: found.exposure for id_, found in after.by_challenge.items() if found.exposure}
        assert what_if.rank_of(exposures) == after.rank


def test_what_raises_a_risk_is_told_from_what_raises_an_exposure_only() -> None:
    rated = {"x": {Dimension.TIME: Consequence.NEGLIGIBLE}}
    what_if = WhatIf(CONTENT, {"a": Answer(("1",))}, rated)
    assert [what_if.raises({"x": exposure}) for exposure in (1, 2, 3)] == [False, False, True]
    assert what_if.raises({"y": 1})


def test_an_answer_exposes_as_much_as_the_worst_of_its_options() -> None:
    question = ask("a", opt("en", {"x": 1}), opt("to", {"x": 3, "y": 1}), "fin", kind=Kind.CHOICES)
    assert exposed_by(question, Answer(("to", "en", "fin", "ukendt"))) == {"x": 3, "y": 1}
