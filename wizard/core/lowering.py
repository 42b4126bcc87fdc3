"""What would lower a risk: the answers that hold it up, the better one for each, and the changes that lower most."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wizard.core.answers import Answer
from wizard.core.questions import Kind, Option, Question
from wizard.core.risk import ChallengeRisk, Exposure
from wizard.core.whatif import Comparison, Rank, WhatIf, exposed_by, given_to

#: How many changes are shown for the whole project.
STEPS = 3
#: The answers that make something better, the best first; see `find_better`.
_Betters = tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """An answer that exposes a challenge so far, and the better one that it could be turned to.

    `holds_up` tells that it is among those that give the challenge its exposure now. `better` and what it would give
    `alone` are None where no answer is better; `as_good` are other answers that expose the challenge as little.
    """

    question: Question
    given: Answer
    exposure: Exposure
    holds_up: bool
    better: Answer | None
    as_good: tuple[Answer, ...]
    alone: Comparison | None


@dataclass(frozen=True, slots=True)
class Lowering:
    """What would lower the risk of one challenge: the answers that hold it up, and then those that expose it less.

    `together` is what all the better answers would give, None where there are none; `apart` are those that are not
    in it, because one risk or another would rise if they came too.
    """

    found: ChallengeRisk
    turns: tuple[Turn, ...]
    together: Comparison | None
    apart: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One of the changes that lower most: what it would give alone, and together with those before it.

    `as_good` are other answers that expose the challenge as little; they are not what is reckoned with.
    """

    question: Question
    given: Answer
    better: Answer
    as_good: tuple[Answer, ...]
    alone: Comparison
    so_far: Comparison


def find_lowering(what_if: WhatIf, challenge: str) -> Lowering:
    """Find what would lower the risk of a challenge. Raises KeyError where the content has no such challenge."""
    found = what_if.now.by_challenge[challenge]
    turns = sorted(_turns(what_if, found), key=lambda turn: not turn.holds_up)
    taken: dict[str, Answer] = {}
    apart: list[Turn] = []
    # One after the other, as they stand, as long as no risk is higher than it is now.
    for turn in turns:
        if turn.better is None:
            continue
        tried = {**taken, turn.question.id: turn.better}
        if what_if.raises(what_if.find_exposures(tried)):
            apart.append(turn)
        else:
            taken = tried
    return Lowering(found, tuple(turns), what_if.try_changes(taken) if taken else None, tuple(apart))


def find_better(what_if: WhatIf, question: Question, challenge: str) -> _Betters:
    """Find the better answers to a question that exposes a challenge: those that expose it least, and raise no risk.

    First stands the one that leaves the least exposure in all, and among equals the first in the questionnaire. Where
    several options may be chosen, those that expose it are taken away; only if nothing is left are there others.
    *Ved ikke* and *ikke relevant* make nothing better. Nothing where no answer is better.
    """
    given = given_to(what_if.now.path, question)
    most = exposed_by(question, given).get(challenge, 0)
    found: list[tuple[tuple[int, bool], int, Answer]] = []
    for answer, is_second in _candidates(question, given, challenge):
        exposure = exposed_by(question, answer).get(challenge, 0)
        if exposure >= most:
            continue
        exposures = what_if.find_exposures({question.id: answer})
        if not what_if.raises(exposures):
            found.append(((exposure, is_second), sum(exposures.values()), answer))
    # The first of equals stays before the others.
    found.sort(key=lambda row: row[:2])
    return tuple(answer for key, _, answer in found if key == found[0][0])


def find_steps(what_if: WhatIf, limit: int = STEPS) -> tuple[Step, ...]:
    """Find the changes that lower most, at most `limit`, in the order in which they were chosen.

    A risk falls when all the answers that hold it up are turned to the better, so these go together. Each time those
    are chosen that lower the gravest risk that can be lowered at all; among several the fewest, then those after which
    the risks are the lowest, then the first in the questionnaire.
    """
    taken: dict[str, _Betters] = {}
    while len(taken) < limit:
        chosen = _choose(what_if.on(_first_of(taken)), taken.keys(), limit - len(taken))
        if not chosen:
            break
        taken |= chosen
    return tuple(_steps(what_if, taken))


def _turns(what_if: WhatIf, found: ChallengeRisk) -> Iterator[Turn]:
    challenge = found.challenge.id
    for question in what_if.now.path.questions:
        given = given_to(what_if.now.path, question)
        exposure = exposed_by(question, given).get(challenge, 0)
        if exposure:
            better, *as_good = find_better(what_if, question, challenge) or (None,)
            alone = what_if.try_changes({question.id: better}) if better else None
            holds_up = exposure == found.exposure
            yield Turn(question, given, Exposure(exposure), holds_up, better, tuple(filter(None, as_good)), alone)


def _candidates(question: Question, given: Answer, challenge: str) -> Iterator[tuple[Answer, bool]]:
    """Yield the answers that may be better, each with whether it comes second to those that come first."""
    real = [option for option in question.options if not option.unknown and not option.not_applicable]
    if question.kind is Kind.CHOICES:
        kept = [option.id for option in real if option.id in given.options and not option.exposes.get(challenge)]
        if kept:
            yield Answer(tuple(kept)), False
            return
    for option in real:
        yield Answer((option.id,)), _is_second(question, option)


def _is_second(question: Question, option: Option) -> bool:
    """Whether something would be claimed that nobody has said: *ingen af dem* comes before one of them."""
    return question.kind is Kind.CHOICES and not option.exclusive


def _choose(what_if: WhatIf, taken: Iterable[str], most: int) -> dict[str, _Betters]:
    """Choose what to turn next; nothing where nothing would be lower."""
    before = what_if.now.rank
    places = {id_: place for place, id_ in enumerate(what_if.content.questionnaire.question_by_id)}
    best: tuple[tuple[int, int, Rank, list[int]], dict[str, _Betters]] | None = None
    for found in what_if.now.risks:
        turned = _turn_all(what_if, found, taken, most)
        exposures = what_if.find_exposures(_first_of(turned))
        after = what_if.rank_of(exposures)
        if after >= before or what_if.raises(exposures):
            continue
        # Nothing is raised, so the first number that differs is the one that falls.
        falls = next(place for place, (one, other) in enumerate(zip(before, after, strict=True)) if one != other)
        key = (falls, len(turned), after, [places[id_] for id_ in turned])
        if best is None or key < best[0]:
            best = key, turned
    return best[1] if best else {}


def _turn_all(what_if: WhatIf, found: ChallengeRisk, taken: Iterable[str], most: int) -> dict[str, _Betters]:
    """Turn every answer that holds a risk up; nothing where one cannot be turned, or there are too many of them."""
    holding = {because.question.id: because.question for because in found.because}
    if len(holding) > most or not holding.keys().isdisjoint(taken):
        return {}
    better = {id_: find_better(what_if, question, found.challenge.id) for id_, question in holding.items()}
    return better if all(better.values()) else {}


def _first_of(betters: Mapping[str, _Betters]) -> dict[str, Answer]:
    return {id_: answers[0] for id_, answers in betters.items()}


def _steps(what_if: WhatIf, taken: Mapping[str, _Betters]) -> Iterator[Step]:
    so_far: dict[str, Answer] = {}
    for id_, (better, *as_good) in taken.items():
        question = what_if.content.questionnaire.question_by_id[id_]
        so_far[id_] = better
        alone = what_if.try_changes({id_: better})
        given = given_to(what_if.now.path, question)
        yield Step(question, given, better, tuple(as_good), alone, what_if.try_changes(dict(so_far)))
