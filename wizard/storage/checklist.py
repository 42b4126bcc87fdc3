"""Statements about what a project writes beside its checklist."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from wizard.storage.models import ChecklistRow
from wizard.storage.upsert import upsert

_ALL = select(
    ChecklistRow.item_id,
    ChecklistRow.owner,
    ChecklistRow.deadline,
    ChecklistRow.status,
    ChecklistRow.note,
    ChecklistRow.version,
).where(ChecklistRow.assessment_id == bindparam("assessment_id"))
_ONE = _ALL.where(ChecklistRow.item_id == bindparam("item_id"))


def read_all(connection: Connection, assessment_id: int) -> Sequence[Row[str, str, date | None, str, str, int]]:
    """Read every point that was ever written on: item id, owner, deadline, status, note, version."""
    return connection.execute(_ALL, {"assessment_id": assessment_id}).all()


def find_row(
    connection: Connection, assessment_id: int, item_id: str
) -> Row[str, str, date | None, str, str, int] | None:
    """Find one point, if it was ever written on."""
    return connection.execute(_ONE, {"assessment_id": assessment_id, "item_id": item_id}).one_or_none()


def write(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write whole rows of `ChecklistRow`."""
    upsert(connection, ChecklistRow, rows)
