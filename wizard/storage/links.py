"""Statements about links. Secrets come here only as hashes; a revoked link is never found."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from wizard.storage.assessments import COLUMNS
from wizard.storage.models import AssessmentRow, LinkRow

_IS_VALID = LinkRow.revoked_at.is_(None)
_BY_HASH = select(LinkRow.assessment_id, LinkRow.role, LinkRow.id).where(
    LinkRow.token_hash == bindparam("token_hash"), _IS_VALID
)
_BY_HASHES = (
    select(
        LinkRow.token_hash,
        LinkRow.assessment_id,
        LinkRow.role,
        LinkRow.id,
        AssessmentRow.title,
        AssessmentRow.updated_at,
    )
    .join(AssessmentRow, AssessmentRow.id == LinkRow.assessment_id)
    .where(LinkRow.token_hash.in_(bindparam("token_hashes", expanding=True)), _IS_VALID)
)
_OPENING = (
    select(LinkRow.role, LinkRow.id, *COLUMNS)
    .join(AssessmentRow, AssessmentRow.id == LinkRow.assessment_id)
    .where(
        LinkRow.token_hash == bindparam("token_hash"),
        LinkRow.assessment_id == bindparam("assessment_id"),
        _IS_VALID,
    )
)


def find_row(connection: Connection, token_hash: str) -> Row[int, str, int] | None:
    """Find what a link opens: assessment id, role, link id."""
    return connection.execute(_BY_HASH, {"token_hash": token_hash}).one_or_none()


def read_rows(
    connection: Connection, token_hashes: Collection[str]
) -> Sequence[Row[str, int, str, int, str, datetime]]:
    """Read what several links open: hash, assessment id, role, link id, title, time of the last change."""
    return connection.execute(_BY_HASHES, {"token_hashes": list(token_hashes)}).all()


def find_opening(
    connection: Connection, token_hash: str, assessment_id: int
) -> Row[str, int, int, str, int, str, datetime, datetime] | None:
    """Find an assessment by its link: role, link id, then `assessments.COLUMNS`."""
    values = {"token_hash": token_hash, "assessment_id": assessment_id}
    return connection.execute(_OPENING, values).one_or_none()


def read_all(connection: Connection, assessment_id: int) -> Sequence[Row[int, str, str, datetime, datetime | None]]:
    """Read every link of an assessment, oldest first: id, role, label, created, revoked."""
    statement = (
        select(LinkRow.id, LinkRow.role, LinkRow.label, LinkRow.created_at, LinkRow.revoked_at)
        .where(LinkRow.assessment_id == assessment_id)
        .order_by(LinkRow.id)
    )
    return connection.execute(statement).all()


def add(connection: Connection, *, assessment_id: int, role: str, token_hash: str, label: str, at: datetime) -> int:
    """Add a link and give its id."""
    values = {
        "assessment_id": assessment_id,
        "role": role,
        "token_hash": token_hash,
        "label": label,
        "created_at": at,
        "revoked_at": None,
    }
    return connection.execute(insert(LinkRow).returning(LinkRow.id), values).scalar_one()


def revoke(connection: Connection, link_id: int, at: datetime) -> None:
    """Revoke a link."""
    connection.execute(update(LinkRow).where(LinkRow.id == link_id).values(revoked_at=at))
