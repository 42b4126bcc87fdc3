"""The case to tell beside each question: the nearest that is about what the question asks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wizard.core.content import Content
from wizard.core.guidance import Case
from wizard.core.likeness import Likeness, Reason, liken
from wizard.core.matching import ABOUT_POINTS, RELATED_POINTS
from wizard.core.path import Path
from wizard.core.questions import Question
from wizard.core.risk import ChallengeRisk, Risk


@dataclass(frozen=True, slots=True)
class Beside:
    """A case beside a question. `brief` is the shortest reason, or nothing; `reasons` are all of them, in words."""

    case: Case
    brief: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    case: Case
    challenge: str
    is_about: bool
    score: float
    like: Sequence[Reason]


def find_beside(
    content: Content, path: Path, risks: Iterable[ChallengeRisk], questions: Sequence[Question]
) -> dict[str, Beside]:
    """Find the case beside each question of a page, by question id; a question that none is left for is absent.

    A case scores as it does in the matching, with what is known so far, and a challenge of the question that is not
    exposed counts as the mildest risk. No case stands beside two questions: first those about a challenge of a
    question are given out, from the first question on, and then those that only throw light on one, and are like the
    project. `risks` may leave out the challenges that no question has beside others.
    """
    asking = [question for question in questions if question.challenges]
    if not asking:
        return {}
    likeness = liken(content, path)
    known = {found.challenge.id: found.risk for found in risks if found.risk}
    ranked = {question.id: _rank(content, likeness, known, question) for question in asking}
    given: dict[str, Beside] = {}
    taken: set[str] = set()
    for is_about in (True, False):
        for id_, candidates in ranked.items():
            if id_ in given:
                continue
            best = next((it for it in candidates if it.is_about is is_about and it.case.id not in taken), None)
            if best:
                given[id_] = _say(content, best)
                taken.add(best.case.id)
    return given


def _rank(content: Content, likeness: Likeness, known: Mapping[str, Risk], question: Question) -> list[_Candidate]:
    found = dict.fromkeys(case.id for id_ in question.challenges for case in content.cases_near[id_])
    candidates = (_score(likeness, known, question, content.cases[id_]) for id_ in found)
    fitting = (it for it in candidates if it and (it.is_about or it.like))
    return sorted(fitting, key=lambda it: (-it.score, it.case.id))


def _score(likeness: Likeness, known: Mapping[str, Risk], question: Question, case: Case) -> _Candidate | None:
    if not all(likeness.path.may_hold(need.when) for need in case.fits_when):
        return None
    about = [id_ for id_ in question.challenges if id_ in case.challenges]
    points = ABOUT_POINTS if about else RELATED_POINTS
    challenge = max(
        about or [id_ for id_ in question.challenges if id_ in case.related], key=lambda id_: known.get(id_, Risk.LOW)
    )
    alike, like = likeness.of(case)
    return _Candidate(case, challenge, bool(about), points[known.get(challenge, Risk.LOW)] + alike, like)


def _say(content: Content, found: _Candidate) -> Beside:
    """Say why, but not what somebody wrote: it stands on the same pages, and what is drawn here is kept."""
    key = "reason.asked" if found.is_about else "reason.asked-related"
    asked = content.phrases(key, challenge=content.challenges[found.challenge].title)
    like = (reason.brief if reason.kind == "words" else reason.text for reason in found.like)
    return Beside(found.case, next((reason.brief for reason in found.like if reason.brief), ""), (asked, *like))
