from itertools import product

import pytest

from tests.builders import chosen
from wizard.core.conditions import AllOf, AnyOf, Condition, Is, Not, certainty, holds, leaves

A, B = chosen("a", "ja"), chosen("b", "ja", "delvist")


@pytest.mark.parametrize(
    ("condition", "given", "expected"),
    [
        (A, {"a": {"ja"}}, True),
        (A, {"a": {"nej"}}, False),
        (A, {"a": {"nej", "ja"}}, True),
        (A, {}, False),
        (B, {"b": {"delvist"}}, True),
        (AllOf((A, B)), {"a": {"ja"}, "b": {"ja"}}, True),
        (AllOf((A, B)), {"a": {"ja"}}, False),
        (AllOf(()), {}, True),
        (AnyOf((A, B)), {"b": {"ja"}}, True),
        (AnyOf((A, B)), {"a": {"nej"}}, False),
        (AnyOf(()), {}, False),
        (Not(A), {}, True),
        (Not(A), {"a": {"ja"}}, False),
        (AllOf((A, Not(AnyOf((B,))))), {"a": {"ja"}, "b": {"nej"}}, True),
    ],
)
def test_condition_holds_by_what_is_chosen(condition: Condition, given: dict[str, set[str]], *, expected: bool) -> None:
    assert holds(condition, {question: frozenset(options) for question, options in given.items()}) is expected


# Kleene's strong tables: false wins in all, true in any, and what is unknown stays unknown under not.
ALL = {(True, True): True, (True, None): None, (None, None): None}
ANY = {(False, False): False, (False, None): None, (None, None): None}


@pytest.mark.parametrize(("left", "right"), list(product((True, None, False), repeat=2)))
def test_certainty_has_three_values(*, left: bool | None, right: bool | None) -> None:
    def leaf(condition: Is) -> bool | None:
        return left if condition == A else right

    ordered = (left, right) if (left, right) in ALL or (left, right) in ANY else (right, left)
    assert certainty(AllOf((A, B)), leaf) is ALL.get(ordered, False)
    assert certainty(AnyOf((A, B)), leaf) is ANY.get(ordered, True)
    assert certainty(Not(A), leaf) is (None if left is None else not left)


def test_leaves_are_found_at_every_depth_from_left_to_right() -> None:
    deep = AllOf((A, AnyOf((Not(B), AllOf((A,))))))
    assert list(leaves(deep)) == [A, B, A]
