"""Databases for the tests: files for SQLite, and a PostgreSQL server of our own that lives as long as the session."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

if sys.platform != "win32":
    import pwd


class SqliteServer:
    """A folder of SQLite files. A template is a file that new ones are copied from."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count()

    def create(self, template: str | None = None) -> str:
        path = self._folder / f"{next(self._numbers)}.sqlite3"
        if template:
            shutil.copyfile(template.removeprefix("sqlite:///"), path)
        return f"sqlite:///{path.as_posix()}"

    def drop(self, url: str) -> None:
        path = url.removeprefix("sqlite:///")
        for end in ("", "-wal", "-shm"):
            Path(path + end).unlink(missing_ok=True)


class PostgresServer:
    """A PostgreSQL server that listens on a socket in its own folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count()

    def create(self, template: str | None = None) -> str:
        name = f"kiklar{next(self._numbers)}"
        copied = _name(template) if template else "template0"
        self._execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(copied)))
        return f"postgres://kiklar@/{name}?host={self._folder}"

    def drop(self, url: str) -> None:
        self._execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(_name(url))))

    def _execute(self, statement: sql.Composed) -> None:
        with psycopg.connect(f"host={self._folder} user=kiklar dbname=postgres", autocommit=True) as connection:
            connection.execute(statement)


def _name(url: str) -> str:
    return urlsplit(url).path.removeprefix("/")


def find_postgres() -> Path | None:
    """Find the folder of PostgreSQL's programs: on PATH, or where Debian puts them, the newest first."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return versions[-1].parent if versions else None


@contextmanager
def run_postgres(programs: Path) -> Iterator[PostgresServer]:
    """Run a server; everything of it is gone afterwards."""
    # Not in pytest's own folder: that is closed to the user the server runs as, and too long for a socket's name.
    folder = Path(tempfile.mkdtemp(prefix="kiklar-pg-"))
    become = _become_someone_else(folder)
    data = folder / "data"

    def run(program: str, *arguments: str) -> None:
        command = [*become, str(programs / program), "--pgdata", str(data), *arguments]
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)

    try:
        run("initdb", "--username=kiklar", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        # Safe only for data that nobody needs tomorrow.
        fast = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        options = f"-c listen_addresses= -c unix_socket_directories={folder} {fast}"
        run("pg_ctl", "start", "--wait", "--silent", "--log", str(folder / "log"), "--options", options)
        try:
            yield PostgresServer(folder)
        finally:
            run("pg_ctl", "stop", "--wait", "--silent", "--mode", "immediate")
    finally:
        shutil.rmtree(folder)


def _become_someone_else(folder: Path) -> list[str]:
    """Give the command that runs another as an ordinary user: PostgreSQL refuses to be root."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return []
    user = next((entry.pw_name for entry in pwd.getpwall() if entry.pw_name == "postgres"), "nobody")
    shutil.chown(folder, user)
    if shutil.which("runuser"):
        return ["runuser", "--user", user, "--"]
    return ["su", user, "-s", "/bin/sh", "-c", 'exec "$0" "$@"']
