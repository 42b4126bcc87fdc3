import pytest

from tests.builders import ask, chosen, make_questionnaire, opt, read
from wizard.core.answers import Answer
from wizard.core.conditions import AllOf, AnyOf, Condition, Not
from wizard.core.path import Path, find_path
from wizard.core.questions import Kind

QUESTIONNAIRE = make_questionnaire(
    ask("a", "ja", "nej", "ved-ikke"),
    ask("b", "ja", "nej", "ved-ikke", show_when=chosen("a", "ja")),
    ask("c", opt("ja", {"x": 2}), "nej", show_when=chosen("b", "ja")),
    ask("d", "en", "to", "ingen", kind=Kind.CHOICES),
    ask("e"),
)


def walk(**raw: object) -> Path:
    return find_path(QUESTIONNAIRE, read(QUESTIONNAIRE, raw))


def ids(path: Path) -> list[str]:
    return [question.id for question in path.questions]


def test_hidden_question_is_not_on_the_path() -> None:
    assert ids(walk()) == ["a", "d", "e"]
    assert ids(walk(a="ja")) == ["a", "b", "d", "e"]
    assert walk(a="nej").visible == {"a", "d", "e"}


def test_answer_on_a_hidden_branch_does_not_count() -> None:
    path = walk(a="nej", b="ja", c="ja")
    assert ids(path) == ["a", "d", "e"]
    assert set(path.answers) == set(path.chosen) == {"a"}
    assert [(question.id, option.id) for question, option in path.given] == [("a", "nej")]


def test_answer_on_a_hidden_branch_is_back_when_the_branch_is() -> None:
    kept = read(QUESTIONNAIRE, {"a": "nej", "b": "ja", "c": "ja"})
    back = find_path(QUESTIONNAIRE, kept | read(QUESTIONNAIRE, {"a": "ja"}))
    assert back == walk(a="ja", b="ja", c="ja")


def test_text_is_answered_but_nothing_is_chosen_in_it() -> None:
    path = walk(e="Vi vil …")
    assert path.answers == {"e": Answer(text="Vi vil …")}
    assert path.chosen == {}
    assert path.given == ()


def test_given_options_stand_in_the_order_of_the_questionnaire() -> None:
    jumbled = {"d": Answer(options=("to", "en")), "a": Answer(options=("ja",))}
    assert [option.id for _, option in find_path(QUESTIONNAIRE, jumbled).given] == ["ja", "en", "to"]


def test_answer_older_than_the_questionnaire_counts_as_far_as_it_still_exists() -> None:
    old = {"d": Answer(options=("tre", "en")), "a": Answer(options=("gammel",)), "væk": Answer(options=("ja",))}
    path = find_path(QUESTIONNAIRE, old)
    assert path.answers == {"d": Answer(options=("en",))}
    assert [option.id for _, option in path.given] == ["en"]


def test_answer_of_another_kind_than_the_question_does_not_count() -> None:
    path = find_path(QUESTIONNAIRE, {"a": Answer(text="ja"), "e": Answer(options=("ja",))})
    assert path.answers == {}


@pytest.mark.parametrize(
    ("condition", "raw", "expected"),
    [
        (chosen("a", "ja"), {}, True),
        (chosen("a", "ja"), {"a": "ved-ikke"}, True),
        (chosen("a", "ja"), {"a": "ja"}, True),
        (chosen("a", "ja"), {"a": "nej"}, False),
        (chosen("a", "ved-ikke"), {"a": "ved-ikke"}, True),
        (Not(chosen("a", "ja")), {"a": "ja"}, False),
        (Not(chosen("a", "ved-ikke")), {"a": "ved-ikke"}, True),
        (Not(chosen("a", "ja")), {"a": "ved-ikke"}, True),
        # b is certainly not asked once a is nej, and may still be asked while a is open.
        (chosen("b", "ja"), {"a": "nej"}, False),
        (chosen("b", "ja"), {"a": "nej", "b": "ja"}, False),
        (chosen("b", "ja"), {"a": "ved-ikke"}, True),
        (chosen("b", "ja"), {}, True),
        (chosen("b", "ja"), {"a": "ja"}, True),
        (chosen("c", "ja"), {"a": "nej"}, False),
        (chosen("c", "ja"), {"a": "ja", "b": "ved-ikke"}, True),
        (chosen("c", "ja"), {"a": "ja", "b": "nej"}, False),
        (AllOf((chosen("a", "ja"), chosen("d", "en"))), {"d": ["to"]}, False),
        (AllOf((chosen("a", "ja"), chosen("d", "en"))), {"d": ["en", "to"]}, True),
        (AnyOf((chosen("a", "ja"), chosen("d", "en"))), {"a": "nej", "d": ["ingen"]}, False),
        (AnyOf((chosen("a", "ja"), chosen("d", "en"))), {"a": "nej"}, True),
    ],
)
def test_condition_is_ruled_out_only_when_that_is_certain(
    condition: Condition, raw: dict[str, object], *, expected: bool
) -> None:
    assert walk(**raw).may_hold(condition) is expected


def test_answer_to_a_question_that_may_not_be_asked_is_not_certain() -> None:
    questionnaire = make_questionnaire(
        ask("a", "ja", "nej", "ved-ikke"), ask("b", "ja", "nej", show_when=chosen("a", "ja", "ved-ikke"))
    )
    maybe, surely = (
        find_path(questionnaire, read(questionnaire, {"a": answer, "b": "ja"})) for answer in ("ved-ikke", "ja")
    )
    assert maybe.may_hold(Not(chosen("b", "ja")))
    assert not surely.may_hold(Not(chosen("b", "ja")))
