"""Conditions over answers, as data: `all`, `any` and `not` over `question: [options]`."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never


@dataclass(frozen=True, slots=True)
class Is:
    """One of `options` is chosen in `question`."""

    question: str
    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds; no parts hold too."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Condition"


Condition = Is | AllOf | AnyOf | Not

#: What is chosen in each question that counts: question id -> option ids.
Chosen = Mapping[str, frozenset[str]]


def holds(condition: Condition, chosen: Chosen) -> bool:
    """Tell whether the condition holds. A question without an answer has nothing chosen in it."""
    match condition:
        case Is(question, options):
            return not options.isdisjoint(chosen.get(question, frozenset()))
        case AllOf(parts):
            return all(holds(part, chosen) for part in parts)
        case AnyOf(parts):
            return any(holds(part, chosen) for part in parts)
        case Not(part):
            return not holds(part, chosen)
        case _:
            assert_never(condition)


def certainty(condition: Condition, leaf: Callable[[Is], bool | None]) -> bool | None:
    """Evaluate in Kleene's three values: true, false, or None where an answer is not known yet.

    `leaf` gives the value of one `Is`. What is None must shut nothing out: the project may still turn out to fit.
    """
    match condition:
        case Is():
            return leaf(condition)
        case AllOf(parts):
            values = [certainty(part, leaf) for part in parts]
            return False if False in values else None if None in values else True
        case AnyOf(parts):
            values = [certainty(part, leaf) for part in parts]
            return True if True in values else None if None in values else False
        case Not(part):
            value = certainty(part, leaf)
            return None if value is None else not value
        case _:
            assert_never(condition)


def leaves(condition: Condition, *, is_denied_too: bool = True) -> Iterator[Is]:
    """Yield every `Is` in the condition, left to right; where not `is_denied_too`, only those outside any `Not`."""
    match condition:
        case Is():
            yield condition
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from leaves(part, is_denied_too=is_denied_too)
        case Not(part):
            if is_denied_too:
                yield from leaves(part)
        case _:
            assert_never(condition)
