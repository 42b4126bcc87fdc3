"""Whether the answers show that an advice is followed."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from wizard.core.guidance import Advice
from wizard.core.path import Path
from wizard.core.questions import Option, Question
from wizard.core.risk import Because, Exposure


class AdviceStatus(StrEnum):
    """How far the answers show an advice to be followed."""

    FOLLOWED = "followed"
    PARTLY = "partly"
    NOT_FOLLOWED = "not-followed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class AdviceReading:
    """An advice, its status, and the answers that speak against it, gravest first."""

    advice: Advice
    status: AdviceStatus
    because: tuple[Because, ...]


def read_advice(advice: Mapping[str, Advice], path: Path) -> tuple[AdviceReading, ...]:
    """Read every advice from the visible questions that carry it."""
    return tuple(_read(item, path) for item in advice.values())


def _read(advice: Advice, path: Path) -> AdviceReading:
    carrying = [question for question in path.questions if advice.id in question.advice]
    statuses = [status for question in carrying if (status := _status_of(question, path)) is not None]
    known = {status for status in statuses if status is not AdviceStatus.UNKNOWN}
    against = [
        (max(option.exposes.values()), Because(question, option))
        for question, option in path.given()
        if advice.id in question.advice and option.exposes
    ]
    against.sort(key=lambda pair: -pair[0])
    return AdviceReading(advice, _combine(statuses, known), tuple(because for _, because in against))


def _combine(statuses: list[AdviceStatus], known: set[AdviceStatus]) -> AdviceStatus:
    if not known:
        return AdviceStatus.UNKNOWN
    if known == {AdviceStatus.FOLLOWED}:
        # One good answer among open ones does not show that the advice is followed.
        return AdviceStatus.UNKNOWN if AdviceStatus.UNKNOWN in statuses else AdviceStatus.FOLLOWED
    if known == {AdviceStatus.NOT_FOLLOWED}:
        return AdviceStatus.NOT_FOLLOWED
    return AdviceStatus.PARTLY


def _status_of(question: Question, path: Path) -> AdviceStatus | None:
    """Read one carrying question: exposing nothing follows the advice; None where it is not relevant."""
    options: list[Option] = [question.option_by_id[option] for option in path.chosen.get(question.id, ())]
    if not options or any(option.unknown for option in options):
        return AdviceStatus.UNKNOWN
    if any(option.not_applicable for option in options):
        return None
    worst = max((exposure for option in options for exposure in option.exposes.values()), default=0)
    if worst == Exposure.NONE:
        return AdviceStatus.FOLLOWED
    return AdviceStatus.NOT_FOLLOWED if worst == Exposure.HIGH else AdviceStatus.PARTLY
