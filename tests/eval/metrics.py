"""Three measures of a list, best first, against the grades of what is wanted in it (2 must be found, 1 is worth it).

recall@5   the share of everything wanted, of either grade, that stands among the first five
MRR        one over the place of the first thing that is wanted, of either grade; 0 where none is listed
nDCG@10    the sum of (2^grade - 1) / log2(place + 1) over the first ten, divided by the most that it could be

Chance is no list: what it gives is the mean of a measure over every order of the same things, worked out, not drawn.
"""

from collections.abc import Mapping, Sequence
from math import log2
from typing import NamedTuple

#: How far down a list each measure looks.
RECALL_AT = 5
GAIN_AT = 10

#: The grade of each wanted thing, by id; none is empty.
Grades = Mapping[str, int]


class Measures(NamedTuple):
    """The three measures of one list, each from 0 to 1."""

    recall: float
    reciprocal: float
    gain: float


def measure(listed: Sequence[str], wanted: Grades) -> Measures:
    """Measure a list of ids, best first."""
    found = sum(id_ in wanted for id_ in listed[:RECALL_AT])
    first = next((1 / place for place, id_ in enumerate(listed, start=1) if id_ in wanted), 0.0)
    gain = sum(_gain(wanted.get(id_, 0)) * _discount(place) for place, id_ in enumerate(listed[:GAIN_AT], start=1))
    return Measures(found / len(wanted), first, gain / _most_gain(wanted))


def measure_chance(things: Sequence[str], wanted: Grades) -> Measures:
    """Give the mean of each measure over all orders of these things, which hold everything wanted."""
    count = len(things)
    drawn = sum(map(_gain, wanted.values())) / count * sum(map(_discount, range(1, min(GAIN_AT, count) + 1)))
    return Measures(min(RECALL_AT, count) / count, _chance_reciprocal(count, len(wanted)), drawn / _most_gain(wanted))


def measure_best(wanted: Grades) -> Measures:
    """Give the most that a list can have: five places do not hold six things."""
    return Measures(min(1.0, RECALL_AT / len(wanted)), 1.0, 1.0)


def mean(found: Sequence[Measures]) -> Measures:
    """Give the mean of each measure."""
    return Measures(*(sum(column) / len(found) for column in zip(*found, strict=True)))


def _chance_reciprocal(count: int, wanted: int) -> float:
    total, none_before = 0.0, 1.0
    for place in range(1, count - wanted + 2):
        left = count - place + 1
        total += none_before * wanted / left / place
        none_before *= (left - wanted) / left
    return total


def _gain(grade: int) -> int:
    return int(2**grade - 1)


def _discount(place: int) -> float:
    return 1 / log2(place + 1)


def _most_gain(wanted: Grades) -> float:
    best = sorted(wanted.values(), reverse=True)[:GAIN_AT]
    return sum(_gain(grade) * _discount(place) for place, grade in enumerate(best, start=1))
