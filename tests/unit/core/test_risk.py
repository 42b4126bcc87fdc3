from itertools import pairwise

import pytest

from tests.builders import ask, make_challenge, make_content, opt, read, scale
from wizard.core.path import find_path
from wizard.core.questions import Question
from wizard.core.risk import (
    CONSEQUENCE_BY_ID,
    RISK_TABLE,
    ChallengeRisk,
    Consequence,
    Dimension,
    Exposure,
    Ratings,
    Risk,
    assess_risks,
    get_risk,
)


def find(*questions: Question, essential: bool = False, ratings: Ratings | None = None, **raw: object) -> ChallengeRisk:
    """Assess the one challenge x."""
    content = make_content(*questions, challenges=[make_challenge("x", essential=essential)])
    path = find_path(content.questionnaire, read(content.questionnaire, raw))
    (found,) = assess_risks(content.challenges, path, ratings or {})
    return found


def because(found: ChallengeRisk) -> list[tuple[str, str]]:
    return [(answer.question.id, answer.option.id) for answer in found.because]


def test_exposure_is_the_highest_that_any_answer_gives() -> None:
    found = find(scale("a", "x"), scale("b", "x"), scale("c", "x"), a="1", b="3", c="2")
    assert found.exposure is Exposure.HIGH
    assert because(found) == [("b", "3")]


def test_because_lists_every_answer_that_gives_the_highest_exposure() -> None:
    found = find(scale("a", "x"), scale("b", "x"), scale("c", "x"), a="2", b="1", c="2")
    assert because(found) == [("a", "2"), ("c", "2")]


@pytest.mark.parametrize("answer", ["0", "ved-ikke", "ikke-relevant", None])
def test_nothing_is_exposed_by_a_good_answer_an_unknown_one_or_none(answer: str | None) -> None:
    found = find(scale("a", "x"), a=answer)
    assert (found.exposure, found.risk, found.because) == (Exposure.NONE, None, ())


@pytest.mark.parametrize(("essential", "assumed"), [(True, Consequence.SERIOUS), (False, Consequence.MINOR)])
def test_unrated_consequence_is_assumed_and_says_so(*, essential: bool, assumed: Consequence) -> None:
    found = find(scale("a", "x"), essential=essential, a="3")
    assert found.consequence is assumed
    assert found.is_assumed
    assert found.rating == {}


def test_consequence_is_the_worst_that_is_rated_and_no_longer_assumed() -> None:
    rating = {Dimension.TIME: Consequence.NEGLIGIBLE, Dimension.QUALITY: Consequence.DESTRUCTIVE}
    found = find(scale("a", "x"), ratings={"x": rating}, a="1")
    assert found.consequence is Consequence.DESTRUCTIVE
    assert found.risk is Risk.MEDIUM
    assert not found.is_assumed


def test_rating_may_be_milder_than_what_was_assumed() -> None:
    found = find(scale("a", "x"), essential=True, ratings={"x": {Dimension.MONEY: Consequence.NEGLIGIBLE}}, a="3")
    assert (found.consequence, found.risk) == (Consequence.NEGLIGIBLE, Risk.MEDIUM)


def test_risks_stand_gravest_first_and_equal_ones_in_the_order_of_the_content() -> None:
    questions = [scale(id_, f"{id_}x") for id_ in "abcde"]
    content = make_content(*questions, challenges=[make_challenge("ex", essential=True)])
    raw = {"a": "1", "b": "3", "c": "1", "d": "2", "e": "1"}
    path = find_path(content.questionnaire, read(content.questionnaire, raw))
    found = assess_risks(content.challenges, path, {})
    # dx and ex are both medium; dx is more exposed. cx stands after ax, as in the content.
    assert [entry.challenge.id for entry in found] == ["bx", "dx", "ex", "ax", "cx"]


def test_option_may_expose_several_challenges() -> None:
    question = ask("a", opt("ja", {"x": 1, "y": 3}))
    content = make_content(question)
    path = find_path(content.questionnaire, read(content.questionnaire, {"a": "ja"}))
    exposures = {entry.challenge.id: entry.exposure for entry in assess_risks(content.challenges, path, {})}
    assert exposures == {"x": Exposure.LOW, "y": Exposure.HIGH}


def test_risk_table_never_falls_as_exposure_or_consequence_rises() -> None:
    table = [[get_risk(exposure, consequence) or 0 for consequence in Consequence] for exposure in Exposure]
    for row in table:
        assert row == sorted(row)
    for lower, higher in pairwise(table):
        assert all(low <= high for low, high in zip(lower, higher, strict=True))


def test_there_is_a_risk_exactly_where_something_is_exposed() -> None:
    assert set(RISK_TABLE[Exposure.NONE]) == {None}
    for exposure in (Exposure.LOW, Exposure.MEDIUM, Exposure.HIGH):
        assert None not in RISK_TABLE[exposure]


def test_every_risk_can_come_up() -> None:
    assert {risk for row in RISK_TABLE.values() for risk in row} == {None, *Risk}


def test_names_in_files_go_both_ways() -> None:
    assert {consequence.id: consequence for consequence in Consequence} == CONSEQUENCE_BY_ID
    assert [risk.id for risk in Risk] == ["low", "medium", "high", "critical"]
