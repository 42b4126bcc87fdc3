"""A Word document with every kind of block in it, and ways to look into one."""

from collections.abc import Sequence
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn
from reportlab.graphics.shapes import Drawing, Rect

from tests.unit.report.conftest import MADE_AT
from wizard.report import palette
from wizard.report.blocks import (
    Badge,
    Banner,
    Block,
    Contents,
    Facts,
    FirstFit,
    Gap,
    Heading,
    Items,
    Kept,
    NewPage,
    Note,
    Numeral,
    Picture,
    Row,
    Span,
    Table,
    Task,
    Tasks,
    Text,
    Tick,
    Title,
)
from wizard.report.sheet import Faces
from wizard.report.word.document import Imprint, write_word
from wizard.report.word.xml import Element

TONE = palette.RISK[max(palette.RISK)]
IMPRINT = Imprint("Kø på jobcentret", "KI-klar", "Prøve", "KI-klar · i dag", ("Side ", " af ", ""), MADE_AT)


def draw(width: float, _faces: Faces) -> Drawing:
    drawing = Drawing(width, 40)
    drawing.add(Rect(0, 0, width, 40))
    return drawing


PICTURE = Picture(draw, "Fordelingen", "To kritiske og én høj.")
ALL: list[Block] = [
    Title("Kø på jobcentret"),
    Contents(),
    NewPage(),
    Kept([Heading("Risici", 1), Text(["Først ", Span("det", strong=True), " værste"], "lead")]),
    Banner(Numeral(1, TONE), Heading("Uden hjemmel", 2), "Jura", Badge("Kritisk risiko", TONE)),
    Gap(4),
    Facts(
        [("Vurdering", [Text(["Slem"], "cell"), Note("Note:", "Husk Søren")]), ("Svar", [Items([["Nej"], ["Tja"]])])]
    ),
    Tasks(
        [Task(Tick("Færdig", is_done=True), ["Find hjemlen"]), Task(Tick("Åben"), ["Spørg"], [Note("Note:", "Snart")])]
    ),
    Table(
        "De værste",
        (20, 0, 70),
        ("Nr.", "Risiko", "Niveau"),
        [
            Row(
                [[Numeral(1, TONE)], [Text(["Uden hjemmel"], "cell"), Text(["Fordi"], "why")], [Badge("Kritisk", TONE)]]
            ),
            Row([[Tick("Ikke relevant", is_dropped=True)], [Text(["Huller"], "cell")], []], tint="#eef4fa"),
        ],
        names_rows=1,
    ),
    Table("Igen", (0,), ("Ord",), [Row([[Text(["Sidst"], "cell")]])]),
    PICTURE,
    NewPage(200),
    Heading("Kilder", 1),
    Items([["Et"], ["To"]], "numbered", is_numbered=True),
    Items([["Tre"]], "numbered", is_numbered=True),
    FirstFit([[Text(["Længst"])], [Text(["Kort"])]]),
    Text([Span("Læs mere", href="https://example.dk/?a=1&b=2"), " eller ", Span("in English", lang="en")]),
]


def write(blocks: Sequence[Block]) -> bytes:
    return write_word(blocks, IMPRINT, faces=Faces())


def reopen(blocks: Sequence[Block]) -> Document:
    return docx.Document(BytesIO(write(blocks)))


def texts_of(document: Document) -> list[str]:
    """Give the text of every paragraph in its order, those in tables, contents and boxes too."""
    return ["".join(text.text or "" for text in p.iter(qn("w:t"))) for p in document.element.body.iter(qn("w:p"))]


def found(document: Document, tag: str) -> list[Element]:
    return list(document.element.body.iter(qn(f"w:{tag}")))
