"""Bringing a database to the newest schema."""

from pathlib import Path
from sqlite3 import OperationalError
from time import monotonic, sleep
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, text

from wizard.storage.database import SQLITE, begin_writing

MIGRATIONS = Path(__file__).parent / "migrations"

#: Any number, as long as nothing else in the database locks on the same one.
_LOCK = 5_264_525

#: How many seconds to wait for a file that another process is using.
_WAIT = 5


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Run the migrations that are missing, all or none. Processes that start at once wait for each other."""
    _migrate(engine, command.upgrade, revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Take migrations back, down to `revision`; `base` is an empty database."""
    _migrate(engine, command.downgrade, revision)


def _migrate(engine: Engine, migrate: Any, revision: str) -> None:
    with engine.connect() as connection:
        if connection.dialect.name == SQLITE:
            _migrate_sqlite(connection, migrate, revision)
        else:
            with connection.begin():
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
                _run(connection, migrate, revision)


def _migrate_sqlite(connection: Connection, migrate: Any, revision: str) -> None:
    # SQLite alters a table by making it anew and dropping the old one, which with foreign keys on would delete every
    # row that points to it. They can only be switched off outside a transaction, so we look at them before the end.
    driver: Any = connection.connection.dbapi_connection
    connection.detach()
    _use_wal(driver)
    driver.execute("PRAGMA foreign_keys = OFF")
    begin_writing(connection)
    with connection.begin():
        _run(connection, migrate, revision)
        broken = driver.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise RuntimeError(
                f"the migration leaves rows that belong to nothing, in {sorted({row[0] for row in broken})}"
            )


def _use_wal(driver: Any) -> None:
    """Let readers and a writer work at the same time, from now on and for every process.

    The change needs the file for itself, and SQLite does not wait for that as it does for a lock.
    """
    deadline = monotonic() + _WAIT
    while True:
        try:
            driver.execute("PRAGMA journal_mode = WAL")
        except OperationalError:
            if monotonic() > deadline:
                raise
            sleep(0.02)
        else:
            return


def _run(connection: Connection, migrate: Any, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    migrate(config, revision)
