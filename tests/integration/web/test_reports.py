"""Choosing a report, and what comes when one is fetched."""

import csv
import json
from io import BytesIO, StringIO

import docx
import openpyxl
import pikepdf
import pypdfium2
import pytest
from flask import Flask

from tests.integration.web.site import content_of
from tests.integration.web.visitor import Visitor
from wizard.services.access import Role
from wizard.services.reports import FILES, Edition, Format

#: What a PDF holds beside its pages.
DATA = "ki-klar-rapport.json"


@pytest.fixture(scope="module")
def project(site: Flask) -> Visitor:
    visitor = Visitor(site).start("Kø på jobcentret")
    visitor.answer("organisation", "kommune", note="Ærø er med")
    return visitor


def texts(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join("".join(page.get_textpage().get_text_range() for page in document).split())


def attached(pdf: bytes) -> list[str]:
    with pikepdf.open(BytesIO(pdf)) as document:
        return list(document.attachments)


# ---- the page


@pytest.mark.parametrize("who", ["example", "owner", "reader"])
def test_the_page_offers_every_edition_in_every_format_that_it_comes_in(project: Visitor, who: str) -> None:
    visitor = project if who == "owner" else project.invite(Role.READER)
    home = "/eksempel/rapport" if who == "example" else visitor.at("rapport")
    links = set(visitor.get(home).links)
    for format_, file in FILES.items():
        wanted = {f"{home}.{format_}?udgave={edition}" for edition in file.editions} or {f"{home}.{format_}"}
        assert wanted <= links
    assert {f"{home}.pdf?udgave={edition}&svar=uden" for edition in Edition} <= links


def test_the_page_leads_on_to_what_can_be_read_back(project: Visitor) -> None:
    assert {"/fortsaet/rapport", project.at("handlingsplan")} <= set(project.get(project.at("rapport")).links)
    reader = project.invite(Role.READER)
    assert reader.at("handlingsplan") not in reader.get(reader.at("rapport")).links


def test_the_page_says_what_travels_in_the_file(project: Visitor) -> None:
    assert "En PDF fra KI-klar har alle jeres svar" in project.get(project.at("rapport")).text
    assert "med som vedhæftet fil" in project.get("/privatliv").text


def test_the_result_leads_to_the_page_and_to_the_pdf(project: Visitor, visitor: Visitor) -> None:
    assert {project.at("rapport"), project.at("rapport.pdf")} <= set(project.get(project.at("resultat")).links)
    assert {"/eksempel/rapport", "/eksempel/rapport.pdf"} <= set(visitor.get("/eksempel/resultat").links)


# ---- the files


@pytest.mark.pdf
@pytest.mark.parametrize("edition", list(Edition))
def test_an_edition_is_shown_by_the_browser_under_its_name(project: Visitor, edition: Edition) -> None:
    response = project.get(project.at(f"rapport.pdf?udgave={edition}")).response
    name = "ki-klar-rapport.pdf" if edition is Edition.FULL else f"ki-klar-rapport-{edition}.pdf"
    assert response.headers["Content-Disposition"] == f"inline; filename={name}"
    assert response.mimetype == "application/pdf"
    said = content_of(project.app).phrases(f"report.edition.{edition}")
    assert (said in texts(response.data)) is (edition is not Edition.FULL)
    assert attached(response.data) == [DATA]


@pytest.mark.pdf
def test_without_an_edition_it_is_the_full_report(project: Visitor) -> None:
    assert "Alle svar" in texts(project.get(project.at("rapport.pdf")).response.data)


@pytest.mark.pdf
@pytest.mark.parametrize(("choice", "inside"), [("", [DATA]), ("?svar=med", [DATA]), ("?svar=uden", [])])
def test_the_answers_are_inside_the_pdf_unless_they_are_to_stay_out(
    project: Visitor, choice: str, inside: list[str]
) -> None:
    pdf = project.get(project.at(f"rapport.pdf{choice}")).response.data
    assert attached(pdf) == inside


def test_word_opens_the_lawyers_edition(project: Visitor) -> None:
    response = project.get(project.at("rapport.docx?udgave=jurist")).response
    assert response.headers["Content-Disposition"] == "attachment; filename=ki-klar-rapport-jurist.docx"
    document = docx.Document(BytesIO(response.data))
    assert document.paragraphs[0].text == "Til juristen"
    assert document.core_properties.title == "Kø på jobcentret"


def test_excel_opens_the_workbook(project: Visitor) -> None:
    response = project.get(project.at("rapport.xlsx")).response
    assert response.headers["Content-Disposition"] == "attachment; filename=ki-klar-rapport.xlsx"
    assert "Handlingsplan" in openpyxl.load_workbook(BytesIO(response.data)).sheetnames


def test_the_list_has_a_line_for_each_point(project: Visitor) -> None:
    response = project.get(project.at("rapport.csv")).response
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(StringIO(response.data.decode("utf-8-sig")), delimiter=";"))
    points = project.get(project.at("tjekliste")).all("li", class_="kk-point")
    assert len(rows) == len(points) + 1


def test_the_data_holds_what_was_written(project: Visitor) -> None:
    response = project.get(project.at("rapport.json")).response
    assert response.mimetype == "application/json"
    data = json.loads(response.data)
    assert data["made_at"]
    assert data["assessment"]["notes"] == {"organisation": "Ærø er med"}


@pytest.mark.parametrize("ending", list(Format))
def test_the_example_comes_in_every_format(visitor: Visitor, ending: Format) -> None:
    response = visitor.get(f"/eksempel/rapport.{ending}").response
    assert response.mimetype == FILES[ending].mimetype
    assert response.data


@pytest.mark.parametrize("ending", list(Format))
def test_a_head_request_gets_the_headers_only(project: Visitor, ending: Format) -> None:
    response = project.client.head(project.at(f"rapport.{ending}"))
    assert (response.status_code, response.data, response.mimetype) == (200, b"", FILES[ending].mimetype)
    assert response.headers["Cache-Control"] == "no-store"


# ---- what there is not


@pytest.mark.parametrize(
    "asked",
    [
        "rapport.pdf?udgave=full",
        "rapport.pdf?udgave=JURIST",
        "rapport.pdf?udgave=../fuld",
        "rapport.pdf?svar=nej",
        "rapport.docx?udgave=styregruppe",
        "rapport.docx?udgave=handlingsplan",
        "rapport.xlsx?udgave=jurist",
        "rapport.odt",
        "rapport.",
        "rapport.PDF",
    ],
)
def test_what_there_is_not_is_a_page_that_says_so(project: Visitor, visitor: Visitor, asked: str) -> None:
    assert project.get(project.at(asked), status=404).heading == "Siden findes ikke"
    visitor.get(f"/eksempel/{asked}", status=404)


def test_an_empty_choice_is_none(project: Visitor) -> None:
    project.get(project.at("rapport.csv?udgave=&svar="))
