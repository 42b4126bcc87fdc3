"""Column types that mean the same on SQLite and PostgreSQL."""

import json
from datetime import UTC, datetime
from functools import lru_cache

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware going in, aware and in UTC coming out. SQLite stores no time zone, so it is always UTC there."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  SQLAlchemy's signature
        """Turn the moment into UTC. Raises ValueError on a naive one, which could mean any zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  SQLAlchemy's signature
        """Say that the moment is in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class OptionIds(TypeDecorator[tuple[str, ...]]):
    """The ids of the chosen options, as a JSON list in a text column.

    Every page reads every answer, and the same few lists stand in most of them, so each is decoded once.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:  # noqa: ARG002  SQLAlchemy's signature
        """Write the ids as a JSON list."""
        return None if value is None else json.dumps(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...] | None:  # noqa: ARG002  SQLAlchemy's signature
        """Read the ids back."""
        return None if value is None else _decode(value)


@lru_cache(maxsize=4096)
def _decode(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))
