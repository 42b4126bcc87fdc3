"""Statements about the goals that a project has set itself."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from wizard.storage.models import GoalRow
from wizard.storage.upsert import upsert

_ALL = select(GoalRow.question_id, GoalRow.options, GoalRow.version).where(
    GoalRow.assessment_id == bindparam("assessment_id")
)
_ONE = _ALL.where(GoalRow.question_id == bindparam("question_id"))


def read_all(connection: Connection, assessment_id: int) -> Sequence[Row[str, tuple[str, ...], int]]:
    """Read every goal of an assessment, those taken off again too: question id, options, version."""
    return connection.execute(_ALL, {"assessment_id": assessment_id}).all()


def find_row(connection: Connection, assessment_id: int, question_id: str) -> Row[str, tuple[str, ...], int] | None:
    """Find the goal of one question, if it ever had one."""
    return connection.execute(_ONE, {"assessment_id": assessment_id, "question_id": question_id}).one_or_none()


def write(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write whole rows of `GoalRow`."""
    upsert(connection, GoalRow, rows)
