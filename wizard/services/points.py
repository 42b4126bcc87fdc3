"""Editing the points of the checklist: who, when, how far, and a note."""

from dataclasses import dataclass, replace
from typing import Any

from wizard.core.assessment import UNTOUCHED, PointState, PointStatus
from wizard.services.access import Access
from wizard.services.changes import Clock, changing, utc_now
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
    yours = replace(point, owner=clean_line(point.owner, "owner", MAX_OWNER), note=clean(point.note, "note", MAX_NOTE))
    with changing(access, clock) as transaction:
        row = checklist.find_row(transaction.connection, access.assessment_id, item_id)
        old = PointState(row.owner, row.deadline, PointStatus(row.status), row.note, row.version) if row else UNTOUCHED
        if old == replace(yours, version=old.version):
            return old
        if row and old.version != yours.version:
            return PointConflict(item_id, old, yours)
        new = replace(yours, version=old.version + 1)
        checklist.write(
            transaction.connection, [{"assessment_id": access.assessment_id, "item_id": item_id, **_values(new)}]
        )
        transaction.note(f"checklist:{item_id}", _event(old), _event(new))
        transaction.commit()
    return new


def _values(point: PointState) -> dict[str, Any]:
    return {
        "owner": point.owner,
        "deadline": point.deadline,
        "status": point.status.value,
        "note": point.note,
        "version": point.version,
    }


def _event(point: PointState) -> dict[str, Any] | None:
    if replace(point, version=0) == UNTOUCHED:
        return None
    return {
        "owner": point.owner,
        "deadline": point.deadline.isoformat() if point.deadline else None,
        "status": point.status.value,
        "note": point.note,
    }
