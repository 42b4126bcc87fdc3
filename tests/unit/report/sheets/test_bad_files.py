"""Files that are no plan, or meant to do harm: each is told for what it is, and none costs time or memory."""

import tracemalloc
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.report.sheets.books import HEADS, UNTOUCHED, by_hand, faults, packed, parts_of, read, row
from wizard.report.sheets.package import MAX_BYTES

SHEET = "xl/worksheets/sheet1.xml"
OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def only_fault(raw: bytes) -> str:
    [(where, text)] = faults(raw)
    assert where == ""
    return text


def with_part(name: str, content: bytes | str) -> bytes:
    return packed({**parts_of(by_hand([HEADS, row(2, "p")])), name: content})


def word() -> bytes:
    file = BytesIO()
    Document().save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "Filen er tom"),
        (b"  \n", "Filen er tom"),
        (b"%PDF-1.7\n...", "er en PDF"),
        (b'\xef\xbb\xbf"Nr.";"Punkt"\r\n', "CSV"),
        ("Nr.;Frist;Æ\n".encode("latin-1"), "CSV"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "ikke et Excel-regneark"),
        (OLE + b"\x00" * 600, ".xls"),
        (OLE + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"), "adgangskode"),
        (packed({"a.txt": "a"}), "ikke et Excel-regneark"),
        (packed({"[Content_Types].xml": "<a/>"}), "ikke et Excel-regneark"),
        (packed({"mimetype": "x", "content.xml": "<a/>"}), "OpenDocument"),
        (packed({"[Content_Types].xml": "<a/>", "xl/workbook.bin": b"x"}), ".xlsb"),
        (word(), "Word-dokument"),
        (UNTOUCHED[:-30], "beskadiget"),
        (UNTOUCHED[: len(UNTOUCHED) // 2], "beskadiget"),
        (b"PK\x03\x04", "beskadiget"),
        (UNTOUCHED + b"\x00" * MAX_BYTES, "højst fylde 2 MB"),
    ],
)
def test_a_file_that_is_no_plan_is_told_for_what_it_is(raw: bytes, said: str) -> None:
    assert said in only_fault(raw)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<worksheet>",
        b"\xff\xff\xff",
        b"<worksheet>\x00</worksheet>",
        '<?xml version="1.0" encoding="utf-7"?><worksheet/>'.encode("utf-16") + b"\x00",
        b'<worksheet><sheetData><row r="x"/></sheetData></worksheet>',
        b'<worksheet><sheetData><row r="1"><c t="s"><v>99</v></c></row></sheetData></worksheet>',
        b'<worksheet><sheetData><row r="1"><c t="n"><v>a</v></c></row></sheetData></worksheet>',
        b'<worksheet><sheetData><row r="1"><c t="d"><v>i dag</v></c></row></sheetData></worksheet>',
        b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><worksheet/>',
    ],
)
def test_a_part_that_cannot_be_read_makes_a_damaged_file(content: bytes) -> None:
    assert "beskadiget" in only_fault(with_part(SHEET, content))


@pytest.mark.parametrize("name", [SHEET, "xl/workbook.xml"])
def test_a_part_that_is_missing_makes_a_damaged_file(name: str) -> None:
    parts = parts_of(by_hand([HEADS]))
    del parts[name]
    assert "beskadiget" in only_fault(packed(parts))


def test_entities_in_entities_are_not_unfolded() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = (
        f'<!DOCTYPE a [<!ENTITY e0 "ha">{levels}]><worksheet><sheetData><row><c>&e9;</c></row></sheetData></worksheet>'
    )
    assert "beskadiget" in only_fault(with_part(SHEET, bomb))


def bomb_of_bytes() -> bytes:
    return with_part(SHEET, b"<worksheet>" + b" " * 50_000_000 + b"</worksheet>")


def bomb_of_tags() -> bytes:
    return with_part(SHEET, b"<worksheet>" + b"<a/>" * 4_000_000 + b"</worksheet>")


def bomb_of_attributes() -> bytes:
    many = " ".join(f'a{number}=""' for number in range(600_000))
    return with_part(SHEET, f"<worksheet {many}/>")


def bomb_of_cells() -> bytes:
    return by_hand([HEADS, f'<row r="2">{"<c/>" * 3_000_000}</row>'])


def bomb_of_strings() -> bytes:
    return with_part("xl/SharedStrings.xml", b"<sst>" + b"<si/>" * 3_000_000 + b"</sst>")


def bomb_in_utf_16() -> bytes:
    return with_part(SHEET, ("<worksheet>" + "<a/>" * 600_000 + "</worksheet>").encode("utf-16"))


@pytest.mark.parametrize(
    "bomb", [bomb_of_bytes, bomb_of_tags, bomb_of_attributes, bomb_of_cells, bomb_of_strings, bomb_in_utf_16]
)
def test_a_file_that_grows_when_it_is_unpacked_is_let_alone(bomb: object) -> None:
    raw = bomb()  # type: ignore[operator]  # one of the above
    assert len(raw) < MAX_BYTES
    tracemalloc.start()
    try:
        text = only_fault(raw)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "pakker mere ud" in text
    assert most < 150_000_000


def test_a_size_that_is_a_lie_does_not_let_more_in() -> None:
    raw = bytearray(bomb_of_bytes())
    true = (50_000_000 + len("<worksheet></worksheet>")).to_bytes(4, "little")
    assert raw.count(true) == 2
    assert "beskadiget" in only_fault(bytes(raw).replace(true, (100).to_bytes(4, "little")))


def test_a_part_with_a_password_or_packed_in_another_way_is_refused() -> None:
    locked = bytearray(by_hand([HEADS]))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := locked.find(mark, at + 1)) >= 0:
            locked[at + offset] |= 1
    assert "adgangskode" in only_fault(bytes(locked))
    file = BytesIO()
    with ZipFile(file, "w", ZIP_BZIP2) as archive:
        for name, content in parts_of(by_hand([HEADS])).items():
            archive.writestr(name, content)
    assert "beskadiget" in only_fault(file.getvalue())


def test_a_way_out_of_the_archive_leads_nowhere() -> None:
    parts = parts_of(by_hand([HEADS, row(2, "p")]))
    links = parts["xl/_rels/workbook.xml.rels"].replace(b"/xl/worksheets/sheet1.xml", b"../../../../etc/passwd")
    assert "beskadiget" in only_fault(packed({**parts, "xl/_rels/workbook.xml.rels": links}))


def test_a_relation_to_nothing_is_told() -> None:
    parts = parts_of(by_hand([HEADS, row(2, "p")]))
    links = parts["xl/_rels/workbook.xml.rels"].replace(b'Id="rId1"', b'Id="rId9"')
    assert "beskadiget" in only_fault(packed({**parts, "xl/_rels/workbook.xml.rels": links}))


def test_a_workbook_without_styles_and_strings_is_read() -> None:
    parts = parts_of(by_hand([HEADS, row(2, "p")]))
    del parts["xl/styles.xml"], parts["xl/SharedStrings.xml"]
    assert len(read(packed(parts)).rows) == 1


@settings(deadline=None)
@given(at=st.integers(0, len(UNTOUCHED) - 1), bits=st.integers(1, 255))
def test_no_flipped_bit_makes_it_fail(at: int, bits: int) -> None:
    raw = bytearray(UNTOUCHED)
    raw[at] ^= bits
    read(bytes(raw))


@settings(deadline=None)
@given(end=st.integers(0, len(UNTOUCHED) - 1))
def test_no_cut_makes_it_fail(end: int) -> None:
    assert faults(UNTOUCHED[:end])


@settings(deadline=None)
@given(
    name=st.sampled_from(sorted(parts_of(UNTOUCHED))), at=st.floats(0, 1, exclude_max=True), piece=st.text(max_size=6)
)
def test_no_broken_part_makes_it_fail(name: str, at: float, piece: str) -> None:
    parts = parts_of(UNTOUCHED)
    place = int(at * len(parts[name]))
    parts[name] = parts[name][:place] + piece.encode() + parts[name][place + len(piece) :]
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    read(file.getvalue())
