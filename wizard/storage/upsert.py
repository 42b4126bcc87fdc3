"""Writing a row that may be there already, in one statement on either database."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Executable, inspect
from sqlalchemy.dialects import postgresql, sqlite

from wizard.storage.database import POSTGRESQL, SQLITE, Base

#: The `insert` of each database that knows `ON CONFLICT`.
INSERT: Mapping[str, Callable[[Any], Any]] = {SQLITE: sqlite.insert, POSTGRESQL: postgresql.insert}


def upsert(connection: Connection, model: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Write whole rows, each in place of the one with the same primary key."""
    if rows:
        connection.execute(_statement(model, connection.dialect.name), rows)


@cache
def _statement(model: type[Base], dialect: str) -> Executable:
    mapper = inspect(model)
    insert = INSERT[dialect](model)
    values = {column.name: insert.excluded[column.name] for column in mapper.columns if not column.primary_key}
    statement: Executable = insert.on_conflict_do_update(index_elements=mapper.primary_key, set_=values)
    return statement
