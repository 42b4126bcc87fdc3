"""Whether the answers show that an advice is followed."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from wizard.core.answers import UNANSWERED
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
    carrying: dict[str, list[Question]] = {}
    for question in path.questions:
        for id_ in question.advice:
            carrying.setdefault(id_, []).append(question)
    return tuple(_read(item, carrying.get(item.id, []), path) for item in advice.values())


def _read(advice: Advice, carrying: list[Question], path: Path) -> AdviceReading:
    statuses = [status for question in carrying if (status := _status_of(question, path)) is not None]
    against = [
        Because(question, option) for question in carrying for option in _options(question, path) if option.exposes
    ]
    against.sort(key=lambda because: -max(because.option.exposes.values()))
    return AdviceReading(advice, _combine(statuses), tuple(against))


def _options(question: Question, path: Path) -> list[Option]:
    answer = path.answers.get(question.id, UNANSWERED)
    return [question.option_by_id[option] for option in answer.options]


def _combine(statuses: list[AdviceStatus]) -> AdviceStatus:
    known = {status for status in statuses if status is not AdviceStatus.UNKNOWN}
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
    options = _options(question, path)
    if not options or any(option.unknown for option in options):
        return AdviceStatus.UNKNOWN
    if any(option.not_applicable for option in options):
        return None
    worst = max((exposure for option in options for exposure in option.exposes.values()), default=0)
    if worst == Exposure.NONE:
        return AdviceStatus.FOLLOWED
    return AdviceStatus.NOT_FOLLOWED if worst == Exposure.HIGH else AdviceStatus.PARTLY
