"""A small project with Danish words in every corner of its report."""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import reportlab

import tests.effort  # noqa: F401 - sets how hard the properties are tried
from tests.builders import (
    ask,
    assess,
    chosen,
    make_action,
    make_advice,
    make_case,
    make_challenge,
    make_content,
    make_law,
    make_tool,
    opt,
    read,
    scale,
)
from wizard.core.assessment import Assessment, PointState, PointStatus
from wizard.core.content import Content
from wizard.core.guidance import Link, Requirement
from wizard.core.questions import Kind
from wizard.core.risk import Consequence, Dimension
from wizard.core.summary import Summary, summarise

MADE_AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
ANSWERS = {
    "maal": "Løsningen fordeler æbler, øl og ål\ntil de rette medarbejdere",
    "kommune": "ja",
    "jura": "3",
    "data": "2",
    "etik": "ved-ikke",
    "start": "2026-12-01",
    "pris": "1.5",
}
PLEX = Path(__file__).resolve().parents[3] / "wizard" / "static" / "vendor" / "fonts-pdf"


@pytest.fixture(scope="session")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report's own fonts, or where they are not installed the ones that ReportLab brings."""
    if PLEX.is_dir():
        return PLEX
    folder = tmp_path_factory.mktemp("fonts")
    vera = Path(reportlab.__file__).parent / "fonts"
    for source, face in (("Vera", "Regular"), ("VeraBd", "SemiBold"), ("VeraBd", "Bold"), ("VeraIt", "Italic")):
        shutil.copy(vera / f"{source}.ttf", folder / f"Vera-{face}.ttf")
    return folder


@pytest.fixture(scope="session")
def content() -> Content:
    questions = (
        ask("maal", kind=Kind.TEXT),
        ask("kommune", "ja", "nej", "ved-ikke", kinship=1),
        scale("jura", "hjemmel", articles=["GDPR art. 5"], advice=["raad-2"]),
        scale("data", "hullede-data", advice=["raad-2"]),
        scale("etik", "skaevhed"),
        scale("drift", "ejerskab"),
        ask("start", kind=Kind.DATE),
        ask("pris", kind=Kind.NUMBER),
        ask("skjult", opt("a"), show_when=chosen("kommune", "nej")),
    )
    law = replace(
        make_challenge(
            "hjemmel",
            make_action("find-hjemlen", sources=["sag-1"]),
            make_action("spoerg-dpo"),
            essential=True,
            pages=[37, 38],
        ),
        title="Uklart, om I må bruge oplysningerne",
        summary="Ingen har skrevet hjemlen ned.",
    )
    holes = replace(make_challenge("hullede-data", make_action("fyld-huller")), title="Hullede & uensartede data")
    case = replace(
        make_case("sag-1", "hjemmel", pages=[40]),
        title="Mails måtte ikke bruges",
        organisation="Nørre Å Kommune",
        summary="De lagde projektet om.",
        caution="Det var i 2021.",
        overtaken_by=("forskning",),
    )
    tool = replace(
        make_tool("vaerktoej-1", "hullede-data", pages=[71]),
        title="Skema til datakvalitet",
        owner="KL",
        requires=("En ansvarlig", "Et udtræk"),
        caution="Skemaet er kun et udkast.",
        links=(Link(title="Læs om skemaet", url="https://example.dk/skema?a=1&b=2", in_report=False, language="nn"),),
    )
    misfit = Requirement(when=chosen("kommune", "nej"), otherwise="Kun for regioner.")
    shut_out = replace(make_tool("vaerktoej-2", "hjemmel", fits_when=[misfit]), title="Regionernes ramme", owner="RKKP")
    shut_out = replace(shut_out, caution="Rammen er ved at blive lavet om.")
    research = replace(make_law("forskning", articles=["GDPR art. 5"]), title="Forskning binder", doubt="Måske ændret.")
    ruling = replace(make_law("afgoerelse", "hjemmel", checked=date(2020, 1, 1)), title="En afgørelse")
    return make_content(
        *questions,
        challenges=[law, holes, replace(make_challenge("skaevhed"), title="Skævhed"), make_challenge("ejerskab")],
        cases=[case],
        tools=[tool, shut_out],
        advice=[replace(make_advice("raad-2", "hjemmel", number=2, pages=[67]), title="Sæt tid af til juraen")],
        law=[research, ruling],
    )


@pytest.fixture(scope="session")
def summary(content: Content) -> Summary:
    ratings = {"hullede-data": {Dimension.TIME: Consequence.MINOR, Dimension.QUALITY: Consequence.DESTRUCTIVE}}
    return summarise(content, read(content.questionnaire, ANSWERS), ratings)


@pytest.fixture(scope="session")
def empty(content: Content) -> Summary:
    return assess(content, {})


@pytest.fixture(scope="session")
def assessment(summary: Summary) -> Assessment:
    return make_assessment(
        summary,
        title="Fordeling af borgernes mails på Ærø",
        notes={"jura": "Vi spørger Søren på mandag."},
        points={
            "find-hjemlen": PointState(owner="Anne Ågård", deadline=date(2027, 1, 4), status=PointStatus.STARTED),
            "fyld-huller": PointState(status=PointStatus.DONE, note="Aftalt på mødet."),
        },
    )


def make_assessment(
    summary: Summary,
    *,
    title: str = "Projekt",
    notes: Mapping[str, str] | None = None,
    points: Mapping[str, PointState] | None = None,
    **other: Any,
) -> Assessment:
    """Make the assessment that a summary was made from."""
    return Assessment(
        id=1,
        title=title,
        revision=1,
        content_version=summary.content.version,
        created_at=MADE_AT,
        updated_at=MADE_AT,
        answers=summary.path.answers,
        notes=notes or {},
        points=points or {},
        **other,
    )
