"""Three measures of a list, best first, against the grades of what is wanted in it (2 must be found, 1 is worth it).

recall@5   the share of everything wanted, of either grade, that stands among the first five
MRR        one over the place of the first thing that is wanted, of either grade; 0 where none is listed
nDCG@10    the sum of (2^grade - 1) / log2(place + 1) over the first ten, divided by the most that it could be

Where a method holds things equal, what it gives is the mean over every order of them, worked out, not drawn. So chance
holds all equal.
"""

from collections.abc import Mapping, Sequence
from math import log2
from typing import NamedTuple

#: How far down a list each measure looks.
RECALL_AT = 5
GAIN_AT = 10

#: The grade of each wanted thing, by id; none is empty.
Grades = Mapping[str, int]

#: A list, best first, of ids that are held equal.
Ranking = Sequence[Sequence[str]]


class Measures(NamedTuple):
    """The three measures of one list, each from 0 to 1."""

    recall: float
    reciprocal: float
    gain: float


def measure(ranking: Ranking, wanted: Grades) -> Measures:
    """Measure a ranking; of each measure the mean over every order of what it holds equal."""
    found = reciprocal = gain = 0.0
    before = 0
    for equals in ranking:
        places = range(before + 1, before + len(equals) + 1)
        grades = [wanted[id_] for id_ in equals if id_ in wanted]
        if grades:
            found += len(grades) * sum(place <= RECALL_AT for place in places) / len(equals)
            gain += sum(map(_gain, grades)) * sum(map(_discount, places)) / len(equals)
            reciprocal = reciprocal or _mean_reciprocal(places, len(grades))
        before += len(equals)
    return Measures(found / len(wanted), reciprocal, gain / _most_gain(wanted))


def measure_best(wanted: Grades) -> Measures:
    """Give the most that a list can have: five places do not hold six things."""
    return Measures(min(1.0, RECALL_AT / len(wanted)), 1.0, 1.0)


def mean(found: Sequence[Measures]) -> Measures:
    """Give the mean of each measure."""
    return Measures(*(sum(column) / len(found) for column in zip(*found, strict=True)))


def _mean_reciprocal(places: Sequence[int], wanted: int) -> float:
    """Give the mean of one over the first place that one of the wanted has, where each order is as likely."""
    total, none_before = 0.0, 1.0
    for left, place in zip(range(len(places), wanted - 1, -1), places, strict=False):
        total += none_before * wanted / left / place
        none_before *= (left - wanted) / left
    return total


def _gain(grade: int) -> int:
    return int(2**grade - 1)


def _discount(place: int) -> float:
    return 1 / log2(place + 1) if place <= GAIN_AT else 0.0


def _most_gain(wanted: Grades) -> float:
    best = sorted(wanted.values(), reverse=True)
    return sum(_gain(grade) * _discount(place) for place, grade in enumerate(best, start=1))
