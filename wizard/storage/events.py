"""Statements about events: the audit log and the history."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from wizard.storage.models import EventRow

_ADD = insert(EventRow)


def add(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add whole rows of `EventRow`, without ids."""
    connection.execute(_ADD, rows)


def find_newest(connection: Connection, assessment_id: int, what: str) -> Row[Any | None] | None:
    """Find what stood there after the newest event of its kind: after."""
    statement = (
        select(EventRow.after)
        .where(EventRow.assessment_id == assessment_id, EventRow.what == what)
        .order_by(EventRow.id.desc())
        .limit(1)
    )
    return connection.execute(statement).one_or_none()


def read_newest(
    connection: Connection, assessment_id: int, limit: int
) -> Sequence[Row[datetime, str, str, Any | None, Any | None]]:
    """Read the newest events, newest first: at, role, what, before, after."""
    statement = (
        select(EventRow.at, EventRow.role, EventRow.what, EventRow.before, EventRow.after)
        .where(EventRow.assessment_id == assessment_id)
        .order_by(EventRow.id.desc())
        .limit(limit)
    )
    return connection.execute(statement).all()
