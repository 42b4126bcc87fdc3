"""Measuring sides in turn, so that whatever slows the machine down for a while slows all of them down."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import process_time

ROUNDS = 5

#: Does a thing some times and gives how often, and the CPU seconds that count.
Side = Callable[[], tuple[int, float]]


@dataclass(frozen=True, slots=True)
class Measured:
    """CPU seconds of each side for one time, and of the first beside the second: medians of all rounds."""

    seconds: tuple[float, ...]
    ratio: float


def measure(*sides: Side, least: float = 0.25) -> Measured:
    """Measure the sides in turn, each until it has used `least` CPU seconds in a round."""
    for side in sides:
        side()
    rounds = [[_measure_once(side, least) for side in sides] for _ in range(ROUNDS)]
    ratios = [seconds[0] / seconds[-1] for seconds in rounds]
    return Measured(tuple(median(column) for column in zip(*rounds, strict=True)), median(ratios))


def timed(things: Sequence[Callable[[], object]]) -> tuple[int, float]:
    """Do each of some things once, and give how many and their CPU seconds."""
    begin = process_time()
    for thing in things:
        thing()
    return len(things), process_time() - begin


def _measure_once(side: Side, least: float) -> float:
    gc.collect()
    times, used = 0, 0.0
    while used < least:
        count, seconds = side()
        times += count
        used += seconds
    return used / times
