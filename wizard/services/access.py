"""Who may do what: a link's secret opens one assessment in one role."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from wizard.errors import AccessError
from wizard.storage import links
from wizard.storage.database import reading


class Role(StrEnum):
    """What a link lets one do. All may read."""

    OWNER = "owner"
    CONTRIBUTOR = "contributor"
    READER = "reader"

    @property
    def can_write(self) -> bool:
        """Whether it may answer, rate, edit the checklist and rename."""
        return self is not Role.READER

    @property
    def can_share(self) -> bool:
        """Whether it may see, make and revoke links, and delete the assessment."""
        return self is Role.OWNER


@dataclass(frozen=True, slots=True)
class Access:
    """What a link opens."""

    assessment_id: int
    role: Role
    link_id: int

    def require_write(self) -> None:
        """Raise `AccessError` where the role may not write."""
        if not self.role.can_write:
            raise AccessError(f"{self.role} may not write")

    def require_share(self) -> None:
        """Raise `AccessError` where the role may not share."""
        if not self.role.can_share:
            raise AccessError(f"{self.role} may not share")


class Entry(NamedTuple):
    """A line in somebody's list of assessments."""

    access: Access
    title: str
    updated_at: datetime


def hash_secret(secret: str) -> str:
    """Give what is stored of a secret: its SHA-256 in hex. Secrets are random, so it needs no salt and no slowness."""
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()


def find_access(token: str) -> Access | None:
    """Find what a link opens; None where it is unknown or revoked."""
    with reading() as connection:
        row = links.find_row(connection, hash_secret(token))
    return Access(row.assessment_id, Role(row.role), row.id) if row else None


def find_accesses(tokens: Collection[str]) -> dict[str, Entry]:
    """Find what several links open, by token, newest change first. Unknown and revoked ones are left out."""
    token_by_hash = {hash_secret(token): token for token in tokens}
    if not token_by_hash:
        return {}
    with reading() as connection:
        rows = links.read_rows(connection, token_by_hash)
    entries = {
        token_by_hash[row.token_hash]: Entry(
            Access(row.assessment_id, Role(row.role), row.id), row.title, row.updated_at
        )
        for row in rows
    }
    return dict(sorted(entries.items(), key=lambda item: item[1].updated_at, reverse=True))
