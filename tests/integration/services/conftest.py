from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event

from wizard.services.access import Access, find_access
from wizard.services.assessments import create_assessment
from wizard.storage.database import db

SECRET = "appens hemmelighed"


@dataclass
class Traffic:
    """What went to the database."""

    statements: list[str] = field(default_factory=list)
    commits: int = 0


@dataclass(frozen=True)
class Made:
    """An assessment that a test may do with as it likes, seen by its owner."""

    id: int
    token: str
    access: Access


@pytest.fixture
def made(database_app: Flask) -> Made:
    return make()


def make(key: str = "formularens nøgle", title: str = "Kø på jobcentret") -> Made:
    created = create_assessment(title, key, SECRET, "indhold-1")
    access = find_access(created.token)
    assert access
    return Made(created.assessment_id, created.token, access)


@contextmanager
def watching() -> Iterator[Traffic]:
    """Count the statements and commits that are made meanwhile."""
    traffic = Traffic()

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        traffic.statements.append(statement)

    def count(_connection: Any) -> None:
        traffic.commits += 1

    event.listen(db.engine, "before_cursor_execute", note)
    event.listen(db.engine, "commit", count)
    try:
        yield traffic
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
        event.remove(db.engine, "commit", count)
