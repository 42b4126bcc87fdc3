"""Making an assessment, opening it, renaming and deleting it."""

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from wizard.core.answers import Answer
from wizard.core.assessment import Assessment, PointState, PointStatus
from wizard.core.risk import CONSEQUENCE_BY_ID, Consequence, Dimension
from wizard.errors import NotFoundError
from wizard.services.access import Access, Role, hash_secret
from wizard.services.changes import Changes, Clock, changing, utc_now
from wizard.services.links import SECRET_BYTES
from wizard.services.states import Head, find_kept, keep
from wizard.services.text import MAX_TITLE, clean_line
from wizard.storage import answers, assessments, checklist, goals, links, ratings
from wizard.storage.database import Connection, reading, writing


class Created(NamedTuple):
    """A new assessment and the secret of its owner's link."""

    assessment_id: int
    token: str


class Opening(NamedTuple):
    """What a link may do, and the assessment that it opens as it stands at this moment."""

    access: Access
    head: Head


def create_assessment(
    title: str, creation_key: str, secret_key: str | bytes, content_version: str, *, clock: Clock = utc_now
) -> Created:
    """Make an assessment with its owner's link. Sent twice with one `creation_key`, the second gives the first's.

    The key is a random text of 128 bits or more, made for one form: whoever has it gets the owner's link. So it is
    kept only as a hash, like the link itself, and the link is made from it with the app's secret. Raises
    `TooLongError`.
    """
    with creating(title, creation_key, secret_key, content_version, clock) as (created, changes):
        if changes:
            changes.commit()
    return created


@contextmanager
def creating(
    title: str, creation_key: str, secret_key: str | bytes, content_version: str, clock: Clock
) -> Iterator[tuple[Created, Changes | None]]:
    """Begin an assessment as `create_assessment` does, and give its transaction, which stays only if it is committed.

    There is none where the form has made one already. Raises `TooLongError`.
    """
    title = clean_line(title, "title", MAX_TITLE)
    token = _make_token(creation_key, secret_key)
    creation_hash = hash_secret(creation_key)
    at = clock()
    with writing() as connection:
        id_ = assessments.add(
            connection, creation_hash=creation_hash, title=title, content_version=content_version, at=at
        )
        if id_ is None:
            yield Created(assessments.get_id(connection, creation_hash), token), None
            return
        link_id = links.add(
            connection, assessment_id=id_, role=Role.OWNER.value, token_hash=hash_secret(token), label="", at=at
        )
        changes = Changes(connection, Access(id_, Role.OWNER, link_id), at)
        changes.note("created", None, {"title": title, "content_version": content_version})
        yield Created(id_, token), changes


def get_state(assessment_id: int, *, with_result: bool) -> Assessment:
    """Give an assessment in two queries; `with_result` in five, with ratings, points and goals. Raises `NotFoundError`.

    One query is enough where this process has read the same revision before.
    """
    with reading() as connection:
        row = assessments.find_row(connection, assessment_id)
        if row is None:
            raise NotFoundError("there is no such assessment")
        return _get(connection, Head(*row), with_result=with_result)


def find_opening(token: str, assessment_id: int) -> Opening | None:
    """Find an assessment by its link in one query; None where the link does not open it."""
    with reading() as connection:
        return _find_opening(connection, token, assessment_id)


def get_state_of(head: Head, *, with_result: bool) -> Assessment:
    """Give what `get_state` gives, and without any query where this process has read the revision before.

    Where it has not, what is given may be newer than the head. Raises `NotFoundError`.
    """
    return find_kept(head, with_result=with_result) or get_state(head.id, with_result=with_result)


def rename_assessment(access: Access, title: str, *, clock: Clock = utc_now) -> bool:
    """Set the title. Gives whether it changed. Raises `AccessError`, `NotFoundError` and `TooLongError`."""
    title = clean_line(title, "title", MAX_TITLE)
    with changing(access, clock) as transaction:
        row = assessments.find_row(transaction.connection, access.assessment_id)
        if row is None or row.title == title:
            return False
        assessments.rename(transaction.connection, access.assessment_id, title)
        transaction.note("title", row.title, title)
        transaction.commit()
    return True


def delete_assessment(access: Access) -> None:
    """Delete an assessment with all that belongs to it, its events and links too.

    Raises `AccessError` and `NotFoundError`.
    """
    access.require_share()
    with writing() as connection:
        if not assessments.remove(connection, access.assessment_id):
            raise NotFoundError("the assessment is gone")
        connection.commit()


def _make_token(creation_key: str, secret_key: str | bytes) -> str:
    key = secret_key.encode() if isinstance(secret_key, str) else secret_key
    message = b"owner-link:" + creation_key.encode(errors="replace")
    return urlsafe_b64encode(hmac.digest(key, message, "sha256")[:SECRET_BYTES]).decode()


def _find_opening(connection: Connection, token: str, assessment_id: int) -> Opening | None:
    row = links.find_opening(connection, hash_secret(token), assessment_id)
    if row is None:
        return None
    role, link_id, id_, title, revision, content_version, created_at, updated_at = row
    head = Head(id_, title, revision, content_version, created_at, updated_at)
    return Opening(Access(assessment_id, Role(role), link_id), head)


def _get(connection: Connection, head: Head, *, with_result: bool) -> Assessment:
    """Give what stands under a head that was read in the same transaction."""
    kept = find_kept(head, with_result=with_result)
    return kept or keep(head, _read(connection, head, with_result=with_result), with_result=with_result)


def _read(connection: Connection, head: Head, *, with_result: bool) -> Assessment:
    given: dict[str, Answer] = {}
    notes: dict[str, str] = {}
    versions: dict[str, int] = {}
    for id_, options, text, note, version in answers.read_all(connection, head.id):
        versions[id_] = version
        if options or text:
            given[id_] = Answer(options, text)
        if note:
            notes[id_] = note
    wanted = goals.read_all(connection, head.id) if with_result else ()
    return Assessment(
        **head._asdict(),
        answers=given,
        notes=notes,
        versions=versions,
        ratings=_read_ratings(connection, head.id) if with_result else {},
        points=_read_points(connection, head.id) if with_result else {},
        goals={id_: options for id_, options, _ in wanted if options},
        goal_versions={id_: version for id_, _, version in wanted},
    )


def _read_ratings(connection: Connection, assessment_id: int) -> dict[str, dict[Dimension, Consequence]]:
    found: dict[str, dict[Dimension, Consequence]] = {}
    for challenge, dimension, consequence in ratings.read_all(connection, assessment_id):
        found.setdefault(challenge, {})[Dimension(dimension)] = CONSEQUENCE_BY_ID[consequence]
    return found


def _read_points(connection: Connection, assessment_id: int) -> dict[str, PointState]:
    return {
        id_: PointState(owner, deadline, PointStatus(status), note, version)
        for id_, owner, deadline, status, note, version in checklist.read_all(connection, assessment_id)
    }
