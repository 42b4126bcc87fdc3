"""Statements about assessments themselves."""

from datetime import datetime

from sqlalchemy import Connection, Row, bindparam, delete, select, update

from wizard.storage.models import AssessmentRow
from wizard.storage.upsert import INSERT

#: What a page needs of an assessment; `links` joins the same columns.
COLUMNS = (
    AssessmentRow.id,
    AssessmentRow.title,
    AssessmentRow.revision,
    AssessmentRow.content_version,
    AssessmentRow.created_at,
    AssessmentRow.updated_at,
)

_BY_ID = select(*COLUMNS).where(AssessmentRow.id == bindparam("assessment_id"))
_BY_CREATION = select(AssessmentRow.id).where(AssessmentRow.creation_hash == bindparam("creation"))
_LOCK = select(AssessmentRow.id).where(AssessmentRow.id == bindparam("assessment_id")).with_for_update()
_TOUCH = (
    update(AssessmentRow)
    .where(AssessmentRow.id == bindparam("assessment_id"))
    .values(revision=AssessmentRow.revision + 1, updated_at=bindparam("at", type_=AssessmentRow.updated_at.type))
    .returning(*COLUMNS)
)


def find_row(connection: Connection, assessment_id: int) -> Row[int, str, int, str, datetime, datetime] | None:
    """Find an assessment: `COLUMNS`."""
    return connection.execute(_BY_ID, {"assessment_id": assessment_id}).one_or_none()


def get_id(connection: Connection, creation_hash: str) -> int:
    """Give the assessment that a form made."""
    return connection.execute(_BY_CREATION, {"creation": creation_hash}).scalar_one()


def add(connection: Connection, *, creation_hash: str, title: str, content_version: str, at: datetime) -> int | None:
    """Add an assessment and give its id; None where the form has made one already."""
    values = {
        "creation_hash": creation_hash,
        "title": title,
        "content_version": content_version,
        "created_at": at,
        "updated_at": at,
        "revision": 1,
    }
    insert = INSERT[connection.dialect.name](AssessmentRow)
    statement = insert.on_conflict_do_nothing(index_elements=[AssessmentRow.creation_hash]).returning(AssessmentRow.id)
    id_: int | None = connection.execute(statement, values).scalar_one_or_none()
    return id_


def touch(
    connection: Connection, assessment_id: int, at: datetime
) -> Row[int, str, int, str, datetime, datetime] | None:
    """Count a change and keep every other writer of this assessment out until the transaction ends.

    Gives `COLUMNS` with the change counted; None where there is no such assessment.
    """
    return connection.execute(_TOUCH, {"assessment_id": assessment_id, "at": at}).one_or_none()


def lock(connection: Connection, assessment_id: int) -> bool:
    """Keep other writers out without counting a change. False where there is no such assessment."""
    return connection.execute(_LOCK, {"assessment_id": assessment_id}).one_or_none() is not None


def rename(connection: Connection, assessment_id: int, title: str) -> None:
    """Set the title."""
    connection.execute(update(AssessmentRow).where(AssessmentRow.id == assessment_id).values(title=title))


def remove(connection: Connection, assessment_id: int) -> bool:
    """Delete an assessment and all that belongs to it. False where there is no such assessment."""
    return connection.execute(delete(AssessmentRow).where(AssessmentRow.id == assessment_id)).rowcount == 1
