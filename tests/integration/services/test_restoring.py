"""A report becomes an assessment: all of it or none, once, and what does not fit is told."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.builders import ask, make_action, make_challenge, make_content, scale
from tests.carriers import carry
from tests.integration.services.conftest import SECRET, make, watching
from wizard.core.answers import Answer
from wizard.core.assessment import PointState, PointStatus
from wizard.core.questions import Kind
from wizard.core.risk import Consequence, Dimension
from wizard.errors import NotFoundError
from wizard.services.access import Role
from wizard.services.assessments import delete_assessment, find_opening, get_state
from wizard.services.changes import history
from wizard.services.restoring import (
    Lost,
    Restored,
    UnusableFileError,
    get_restoration,
    read_report,
    restore,
)
from wizard.storage.database import Base, reading

CONTENT = make_content(
    scale("a", "x"),
    ask("b", "en", "to", "ingen", kind=Kind.CHOICES),
    ask("c", kind=Kind.TEXT),
    challenges=[make_challenge("x", make_action("x-et"))],
)
WRITTEN: dict[str, Any] = {
    "title": "Kø på jobcentret",
    "answers": {"a": "3", "b": ["en", "to"], "c": "første\nanden"},
    "notes": {"a": "Husk Ib", "b": "Og Åse"},
    "consequences": {"x": {"tid": "ubetydelig", "kvalitet": "oedelaeggende"}},
    "points": {"x-et": {"owner": "Ida", "deadline": "2027-01-15", "status": "i-gang", "note": "Aftalt"}},
    "goals": {"a": "1"},
}
MADE_AT = datetime(2026, 11, 3, 8, tzinfo=UTC)


def report(**changes: Any) -> bytes:
    """Write a report; `changes` are put in what the project has written."""
    data = {
        "format": "ki-klar-rapport",
        "format_version": 1,
        "made_at": MADE_AT.isoformat(),
        "assessment": {**WRITTEN, "content_version": "indhold-0", **changes},
        "wording": {
            "questions": {"d": "Hvor mange?"},
            "options": {"b": {"tre": "Tredje slags"}, "d": {"et": "Mange"}},
            "challenges": {"y": "Y-udfordringen"},
            "points": {"y-et": "Gør noget ved Y"},
        },
    }
    return json.dumps(data).encode()


def read(raw: bytes, name: str = "navnet") -> Restored:
    return read_report(CONTENT, raw, name=name)


def refuse(raw: bytes) -> str:
    with pytest.raises(UnusableFileError) as caught:
        read(raw)
    return caught.value.reason


def counts() -> list[int | None]:
    """Count the rows of every table."""
    with reading() as connection:
        tables = Base.metadata.sorted_tables
        return [connection.execute(select(func.count()).select_from(table)).scalar() for table in tables]


# ---- reading


def test_everything_that_fits_is_read_with_where_it_comes_from() -> None:
    assert read(report()) == Restored(
        title="Kø på jobcentret",
        answers={"a": Answer(("3",)), "b": Answer(("en", "to")), "c": Answer(text="første\nanden")},
        notes={"a": "Husk Ib", "b": "Og Åse"},
        ratings={"x": {Dimension.TIME: Consequence.NEGLIGIBLE, Dimension.QUALITY: Consequence.DESTRUCTIVE}},
        points={"x-et": PointState("Ida", date(2027, 1, 15), PointStatus.STARTED, "Aftalt")},
        goals={"a": ("1",)},
        lost=(),
        made_at=MADE_AT,
        content_version="indhold-0",
    )


def test_a_pdf_is_as_good_as_the_json_in_it() -> None:
    assert read(carry(report())) == read(report())


def test_answers_by_hand_are_called_by_the_name_of_their_file() -> None:
    read_by_hand = read(b'{"answers": {"a": "1"}}', name=" vores \n svar ")
    assert (read_by_hand.title, read_by_hand.made_at, read_by_hand.content_version) == ("vores svar", None, None)
    assert read(b'{"answers": {"a": "1"}}', name="x" * 300).title == "x" * 200
    assert read(b'{"answers": {"a": "1"}}', name=" ").title == "Projekt uden navn"


@pytest.mark.parametrize(
    ("changes", "lost"),
    [
        ({"answers": {"a": "7"}}, Lost("Svar: A?", "7", "svaret »7« findes ikke")),
        ({"answers": {"b": ["en", "tre"]}}, Lost("Svar: B?", "Tredje slags", "svaret »tre« findes ikke")),
        (
            {"answers": {"b": ["en", "ingen"]}},
            Lost("Svar: B?", "En, Ingen", "»Ingen« kan ikke vælges sammen med andre svar"),
        ),
        ({"answers": {"d": ["et", "to"]}}, Lost("Svar: Hvor mange?", "Mange, to", "spørgsmålet findes ikke")),
        ({"answers": {"e": "en\ntekst"}}, Lost("Svar: e", "en\ntekst", "spørgsmålet findes ikke")),
        ({"answers": {"c": 17}}, Lost("Svar: C?", "17", "skal være en tekst")),
        (
            {"answers": {"c": "x" * 10_001}},
            Lost("Svar: C?", "x" * 10_001, "teksten er for lang (10001 tegn); højst 10.000"),
        ),
        ({"notes": {"d": "Husk\nIb"}}, Lost("Note: Hvor mange?", "Husk\nIb", "spørgsmålet findes ikke")),
        ({"notes": {"a": None, "e": None}}, Lost("Note: e", "", "spørgsmålet findes ikke")),
        (
            {"consequences": {"y": {"tid": "ubetydelig"}}},
            Lost("Konsekvens (tid): Y-udfordringen", "Ubetydelig", "udfordringen findes ikke"),
        ),
        ({"consequences": {"z": 3}}, Lost("Konsekvens: z", "3", "udfordringen findes ikke")),
        (
            {"consequences": {"x": {"tid": "slem"}}},
            Lost(
                "Konsekvens (tid): X",
                "slem",
                "»slem« kendes ikke; brug ubetydelig, mindre-alvorlig, meget-alvorlig eller oedelaeggende",
            ),
        ),
        (
            {"points": {"y-et": {"owner": "", "deadline": None, "status": "faerdig", "note": ""}}},
            Lost("Tjekliste (status): Gør noget ved Y", "Færdig", "punktet findes ikke på tjeklisten"),
        ),
        ({"points": {"væk": True}}, Lost("Tjekliste: væk", "true", "punktet findes ikke på tjeklisten")),
        (
            {"points": {"x-et": {"deadline": "mandag"}}},
            Lost("Tjekliste (frist): Gør x-et", "mandag", "»mandag« er ikke en dato (åååå-mm-dd)"),
        ),
        (
            {"points": {"x-et": {"frist": "mandag"}}},
            Lost("Tjekliste (frist): Gør x-et", "mandag", "feltet kendes ikke"),
        ),
        ({"goals": {"a": "7"}}, Lost("Mål: A?", "7", "svaret »7« findes ikke")),
        ({"goals": {"a": "ved-ikke"}}, Lost("Mål: A?", "Ved-ikke", "kan ikke være et mål")),
        ({"goals": {"b": ["en", "to"]}}, Lost("Mål: B?", "En, To", "kan ikke være et mål")),
        ({"goals": {"d": "et"}}, Lost("Mål: Hvor mange?", "Mange", "spørgsmålet findes ikke")),
        ({"title": "x" * 201}, Lost("Projektets navn", "x" * 201, "teksten er for lang (201 tegn); højst 200")),
        ({"svar": {"a": [1]}}, Lost("assessment.svar", '{"a": [1]}', "feltet kendes ikke")),
        ({"notes": ["Husk"]}, Lost("notes", '["Husk"]', "skal være et objekt med navne og værdier")),
    ],
)
def test_what_cannot_be_carried_over_is_told_with_what_stood_there(changes: dict[str, Any], lost: Lost) -> None:
    assert read(report(**changes)).lost == (lost,)


def test_what_stands_under_a_key_that_stands_again_is_told() -> None:
    assert read(b'{"answers": {"c": "f\xc3\xb8rst", "c": "sidst"}}').lost == (Lost("c", "først", "står to gange"),)


def test_what_a_stranger_calls_things_is_shown_on_one_line_and_cut() -> None:
    data = json.loads(report(answers={"a": "1", "væk": "x\ud800\x00y"}))
    data["wording"]["questions"]["væk"] = "<b>\n\x1b[2J\u202e" + "x" * 500
    [lost] = read(json.dumps(data).encode()).lost
    assert lost.place.startswith("Svar: <b>��[2J�xxx")
    assert len(lost.place) < 140
    assert lost.what == "xy"


def test_a_file_with_nothing_for_us_is_refused() -> None:
    assert (
        refuse(b"{}")
        == refuse(report(answers={}, notes={}, consequences={}, points={}, goals={}))
        == "der er ingen svar i filen"
    )
    assert refuse(b'{"answers": {"d": "1"}, "notes": {"e": "2"}}') == (
        "intet i filen kan bruges her; det første, der ikke passer, er »Svar: d«: spørgsmålet findes ikke"
    )
    assert refuse(b'{"answers": {"a": "7"}}').endswith("er »Svar: A?«: svaret »7« findes ikke")
    many = {f"k{number}": "x" for number in range(1001)}
    assert refuse(report(answers={"a": "1", **many})) == "1001 steder i filen passer ikke her; er det den rigtige fil?"
    assert len(read(report(answers={"a": "1", **dict(list(many.items())[:1000])})).lost) == 1000
    assert refuse(b"") == "filen er tom"


# ---- making


def test_what_was_read_is_what_stands_there(database_app: Flask) -> None:
    at = datetime(2026, 11, 23, 17, tzinfo=UTC)
    restored = read(report())
    created = restore(restored, "formularens nøgle", SECRET, CONTENT.version, clock=lambda: at)
    opening, made = (
        find_opening(created.token, created.assessment_id),
        get_state(created.assessment_id, with_result=True),
    )
    assert opening
    assert opening.access.role is Role.OWNER
    assert (made.title, made.content_version, made.revision) == ("Kø på jobcentret", CONTENT.version, 1)
    assert (made.created_at, made.updated_at) == (at, at)
    assert (made.answers, made.notes, made.ratings) == (restored.answers, restored.notes, restored.ratings)
    assert made.points == {"x-et": PointState("Ida", date(2027, 1, 15), PointStatus.STARTED, "Aftalt", version=1)}
    assert made.versions == {"a": 1, "b": 1, "c": 1}
    assert (made.goals, made.goal_versions) == ({"a": ("1",)}, {"a": 1})


def test_a_note_may_stand_without_an_answer(database_app: Flask) -> None:
    created = restore(read(b'{"notes": {"c": "Husk Ib"}}'), "nøgle", SECRET, CONTENT.version)
    made = get_state(created.assessment_id, with_result=True)
    assert (made.answers, made.notes, made.ratings, made.points) == ({}, {"c": "Husk Ib"}, {}, {})


def test_history_keeps_where_it_came_from_and_what_was_lost(database_app: Flask) -> None:
    restored = read(report(answers={"a": "1", "d": "et"}, notes={"e": "Husk"}))
    id_ = restore(restored, "nøgle", SECRET, CONTENT.version).assessment_id
    assert [event.what for event in history(id_)] == ["restored", "created"]
    restoration = get_restoration(id_, CONTENT.version)
    assert restoration.lost == list(restored.lost)
    assert len(restoration.lost) == 2
    found = (restoration.answers, restoration.notes, restoration.ratings, restoration.points, restoration.goals)
    assert found == (1, 0, 1, 1, 1)
    assert (restoration.made_at, restoration.is_older) == (MADE_AT, True)
    assert get_restoration(id_, "indhold-0").is_older is False


def test_answers_by_hand_are_of_no_age(database_app: Flask) -> None:
    id_ = restore(read(b'{"answers": {"a": "1"}}'), "nøgle", SECRET, CONTENT.version).assessment_id
    restoration = get_restoration(id_, CONTENT.version)
    assert (restoration.made_at, restoration.is_older, restoration.lost) == (None, False, [])


def test_what_was_begun_without_a_report_did_not_come_of_one(database_app: Flask) -> None:
    with pytest.raises(NotFoundError):
        get_restoration(make().id, CONTENT.version)
    with pytest.raises(NotFoundError):
        get_restoration(10**6, CONTENT.version)


def test_sent_twice_it_is_made_once(database_app: Flask) -> None:
    first = restore(read(report()), "nøgle", SECRET, CONTENT.version)
    before = counts()
    assert restore(read(report(title="Et andet")), "nøgle", SECRET, CONTENT.version) == first
    assert counts() == before
    assert restore(read(report()), "en anden nøgle", SECRET, CONTENT.version) != first


def test_it_is_made_in_one_transaction_or_not_at_all(database_app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    restored, before = read(report()), counts()
    with watching() as traffic:
        restore(restored, "nøgle", SECRET, CONTENT.version)
    assert traffic.commits == 1
    after = counts()
    assert after != before

    def fail(*_: object) -> None:
        raise RuntimeError

    for name in ("answers", "ratings", "checklist", "goals"):
        with monkeypatch.context() as patch:
            patch.setattr(f"wizard.services.restoring.{name}.write", fail)
            with pytest.raises(RuntimeError):
                restore(restored, f"nøgle {name}", SECRET, CONTENT.version)
        assert counts() == after


def test_it_goes_with_all_that_belongs_to_it(database_app: Flask) -> None:
    before = counts()
    created = restore(read(report(answers={"a": "1", "d": "x"})), "nøgle", SECRET, CONTENT.version)
    opening = find_opening(created.token, created.assessment_id)
    assert opening
    delete_assessment(opening.access)
    assert counts() == before
