"""The measures of `make eval`, against values worked out by hand."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.eval.metrics import Measures, mean, measure, measure_best, measure_chance

# 1 / log2(place + 1) for the first four places.
FIRST, SECOND, THIRD, FOURTH = 1.0, 0.63093, 0.5, 0.43068


def close(found: Measures, recall: float, reciprocal: float, gain: float) -> bool:
    return found == pytest.approx((recall, reciprocal, gain), abs=1e-4)


def test_list_that_begins_with_everything_wanted_by_grade_is_perfect() -> None:
    assert measure(["a", "b", "c"], {"a": 2, "b": 1}) == Measures(1, 1, 1)


def test_measures_of_a_list_are_those_worked_out_by_hand() -> None:
    # Wanted at places 2 (grade 1) and 4 (grade 2); the third is not listed. The best would be 3, 1, 1.
    found = measure(["x", "b", "y", "a"], {"a": 2, "b": 1, "c": 1})
    best = 3 * FIRST + SECOND + THIRD
    assert close(found, 2 / 3, 1 / 2, (1 * SECOND + 3 * FOURTH) / best)


def test_order_of_grades_counts_in_the_gain_alone() -> None:
    found = measure(["b", "a"], {"a": 2, "b": 1})
    assert close(found, 1, 1, (1 * FIRST + 3 * SECOND) / (3 * FIRST + 1 * SECOND))


def test_recall_looks_at_five_and_gain_at_ten() -> None:
    noise = [str(number) for number in range(20)]
    assert measure([*noise[:5], "a"], {"a": 1}).recall == 0
    assert measure([*noise[:5], "a"], {"a": 1}).gain == pytest.approx(1 / 2.80735, abs=1e-4)
    assert measure([*noise[:10], "a"], {"a": 1}) == Measures(0, 1 / 11, 0)


def test_nothing_that_is_wanted_gives_nothing() -> None:
    assert measure([], {"a": 1}) == Measures(0, 0, 0)


def test_most_is_five_of_what_is_wanted() -> None:
    assert measure_best(dict.fromkeys("abcdefgh", 1)) == Measures(5 / 8, 1, 1)
    assert measure_best({"a": 2}) == Measures(1, 1, 1)


def test_mean_is_taken_of_each_measure() -> None:
    assert mean([Measures(0, 1, 0.5), Measures(1, 0, 0)]) == Measures(0.5, 0.5, 0.25)


@given(st.lists(st.sampled_from((0, 1, 2)), min_size=1, max_size=7).filter(any))
def test_chance_is_the_mean_over_every_order(grades: list[int]) -> None:
    things = [str(place) for place in range(len(grades))]
    wanted = {id_: grade for id_, grade in zip(things, grades, strict=True) if grade}
    every = mean([measure(order, wanted) for order in permutations(things)])
    assert measure_chance(things, wanted) == pytest.approx(every)
