import pytest

from tests.builders import ask, assess, chosen, make_advice, make_content, opt, scale
from wizard.core.advice import AdviceReading, AdviceStatus
from wizard.core.questions import Kind, Question

FOLLOWED, PARTLY, NOT, UNKNOWN = (
    AdviceStatus.FOLLOWED,
    AdviceStatus.PARTLY,
    AdviceStatus.NOT_FOLLOWED,
    AdviceStatus.UNKNOWN,
)
CARRYING = (scale("a", "x", advice=["r"]), scale("b", "y", advice=["r"]), scale("andet", "x"))


def read_one(*questions: Question, **raw: object) -> AdviceReading:
    (reading,) = assess(make_content(*(questions or CARRYING), advice=[make_advice("r", "x")]), raw).advice
    return reading


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        ("0", "0", FOLLOWED),
        ("0", "1", PARTLY),
        ("2", "2", PARTLY),
        ("0", "3", PARTLY),
        ("2", "3", PARTLY),
        ("3", "3", NOT),
        ("3", "ved-ikke", NOT),
        ("3", None, NOT),
        ("1", None, PARTLY),
        ("0", "ved-ikke", UNKNOWN),
        ("0", None, UNKNOWN),
        ("ved-ikke", "ved-ikke", UNKNOWN),
        (None, None, UNKNOWN),
        ("0", "ikke-relevant", FOLLOWED),
        ("3", "ikke-relevant", NOT),
        ("ikke-relevant", "ikke-relevant", UNKNOWN),
    ],
)
def test_advice_is_read_from_the_answers_that_carry_it(
    first: str | None, second: str | None, status: AdviceStatus
) -> None:
    assert read_one(a=first, b=second).status is status
    assert read_one(a=second, b=first).status is status


def test_question_that_does_not_carry_the_advice_says_nothing_of_it() -> None:
    reading = read_one(a="0", b="0", andet="3")
    assert (reading.status, reading.because) == (FOLLOWED, ())


def test_hidden_question_says_nothing_of_the_advice() -> None:
    questions = (ask("s", "ja", "nej"), scale("a", "x", advice=["r"], show_when=chosen("s", "ja")))
    assert read_one(*questions, s="nej", a="3").status is UNKNOWN
    assert read_one(*questions, s="ja", a="3").status is NOT


def test_answers_against_the_advice_stand_gravest_first() -> None:
    reading = read_one(a="1", b="3")
    assert [(answer.question.id, answer.option.id) for answer in reading.because] == [("b", "3"), ("a", "1")]


def test_gravest_of_several_chosen_options_decides() -> None:
    question = ask("a", opt("fint"), opt("skidt", {"x": 1}), opt("værre", {"x": 3}), kind=Kind.CHOICES, advice=["r"])
    reading = read_one(question, a=["værre", "skidt", "fint"])
    assert reading.status is NOT
    assert [answer.option.id for answer in reading.because] == ["værre", "skidt"]
