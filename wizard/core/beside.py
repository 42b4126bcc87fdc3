"""The case to tell beside each question: the one that tells most of what is asked, and the nearest of those."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wizard.core.content import Content
from wizard.core.guidance import Case
from wizard.core.likeness import Likeness, Reason, liken, score_nearness
from wizard.core.matching import ABOUT_POINTS, RELATED_POINTS
from wizard.core.path import Path
from wizard.core.questions import Question
from wizard.core.risk import ChallengeRisk, Risk

#: For nearness of words between the case and what the question asks: much, as here a question stands alone. All of them
#: for a case that the question names itself.
ASKED_POINTS = 60
#: What a case that only throws light on the challenge must have of them.
TOLD_POINTS = 36


@dataclass(frozen=True, slots=True)
class Beside:
    """A case beside a question. `brief` is the shortest reason, or nothing; `reasons` are all of them, in words."""

    case: Case
    brief: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    question: Question
    case: Case
    challenge: str | None
    is_about: bool
    score: float
    like: Sequence[Reason]


def find_beside(
    content: Content, path: Path, risks: Iterable[ChallengeRisk], questions: Sequence[Question]
) -> dict[str, Beside]:
    """Find the case beside each question of a page, by question id; a question that none is left for is absent.

    A case scores as it does in the matching, with what is known so far: a challenge of the question that is not exposed
    counts as the mildest risk. But what the question itself asks counts far more: a case must tell something of it, and
    much where it only throws light on the challenge. No case stands beside two questions: the best pair of the page is
    given out first, then the best of those that are left. `risks` may leave out the challenges that no question has
    beside others.
    """
    asking = [question for question in questions if question.challenges]
    if not asking:
        return {}
    likeness = liken(content, path)
    known = {found.challenge.id: found.risk for found in risks if found.risk}
    pairs = [pair for question in asking for pair in _pair(content, likeness, known, question)]
    given: dict[str, Beside] = {}
    taken: set[str] = set()
    # The sort is stable: of equal pairs the one of the earlier question comes first.
    for pair in sorted(pairs, key=lambda pair: -pair.score):
        if pair.question.id not in given and pair.case.id not in taken:
            given[pair.question.id] = _say(content, pair)
            taken.add(pair.case.id)
    return given


def _pair(content: Content, likeness: Likeness, known: Mapping[str, Risk], question: Question) -> Iterator[_Candidate]:
    """Pair a question with the cases about its challenges or throwing light on them, by id."""
    near = content.asked_near[question.id]
    for id_ in sorted({*question.cases, *(it.id for about in question.challenges for it in content.cases_near[about])}):
        case = content.cases[id_]
        is_named = id_ in question.cases
        about = [challenge for challenge in question.challenges if challenge in case.challenges]
        asked = ASKED_POINTS if is_named else score_nearness(near.get(id_, 0.0), ASKED_POINTS)
        is_told = asked > 0 if about else asked >= TOLD_POINTS
        if not is_told or not all(likeness.path.may_hold(it.when) for it in case.fits_when):
            continue
        points = ABOUT_POINTS if about or is_named else RELATED_POINTS
        tied = about or [challenge for challenge in question.challenges if challenge in case.related]
        challenge = max(tied, key=lambda it: known.get(it, Risk.LOW), default=None)
        alike, like = likeness.of(case)
        score = points[known.get(challenge or "", Risk.LOW)] + asked + alike
        yield _Candidate(question, case, challenge, bool(about), score, like)


def _say(content: Content, found: _Candidate) -> Beside:
    """Say why, but not what somebody wrote: it stands on the same pages, and what is drawn here is kept."""
    phrases = content.phrases
    reasons = [phrases("reason.beside-asked")]
    if found.challenge:
        key = "reason.beside" if found.is_about else "reason.beside-related"
        reasons.append(phrases(key, challenge=content.challenges[found.challenge].title))
    reasons += [reason.brief if reason.kind == "words" else reason.text for reason in found.like]
    return Beside(found.case, next((reason.brief for reason in found.like if reason.brief), ""), tuple(reasons))
