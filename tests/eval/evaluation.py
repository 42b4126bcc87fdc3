"""Every method measured on every scenario, and what the matching did not put among the first five."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from tests.content.real import CONTENT, assess
from tests.content.wanted import MUST, Scenario, read_scenarios
from tests.eval.methods import Method, Things, by_area, by_chance, by_matching, by_risk, by_words, things_of
from tests.eval.metrics import RECALL_AT, Grades, Measures, intervals, mean, measure, measure_best
from wizard.core.guidance import Matchable
from wizard.core.likeness import traits_of
from wizard.core.summary import Summary

OURS, AREA, WORDS, CHANCE = "matching", "same area", "words only", "random"
RISK, BEST = "risk only", "best possible"
METHODS: Mapping[str, Method] = {
    OURS: by_matching,
    AREA: by_area,
    WORDS: by_words,
    CHANCE: by_chance,
    # No baseline: what the matching is without the rest of it.
    RISK: by_risk,
}
THINGS: tuple[Things, ...] = ("cases", "tools")


class Group(StrEnum):
    """Scenarios that are looked at together.

    The rules and their points were chosen by the report's projects, as they are and with the profile alone. The new
    ones were only looked at, which is less than blind: what they showed led to looking again at the others.
    """

    ALL = "all"
    REPORT = "of the report"
    EARLY = "the same, profile only"
    NEW = "new, looked at"


@dataclass(frozen=True)
class Evaluated:
    """A scenario with the measures of each method, by things and method."""

    scenario: Scenario
    summary: Summary
    measures: Mapping[tuple[Things, str], Measures]


@dataclass(frozen=True)
class Miss:
    """A thing that must be found and does not stand among the first five; `place` is None where it is not listed."""

    scenario: str
    id: str
    place: int | None
    cause: str
    detail: str


@cache
def evaluate() -> Mapping[Group, Sequence[Evaluated]]:
    """Measure every method on every scenario, by group."""
    scenarios = read_scenarios()
    report = [_evaluate(scenario) for scenario in scenarios if not scenario.is_new]
    new = [_evaluate(scenario) for scenario in scenarios if scenario.is_new]
    early = [_evaluate(_shorten(scenario)) for scenario in scenarios if not scenario.is_new]
    return {Group.ALL: [*report, *new], Group.REPORT: report, Group.EARLY: early, Group.NEW: new}


def _shorten(scenario: Scenario) -> Scenario:
    profile = {question.id for question in CONTENT.questionnaire.sections[0].questions}
    return replace(scenario, answers={id_: value for id_, value in scenario.answers.items() if id_ in profile})


def intervals_of(found: Sequence[Evaluated], things: Things, baseline: str) -> tuple[tuple[float, float], ...]:
    """Give by how much each measure of the matching is more than a baseline's: see `metrics.intervals`."""
    ours, theirs = (
        [item.measures[things, method] for item in found if (things, method) in item.measures]
        for method in (OURS, baseline)
    )
    return intervals(ours, theirs)


def mean_of(found: Iterable[Evaluated], things: Things, method: str) -> Measures:
    """Give the mean of a method over those scenarios that want any of these things."""
    return mean([item.measures[things, method] for item in found if (things, method) in item.measures])


def misses(found: Iterable[Evaluated]) -> Iterator[Miss]:
    """Yield what must be found and does not stand among the first five, with what the match says about it."""
    for item in found:
        for things in THINGS:
            listed = [id_ for equals in by_matching(item.summary, things) for id_ in equals]
            for id_, grade in _wanted(item.scenario, things).items():
                if grade == MUST and id_ not in listed[:RECALL_AT]:
                    place = listed.index(id_) + 1 if id_ in listed else None
                    thing = things_of(item.summary.content, things)[id_]
                    yield Miss(item.scenario.name, id_, place, *_explain(item.summary, thing))


def _evaluate(scenario: Scenario) -> Evaluated:
    summary = assess(scenario.answers)
    measures: dict[tuple[Things, str], Measures] = {}
    for things in THINGS:
        wanted = _wanted(scenario, things)
        if wanted:
            for name, method in METHODS.items():
                measures[things, name] = measure(method(summary, things), wanted)
            measures[things, BEST] = measure_best(wanted)
    return Evaluated(scenario, summary, measures)


def _wanted(scenario: Scenario, things: Things) -> Grades:
    return scenario.cases if things == "cases" else scenario.tools


def _explain(summary: Summary, thing: Matchable) -> tuple[str, str]:
    """Say by what a thing is matched or why it is not, in a few words that are the same for many, and in full."""
    for excluded in summary.matches.excluded:
        if excluded.item.id == thing.id:
            return "shut out", excluded.reason
    risks = {found.challenge.id: found.risk.id for found in summary.exposed if found.risk}
    own = [f"{id_} ({risks[id_]} risk)" for id_ in thing.challenges if id_ in risks]
    light = [f"{id_} ({risks[id_]} risk)" for id_ in thing.related if id_ in risks]
    unknown = {id_ for question in summary.coverage.unknown for id_ in question.challenges}.intersection(
        thing.challenges
    )
    if own:
        cause, said = "about a risk, behind others", own
    elif light:
        cause, said = "only throws light on a risk", light
    elif unknown:
        cause, said = "its challenge is answered with ved ikke", sorted(unknown)
    else:
        cause, said = "its challenge is not shown by the answers", list(thing.challenges or thing.related)
    traits = traits_of(summary.content, thing)
    kin = [
        q.id for q, _ in summary.path.questionnaire.kinship if traits.get(q.id, frozenset()) & _chosen(summary, q.id)
    ]
    return cause, f"{', '.join(said)}; shares {', '.join(kin) or 'nothing of the profile'}"


def _chosen(summary: Summary, question: str) -> frozenset[str]:
    return summary.path.chosen.get(question, frozenset())
