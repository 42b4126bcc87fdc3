from typing import Any

import pytest

from tests.builders import ask
from wizard.core.answers import MAX_TEXT, UNANSWERED, Answer, AnswerError, read_answer
from wizard.core.questions import Kind, Question

CHOICE = ask("valg", "ja", "nej", "ved-ikke")
CHOICES = ask("flere", "a", "b", "c", "ingen", "ikke-relevant", "ved-ikke", kind=Kind.CHOICES)
TEXT, DATE, NUMBER = ask("tekst"), ask("dato", kind=Kind.DATE), ask("tal", kind=Kind.NUMBER)


@pytest.mark.parametrize("question", [CHOICE, CHOICES, TEXT, DATE, NUMBER])
def test_nothing_given_is_no_answer(question: Question) -> None:
    empty: Any = [] if question is CHOICES else ""
    assert read_answer(question, None) == UNANSWERED
    assert read_answer(question, empty) == UNANSWERED
    assert not UNANSWERED


@pytest.mark.parametrize(
    ("question", "raw", "expected"),
    [
        (CHOICE, "nej", Answer(options=("nej",))),
        (CHOICE, "ved-ikke", Answer(options=("ved-ikke",))),
        (CHOICES, ["c", "a"], Answer(options=("a", "c"))),
        (CHOICES, ("b", "b"), Answer(options=("b",))),
        (CHOICES, ["ingen"], Answer(options=("ingen",))),
        (TEXT, "  to\r\nlinjer\x00 ", Answer(text="to\nlinjer")),
        (TEXT, "før \ud800 efter", Answer(text="før  efter")),
        (TEXT, "x" * MAX_TEXT, Answer(text="x" * MAX_TEXT)),
        (DATE, " 2026-11-23 ", Answer(text="2026-11-23")),
        (NUMBER, "12", Answer(text="12")),
        (NUMBER, "012,50", Answer(text="12.5")),
        (NUMBER, "-1.5", Answer(text="-1.5")),
        (NUMBER, "-0", Answer(text="0")),
        (NUMBER, "100", Answer(text="100")),
        (NUMBER, "999999999999999,999999999", Answer(text="999999999999999.999999999")),
    ],
)
def test_answer_is_read_by_the_kind_of_question(question: Question, raw: Any, expected: Answer) -> None:
    answer = read_answer(question, raw)
    assert answer == expected
    assert answer


@pytest.mark.parametrize(
    ("question", "raw"), [(TEXT, " a\r\nb "), (DATE, "2026-11-23"), (NUMBER, "1,125"), (NUMBER, "-0,50")]
)
def test_reading_what_was_read_changes_nothing(question: Question, raw: str) -> None:
    answer = read_answer(question, raw)
    assert read_answer(question, answer.text) == answer


@pytest.mark.parametrize(
    ("question", "raw", "code", "values"),
    [
        (CHOICE, "måske", "unknown-option", ("måske",)),
        (CHOICE, ["ja"], "not-a-text", ()),
        (CHOICE, True, "not-a-text", ()),
        (CHOICES, "a", "not-a-list", ()),
        (CHOICES, {"a": 1}, "not-a-list", ()),
        (CHOICES, ["a", 1], "not-a-list", ()),
        (CHOICES, ["a", "x", "å"], "unknown-option", ("x", "å")),
        (CHOICES, ["a", "ingen"], "stands-alone", ("Ingen",)),
        (CHOICES, ["a", "ved-ikke"], "stands-alone", ("Ved-ikke",)),
        (CHOICES, ["ikke-relevant", "b"], "stands-alone", ("Ikke-relevant",)),
        (CHOICES, ["ingen", "ved-ikke"], "stands-alone", ("Ingen",)),
        (TEXT, 7, "not-a-text", ()),
        (TEXT, "x" * (MAX_TEXT + 1), "too-long", ("10001",)),
        (DATE, "23/11", "not-a-date", ("23/11",)),
        (DATE, "2026-02-30", "not-a-date", ("2026-02-30",)),
        (NUMBER, "mange", "not-a-number", ("mange",)),
        (NUMBER, "NaN", "not-a-number", ("NaN",)),
        (NUMBER, "Infinity", "not-a-number", ("Infinity",)),
        (NUMBER, "1e400000", "not-a-number", ("1e400000",)),
        (NUMBER, "1_000", "not-a-number", ("1_000",)),
        (NUMBER, "1.000,5", "not-a-number", ("1.000,5",)),
        (NUMBER, "1" * 16, "not-a-number", ("1" * 16,)),
    ],
)
def test_answer_that_does_not_fit_is_refused_with_its_value(
    question: Question, raw: Any, code: str, values: tuple[str, ...]
) -> None:
    with pytest.raises(AnswerError) as caught:
        read_answer(question, raw)
    assert (caught.value.code, caught.value.values) == (code, values)
    assert str(caught.value) == (f"{code}: {', '.join(values)}" if values else code)


def test_error_without_a_value_says_its_code_alone() -> None:
    assert str(AnswerError("not-a-date")) == "not-a-date"
