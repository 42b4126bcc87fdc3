"""A goal stands in every report like the other points of the checklist."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pypdfium2
import pytest

from tests.builders import read
from tests.schemas import faults_of
from tests.unit.report.conftest import ANSWERS, MADE_AT, make_assessment
from tests.unit.report.sheets.books import read as read_workbook
from tests.unit.report.word import texts_of
from wizard.core.assessment import Assessment, PointState, PointStatus
from wizard.core.content import Content
from wizard.core.summary import Summary, summarise
from wizard.report.docx import write_docx
from wizard.report.editions import Edition
from wizard.report.interchange import report_data
from wizard.report.pdf import write_pdf
from wizard.report.sheets.listing import write_csv
from wizard.report.sheets.workbook import write_xlsx

TEXT = "Nå så langt, at I kan svare »0« til »Jura?«"
UNKNOWN = "Find ud af, om målet er nået: at I kan svare »0« til »Jura?«"
GOALS = {"jura": ("0",)}


@pytest.fixture(scope="module")
def aimed(content: Content) -> Summary:
    return summarise(content, read(content.questionnaire, ANSWERS), {}, GOALS)


@pytest.fixture(scope="module")
def project(aimed: Summary) -> Assessment:
    point = PointState("Søren Ø", status=PointStatus.STARTED)
    return make_assessment(aimed, points={"maal-jura": point}, goals=GOALS)


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


@pytest.fixture(scope="module")
def unsure(content: Content) -> Summary:
    """The same goal where its question is answered *ved ikke*."""
    return summarise(content, read(content.questionnaire, {**ANSWERS, "jura": "ved-ikke"}), {}, GOALS)


@pytest.mark.pdf
@pytest.mark.parametrize("edition", list(Edition))
def test_every_edition_tells_it_and_who_sees_to_it(
    project: Assessment, aimed: Summary, fonts: Path, edition: Edition
) -> None:
    text = text_of(write_pdf(project, aimed, edition=edition, made_at=MADE_AT, fonts=fonts, data=b""))
    assert TEXT in text
    assert "Søren Ø" in text


def test_word_tells_it(project: Assessment, aimed: Summary, fonts: Path) -> None:
    raw = write_docx(project, aimed, edition=Edition.FULL, made_at=MADE_AT, fonts=fonts)
    assert any(TEXT in text for text in texts_of(docx.Document(BytesIO(raw))))


def test_sheets_hold_it_and_read_it_back(project: Assessment, aimed: Summary) -> None:
    assert TEXT in write_csv(project, aimed).decode("utf-8-sig")
    rows = {row.id: row for row in read_workbook(write_xlsx(project, aimed, made_at=MADE_AT)).rows}
    assert (rows["maal-jura"].owner, rows["maal-jura"].status) == ("Søren Ø", PointStatus.STARTED)


@pytest.mark.pdf
@pytest.mark.parametrize("edition", list(Edition))
def test_a_goal_that_nobody_knows_to_be_reached_is_to_be_found_out(
    project: Assessment, unsure: Summary, fonts: Path, edition: Edition
) -> None:
    text = text_of(write_pdf(project, unsure, edition=edition, made_at=MADE_AT, fonts=fonts, data=b""))
    assert UNKNOWN in text
    assert TEXT not in text


def test_every_file_says_that_it_is_not_known_whether_the_goal_is_reached(
    project: Assessment, unsure: Summary, fonts: Path
) -> None:
    texts = texts_of(
        docx.Document(BytesIO(write_docx(project, unsure, edition=Edition.FULL, made_at=MADE_AT, fonts=fonts)))
    )
    point = f"☐{UNKNOWN}. Søren Ø, i gang."
    assert "Find ud af" in texts[: texts.index(point)]
    assert UNKNOWN in write_csv(project, unsure).decode("utf-8-sig")
    rows = {row.id: row for row in read_workbook(write_xlsx(project, unsure, made_at=MADE_AT)).rows}
    assert (rows["maal-jura"].owner, rows["maal-jura"].status) == ("Søren Ø", PointStatus.STARTED)
    data = json.loads(json.dumps(report_data(project, unsure, made_at=MADE_AT)))
    assert faults_of(data) == []
    (item,) = [item for item in data["checklist"] if item["kind"] == "goal"]
    assert (item["id"], item["text"], item["risk"], item["because"]) == ("maal-jura", UNKNOWN, None, [])


def test_data_holds_the_goal_the_point_and_what_both_are_called(project: Assessment, aimed: Summary) -> None:
    data = json.loads(json.dumps(report_data(project, aimed, made_at=MADE_AT)))
    assert data["assessment"]["goals"] == {"jura": "0"}
    assert data["wording"]["options"]["jura"] == {"0": "0", "3": "3"}
    assert data["wording"]["points"] == {"maal-jura": "Et bedre svar til »Jura?«"}
    assert data["checklist"][0] == {
        **data["checklist"][0],
        "id": "maal-jura",
        "kind": "goal",
        "text": TEXT,
        "role": None,
        "phase": None,
        "because": [{"question": "jura", "option": "3"}],
    }


def test_a_goal_for_a_question_that_is_not_answered_or_has_gone_is_kept(project: Assessment, aimed: Summary) -> None:
    goals = {"drift": ("1",), "væk": ("en", "to")}
    data = report_data(replace(project, goals=goals), aimed, made_at=MADE_AT)
    assert data["assessment"]["goals"] == {"drift": "1", "væk": ["en", "to"]}
    assert data["wording"]["options"]["drift"] == {"1": "1"}
    assert data["wording"]["questions"]["drift"] == "Drift?"
