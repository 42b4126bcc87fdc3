"""The Word document, opened again as Word would: its styles, lists, tables and pages, and the file."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table as WordTable

from tests.unit.report.conftest import MADE_AT, make_assessment
from tests.unit.report.word import ALL, IMPRINT, found, reopen
from wizard.core.assessment import Assessment
from wizard.core.summary import Summary
from wizard.report.blocks import Kept, Row, Table, Text, Title
from wizard.report.docx import write_docx
from wizard.report.editions import Edition
from wizard.report.sheet import Faces
from wizard.report.word.document import write_word


@pytest.fixture(scope="module")
def document() -> Document:
    return reopen(ALL)


def styles_of(document: Document, name: str) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style and paragraph.style.name == name]


def is_kept(document: Document, text: str) -> bool:
    return next(p for p in document.paragraphs if p.text == text).paragraph_format.keep_with_next is True


# ---- styles and lists


def test_title_headings_and_texts_have_words_own_styles(document: Document) -> None:
    assert styles_of(document, "Title") == ["Kø på jobcentret"]
    assert styles_of(document, "Heading 1") == ["Risici", "Kilder"]
    assert styles_of(document, "Heading 2") == ["1. Uden hjemmel"]
    assert styles_of(document, "Body Text 2") == ["Først det værste"]
    assert styles_of(document, "List") == ["\tFind hjemlen", "\tSpørg"]


@pytest.mark.parametrize("edition", [Edition.FULL, Edition.LAWYER])
def test_headings_have_no_gaps(edition: Edition, assessment: Assessment, summary: Summary, fonts: Path) -> None:
    data = write_docx(assessment, summary, edition=edition, made_at=MADE_AT, fonts=fonts)
    names = [str(p.style.name) for p in docx.Document(BytesIO(data)).paragraphs if p.style]
    levels = [int(name[-1]) for name in names if name.startswith("Heading ")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert names.count("Title") == 1


def test_every_style_that_is_used_is_there(document: Document) -> None:
    there = {style.style_id for style in document.styles}
    used = {style.get(qn("w:val")) for tag in ("pStyle", "rStyle", "tblStyle") for style in found(document, tag)}
    assert used <= there


def test_a_numbered_list_begins_with_one(document: Document) -> None:
    numbered = [p for p in document.paragraphs if p.style and p.style.name == "List Number"]
    lists = [id_.val for p in numbered for id_ in p._p.iter(qn("w:numId"))]  # noqa: SLF001 - python-docx shows none
    assert lists[0] == lists[1] != lists[2]
    numbering = document.part.numbering_part.element
    for id_ in set(lists):
        assert numbering.num_having_numId(id_).lvlOverride_lst[0].startOverride.val == 1


def test_a_bulleted_list_has_the_bullets_of_its_style(document: Document) -> None:
    assert styles_of(document, "List Bullet") == ["Nej", "Tja"]
    properties = document.styles["List Bullet"].element.pPr
    assert properties.numPr.numId.val in [num.numId for num in document.part.numbering_part.element.num_lst]


# ---- tables


def test_a_table_has_a_head_that_stands_again_on_every_page(document: Document) -> None:
    for table in document.tables:
        first, *others = table._tbl.tr_lst  # noqa: SLF001 - python-docx shows no heads
        assert "w:tblHeader" in first.xml
        assert not [row for row in others if "w:tblHeader" in row.xml]


def test_a_table_says_what_it_holds(document: Document) -> None:
    assert [captions(table) for table in document.tables] == [["De værste"], ["Igen"]]


def captions(table: WordTable) -> list[str]:
    return [str(found.get(qn("w:val"))) for found in table._tbl.tblPr.iter(qn("w:tblCaption"))]  # noqa: SLF001 - as above


def test_no_cells_are_joined_or_left_out(document: Document) -> None:
    assert not found(document, "gridSpan")
    assert not found(document, "vMerge")
    for table in document.tables:
        assert {len(row.cells) for row in table.rows} == {len(table.columns)}
        assert sum(column.width or 0 for column in table.columns) == pytest.approx(481 * 12700, abs=12700)


def test_what_names_a_row_stands_out(document: Document) -> None:
    cells = document.tables[0].columns[1].cells
    assert [[bool(run.bold) for run in cell.paragraphs[0].runs] for cell in cells[1:]] == [[True], [True]]
    assert not cells[1].paragraphs[1].runs[0].bold


def test_a_head_word_and_a_badge_have_room_on_one_line(document: Document) -> None:
    # »Ikke relevant« is not to break, though the column asks for 20 points.
    width = document.tables[0].columns[0].width
    assert width is not None
    assert width.pt > 60


def test_two_tables_stay_two(document: Document) -> None:
    tags = [child.tag for child in document.element.body]
    first = tags.index(qn("w:tbl"))
    assert tags[first + 1 : first + 3] == [qn("w:p"), qn("w:tbl")]


def test_a_short_row_stays_on_one_page_and_a_long_one_may_break() -> None:
    rows = [Row([[Text(["x" * count], "cell")]]) for count in (10, 5000)]
    table = reopen([Table("T", (0,), ("H",), rows)]).tables[0]
    assert ["cantSplit" in row._tr.xml for row in table.rows] == [True, True, False]  # noqa: SLF001 - as above


# ---- pages


def test_pages_are_a4_with_their_numbers(document: Document) -> None:
    section = document.sections[0]
    assert section.page_width == pytest.approx(Mm(210), abs=Pt(1))
    assert section.page_height == pytest.approx(Mm(297), abs=Pt(1))
    assert section.header.paragraphs[0].text == "Kø på jobcentret"
    assert section.first_page_header.paragraphs[0].text == ""
    for footer in (section.footer, section.first_page_footer):
        fields = [field.get(qn("w:instr")) for field in footer._element.iter(qn("w:fldSimple"))]  # noqa: SLF001 - no fields
        assert fields == ["PAGE", "NUMPAGES"]
        assert "".join(text.text or "" for text in footer._element.iter(qn("w:t"))) == "KI-klar · i dagSide 1 af 1"  # noqa: SLF001 - as above


def test_a_long_title_is_cut_in_the_header_only() -> None:
    title = "Kø " * 60
    data = write_word([Title(title)], replace(IMPRINT, title=title), faces=Faces())
    document = docx.Document(BytesIO(data))
    assert document.sections[0].header.paragraphs[0].text.endswith("…")
    assert document.paragraphs[0].text == title.strip()


def test_a_section_begins_a_page_where_it_must_and_else_where_it_comes(document: Document) -> None:
    breaks = {p.text: p.paragraph_format.page_break_before for p in document.paragraphs}
    assert breaks["Risici"] is True
    assert breaks["Kilder"] is None


def test_what_belongs_together_stays_together(document: Document) -> None:
    assert document.styles["Heading 1"].element.pPr.keepNext is not None
    assert is_kept(document, "Risici")
    assert not is_kept(document, "Først det værste")


def test_much_text_is_not_kept_together() -> None:
    document = reopen([Kept([Text(["x" * 5000]), Text(["Sidst"])])])
    assert not is_kept(document, "x" * 5000)


# ---- the file


def test_the_file_says_what_it_is(document: Document) -> None:
    said = document.core_properties
    assert (said.title, said.author, said.subject, said.language) == ("Kø på jobcentret", "KI-klar", "Prøve", "da-DK")
    assert said.created == said.modified == MADE_AT
    assert (said.comments, said.last_modified_by) == ("", "KI-klar")


def test_the_same_report_is_the_same_bytes_also_when_many_are_made_at_once(
    assessment: Assessment, summary: Summary, fonts: Path
) -> None:
    make = partial(write_docx, assessment, summary, made_at=MADE_AT, fonts=fonts)
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(lambda _: make(), range(6)))) == 1


def test_a_report_of_nothing_is_a_document_too(empty: Summary, fonts: Path) -> None:
    for edition in Edition:
        data = write_docx(make_assessment(empty, title=""), empty, edition=edition, made_at=MADE_AT, fonts=fonts)
        assert docx.Document(BytesIO(data)).core_properties.title == "Projekt uden navn"
