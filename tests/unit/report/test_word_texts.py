"""The texts of the Word document: all of them, in their order, with whatever letters there are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.report.conftest import MADE_AT
from tests.unit.report.word import ALL, IMPRINT, reopen, texts_of
from wizard.core.assessment import Assessment
from wizard.core.summary import Summary
from wizard.report.blocks import (
    Badge,
    Banner,
    Block,
    Facts,
    FirstFit,
    Heading,
    Items,
    Kept,
    Note,
    Numeral,
    Row,
    Table,
    Tasks,
    Text,
    Tick,
    Title,
)
from wizard.report.docx import write_docx
from wizard.report.editions import Edition, make_blocks
from wizard.report.manuscript import Manuscript
from wizard.report.sheet import Faces
from wizard.report.word.document import write_word
from wizard.report.word.styles import TEXTS
from wizard.report.word.xml import clean


@pytest.fixture(scope="module")
def document() -> Document:
    return reopen(ALL)


def test_everything_is_there_in_its_order(document: Document) -> None:
    assert [text for text in texts_of(document) if text] == [
        "Kø på jobcentret",
        *("Risici", "Kilder"),  # the contents
        *("Risici", "Først det værste"),
        *("1. Uden hjemmel", "\u00a0Kritisk risiko\u00a0  Jura"),
        *("VurderingSlem", "Note: Husk Søren", "Svar", "Nej", "Tja"),
        *("☒Find hjemlen", "☐Spørg", "Note: Snart"),
        *("Nr.", "Risiko", "Niveau", "1", "Uden hjemmel", "Fordi", "\u00a0Kritisk\u00a0", "Ikke relevant", "Huller"),
        *("Ord", "Sidst"),
        *("Kilder", "Et", "To", "Tre", "Længst", "Læs mere eller in English"),
    ]


@pytest.mark.parametrize("edition", [Edition.FULL, Edition.LAWYER])
def test_a_whole_edition_has_every_text_in_its_order(
    edition: Edition, assessment: Assessment, summary: Summary, fonts: Path
) -> None:
    data = write_docx(assessment, summary, edition=edition, made_at=MADE_AT, fonts=fonts)
    whole = plain("".join(texts_of(docx.Document(BytesIO(data)))))
    place = 0
    for text in said(make_blocks(Manuscript(assessment, summary, MADE_AT), edition)):
        found = whole.find(plain(text), place)
        assert found >= 0, f"{text!r} is missing, or stands too early"
        place = found + len(plain(text))


def said(blocks: Sequence[Block]) -> Iterator[str]:  # noqa: C901, PLR0912 - a line for each kind of block
    """Give the texts of blocks in the order in which they are to be read."""
    for block in blocks:
        match block:
            case Text(parts):
                yield from (part if isinstance(part, str) else part.text for part in parts)
            case Note(label, text):
                yield from (label, text)
            case Title(text) | Heading(text):
                yield text
            case Items(items):
                yield from (part if isinstance(part, str) else part.text for parts in items for part in parts)
            case Facts(pairs):
                for label, content in pairs:
                    yield from (label, *said(content))
            case Tasks(tasks):
                for task in tasks:
                    yield from said([Text(task.parts), *task.notes])
            case Badge(word) | Tick(word):
                yield word
            case Numeral(number):
                yield str(number)
            case Table(heads=heads, rows=rows):
                yield from heads
                for row in rows:
                    for cell in row.cells:
                        yield from said(cell)
            case Banner():
                yield from (str(block.numeral.number), block.heading.text, block.badge.word, block.note)
            case Kept(inner):
                yield from said(inner)
            case FirstFit(versions):
                yield from said(versions[0])
            case _:
                pass


def plain(text: str) -> str:
    return "".join(clean(text).split())


@pytest.mark.parametrize("edition", list(Edition))
def test_every_kind_of_text_has_a_style_in_word(edition: Edition, assessment: Assessment, summary: Summary) -> None:
    used = set(kinds(make_blocks(Manuscript(assessment, summary, MADE_AT), edition)))
    assert used - set(TEXTS) == set()


def kinds(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Text(style=style) | Items(style=style):
                yield style
            case Facts(pairs):
                yield from (style for _, content in pairs for style in kinds(content))
            case Table(rows=rows):
                yield from (style for row in rows for cell in row.cells for style in kinds(cell))
            case Kept(inner):
                yield from kinds(inner)
            case FirstFit(versions):
                yield from (style for version in versions for style in kinds(version))
            case _:
                pass


# ---- odd letters


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("\x00\x07\x1b[2Ja\x7f\x85b", "[2Ja\nb"),
        ("a\ud800b\uffffc\ufdd0", "abc"),
        ("<w:p/> & \"'", "<w:p/> & \"'"),
        ("a\u202eb\u2066c\u2069", "abc"),
        ("שלום\u200f מרחבא", "שלום\u200f מרחבא"),
        ("👩\u200d💻 🇩🇰 ❤\ufe0f", "👩\u200d💻 🇩🇰 ❤\ufe0f"),
        ("Kalaallit nunaat ĸ – Sámi čŋđ", "Kalaallit nunaat ĸ – Sámi čŋđ"),
        ("a\tb\r\nc\n\n\n\nd", "a b\nc\n\nd"),
        ("æ" * 10_000, "æ" * 10_000),
        ("=HYPERLINK(1)", "=HYPERLINK(1)"),
    ],
)
def test_odd_letters_are_kept_where_they_can_be(typed: str, shown: str) -> None:
    document = reopen([Title(typed), Text([typed]), Table(typed, (0,), [typed], [Row([[Text([typed], "cell")]])])])
    assert document.paragraphs[1].text == shown
    assert document.tables[0].rows[1].cells[0].text == shown
    assert document.paragraphs[0].text == " ".join(shown.split())


@given(st.text(st.characters()), st.text(st.characters()))
def test_whatever_is_typed_can_be_opened_again(title: str, text: str) -> None:
    data = write_word([Title(title), Text([text])], replace(IMPRINT, title=title), faces=Faces())
    document = docx.Document(BytesIO(data))
    assert [p.text for p in document.paragraphs] == [" ".join(clean(title).split()), clean(text)]
    assert not re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff\u202a-\u202e]", document.paragraphs[1].text)
