"""The whole app with the real content on a database of its own, and every address there is to go to."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flask import Flask, url_for
from sqlalchemy import Engine, event, select

from tests.integration.services.conftest import Traffic
from wizard.app import create_app
from wizard.config import Config
from wizard.core.assessment import Assessment
from wizard.core.content import Content
from wizard.core.library import folders_of
from wizard.core.summary import summarise
from wizard.services.reports import make_json
from wizard.storage.database import db
from wizard.web.context import Provided, get_provided

ROOT = Path(__file__).resolve().parents[3]


def make_site(instance: Path, database_url: str = "") -> Flask:
    """Make the app; it answers a fault with a page, as it does for visitors."""
    return create_app(
        Config(root=ROOT, instance=instance, database_url=database_url, secret_key="kun til prøver, ikke hemmelig")
    )


def close_site(app: Flask) -> None:
    engine_of(app).dispose()


def engine_of(app: Flask) -> Engine:
    with app.app_context():
        return db.engine


def content_of(app: Flask) -> Content:
    return _provided(app).content


def example_of(app: Flask) -> Assessment:
    """Give the finished example, whose answers are a believable project's."""
    return _provided(app).example


def report_of(app: Flask) -> bytes:
    """Give the example's report as JSON, with an answer and a note of older content in it."""
    content, example = content_of(app), example_of(app)
    data = json.loads(
        make_json(example, summarise(content, example.answers, example.ratings), at=datetime(2026, 11, 23, tzinfo=UTC))
    )
    data["assessment"]["content_version"] = "en-aeldre-udgave"
    data["assessment"]["answers"]["et-gammelt-spoergsmaal"] = "Et svar, der ikke længere er et spørgsmål til"
    data["assessment"]["notes"]["et-gammelt-spoergsmaal"] = "x" * 500 + "\nanden linje"
    data["wording"]["questions"]["et-gammelt-spoergsmaal"] = "Hvor mange mails får I om dagen?"
    return json.dumps(data).encode()


def _provided(app: Flask) -> Provided:
    with app.app_context():
        return get_provided()


def rows_of(app: Flask, assessment: int) -> dict[str, list[tuple[object, ...]]]:
    """Give everything that is stored about an assessment, by table."""
    found: dict[str, list[tuple[object, ...]]] = {}
    with engine_of(app).connect() as connection:
        for name, table in db.metadata.tables.items():
            key = table.c["assessment_id" if "assessment_id" in table.c else "id"]
            found[name] = [tuple(row) for row in connection.execute(select(table).where(key == assessment))]
    return found


@contextmanager
def watching(app: Flask) -> Iterator[Traffic]:
    """Count the statements and commits that requests make meanwhile."""
    traffic = Traffic()
    engine = engine_of(app)

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        traffic.statements.append(statement)

    def count(_connection: object) -> None:
        traffic.commits += 1

    event.listen(engine, "before_cursor_execute", note)
    event.listen(engine, "commit", count)
    try:
        yield traffic
    finally:
        event.remove(engine, "before_cursor_execute", note)
        event.remove(engine, "commit", count)


@dataclass(frozen=True)
class Place:
    """An address that can be fetched, under a name for the tests."""

    endpoint: str
    address: str
    name: str


def open_places(content: Content) -> list[Place]:
    """Give every address that anybody may fetch, and one of each kind of library page."""
    places = [
        Place("start.index", "/", "forside"),
        Place("start.new", "/selvevaluering/ny", "start"),
        Place("start.resume", "/fortsaet", "fortsæt"),
        Place("restoring.choose", "/fortsaet/rapport", "fortsæt fra en rapport"),
        Place("start.about", "/om", "om"),
        Place("start.privacy", "/privatliv", "privatliv"),
        Place("start.accessibility", "/tilgaengelighed", "tilgængelighed"),
        Place("example.result", "/eksempel/resultat", "eksemplets resultat"),
        Place("example.checklist", "/eksempel/tjekliste", "eksemplets tjekliste"),
        Place("example.answers", "/eksempel/svar", "eksemplets svar"),
        Place("example.report", "/eksempel/rapport", "eksemplets rapporter"),
        Place("example.lower", "/eksempel/saenk-risikoen", "sænk eksemplets risici"),
        Place("example.lower_challenge", "/eksempel/saenk-risikoen/gdpr-dataformaal", "sænk en af eksemplets risici"),
        Place("example.tryout", "/eksempel/proev?om=gdpr-dataformaal", "prøv andre svar i eksemplet"),
    ]
    places += [
        Place("library.index", "/bibliotek", "bibliotek"),
        Place("library.index", "/bibliotek?soeg=samtykke", "søgning"),
        Place("library.index", "/bibliotek?soeg=xyzzyq", "søgning uden fund"),
        Place("library.index", "/bibliotek?slags=cases&sektor=administration", "afgrænset bibliotek"),
        Place("library.about_report", "/bibliotek/om-rapporten", "om rapporten"),
    ]
    places += [
        Place("library.entry", f"/bibliotek/{folder}/{next(iter(entries))}", folder)
        for folder, entries in folders_of(content).items()
    ]
    return places


def assessment_places(content: Content, assessment: int, item: str, challenge: str) -> list[Place]:
    """Give every address about an assessment that its owner may fetch, every page of questions too."""
    home = f"/selvevaluering/{assessment}"
    questions = [
        Place("assess.page", f"{home}/{section.id}/{number}", f"{section.id} {number}")
        for section in content.questionnaire.sections
        for number in range(1, section.page_count + 1)
    ]
    return [
        Place("assess.tasks", home, "spørgsmål"),
        *questions,
        Place("assess.answers", f"{home}/svar", "svar"),
        Place("result.index", f"{home}/resultat", "resultat"),
        Place("result.consequence", f"{home}/konsekvens/{challenge}", "konsekvens"),
        Place("whatif.index", f"{home}/saenk-risikoen", "sænk risikoen"),
        Place("whatif.challenge", f"{home}/saenk-risikoen/{challenge}", "sænk en risiko"),
        Place("whatif.tryout", f"{home}/proev?om={challenge}", "prøv andre svar"),
        Place("result.checklist", f"{home}/tjekliste", "tjekliste"),
        Place("result.point", f"{home}/tjekliste/{item}", "punkt"),
        Place("plan.index", f"{home}/handlingsplan", "handlingsplan"),
        Place("report.index", f"{home}/rapport", "rapporter"),
        Place("restoring.show", f"{home}/hentet", "hentet"),
        Place("links.index", f"{home}/del", "del"),
        Place("links.history", f"{home}/historik", "historik"),
        Place("links.confirm_delete", f"{home}/slet", "slet"),
    ]


def address_of(app: Flask, endpoint: str, assessment: int) -> str:
    """Give the address of an endpoint, with names that exist in it."""
    content = content_of(app)
    known: dict[str, Any] = {
        "assessment_id": assessment,
        "section": content.questionnaire.sections[0].id,
        "page": 1,
        "challenge": next(iter(content.challenges)),
        "item": "find-ud-af-organisation",
        "question": "formaal-forenelighed",
        "link_id": 1,
        "folder": "raad",
        "id_": next(iter(content.advice)),
        "token": "findes-ikke-" + "x" * 20,
        "filename": "ki-klar.css",
        "ending": "pdf",
    }
    rule = next(rule for rule in app.url_map.iter_rules(endpoint))
    with app.test_request_context():
        return url_for(endpoint, **{name: known[name] for name in rule.arguments})
