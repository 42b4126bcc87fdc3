"""The connection to SQLite or PostgreSQL, and the two ways to use it: `reading` and `writing`.

Both give a plain connection and hand it back at once, so nothing is held open while a page is drawn, and each is one
picture of the database from its first statement to its last. They need an application context.
"""

from collections.abc import Mapping
from sqlite3 import Connection as SQLiteConnection
from types import MappingProxyType
from typing import Any

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import URL, Connection, Engine, MetaData, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import DeclarativeBase

__all__ = ["Base", "Connection", "Engine", "configure", "db", "get_url", "reading", "writing"]

SQLITE = "sqlite"
POSTGRESQL = "postgresql"

#: Where the database is when nobody says otherwise: a file in the app's instance folder.
DEFAULT_URL = "sqlite:///ki-klar.sqlite3"

SQLITE_PRAGMAS = (
    "busy_timeout = 5000",
    # With WAL, which the file keeps from its first `upgrade` on, this loses at most the last moments when the power
    # goes, and never damages the file.
    "synchronous = NORMAL",
    "foreign_keys = ON",
)

#: How a transaction on PostgreSQL reads, and how it writes.
_READING: Mapping[str, Any] = MappingProxyType({"isolation_level": "REPEATABLE READ", "postgresql_readonly": True})
_WRITING: Mapping[str, Any] = MappingProxyType({"isolation_level": "READ COMMITTED"})


class Base(DeclarativeBase):
    """The base of every model."""

    # Names that both databases and every migration agree on.
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


db = SQLAlchemy(model_class=Base, disable_autonaming=True)


def get_url(given: str) -> URL:
    """Read `DATABASE_URL`: SQLite, PostgreSQL in any of the usual spellings, or empty for `DEFAULT_URL`.

    Raises ValueError on any other database, and on what is no address; the message never repeats the address, which
    may hold a password.
    """
    try:
        url = make_url(given.strip() or DEFAULT_URL)
    except (ArgumentError, ValueError):
        raise ValueError("DATABASE_URL is not the address of a database") from None
    name = url.drivername.partition("+")[0]
    if name in ("postgres", POSTGRESQL):
        return url.set(drivername="postgresql+psycopg")
    if name == SQLITE:
        return url.set(drivername=SQLITE)
    raise ValueError(f"DATABASE_URL names {name}; KI-klar stores in SQLite or PostgreSQL")


def configure(app: Flask, database_url: str = "") -> None:
    """Give the app its database. A relative SQLite path is in the app's instance folder, which is made if missing."""
    url = get_url(database_url)
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    # What people write stays out of error messages, and so out of the log.
    options: dict[str, Any] = {"hide_parameters": True}
    if url.get_backend_name() == POSTGRESQL:
        options["pool_pre_ping"] = True
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = options
    db.init_app(app)
    if url.get_backend_name() == SQLITE:
        with app.app_context():
            event.listen(db.engine, "connect", _prepare_sqlite)
            # The place that SQLAlchemy has for a driver that begins nothing by itself. Listening to the event would
            # make every statement look for listeners, which costs as much as half the statement.
            db.engine.dialect.do_begin = _begin_sqlite  # type: ignore[assignment, method-assign]


def _prepare_sqlite(connection: SQLiteConnection, _record: object) -> None:
    # Python's driver would begin transactions by itself, but only before a write; we say when, see _begin_sqlite.
    connection.isolation_level = None
    for pragma in SQLITE_PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Any) -> None:
    if not connection.dbapi_connection.in_transaction:
        connection.dbapi_connection.execute("BEGIN")


def begin_writing(connection: Connection) -> None:
    """Begin a transaction on SQLite with the lock of a writer, and wait for it.

    One that reads first and writes later would have to upgrade its lock, which fails at once when another is writing.
    """
    driver: Any = connection.connection.dbapi_connection
    driver.execute("BEGIN IMMEDIATE")


def reading() -> Connection:
    """Open a transaction that only reads; it ends with the `with` block that it is opened by."""
    connection = db.engine.connect()
    return connection if connection.dialect.name == SQLITE else connection.execution_options(**_READING)


def writing() -> Connection:
    """Open a transaction that writes; it ends with the `with` block that it is opened by.

    It is lost unless the caller commits it, once, when everything is in place.
    """
    connection = db.engine.connect()
    if connection.dialect.name != SQLITE:
        return connection.execution_options(**_WRITING)
    try:
        begin_writing(connection)
    except BaseException:
        connection.close()
        raise
    return connection
