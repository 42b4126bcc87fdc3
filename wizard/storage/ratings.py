"""Statements about how badly challenges would hurt."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, select

from wizard.storage.models import RatingRow
from wizard.storage.upsert import upsert

_ALL = select(RatingRow.challenge_id, RatingRow.dimension, RatingRow.consequence).where(
    RatingRow.assessment_id == bindparam("assessment_id")
)
_ONE = select(RatingRow.dimension, RatingRow.consequence).where(
    RatingRow.assessment_id == bindparam("assessment_id"), RatingRow.challenge_id == bindparam("challenge_id")
)


def read_all(connection: Connection, assessment_id: int) -> Sequence[Row[str, str, str]]:
    """Read every rating of an assessment: challenge id, dimension, consequence id."""
    return connection.execute(_ALL, {"assessment_id": assessment_id}).all()


def read_one(connection: Connection, assessment_id: int, challenge_id: str) -> dict[str, str]:
    """Read the rating of one challenge: consequence id by dimension."""
    values = {"assessment_id": assessment_id, "challenge_id": challenge_id}
    return dict(connection.execute(_ONE, values).all())


def write(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write whole rows of `RatingRow`."""
    upsert(connection, RatingRow, rows)


def remove(connection: Connection, assessment_id: int, challenge_id: str, dimensions: Collection[str]) -> None:
    """Take back the rating of a challenge in these dimensions."""
    connection.execute(
        delete(RatingRow).where(
            RatingRow.assessment_id == assessment_id,
            RatingRow.challenge_id == challenge_id,
            RatingRow.dimension.in_(dimensions),
        )
    )
