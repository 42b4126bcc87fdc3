import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.integration.servers import PostgresServer, SqliteServer, find_postgres, run_postgres
from wizard.storage.database import configure, db
from wizard.storage.schema import upgrade


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL server; skips where it is not installed, but not in CI, which has to try both databases."""
    programs = find_postgres()
    if programs is None or sys.platform == "win32":
        reason = "PostgreSQL's programs are not here: no initdb on PATH or in /usr/lib/postgresql/*/bin"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with run_postgres(programs) as server:
        yield server


@pytest.fixture(scope="session", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> SqliteServer | PostgresServer:
    """Each of the two kinds of database in turn."""
    if request.param == "sqlite":
        return SqliteServer(tmp_path_factory.mktemp("sqlite"))
    made: PostgresServer = request.getfixturevalue("postgres")
    return made


@pytest.fixture(scope="session")
def template(server: SqliteServer | PostgresServer, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database with the newest schema and nothing in it, to be copied."""
    url = server.create()
    with make_app(url, tmp_path_factory.mktemp("template")).app_context():
        upgrade(db.engine)
        db.engine.dispose()
    return url


@pytest.fixture
def empty_database_url(server: SqliteServer | PostgresServer) -> Iterator[str]:
    """A database without tables."""
    url = server.create()
    yield url
    server.drop(url)


@pytest.fixture
def database_url(server: SqliteServer | PostgresServer, template: str) -> Iterator[str]:
    """A database with the newest schema and nothing in it, once for each kind of database."""
    url = server.create(template)
    yield url
    server.drop(url)


@pytest.fixture
def database_app(database_url: str, tmp_path: Path) -> Iterator[Flask]:
    """An app that has `database_url` and nothing else, with its context pushed."""
    app = make_app(database_url, tmp_path)
    with app.app_context():
        yield app
        db.engine.dispose()


def make_app(database_url: str, folder: Path) -> Flask:
    app = Flask("storage-tests", instance_path=str(folder))
    configure(app, database_url)
    return app
