"""Sharing an assessment: links that carry a role, each of which can be revoked."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from wizard.errors import LastOwnerLinkError, NotFoundError
from wizard.services.access import Access, Role, hash_secret
from wizard.services.changes import Clock, sharing, utc_now
from wizard.services.text import MAX_LABEL, clean_line
from wizard.storage import links
from wizard.storage.database import reading

#: How many random bytes a link's secret has.
SECRET_BYTES = 24


@dataclass(frozen=True, slots=True)
class Link:
    """A link as its owner sees it: the secret itself is not kept."""

    id: int
    role: Role
    label: str
    created_at: datetime
    revoked_at: datetime | None


def create_link(access: Access, role: Role, label: str = "", *, clock: Clock = utc_now) -> str:
    """Make a link and give its secret, which cannot be had again. Raises `AccessError` and `NotFoundError`."""
    label = clean_line(label, "label", MAX_LABEL)
    token = secrets.token_urlsafe(SECRET_BYTES)
    with sharing(access, clock) as transaction:
        link_id = links.add(
            transaction.connection,
            assessment_id=access.assessment_id,
            role=role.value,
            token_hash=hash_secret(token),
            label=label,
            at=transaction.at,
        )
        transaction.note("link", None, {"id": link_id, "role": role.value, "label": label})
        transaction.commit()
    return token


def list_links(access: Access) -> Sequence[Link]:
    """Give every link of the assessment, oldest first, revoked ones too. Raises `AccessError`."""
    access.require_share()
    with reading() as connection:
        rows = links.read_all(connection, access.assessment_id)
    return [Link(row.id, Role(row.role), row.label, row.created_at, row.revoked_at) for row in rows]


def revoke_link(access: Access, link_id: int, *, clock: Clock = utc_now) -> None:
    """Revoke a link; from now on it opens nothing. One that is revoked already stays so.

    Raises `AccessError`, `NotFoundError`, and `LastOwnerLinkError` for the last link of an owner.
    """
    with sharing(access, clock) as transaction:
        rows = links.read_all(transaction.connection, access.assessment_id)
        link = next((row for row in rows if row.id == link_id), None)
        if link is None:
            raise NotFoundError("the assessment has no such link")
        if link.revoked_at:
            return
        owners = [row.id for row in rows if row.role == Role.OWNER and not row.revoked_at]
        if owners == [link_id]:
            raise LastOwnerLinkError("somebody has to be able to share and delete")
        links.revoke(transaction.connection, link_id, transaction.at)
        transaction.note("link", {"id": link_id, "role": link.role, "label": link.label}, None)
        transaction.commit()
