"""What every change shares: the clock, the lock on its assessment, and the event that it leaves behind."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from wizard.errors import NotFoundError
from wizard.services.access import Access, Role
from wizard.services.states import Head
from wizard.storage import assessments, events
from wizard.storage.database import Connection, reading, writing

#: Gives the moment, aware of its time zone.
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Give the moment in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Event:
    """One change. `before` and `after` are JSON values, None where there was or is nothing.

    `what` is `answer:<question>`, `rating:<challenge>:<dimension>`, `checklist:<item>`, `goal:<question>`, `title`,
    `link`, `created` or `restored`.
    """

    at: datetime
    role: Role
    what: str
    before: Any
    after: Any


class Changes:
    """A transaction that changes one assessment while every other writer of it waits.

    Nothing stays unless `commit` is called. `head` is the assessment's as it will be then, where its revision counts.
    """

    def __init__(self, connection: Connection, access: Access, at: datetime, head: Head | None = None) -> None:
        """Take part in the transaction of `connection`."""
        self.head = head
        self.connection = connection
        self.assessment_id = access.assessment_id
        self.at = at
        self._role = access.role
        self._events: list[dict[str, Any]] = []

    def note(self, what: str, before: Any, after: Any) -> None:
        """Note a change, see `Event`."""
        self._events.append(
            {
                "assessment_id": self.assessment_id,
                "at": self.at,
                "role": self._role.value,
                "what": what,
                "before": before,
                "after": after,
            }
        )

    def commit(self) -> None:
        """Make the changes stay, with their events."""
        events.add(self.connection, self._events)
        self.connection.commit()


@contextmanager
def changing(access: Access, clock: Clock) -> Iterator[Changes]:
    """Begin to change what an assessment says, which counts its revision up. Raises `AccessError`, `NotFoundError`."""
    access.require_write()
    with writing() as connection:
        # The first statement: on both databases it makes every other writer of this assessment wait.
        at = clock()
        row = assessments.touch(connection, access.assessment_id, at)
        if row is None:
            raise NotFoundError("the assessment is gone")
        yield Changes(connection, access, at, Head(*row))


@contextmanager
def sharing(access: Access, clock: Clock) -> Iterator[Changes]:
    """Begin to change who may open an assessment, which leaves its revision. Raises `AccessError`, `NotFoundError`."""
    access.require_share()
    with writing() as connection:
        if not assessments.lock(connection, access.assessment_id):
            raise NotFoundError("the assessment is gone")
        yield Changes(connection, access, clock())


def history(assessment_id: int, limit: int = 100) -> Sequence[Event]:
    """Give the newest changes, newest first."""
    with reading() as connection:
        rows = events.read_newest(connection, assessment_id, limit)
    return [Event(row.at, Role(row.role), row.what, row.before, row.after) for row in rows]
