"""Which cases, tools and advice fit a project, best first, each with its reasons in words.

A hard condition shuts a thing out and says so. Of 100 points, the risk of the challenge that the thing is about gives
up to 70, likeness to the project up to 25, and up to 5 go to a case that tells of the very question whose answer shows
the risk. So a case of an exposed challenge comes before one that only throws light on it, whatever the project is like.
A challenge that may turn out to be exposed gives a few points, fewer than any that is.
"""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from wizard.core.advice import AdviceReading, AdviceStatus
from wizard.core.conditions import holds
from wizard.core.content import Content
from wizard.core.coverage import is_open
from wizard.core.guidance import Advice, Case, Challenge, Matchable, Tool
from wizard.core.likeness import Likeness, Reason, liken, score_nearness
from wizard.core.path import Path
from wizard.core.questions import Question
from wizard.core.risk import ChallengeRisk, Risk

ItemT = TypeVar("ItemT", Case, Tool, Advice)
MatchableT = TypeVar("MatchableT", Case, Tool)

ABOUT_POINTS: Mapping[Risk, int] = {Risk.LOW: 40, Risk.MEDIUM: 50, Risk.HIGH: 60, Risk.CRITICAL: 70}
#: 35 less than for the challenge itself: more than likeness can make up for.
RELATED_POINTS: Mapping[Risk, int] = {risk: points - 35 for risk, points in ABOUT_POINTS.items()}
#: An experience is about no challenge in the report, so what it throws light on is all it has: only 25 less, which is
#: what likeness can make up for at the most. Among equals the case about the challenge still comes first.
EXPERIENCE_POINTS: Mapping[Risk, int] = {risk: points - 25 for risk, points in ABOUT_POINTS.items()}
#: For a challenge with a question answered *ved ikke*, and one with a question that is not answered yet. With all that
#: likeness can give it stays below the mildest risk.
UNKNOWN_POINTS = 8
UNANSWERED_POINTS = 2
#: For nearness of words between a case and a question whose answer shows the risk that the case is about.
ASKED_POINTS = 5
#: How many cases are seen at first, and how many of them may be of one area while there are others about a risk.
FIRST = 5
FIRST_OF_ONE_AREA = 3
_STATUS_POINTS = {
    AdviceStatus.NOT_FOLLOWED: 30,
    AdviceStatus.PARTLY: 20,
    AdviceStatus.UNKNOWN: 5,
    AdviceStatus.FOLLOWED: 0,
}


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
    because: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class _Situation:
    """What a project is compared by. `open` holds what may turn out to be exposed: points, and what is said of it."""

    content: Content
    path: Path
    exposed: Mapping[str, _Exposed]
    open: Mapping[str, tuple[int, Reason]]
    likeness: Likeness


def match(content: Content, path: Path, risks: Sequence[ChallengeRisk], readings: Iterable[AdviceReading]) -> Matches:
    """Match everything in the content to one project."""
    exposed = _exposed(content, risks)
    situation = _Situation(content, path, exposed, _open(content, path, exposed), liken(content, path))
    excluded: list[Excluded] = []
    return Matches(
        cases=_spread(_match_all(content.cases.values(), situation, excluded), situation),
        tools=_match_all(content.tools.values(), situation, excluded),
        advice=_match_advice(situation, readings),
        excluded=tuple(excluded),
    )


def _exposed(content: Content, risks: Iterable[ChallengeRisk]) -> dict[str, _Exposed]:
    def say(kind: str, challenge: Challenge, risk: Risk) -> Reason:
        said = content.phrases(f"risk.{risk.id}").lower()
        return Reason(kind, content.phrases(f"reason.{kind}", challenge=challenge.title, risk=said))

    return {
        found.challenge.id: _Exposed(
            found.risk,
            say("challenge", found.challenge, found.risk),
            say("related", found.challenge, found.risk),
            tuple(because.question for because in found.because),
        )
        for found in risks
        if found.risk
    }


def _open(content: Content, path: Path, exposed: Container[str]) -> dict[str, tuple[int, Reason]]:
    """Find the challenges that a question still to be answered may show; one answered *ved ikke* says so louder."""
    found: dict[str, tuple[int, Reason]] = {}
    for question in path.questions:
        if not is_open(path, question):
            continue
        is_answered = question.id in path.answers
        points, kind = (UNKNOWN_POINTS, "unknown") if is_answered else (UNANSWERED_POINTS, "unanswered")
        for id_ in question.challenges:
            if id_ not in exposed and points > found.get(id_, (0,))[0]:
                title = content.challenges[id_].title
                found[id_] = points, Reason(kind, content.phrases(f"reason.{kind}", challenge=title))
    return found


def _match_all(
    items: Iterable[MatchableT], situation: _Situation, excluded: list[Excluded]
) -> tuple[Match[MatchableT], ...]:
    found: list[Match[MatchableT]] = []
    for item in items:
        misfits = [need.otherwise for need in item.fits_when if not situation.path.may_hold(need.when)]
        if misfits:
            excluded.append(Excluded(item, " ".join(misfits)))
            continue
        score, reasons = _score(item, situation)
        if score:
            found.append(Match(item, score, tuple(reasons)))
    # Of equal ones the one about more of the project's risks is worth more; then only the id is left.
    return tuple(sorted(found, key=lambda match: (-match.score, -_count_about(match), match.item.id)))


def _count_about(match: Match[Case] | Match[Tool]) -> int:
    return sum(reason.kind == "challenge" for reason in match.reasons)


def _score(item: Matchable, situation: _Situation) -> tuple[float, list[Reason]]:
    points, reasons = _score_challenges(item, situation)
    likeness, like = situation.likeness.of(item)
    if not reasons:
        points, reasons = _score_open(item, situation, is_like=bool(like))
    asked, told = _score_asked(item, situation) if isinstance(item, Case) else (0.0, [])
    score = round(points + asked + likeness, 2)
    if not score:
        return 0, []
    remarks = [Reason("remark", remark.text) for remark in item.remarks if holds(remark.when, situation.path.chosen)]
    return score, [*reasons, *told, *like, *remarks]


def _score_challenges(item: Matchable, situation: _Situation) -> tuple[int, list[Reason]]:
    """Score the gravest challenge that the item is about or throws light on; every one of them is a reason."""
    exposed = situation.exposed
    found = [(ABOUT_POINTS[hit.risk], hit.about) for id_ in item.challenges if (hit := exposed.get(id_))]
    related = related_points(item)
    found += [(related[hit.risk], hit.related) for id_ in item.related if (hit := exposed.get(id_))]
    found.sort(key=lambda hit: -hit[0])
    return (found[0][0] if found else 0), [reason for _, reason in found]


def related_points(item: Matchable) -> Mapping[Risk, int]:
    """Give the points for a challenge that the item throws light on, by its risk."""
    return RELATED_POINTS if item.challenges else EXPERIENCE_POINTS


def _score_asked(case: Case, situation: _Situation) -> tuple[float, list[Reason]]:
    """Score how near the case is to a question whose answer shows a challenge that the case is about."""
    near = situation.content.asked_near
    best, asked = 0.0, None
    for id_ in case.challenges:
        for question in situation.exposed[id_].because if id_ in situation.exposed else ():
            score = near[question.id].get(case.id, 0.0)
            if score > best:
                best, asked = score, question
    points = score_nearness(best, ASKED_POINTS)
    if asked is None or not points:
        return 0.0, []
    return points, [Reason("asked", situation.content.phrases("reason.asked", question=asked.text))]


def _score_open(item: Matchable, situation: _Situation, *, is_like: bool) -> tuple[int, list[Reason]]:
    """Score the challenge of the item's own that may yet be exposed.

    What is not answered yet is no sign that anybody stood in the same place, so there a case must be like the project.
    A tool need not be, but the project must have said something: nobody is shown everything for nothing.
    """
    found = [situation.open[id_] for id_ in item.challenges if id_ in situation.open]
    points, reason = max(found, key=lambda hit: hit[0], default=(0, None))
    is_worth_it = is_like or (isinstance(item, Tool) and bool(situation.path.answers))
    if reason is None or (points == UNANSWERED_POINTS and not is_worth_it):
        return 0, []
    return points, [reason]


def _spread(found: tuple[Match[Case], ...], situation: _Situation) -> tuple[Match[Case], ...]:
    """Let the first five show more than one area, where cases about risks of others are there.

    While one area has more than three of the five, the last of them gives its place to the best further case about an
    exposed challenge of another area, and stands right after the five. Nothing else changes its place.
    """
    first = list(found[:FIRST])
    counts = Counter(match.item.area for match in first if match.item.area)
    crowded = next((area for area, count in counts.items() if count > FIRST_OF_ONE_AREA), None)
    if crowded is None:
        return found
    others = (
        (match, area)
        for match in found[FIRST:]
        if (area := match.item.area)
        and area != crowded
        and any(id_ in situation.exposed for id_ in match.item.challenges)
    )
    spare = [match for match in first if match.item.area == crowded][FIRST_OF_ONE_AREA:]
    for leaving, (coming, area) in zip(reversed(spare), others, strict=False):
        first.remove(leaving)
        text = situation.content.phrases("reason.spread", area=situation.content.areas[area].title)
        first.append(replace(coming, reasons=(*coming.reasons, Reason("spread", text))))
    kept = {match.item.id for match in first}
    return (*first, *(match for match in found if match.item.id not in kept))


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
