"""Statements about answers."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from wizard.storage.models import AnswerRow
from wizard.storage.upsert import upsert

_ALL = select(AnswerRow.question_id, AnswerRow.options, AnswerRow.text, AnswerRow.note, AnswerRow.version).where(
    AnswerRow.assessment_id == bindparam("assessment_id")
)
_SOME = _ALL.add_columns(AnswerRow.updated_at).where(
    AnswerRow.question_id.in_(bindparam("question_ids", expanding=True))
)


def read_all(connection: Connection, assessment_id: int) -> Sequence[Row[str, tuple[str, ...], str, str, int]]:
    """Read every answer of an assessment, cleared ones too: question id, options, text, note, version."""
    return connection.execute(_ALL, {"assessment_id": assessment_id}).all()


def read_some(
    connection: Connection, assessment_id: int, question_ids: Collection[str]
) -> Sequence[Row[str, tuple[str, ...], str, str, int, datetime]]:
    """Read the answers to some questions, each with the moment when it was saved."""
    values = {"assessment_id": assessment_id, "question_ids": list(question_ids)}
    return connection.execute(_SOME, values).all()


def write(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write whole rows of `AnswerRow`."""
    upsert(connection, AnswerRow, rows)
