"""Editing the points of the checklist: who, when, how far, and a note."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from wizard.core.assessment import UNTOUCHED, PointState, PointStatus
from wizard.services.access import Access
from wizard.services.changes import Changes, Clock, changing, utc_now
from wizard.services.text import MAX_NOTE, MAX_OWNER, clean, clean_line
from wizard.storage import checklist


@dataclass(frozen=True, slots=True)
class PointConflict:
    """Somebody else has edited the point differently meanwhile. To overwrite, send yours with the version of theirs."""

    item_id: str
    theirs: PointState
    yours: PointState


def edit_point(
    access: Access, item_id: str, point: PointState, *, clock: Clock = utc_now
) -> PointState | PointConflict:
    """Put `point` in place of what stands on an item; its version is the one that was seen, 0 for none.

    Gives the point as it is stored now, or the conflict, and then nothing is saved. What equals the stored point
    changes nothing, whatever version was seen. Raises `AccessError`, `NotFoundError` and `TooLongError`.
    """
    yours = clean_point(point)
    with changing(access, clock) as transaction:
        row = checklist.find_row(transaction.connection, access.assessment_id, item_id)
        old = read_state(*row[1:]) if row else UNTOUCHED
        if is_same(old, yours):
            return old
        if row and old.version != yours.version:
            return PointConflict(item_id, old, yours)
        new = replace(yours, version=old.version + 1)
        write_points(transaction, {item_id: (old, new)})
        transaction.commit()
    return new


def clean_point(point: PointState) -> PointState:
    """Clean what is written on a point, as it is stored. Raises `TooLongError`."""
    return replace(point, owner=clean_line(point.owner, "owner", MAX_OWNER), note=clean(point.note, "note", MAX_NOTE))


def is_same(one: PointState, other: PointState) -> bool:
    """Whether two states say the same, whatever their versions."""
    return replace(one, version=0) == replace(other, version=0)


def read_state(owner: str, deadline: date | None, status: str, note: str, version: int) -> PointState:
    """Make a state from what is stored."""
    return PointState(owner, deadline, PointStatus(status), note, version)


def write_points(transaction: Changes, points: Mapping[str, tuple[PointState, PointState]]) -> None:
    """Write points, each given by its item with what stood there and what is to stand there, and note the changes."""
    rows = [
        {"assessment_id": transaction.assessment_id, "item_id": item_id, **_values(new)}
        for item_id, (_, new) in points.items()
    ]
    checklist.write(transaction.connection, rows)
    for item_id, (old, new) in points.items():
        transaction.note(f"checklist:{item_id}", _event(old), _event(new))


def _values(point: PointState) -> dict[str, Any]:
    return {
        "owner": point.owner,
        "deadline": point.deadline,
        "status": point.status.value,
        "note": point.note,
        "version": point.version,
    }


def _event(point: PointState) -> dict[str, Any] | None:
    if is_same(point, UNTOUCHED):
        return None
    return {
        "owner": point.owner,
        "deadline": point.deadline.isoformat() if point.deadline else None,
        "status": point.status.value,
        "note": point.note,
    }
