"""Every medium carries the caution beside a case or a tool: each of these tests would miss it in its own."""

import io
import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import docx
import openpyxl
import pytest
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from tests.cautions import alone, cautioned, namings
from tests.content.projects import FONTS, MADE_AT, PROJECTS, Project, make_fullest
from tests.content.real import CONTENT
from tests.unit.report.structure import Tree
from wizard.report.editions import Edition
from wizard.services.reports import FILES, Format, make_json, make_report

#: What the issue names: research as a way round the purpose, and images without metadata taken as anonymous.
OVERTAKEN = {
    "case-gdpr-dataformaal-norddjurs": "lov-forskning",
    "exp-2-norddjurs-skalering": "lov-forskning",
    "case-gdpr-generelt-aalborg": "edpb-udtalelse-om-modeller",
    "anonymisering-af-billeddata": "edpb-udtalelse-om-modeller",
}
WORD = [edition for edition in Edition if edition in FILES[Format.DOCX].editions]


@cache
def made(format_: Format, edition: Edition = Edition.FULL) -> bytes:
    """Make a report of a project that shows every challenge."""
    project = make_fullest()
    return make_report(format_, project.assessment, project.summary, edition=edition)


def test_what_is_to_be_held_against_the_law_says_so_and_against_what() -> None:
    items = {item.id: item for item in cautioned(CONTENT)}
    for id_, law in OVERTAKEN.items():
        assert law in items[id_].overtaken_by, id_
    for item in items.values():
        assert [law.id for law in CONTENT.overtaking(item)] == list(item.overtaken_by)


def test_a_name_without_its_caution_is_found() -> None:
    case = CONTENT.cases["case-gdpr-dataformaal-norddjurs"]
    assert alone(CONTENT, f"{case.title} (s. 38)") == [case.id]
    assert alone(CONTENT, f"{case.title} {'x' * 3000} {case.caution}") == [case.id]
    assert alone(CONTENT, f"{case.title}. {case.caution} Og igen: {case.title}.") == []
    assert alone(CONTENT, f"{case.title}. {case.caution} {'x' * 400} Og igen: {case.title}.") == [case.id]
    assert alone(CONTENT, f"{case.title.replace(' ', chr(10))}. {case.caution}") == []


@pytest.mark.pdf
@pytest.mark.skipif(not FONTS.is_dir(), reason="needs the report's own fonts: `python run.py assets`")
@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("name", ["example", "fullest"])
def test_pdf_carries_the_cautions(name: str, edition: Edition) -> None:
    text = Tree(PROJECTS[name]().write(edition)).text
    assert alone(CONTENT, text) == []
    assert (len({id_ for id_, _ in namings(CONTENT, text)}) > 2) is (edition is Edition.FULL)


@pytest.mark.pdf
@pytest.mark.parametrize("edition", WORD)
def test_word_carries_the_cautions(edition: Edition) -> None:
    text = " ".join(_texts_of(docx.Document(io.BytesIO(made(Format.DOCX, edition)))))
    assert alone(CONTENT, text) == []
    assert (len({id_ for id_, _ in namings(CONTENT, text)}) > 2) is (edition is Edition.FULL)


def _texts_of(document: Document) -> Iterator[str]:
    for part in document.iter_inner_content():
        if isinstance(part, Paragraph):
            yield part.text
        elif isinstance(part, Table):
            yield from (cell.text for row in part.rows for cell in row.cells)


def test_spreadsheets_name_nothing_without_its_caution() -> None:
    book = openpyxl.load_workbook(io.BytesIO(made(Format.XLSX)))
    rows = [" ".join(str(value) for value in row if value) for sheet in book for row in sheet.values]
    rows += made(Format.CSV).decode("utf-8-sig").splitlines()
    assert len(rows) > 200
    assert [row for row in rows if alone(CONTENT, row)] == []


@pytest.mark.parametrize("name", ["example", "fullest"])
def test_json_carries_the_cautions_beside_every_id(name: str) -> None:
    project: Project = PROJECTS[name]()
    data = json.loads(make_json(project.assessment, project.summary, at=MADE_AT))
    wanted = {item.id: {"text": item.caution, "overtaken_by": list(item.overtaken_by)} for item in cautioned(CONTENT)}
    named: list[tuple[str, Any]] = [
        (entry["id"], entry.get("caution")) for key in ("cases", "tools", "excluded") for entry in data[key]
    ]
    named += [
        (id_, item["cautions"].get(id_))
        for item in data["checklist"]
        for key in ("cases", "tools")
        for id_ in item[key]
    ]
    assert {id_ for id_, _ in named} >= set(OVERTAKEN)
    assert [pair for pair in named if pair[1] != wanted.get(pair[0])] == []
    assert {id_ for caution in wanted.values() for id_ in caution["overtaken_by"]} <= set(data["law"])
