"""Saving answers, so that two people never overwrite each other unseen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from wizard.core.answers import MAX_TEXT, UNANSWERED, Answer
from wizard.services.access import Access
from wizard.services.changes import Clock, changing, utc_now
from wizard.services.text import MAX_NOTE, clean
from wizard.storage import answers


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody sends for one question. `seen_version` is the one that their page was drawn from, 0 for none."""

    answer: Answer
    note: str = ""
    seen_version: int = 0


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else has answered differently meanwhile. To overwrite, save again having seen `version`."""

    question_id: str
    theirs: Answer
    their_note: str
    yours: Answer
    your_note: str
    version: int
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save came to: the ids that changed, the conflicts that were left alone, and when."""

    changed: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class _Stored:
    answer: Answer
    note: str
    version: int
    saved_at: datetime | None


_NEVER = _Stored(UNANSWERED, "", 0, None)


def save_answers(
    access: Access, changes: Mapping[str, Change], *, force: bool = False, clock: Clock = utc_now
) -> Saved:
    """Save what was answered on a page, by question id; questions that are not mentioned stay as they are.

    What equals the stored answer and note changes nothing, whatever version was seen. What differs, and was written
    on top of another version than the stored one, becomes a conflict and is not saved unless `force`; the rest is.
    Raises `AccessError`, `NotFoundError` and `TooLongError`, and then nothing is saved.
    """
    given = {id_: _clean(id_, change) for id_, change in changes.items()}
    with changing(access, clock) as transaction:
        stored = {
            row.question_id: _Stored(Answer(row.options, row.text), row.note, row.version, row.updated_at)
            for row in answers.read_some(transaction.connection, access.assessment_id, given)
        }
        rows: list[dict[str, Any]] = []
        conflicts: list[Conflict] = []
        for id_, change in given.items():
            old = stored.get(id_, _NEVER)
            if (old.answer, old.note) == (change.answer, change.note):
                continue
            if old.saved_at and old.version != change.seen_version and not force:
                conflicts.append(_conflict(id_, old, change, old.saved_at))
                continue
            rows.append(_row(access, id_, change, old.version + 1, transaction.at))
            transaction.note(f"answer:{id_}", _event(old.answer, old.note), _event(change.answer, change.note))
        if rows:
            answers.write(transaction.connection, rows)
            transaction.commit()
    return Saved(tuple(row["question_id"] for row in rows), tuple(conflicts), transaction.at)


def _clean(question_id: str, change: Change) -> Change:
    answer = change.answer
    if answer.text:
        answer = replace(answer, text=clean(answer.text, question_id, MAX_TEXT))
    return replace(change, answer=answer, note=clean(change.note, question_id, MAX_NOTE))


def _conflict(question_id: str, old: _Stored, change: Change, saved_at: datetime) -> Conflict:
    return Conflict(
        question_id=question_id,
        theirs=old.answer,
        their_note=old.note,
        yours=change.answer,
        your_note=change.note,
        version=old.version,
        saved_at=saved_at,
    )


def _row(access: Access, question_id: str, change: Change, version: int, at: datetime) -> dict[str, Any]:
    return {
        "assessment_id": access.assessment_id,
        "question_id": question_id,
        "options": change.answer.options,
        "text": change.answer.text,
        "note": change.note,
        "version": version,
        "updated_at": at,
    }


def _event(answer: Answer, note: str) -> dict[str, Any] | None:
    if not answer and not note:
        return None
    return {"options": list(answer.options), "text": answer.text, "note": note}
