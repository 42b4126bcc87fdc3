"""A new assessment from a report: what fits the content is carried over, and what does not is told, not dropped."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from wizard.core.answers import Answer
from wizard.core.assessment import PointState
from wizard.core.content import Content
from wizard.core.goals import Goals
from wizard.core.risk import Ratings
from wizard.errors import NotFoundError
from wizard.services.assessments import Created, creating
from wizard.services.changes import Clock, utc_now
from wizard.services.incoming import UnusableFileError, read_incoming
from wizard.services.losses import Lost, say_lost
from wizard.storage import answers, checklist, events, goals, ratings
from wizard.storage.database import reading

__all__ = ["Lost", "Restoration", "Restored", "UnusableFileError", "get_restoration", "read_report", "restore"]

#: A report of entirely other content loses less than this. More is another file.
_MOST_LOST = 1000
_EVENT = "restored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What a report holds that fits the content, what it holds besides, and where it comes from, where it says so."""

    title: str
    answers: Mapping[str, Answer]
    notes: Mapping[str, str]
    ratings: Ratings
    points: Mapping[str, PointState]
    goals: Goals
    lost: tuple[Lost, ...]
    made_at: datetime | None
    content_version: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Restoration:
    """How an assessment came of a report: how much was carried over, what was not, and where it comes from.

    `is_older` is whether the report is known to have been made with other content than the assessment. What was
    restored before there were goals had none.
    """

    answers: int
    notes: int
    ratings: int
    points: int
    goals: int = 0
    lost: Sequence[Lost]
    made_at: datetime | None
    is_older: bool


def read_report(content: Content, raw: bytes, *, name: str) -> Restored:
    """Read a report as PDF or JSON, or answers as JSON; `name` is the title of what has none.

    Raises `UnusableFileError`, also where nothing can be carried over.
    """
    incoming = read_incoming(content, raw, name=name)
    if len(incoming.faults) > _MOST_LOST:
        raise UnusableFileError(content.phrases("unreadable.too-much-lost", count=len(incoming.faults)))
    lost = tuple(say_lost(content, incoming.wording, fault) for fault in incoming.faults)
    if not (incoming.answers or incoming.notes or incoming.ratings or incoming.points or incoming.goals):
        if lost:
            first = lost[0]
            raise UnusableFileError(content.phrases("unreadable.nothing-fits", place=first.place, reason=first.reason))
        raise UnusableFileError(content.phrases("unreadable.nothing-there"))
    return Restored(
        title=incoming.title,
        answers=incoming.answers,
        notes=incoming.notes,
        ratings=incoming.ratings,
        points=incoming.points,
        goals=incoming.goals,
        lost=lost,
        made_at=incoming.made_at,
        content_version=incoming.content_version,
    )


def restore(
    restored: Restored,
    creation_key: str,
    secret_key: str | bytes,
    content_version: str,
    *,
    clock: Clock = utc_now,
) -> Created:
    """Make an assessment of what was read, in one transaction, with its owner's link.

    The keys are those of `create_assessment`: sent twice with one `creation_key`, the second gives the first's.
    """
    with creating(restored.title, creation_key, secret_key, content_version, clock) as (created, changes):
        if changes:
            id_ = created.assessment_id
            answers.write(changes.connection, [*_answers(id_, restored, changes.at)])
            ratings.write(changes.connection, [*_ratings(id_, restored)])
            checklist.write(changes.connection, [*_points(id_, restored)])
            goals.write(changes.connection, [*_goals(id_, restored)])
            changes.note(_EVENT, None, _event(restored))
            changes.commit()
    return created


def get_restoration(assessment_id: int, content_version: str) -> Restoration:
    """Give how an assessment came of a report. Raises `NotFoundError` where it did not."""
    with reading() as connection:
        row = events.find_newest(connection, assessment_id, _EVENT)
    if row is None or row.after is None:
        raise NotFoundError("it was not made from a report")
    after = row.after
    made_on = after["content_version"]
    return Restoration(
        **after["counts"],
        lost=[Lost(**lost) for lost in after["lost"]],
        made_at=datetime.fromisoformat(after["made_at"]) if after["made_at"] else None,
        is_older=made_on is not None and made_on != content_version,
    )


def _answers(id_: int, restored: Restored, at: datetime) -> Iterator[dict[str, Any]]:
    for question in sorted(restored.answers.keys() | restored.notes.keys()):
        answer = restored.answers.get(question, Answer())
        yield {
            "assessment_id": id_,
            "question_id": question,
            "options": answer.options,
            "text": answer.text,
            "note": restored.notes.get(question, ""),
            "version": 1,
            "updated_at": at,
        }


def _ratings(id_: int, restored: Restored) -> Iterator[dict[str, Any]]:
    for challenge, rating in restored.ratings.items():
        for dimension, consequence in rating.items():
            yield {
                "assessment_id": id_,
                "challenge_id": challenge,
                "dimension": dimension.value,
                "consequence": consequence.id,
            }


def _points(id_: int, restored: Restored) -> Iterator[dict[str, Any]]:
    for item, point in restored.points.items():
        yield {
            "assessment_id": id_,
            "item_id": item,
            "owner": point.owner,
            "deadline": point.deadline,
            "status": point.status.value,
            "note": point.note,
            "version": 1,
        }


def _goals(id_: int, restored: Restored) -> Iterator[dict[str, Any]]:
    for question, options in restored.goals.items():
        yield {"assessment_id": id_, "question_id": question, "options": options, "version": 1}


def _event(restored: Restored) -> dict[str, Any]:
    """Say what happened, for the history. What was carried over stands in its own place."""
    return {
        "made_at": restored.made_at.isoformat() if restored.made_at else None,
        "content_version": restored.content_version,
        "counts": {
            "answers": len(restored.answers),
            "notes": len(restored.notes),
            "ratings": len(restored.ratings),
            "points": len(restored.points),
            "goals": len(restored.goals),
        },
        "lost": [asdict(lost) for lost in restored.lost],
    }
