"""Which cases, tools and advice fit a project, best first, each with its reasons in words.

A hard condition shuts a thing out and says so. Of 100 points, the risk of the challenge that the thing is about gives
up to 70, kinship with the profile up to 20, and nearness of words up to 10. So the exposed challenges come first, and
a case of the challenge itself stands before one that only throws light on it, whatever the project is like.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from wizard.core.advice import AdviceReading, AdviceStatus
from wizard.core.conditions import holds
from wizard.core.content import Content
from wizard.core.guidance import Advice, Case, Challenge, Matchable, Tool, Traits
from wizard.core.path import Path
from wizard.core.questions import Kind, Kinship, Question
from wizard.core.risk import ChallengeRisk, Risk
from wizard.core.words import Nearness

ItemT = TypeVar("ItemT", Case, Tool, Advice)
MatchableT = TypeVar("MatchableT", Case, Tool)

ABOUT_POINTS: Mapping[Risk, int] = {Risk.LOW: 40, Risk.MEDIUM: 50, Risk.HIGH: 60, Risk.CRITICAL: 70}
#: 35 less than for the challenge itself: more than kinship and words can make up for.
RELATED_POINTS: Mapping[Risk, int] = {risk: points - 35 for risk, points in ABOUT_POINTS.items()}
KINSHIP_POINTS = 20
WORDS_POINTS = 10
#: The word score at which half of the points for words are given; below the least one, shared words say nothing.
_HALFWAY = 8.0
_LEAST = 4.0
_SHOWN_WORDS = 3
_STATUS_POINTS = {
    AdviceStatus.NOT_FOLLOWED: 30,
    AdviceStatus.PARTLY: 20,
    AdviceStatus.UNKNOWN: 5,
    AdviceStatus.FOLLOWED: 0,
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something matches. `kind` is challenge, related, kinship, words, status or remark."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Match(Generic[ItemT]):
    """A thing that fits, its score 0-100, and why."""

    item: ItemT
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Excluded:
    """A thing that a hard condition shuts out, and why."""

    item: Case | Tool
    reason: str


@dataclass(frozen=True, slots=True)
class Matches:
    """All matches, best first, and what was shut out."""

    cases: tuple[Match[Case], ...]
    tools: tuple[Match[Tool], ...]
    advice: tuple[Match[Advice], ...]
    excluded: tuple[Excluded, ...]


@dataclass(frozen=True, slots=True)
class _Exposed:
    """A challenge that the answers show: its risk, and what is said of a thing that it is about or throws light on."""

    risk: Risk
    about: Reason
    related: Reason


@dataclass(frozen=True, slots=True)
class _Situation:
    """What a project is compared by."""

    content: Content
    path: Path
    exposed: Mapping[str, _Exposed]
    nearness: Mapping[str, Nearness]
    # Many things share the same traits, so what is said of each set of them is made once.
    said: dict[tuple[str, frozenset[str]], Reason] = field(default_factory=dict)

    def say_kinship(self, question: Question, kinship: Kinship, common: frozenset[str]) -> Reason:
        """Say what the project and a thing have in common in one question."""
        reason = self.said.get((question.id, common))
        if reason is None:
            labels = ", ".join(option.label for option in question.options if option.id in common)
            reason = Reason("kinship", self.content.phrases("reason.kinship", label=kinship.label, labels=labels))
            self.said[question.id, common] = reason
        return reason


def match(content: Content, path: Path, risks: Sequence[ChallengeRisk], readings: Iterable[AdviceReading]) -> Matches:
    """Match everything in the content to one project."""
    situation = _Situation(content, path, _exposed(content, risks), content.words.nearest(_text_of(path)))
    excluded: list[Excluded] = []
    return Matches(
        cases=_match_all(content.cases.values(), situation, excluded),
        tools=_match_all(content.tools.values(), situation, excluded),
        advice=_match_advice(situation, readings),
        excluded=tuple(excluded),
    )


def traits_of(content: Content, item: Matchable) -> Traits:
    """Give the item's own traits, or those of the project that it comes from."""
    project = content.projects.get(item.project or "")
    return item.traits or (project.traits if project else {})


def _exposed(content: Content, risks: Iterable[ChallengeRisk]) -> dict[str, _Exposed]:
    def say(kind: str, challenge: Challenge, risk: Risk) -> Reason:
        said = content.phrases(f"risk.{risk.id}").lower()
        return Reason(kind, content.phrases(f"reason.{kind}", challenge=challenge.title, risk=said))

    return {
        found.challenge.id: _Exposed(
            found.risk, say("challenge", found.challenge, found.risk), say("related", found.challenge, found.risk)
        )
        for found in risks
        if found.risk
    }


def _text_of(path: Path) -> str:
    texts = (path.answers[q.id].text for q in path.questions if q.kind is Kind.TEXT and q.id in path.answers)
    return "\n".join(texts)


def _match_all(
    items: Iterable[MatchableT], situation: _Situation, excluded: list[Excluded]
) -> tuple[Match[MatchableT], ...]:
    found: list[Match[MatchableT]] = []
    for item in items:
        misfit = next((need for need in item.fits_when if not situation.path.may_hold(need.when)), None)
        if misfit:
            excluded.append(Excluded(item, misfit.otherwise))
            continue
        score, reasons = _score(item, situation)
        if score:
            found.append(Match(item, score, tuple(reasons)))
    return tuple(sorted(found, key=lambda match: (-match.score, match.item.id)))


def _score(item: Matchable, situation: _Situation) -> tuple[float, list[Reason]]:
    points, reasons = _score_challenges(item, situation)
    kinship, kin = _score_kinship(traits_of(situation.content, item), situation)
    words, near = _score_words(item.id, situation)
    score = round(points + kinship + words, 2)
    if not score:
        return 0, []
    remarks = [Reason("remark", remark.text) for remark in item.remarks if holds(remark.when, situation.path.chosen)]
    return score, [*reasons, *kin, *near, *remarks]


def _score_challenges(item: Matchable, situation: _Situation) -> tuple[int, list[Reason]]:
    """Score the gravest challenge that the item is about or throws light on; every one of them is a reason."""
    exposed = situation.exposed
    found = [(ABOUT_POINTS[hit.risk], hit.about) for id_ in item.challenges if (hit := exposed.get(id_))]
    found += [(RELATED_POINTS[hit.risk], hit.related) for id_ in item.related if (hit := exposed.get(id_))]
    found.sort(key=lambda hit: -hit[0])
    return (found[0][0] if found else 0), [reason for _, reason in found]


def _score_kinship(traits: Traits, situation: _Situation) -> tuple[float, list[Reason]]:
    reasons: list[Reason] = []
    shared = 0
    for question, kinship in situation.path.questionnaire.kinship:
        fitting, chosen = traits.get(question.id), situation.path.chosen.get(question.id)
        if fitting and chosen and (common := fitting & chosen):
            shared += kinship.weight
            reasons.append(situation.say_kinship(question, kinship, common))
    if not reasons:
        return 0.0, reasons
    total = sum(kinship.weight for _, kinship in situation.path.questionnaire.kinship)
    return KINSHIP_POINTS * shared / total, reasons


def _score_words(id_: str, situation: _Situation) -> tuple[float, list[Reason]]:
    near = situation.nearness.get(id_)
    if near is None or near.score < _LEAST:
        return 0.0, []
    words = ", ".join(near.words[:_SHOWN_WORDS])
    points = WORDS_POINTS * near.score / (near.score + _HALFWAY)
    return points, [Reason("words", situation.content.phrases("reason.words", words=words))]


def _match_advice(situation: _Situation, readings: Iterable[AdviceReading]) -> tuple[Match[Advice], ...]:
    found: list[Match[Advice]] = []
    for reading in readings:
        exposed = [situation.exposed[id_] for id_ in reading.advice.challenges if id_ in situation.exposed]
        exposed.sort(key=lambda hit: -hit.risk)
        if not exposed and not reading.because:
            continue
        phrases = situation.content.phrases
        score = (ABOUT_POINTS[exposed[0].risk] if exposed else 0) + _STATUS_POINTS[reading.status]
        reasons = [Reason("status", phrases(f"reason.advice.{reading.status.value}"))]
        reasons += [hit.about for hit in exposed]
        found.append(Match(reading.advice, score, tuple(reasons)))
    return tuple(sorted(found, key=lambda match: (-match.score, match.item.number)))


def nearest_case(content: Content, path: Path, question: Question) -> Case | None:
    """Find the case to tell beside a question: about one of its challenges, and most akin to the profile so far."""
    about = [
        case
        for id_ in question.challenges
        for case in content.cases_by_challenge[id_]
        if all(path.may_hold(need.when) for need in case.fits_when)
    ]
    return max(about, key=lambda case: _kinship(content, path, case), default=None)


def _kinship(content: Content, path: Path, case: Case) -> int:
    traits = traits_of(content, case)
    return sum(
        kinship.weight
        for question, kinship in path.questionnaire.kinship
        if not traits.get(question.id, frozenset()).isdisjoint(path.chosen.get(question.id, frozenset()))
    )
