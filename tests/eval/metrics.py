"""Three measures of a list, best first, against the grades of what is wanted in it (2 must be found, 1 is worth it).

recall@5   the share of everything wanted, of either grade, that stands among the first five
MRR        one over the place of the first thing that is wanted, of either grade; 0 where none is listed
nDCG@10    the sum of (2^grade - 1) / log2(place + 1) over the first ten, divided by the most that it could be

Where a method holds things equal, what it gives is the mean over every order of them, worked out, not drawn. So chance
holds all equal.
"""

from collections.abc import Mapping, Sequence
from math import log2
from random import Random
from typing import NamedTuple

#: How far down a list each measure looks.
RECALL_AT = 5
GAIN_AT = 10

#: How often projects are drawn anew to see how far a mean depends on which they happen to be.
DRAWS = 1000

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


def intervals(ours: Sequence[Measures], theirs: Sequence[Measures]) -> tuple[tuple[float, float], ...]:
    """Give by how much the mean of each measure is more than theirs: least and most, with 95 % certainty.

    It is the paired bootstrap: as many projects as there are, drawn with repetition, `DRAWS` times, always the same.
    """
    gained = [[one - other for one, other in zip(*pair, strict=True)] for pair in zip(ours, theirs, strict=True)]
    random = Random(0)  # noqa: S311 - it keeps no secret
    drawn = [random.choices(gained, k=len(gained)) for _ in range(DRAWS)]
    found = []
    for place in range(len(Measures._fields)):
        means = sorted(sum(gain[place] for gain in draw) / len(draw) for draw in drawn)
        found.append((means[DRAWS * 25 // 1000], means[DRAWS * 975 // 1000 - 1]))
    return tuple(found)


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
