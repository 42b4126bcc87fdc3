"""The tags themselves: a canvas that says what is drawn on it, without anything of a report."""

import hashlib
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pikepdf
import pytest

from tests.unit.report.drawing import METADATA, draw_on_canvas, draw_title, read_drawn, write
from tests.unit.report.soundness import find_faults
from wizard.report.tagged.attachments import Attachment
from wizard.report.tagged.canvas import TaggedCanvas
from wizard.report.tagged.elements import Element, column_head, listing, row_head

pytestmark = pytest.mark.pdf

DATA = Attachment(
    "data.json", "Svar som data (å)", "application/json", b'{"a": 1}', datetime(2026, 11, 23, 9, tzinfo=UTC)
)
XMP = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}


def test_what_is_drawn_belongs_to_what_is_open(fonts: Path) -> None:
    def draw(canvas: TaggedCanvas) -> None:
        table, row = Element("Table", summary="Skema (æøå)"), Element("TR")
        canvas.enter(table)
        canvas.enter(row)
        for text, cell in (("navn", column_head()), ("grund", column_head())):
            canvas.enter(cell)
            canvas.mark()
            canvas.drawString(50, 700, text)
            canvas.unmark()
            canvas.leave()
        canvas.leave()
        canvas.leave()
        write(canvas, "efter", Element("P"))

    tree = read_drawn(draw, fonts)
    assert [node.role for node in tree.nodes] == ["Document", "H1", "Table", "TR", "TH", "TH", "P"]
    assert [node.text for node in tree.find("TH", "P")] == ["navn", "grund", "efter"]
    assert str(tree.find("Table")[0].attribute("Summary")) == "Skema (æøå)"
    assert find_faults(tree) == []


def test_what_is_entered_again_goes_on(fonts: Path) -> None:
    paragraph = Element("P")

    def draw(canvas: TaggedCanvas) -> None:
        for text in ("side et", "side to", "side tre"):
            canvas.enter(paragraph)
            canvas.mark()
            canvas.drawString(50, 700, text)
            canvas.unmark()
            canvas.leave()
            canvas.showPage()

    tree = read_drawn(draw, fonts)
    [found] = tree.find("P")
    assert found.pages == [1, 2, 3]
    assert [piece.text for piece in found.pieces] == ["side et", "side to", "side tre"]
    assert find_faults(tree) == []


def test_an_element_stands_where_its_parent_says_however_it_is_drawn(fonts: Path) -> None:
    def draw(canvas: TaggedCanvas) -> None:
        whole = listing(is_numbered=True)
        for number in (1, 2):
            item = Element("LI", whole)
            write(canvas, f"{number}.", Element("Lbl", item))
            write(canvas, "punkt", Element("LBody", item))

    tree = read_drawn(draw, fonts)
    [found] = tree.find("L")
    assert [[part.text for part in item.nodes] for item in found.nodes] == [["1.", "punkt"], ["2.", "punkt"]]
    assert find_faults(tree) == []


def test_decoration_is_no_content_whatever_it_says_it_is(fonts: Path) -> None:
    def draw(canvas: TaggedCanvas) -> None:
        write(canvas, "indhold", Element("P"))
        with canvas.as_artifact("/Type /Pagination"):
            canvas.enter(Element("P"))
            write(canvas, "hoved", Element("P"))
            canvas.mark_artifact()
            canvas.line(0, 0, 10, 10)
            canvas.unmark()
            canvas.leave()
        canvas.mark_artifact()
        canvas.rect(0, 0, 10, 10)
        canvas.unmark()

    tree = read_drawn(draw, fonts)
    assert tree.text == "Titel indhold"
    assert [(piece.text, piece.entries) for piece in tree.leaves[0].artifacts] == [
        ("hoved", {"Type": "/Pagination"}),
        ("", {}),
    ]
    assert find_faults(tree) == []


def test_heads_say_what_they_are_the_head_of() -> None:
    assert column_head().attributes == "/O /Table /Scope /Column"
    assert row_head().attributes == "/O /Table /Scope /Row"


def test_a_figure_says_what_it_shows_and_where_it_stands(fonts: Path) -> None:
    def draw(canvas: TaggedCanvas) -> None:
        figure = Element("Figure", alternative="En rød firkant (og (en) parentes\\)")
        figure.box = (10, 20, 110.5, 220)
        canvas.mark(figure)
        canvas.rect(10, 20, 100.5, 200)
        canvas.unmark()

    tree = read_drawn(draw, fonts)
    [figure] = tree.find("Figure")
    assert figure.entry("Alt") == "En rød firkant (og (en) parentes\\)"
    assert [float(place) for place in figure.attribute("BBox")] == [10, 20, 110.5, 220]
    assert find_faults(tree) == []


def test_a_link_is_text_and_annotation_and_each_knows_the_other(fonts: Path) -> None:
    def draw(canvas: TaggedCanvas) -> None:
        link = Element("Link", language="en")
        canvas.translate(50, 0)
        write(canvas, "læs mere", link)
        canvas.link(link, (0, 700, 40, 710), "læs mere", url="https://example.dk/å?a=(1)&b=2")
        canvas.bookmarkPage("her")
        inside = Element("Link", Element("Reference", Element("TOCI", Element("TOC"))))
        write(canvas, "afsnit", inside, 600)
        canvas.link(inside, (0, 600, 40, 610), "afsnit", key="her")

    tree = read_drawn(draw, fonts)
    outward, inward = tree.find("Link")
    [address] = outward.annotations
    assert outward.entry("Lang") == "en"
    assert str(address["/A"]["/URI"]).startswith("https://example.dk/")
    assert [float(place) for place in address["/Rect"]] == [50, 700, 90, 710]
    assert "/Dest" in inward.annotations[0]
    assert find_faults(tree) == []


def test_notes_have_names_that_lead_to_them(fonts: Path) -> None:
    def draw(canvas: TaggedCanvas) -> None:
        for number in range(30):
            write(canvas, f"note {number}", Element("Note"))

    tree = read_drawn(draw, fonts)
    assert len({note.entry("ID") for note in tree.find("Note")}) == 30
    assert find_faults(tree) == []


def test_a_page_with_nothing_to_hear_needs_no_owner(fonts: Path) -> None:
    def draw(canvas: TaggedCanvas) -> None:
        canvas.showPage()
        canvas.mark_artifact()
        canvas.rect(0, 0, 10, 10)
        canvas.unmark()
        canvas.showPage()

    tree = read_drawn(draw, fonts)
    assert len(tree.leaves) == 2
    assert find_faults(tree) == []


def test_the_document_describes_itself(fonts: Path) -> None:
    with pikepdf.open(BytesIO(draw_on_canvas(draw_title, fonts))) as pdf:
        packet = pdf.Root["/Metadata"].read_bytes()
        assert not pdf.Root["/Metadata"].get("/Filter")
        assert pdf.pdf_version == "1.7"
    xmp = ET.fromstring(packet.decode().split("?>", 1)[1].rsplit("<?xpacket", 1)[0])  # noqa: S314 - it is our own

    def say(path: str) -> str | None:
        return xmp.findtext(f".//{path}", namespaces=XMP)

    assert say("pdfuaid:part") == "1"
    assert say("dc:title/rdf:Alt/rdf:li") == METADATA.title
    assert say("dc:description/rdf:Alt/rdf:li") == "Emne & <mere>"
    assert say("dc:creator/rdf:Seq/rdf:li") == METADATA.author
    assert say("dc:language/rdf:Bag/rdf:li") == "da-DK"
    assert say("xmp:CreateDate") == say("xmp:ModifyDate") == "2026-11-23T09:30:00Z"


def test_a_file_travels_inside_with_words_for_what_it_is(fonts: Path) -> None:
    with pikepdf.open(BytesIO(draw_on_canvas(draw_title, fonts, attachments=[DATA]))) as pdf:
        assert pdf.attachments["data.json"].get_file().read_bytes() == DATA.data
        [file] = pdf.Root["/AF"]
        assert file.objgen == pdf.Root["/Names"]["/EmbeddedFiles"]["/Names"][1].objgen
        assert [str(file[key]) for key in ("/F", "/UF", "/Desc", "/AFRelationship")] == [
            "data.json",
            "data.json",
            "Svar som data (å)",
            "/Data",
        ]
        stream = file["/EF"]["/F"]
        assert stream["/Subtype"] == pikepdf.Name("/application/json")
        assert set(stream.keys()) == {"/Type", "/Subtype", "/Params", "/Filter", "/Length"}
        assert int(stream["/Params"]["/Size"]) == len(DATA.data)
        assert str(stream["/Params"]["/ModDate"]) == "D:20261123090000Z"


def test_without_files_nothing_travels(fonts: Path) -> None:
    with pikepdf.open(BytesIO(draw_on_canvas(draw_title, fonts))) as pdf:
        assert "/AF" not in pdf.Root
        assert not pdf.attachments


def test_the_same_drawing_gives_the_same_bytes(fonts: Path) -> None:
    made = {hashlib.sha256(draw_on_canvas(draw_title, fonts, attachments=[DATA])).hexdigest() for _ in range(2)}
    assert len(made) == 1
