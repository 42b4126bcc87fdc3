"""The floor: the least that Flask, Jinja and SQLite can do for a page of as many bytes."""

import secrets
from collections.abc import Iterable
from pathlib import Path

from flask import Flask, redirect, render_template, request, session, url_for
from flask.testing import FlaskClient
from flask.typing import ResponseReturnValue
from jinja2 import DictLoader
from markupsafe import escape
from sqlalchemy import Engine, bindparam, create_engine, event, insert, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from wizard.storage.database import SQLITE_PRAGMAS

_PAGE = """<!DOCTYPE html>
<html lang="da"><head><meta charset="utf-8"><title>{{ title }} – KI-klar</title></head><body>
{% for row in rows %}<p>{{ row }}</p>
{% endfor %}</body></html>"""
_TITLE = "Gulv"
#: A row of the page in bytes, with its markup; about as much as stands between two values on a page of questions.
_ROW = 100
_MARKUP = len("<p></p>\n")
_WORDS = "Må data bruges til »træning« & afprøvning? Spørg dataejeren, og skriv <svaret> ned med dato. "


class Base(DeclarativeBase):
    """The base of the floor's only model."""


class Row(Base):
    """What the floor saves."""

    __tablename__ = "row"

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]


_ONE = select(Row.id, Row.text).where(Row.id == bindparam("id"))


class Floor:
    """An app with a page for each size, and forms that commit one row.

    The same page stands also behind a signed cookie and one query, and the same form also commits by the ORM.
    """

    def __init__(self, folder: Path, sizes: Iterable[int]) -> None:
        """Make the app, with pages of these sizes in bytes and its own database in the folder."""
        app = Flask("floor")
        app.secret_key = secrets.token_urlsafe()
        app.jinja_env.loader = DictLoader({"page.html": _PAGE})
        engine = _make_database(folder)
        with app.test_request_context():
            empty = len(render_template("page.html", title=_TITLE, rows=[]).encode())
        rows = {size: _make_rows(size - empty) for size in sizes}

        @app.get("/<int:size>")
        def page(size: int) -> ResponseReturnValue:
            return render_template("page.html", title=_TITLE, rows=rows[size])

        @app.get("/known/<int:size>")
        def page_for_somebody(size: int) -> ResponseReturnValue:
            with engine.connect() as connection:
                row = connection.execute(_ONE, {"id": session["row"]}).one()
            return render_template("page.html", title=row.text, rows=rows[size])

        @app.get("/enter")
        def enter() -> ResponseReturnValue:
            with engine.begin() as connection:
                connection.execute(insert(Row), {"id": 1, "text": _TITLE})
            session["row"] = 1
            return ""

        @app.post("/<int:size>")
        def save(size: int) -> ResponseReturnValue:
            with engine.begin() as connection:
                connection.execute(insert(Row), {"text": request.form["text"]})
            return redirect(url_for("page", size=size))

        @app.post("/orm/<int:size>")
        def save_by_orm(size: int) -> ResponseReturnValue:
            with Session(engine) as orm:
                orm.add(Row(text=request.form["text"]))
                orm.commit()
            return redirect(url_for("page", size=size))

        self._client: FlaskClient = app.test_client(use_cookies=False)
        self._known: FlaskClient = app.test_client()
        self._known.get("/enter")
        for size in rows:
            if len(self._client.get(f"/{size}").data) != size:
                raise RuntimeError(f"the bare page of {size} bytes has another size")

    def get(self, size: int) -> None:
        """Fetch the page of this size."""
        self._client.get(f"/{size}")

    def get_known(self, size: int) -> None:
        """Fetch the page of this size as somebody with a cookie, of whom one row is read."""
        self._known.get(f"/known/{size}")

    def save(self, size: int, *, by_orm: bool = False) -> None:
        """Send the form, and go on to the page."""
        address = f"/orm/{size}" if by_orm else f"/{size}"
        answer = self._client.post(address, data=b"text=ja", content_type="application/x-www-form-urlencoded")
        self._client.get(answer.headers["Location"])


def _make_rows(size: int) -> list[str]:
    full, rest = divmod(size, _ROW)
    if rest <= _MARKUP:
        full, rest = full - 1, rest + _ROW
    return [_make_text(_ROW - _MARKUP)] * full + [_make_text(rest - _MARKUP)]


def _make_text(size: int) -> str:
    """Make a text that has this size in bytes once it is escaped."""
    text = ""
    while len(str(escape(text + _WORDS[len(text) % len(_WORDS)])).encode()) <= size:
        text += _WORDS[len(text) % len(_WORDS)]
    return text + "x" * (size - len(str(escape(text)).encode()))


def _make_database(folder: Path) -> Engine:
    engine = create_engine(f"sqlite:///{(folder / 'floor.sqlite3').as_posix()}")

    @event.listens_for(engine, "connect")
    def prepare(connection: object, _record: object) -> None:
        for pragma in ("journal_mode = WAL", *SQLITE_PRAGMAS):
            connection.execute(f"PRAGMA {pragma}")  # type: ignore[attr-defined]  # SQLite's own connection

    Base.metadata.create_all(engine)
    return engine
