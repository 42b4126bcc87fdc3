"""Saving answers, so that two people never overwrite each other unseen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from wizard.core.answers import MAX_TEXT, UNANSWERED, Answer
from wizard.core.assessment import Assessment
from wizard.services.access import Access
from wizard.services.changes import Changes, Clock, changing, utc_now
from wizard.services.states import Head, keep
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
    """What a save came to: the ids that changed, the conflicts that were left alone, and when.

    `assessment` is how it stands now, without ratings, points and goals, where that is known without reading it.
    """

    changed: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    at: datetime
    assessment: Assessment | None = None


@dataclass(frozen=True, slots=True)
class _Stored:
    answer: Answer
    note: str
    version: int
    saved_at: datetime | None


_NEVER = _Stored(UNANSWERED, "", 0, None)


def save_answers(
    access: Access,
    changes: Mapping[str, Change],
    *,
    known: Assessment | None = None,
    clock: Clock = utc_now,
) -> Saved:
    """Save what was answered on a page, by question id; questions that are not mentioned stay as they are.

    What equals the stored answer and note changes nothing, whatever version was seen. What differs, and was written
    on top of another version than the stored one, becomes a conflict and is not saved; the rest is.
    `known` is the assessment as it has just been read: where nothing has changed since, nothing is read again.
    Raises `AccessError`, `NotFoundError` and `TooLongError`, and then nothing is saved.
    """
    given = {id_: _clean(id_, change) for id_, change in changes.items()}
    with changing(access, clock) as transaction:
        if known and not _is_current(known, transaction.head):
            known = None
        stored = _find_stored(known, given) if known else None
        if stored is None:
            stored = _read_stored(transaction, given)
        rows: list[dict[str, Any]] = []
        conflicts: list[Conflict] = []
        for id_, change in given.items():
            old = stored.get(id_, _NEVER)
            if (old.answer, old.note) == (change.answer, change.note):
                continue
            if old.saved_at and old.version != change.seen_version:
                conflicts.append(_conflict(id_, old, change, old.saved_at))
                continue
            rows.append(_row(access, id_, change, old.version + 1, transaction.at))
            transaction.note(f"answer:{id_}", _event(old.answer, old.note), _event(change.answer, change.note))
        if rows:
            answers.write(transaction.connection, rows)
            transaction.commit()
    if known and rows and transaction.head:
        known = keep(transaction.head, _change(known, transaction.head, rows), with_result=False)
    return Saved(tuple(row["question_id"] for row in rows), tuple(conflicts), transaction.at, known)


def _is_current(known: Assessment, head: Head | None) -> bool:
    """Whether an assessment is what stood there before the change that `head` counts, which nobody came before."""
    return head is not None and (known.id, known.revision + 1) == (head.id, head.revision)


def _find_stored(known: Assessment, given: Mapping[str, Change]) -> dict[str, _Stored] | None:
    """Take from the assessment what stands there now; None where a conflict needs to know since when."""
    if any(known.versions.get(id_, 0) != change.seen_version for id_, change in given.items()):
        return None
    return {
        id_: _Stored(
            known.answers.get(id_, UNANSWERED), known.notes.get(id_, ""), known.versions[id_], known.updated_at
        )
        for id_ in given
        if id_ in known.versions
    }


def _read_stored(transaction: Changes, given: Mapping[str, Change]) -> dict[str, _Stored]:
    rows = answers.read_some(transaction.connection, transaction.assessment_id, given)
    return {
        row.question_id: _Stored(Answer(row.options, row.text), row.note, row.version, row.updated_at) for row in rows
    }


def _change(known: Assessment, head: Head, rows: Sequence[Mapping[str, Any]]) -> Assessment:
    """Give the assessment as it stands when these rows are written."""
    given, notes, versions = dict(known.answers), dict(known.notes), dict(known.versions)
    for row in rows:
        id_, answer = row["question_id"], Answer(row["options"], row["text"])
        versions[id_] = row["version"]
        # As in what is read: a cleared answer and an empty note are not there.
        given.pop(id_, None)
        notes.pop(id_, None)
        if answer:
            given[id_] = answer
        if row["note"]:
            notes[id_] = row["note"]
    return replace(
        known,
        **head._asdict(),
        answers=given,
        notes=notes,
        versions=versions,
        ratings={},
        points={},
        goals={},
        goal_versions={},
    )


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
