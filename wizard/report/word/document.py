"""Blocks as the bytes of a Word document."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.section import _Footer, _Header
from docx.shared import Pt
from reportlab.pdfbase.pdfmetrics import stringWidth

from wizard.report.blocks import Block
from wizard.report.packing import without_times
from wizard.report.sheet import Faces
from wizard.report.word.contents import Bookmarks
from wizard.report.word.paragraphs import make_paragraph
from wizard.report.word.settings import fill_settings
from wizard.report.word.styles import LANGUAGE, WIDTH, fill_styles
from wizard.report.word.texts import make_field, make_run
from wizard.report.word.writer import Writer
from wizard.report.word.xml import Element, clean_line, make

#: A4 and its margins, in points.
_PAGE = (595.3, 841.9)
_SIDE = (_PAGE[0] - WIDTH) / 2
_TOP, _BOTTOM, _EDGE = 72.0, 66.0, 34.0

#: What python-docx begins a document with and this one has no use for: a picture of an empty page, every style twice,
#: and what another program counted.
_UNUSED = frozenset(
    {
        RELATIONSHIP_TYPE.THUMBNAIL,
        RELATIONSHIP_TYPE.CUSTOM_XML,
        RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
        "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
    }
)
#: What a header is measured in, and the room that it has: one line.
_FACE, _SIZE = "Helvetica", 8
#: No header has room for more, however narrow they are.
_MOST_LETTERS = 300


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a document says of itself. `page` takes the places of the page's number and of how many there are."""

    title: str
    author: str
    subject: str
    footer: str
    page: tuple[str, str, str]
    made_at: datetime


def write_word(blocks: Sequence[Block], imprint: Imprint, *, faces: Faces) -> bytes:
    """Write blocks as a Word document. The same input gives the same bytes."""
    document = docx.Document()
    _drop_unused(document)
    fill_styles(document.styles.element)
    fill_settings(document.settings.element)
    _set_page(document, imprint)
    _set_properties(document, imprint)
    body: Element = document.element.body
    writer = Writer(document.part, faces, Bookmarks(blocks))
    body.extend(writer.write(blocks))
    # What the page looks like stands last.
    body.append(body.sectPr)
    file = BytesIO()
    document.save(file)
    return without_times(file.getvalue())


def _drop_unused(document: Document) -> None:
    for relations in (document.part.rels, document.part.package.rels):
        for id_ in [id_ for id_, relation in relations.items() if relation.reltype in _UNUSED]:
            del relations[id_]


def _set_page(document: Document, imprint: Imprint) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = (Pt(length) for length in _PAGE)
    section.left_margin = section.right_margin = Pt(_SIDE)
    section.top_margin, section.bottom_margin = Pt(_TOP), Pt(_BOTTOM)
    section.header_distance = section.footer_distance = Pt(_EDGE)
    # The front page has the title already.
    section.different_first_page_header_footer = True
    _fill(section.first_page_header, "Normal")
    _fill(section.header, "Header", make_run(_shorten(clean_line(imprint.title))))
    for footer in (section.first_page_footer, section.footer):
        _fill(footer, "Footer", *_make_footer(imprint))


def _make_footer(imprint: Imprint) -> list[Element]:
    before, between, after = (make_run(text) for text in imprint.page)
    pages = [before, make_field("PAGE", "1"), between, make_field("NUMPAGES", "1"), after]
    return [make_run(clean_line(imprint.footer)), make("r", make("tab")), *pages]


def _fill(place: _Header | _Footer, style: str, *content: Element) -> None:
    place.is_linked_to_previous = False
    element: Element = place._element  # noqa: SLF001 - python-docx adds to it only by paragraphs of its own
    element.clear()
    element.append(make_paragraph(style, *content))


def _set_properties(document: Document, imprint: Imprint) -> None:
    said = document.core_properties
    said.title = clean_line(imprint.title)
    said.author = said.last_modified_by = imprint.author
    said.subject = imprint.subject
    said.comments = ""
    said.language = LANGUAGE
    said.created = said.modified = imprint.made_at.astimezone(UTC).replace(tzinfo=None)


def _shorten(line: str) -> str:
    """Cut a title that is wider than the page, and show that it is cut."""
    if stringWidth(line[:_MOST_LETTERS], _FACE, _SIZE) <= WIDTH and len(line) <= _MOST_LETTERS:
        return line
    line = line[:_MOST_LETTERS]
    while stringWidth(f"{line}…", _FACE, _SIZE) > WIDTH:
        line = line[:-1]
    return f"{line.rstrip()}…"
