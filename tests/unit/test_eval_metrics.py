"""The measures of `make eval`, against values worked out by hand."""

from collections.abc import Iterable
from itertools import chain, permutations, product
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import assess, chosen, make_area, make_case, make_challenge, make_content, scale
from tests.content.real import CONTENT
from tests.content.real import assess as assess_real
from tests.eval.methods import by_area, by_chance, by_matching, by_risk, by_words, score_words
from tests.eval.metrics import Measures, Ranking, intervals, mean, measure, measure_best
from wizard.core.guidance import Requirement

# 1 / log2(place + 1) for the first four places.
FIRST, SECOND, THIRD, FOURTH = 1.0, 0.63093, 0.5, 0.43068


def ranked(ids: Iterable[str]) -> Ranking:
    """Hold nothing equal."""
    return [[id_] for id_ in ids]


def close(found: Measures, recall: float, reciprocal: float, gain: float) -> bool:
    return found == pytest.approx((recall, reciprocal, gain), abs=1e-4)


def test_list_that_begins_with_everything_wanted_by_grade_is_perfect() -> None:
    assert measure(ranked("abc"), {"a": 2, "b": 1}) == Measures(1, 1, 1)


def test_measures_of_a_list_are_those_worked_out_by_hand() -> None:
    # Wanted at places 2 (grade 1) and 4 (grade 2); the third is not listed. The best would be 3, 1, 1.
    found = measure(ranked("xbya"), {"a": 2, "b": 1, "c": 1})
    best = 3 * FIRST + SECOND + THIRD
    assert close(found, 2 / 3, 1 / 2, (1 * SECOND + 3 * FOURTH) / best)


def test_order_of_grades_counts_in_the_gain_alone() -> None:
    found = measure(ranked("ba"), {"a": 2, "b": 1})
    assert close(found, 1, 1, (1 * FIRST + 3 * SECOND) / (3 * FIRST + 1 * SECOND))


def test_recall_looks_at_five_and_gain_at_ten() -> None:
    noise = [str(number) for number in range(20)]
    assert measure(ranked([*noise[:5], "a"]), {"a": 1}).recall == 0
    assert measure(ranked([*noise[:5], "a"]), {"a": 1}).gain == pytest.approx(1 / 2.80735, abs=1e-4)
    assert measure(ranked([*noise[:10], "a"]), {"a": 1}) == Measures(0, 1 / 11, 0)


def test_nothing_that_is_wanted_gives_nothing() -> None:
    assert measure([], {"a": 1}) == Measures(0, 0, 0)


def test_most_is_five_of_what_is_wanted() -> None:
    assert measure_best(dict.fromkeys("abcdefgh", 1)) == Measures(5 / 8, 1, 1)
    assert measure_best({"a": 2}) == Measures(1, 1, 1)


def test_mean_is_taken_of_each_measure() -> None:
    assert mean([Measures(0, 1, 0.5), Measures(1, 0, 0)]) == Measures(0.5, 0.5, 0.25)


def test_margin_is_certain_where_every_project_gains_and_not_where_some_lose() -> None:
    ours = [Measures(1, 0.5, 1), Measures(1, 0.5, 0), Measures(1, 0.5, 1), Measures(1, 0.5, 0)]
    theirs = [Measures(0, 0.25, 0), Measures(0, 0.25, 1), Measures(0, 0.25, 0), Measures(0, 0.25, 1)]
    # Each draw of four has a mean gain of -1, -0.5, 0, 0.5 or 1; the outermost come in one of sixteen.
    assert [*intervals(ours, theirs)] == [(1, 1), (0.25, 0.25), (-1, 1)]
    assert intervals(ours, theirs) == intervals(ours, theirs)


@given(st.lists(st.lists(st.sampled_from((0, 1, 2)), min_size=1, max_size=3), min_size=1, max_size=3))
def test_equal_things_give_the_mean_over_every_order_of_them(drawn: list[list[int]]) -> None:
    ranking = [[f"{place}-{number}" for number in range(len(grades))] for place, grades in enumerate(drawn)]
    grades = dict(zip(chain(*ranking), chain(*drawn), strict=True))
    wanted = {id_: grade for id_, grade in grades.items() if grade} or {"anden": 1}
    orders = product(*(permutations(equals) for equals in ranking))
    every = mean([measure(ranked(chain(*order)), wanted) for order in orders])
    assert measure(ranking, wanted) == pytest.approx(every)


def test_words_are_scored_by_hand() -> None:
    # Two of three texts have the word, the second twice; lengths 2, 4 and 3, so 3 on average.
    found = score_words(
        "En hund og dens hunde", {"a": "Hunden sover", "b": "Hund ser hund sove", "c": "Katten ser mus"}
    )
    rarity = log(1 + 1.5 / 2.5)
    short, long = 1.2 * (0.25 + 0.75 * 2 / 3), 1.2 * (0.25 + 0.75 * 4 / 3)
    assert found == pytest.approx({"a": rarity * 2.2 / (1 + short), "b": rarity * 2 * 2.2 / (2 + long), "c": 0})


def test_baselines_rank_as_they_say() -> None:
    cases = [
        make_case("a-lys", "z", related=["x"], area="data"),
        make_case("b-grov", "x", area="jura"),
        make_case("c-mild", "y", area="data"),
        make_case("d-ingen", "z", area="etik"),
        make_case("e-ude", "x", fits_when=[Requirement(when=chosen("a", "0"), otherwise="Nej.")]),
    ]
    areas = [make_area("jura"), make_area("data"), make_area("etik")]
    challenges = [make_challenge("x", area="jura"), make_challenge("y", area="data")]
    content = make_content(scale("a", "x"), scale("b", "y"), cases=cases, areas=areas, challenges=challenges)
    summary = assess(content, {"a": "3", "b": "1"})
    assert by_area(summary, "cases") == [["b-grov"], ["a-lys", "c-mild"], ["d-ingen"]]
    assert by_risk(summary, "cases") == [["b-grov"], ["c-mild"], ["a-lys"], ["d-ingen"]]
    assert by_chance(summary, "cases") == [["a-lys", "b-grov", "c-mild", "d-ingen"]]
    assert by_matching(summary, "cases")[:2] == [["b-grov"], ["c-mild"]]


def test_words_only_puts_first_what_is_told_in_the_words_of_the_description() -> None:
    case = CONTENT.cases["case-klargoering-suh"]
    ranking = by_words(assess_real({"beskrivelse": case.body[:400]}), "cases")
    assert ranking[0] == [case.id]
