"""The Word document for those who cannot see it: texts for pictures, languages, links, contents, boxes to tick."""

from io import BytesIO

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from PIL import Image

from tests.unit.report.word import ALL, PICTURE, TONE, reopen, texts_of
from wizard.report.blocks import Contents, Text


@pytest.fixture(scope="module")
def document() -> Document:
    return reopen(ALL)


def test_a_picture_is_sharp_and_says_what_a_person_would_see(document: Document) -> None:
    (shape,) = document.inline_shapes
    properties = shape._inline.docPr  # noqa: SLF001 - python-docx shows no texts of pictures
    assert (properties.get("title"), properties.get("descr")) == (PICTURE.title, PICTURE.description)
    (image,) = [part for part in document.part.package.iter_parts() if part.partname.endswith(".png")]
    assert Image.open(BytesIO(image.blob)).width == pytest.approx(481 / 72 * 200, abs=2)


def test_the_document_is_danish_and_a_stretch_of_it_may_be_something_else(document: Document) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert [lang.get(qn("w:val")) for lang in defaults.iter(qn("w:lang"))] == ["da-DK"]
    (english,) = [run for p in document.paragraphs for run in p.runs if run.text == "in English"]
    assert [lang.get(qn("w:val")) for lang in english._r.iter(qn("w:lang"))] == ["en"]  # noqa: SLF001 - no languages


def test_a_link_leads_there_and_looks_like_one(document: Document) -> None:
    (link,) = [link for p in document.paragraphs for link in p.hyperlinks if link.address]
    assert (link.text, link.address) == ("Læs mere", "https://example.dk/?a=1&b=2")
    style = link.runs[0].style
    assert style is not None
    assert style.name == "Hyperlink"
    assert style.font.underline


def test_the_contents_lead_to_the_headings(document: Document) -> None:
    anchors = [link.get(qn("w:anchor")) for link in document.element.body.iter(qn("w:hyperlink"))]
    marks = {mark.get(qn("w:name")): mark.getparent() for mark in document.element.body.iter(qn("w:bookmarkStart"))}
    led = [marks[anchor] for anchor in anchors if anchor]
    assert ["".join(text.text for text in p.iter(qn("w:t"))) for p in led] == ["Risici", "Kilder"]


def test_the_reader_is_not_asked_to_update_anything(document: Document) -> None:
    assert document.settings.element.find(qn("w:updateFields")) is None
    assert not [mark for mark in document.element.body.iter(qn("w:fldChar")) if mark.get(qn("w:dirty"))]


def test_without_headings_there_are_no_contents() -> None:
    assert texts_of(reopen([Contents(), Text(["Alene"])])) == ["Alene"]


def test_a_box_is_ticked_where_a_point_is_done_and_says_how_far_it_is(document: Document) -> None:
    boxes = [box for box in document.element.body.iter(qn("w:sdtPr")) if box.find(qn("w14:checkbox")) is not None]
    states = [box.find(qn("w14:checkbox")).find(qn("w14:checked")).get(qn("w14:val")) for box in boxes]
    assert states == ["1", "0"]
    assert [box.find(qn("w:alias")).get(qn("w:val")) for box in boxes] == ["Færdig", "Åben"]


def test_no_two_things_have_one_id(document: Document) -> None:
    body = document.element.body
    ids = [
        box.find(qn("w:id")).get(qn("w:val")) for box in body.iter(qn("w:sdtPr")) if box.find(qn("w:id")) is not None
    ]
    ids += [properties.get("id") for properties in body.iter(qn("wp:docPr"))]
    assert len(ids) == len(set(ids)) == 3


def test_a_word_on_a_colour_can_be_read(document: Document) -> None:
    (shade,) = {shade.get(qn("w:fill")) for shade in document.element.body.iter(qn("w:shd"))} - {"EEF4FA", "eef4fa"}
    assert f"#{shade}" == TONE.strong
