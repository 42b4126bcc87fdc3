"""Bytes from a stranger: found, told apart, and never more of them taken than there is room for."""

import hashlib
import io
import json
import tracemalloc
import zipfile
import zlib
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.carriers import MEGABYTE, carry, carry_packed, code_of, pack_bomb
from wizard.report.reading import MAX_JSON, MAX_PDF, UnreadableError, find_report, parse

REPORT = json.dumps({"format": "ki-klar-rapport", "format_version": 1, "assessment": {}, "x": "æøå 😀"}).encode()

#: So much that its beginning does not show whether its end is there.
LONG = REPORT + b" ".join(hashlib.sha256(bytes([number])).hexdigest().encode() for number in range(200))


def archive(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return file.getvalue()


# ---- which file it is


@pytest.mark.parametrize(
    "raw", [b"{}", b' \n{"answers": {}}', b"\xef\xbb\xbf{}", b"[1]", b"null", b"hej", b"\xff\xfe{"]
)
def test_what_may_be_json_is_given_as_it_is(raw: bytes) -> None:
    assert find_report(raw) == raw


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t\x00", "empty"),
        (archive("[Content_Types].xml", "word/document.xml"), "word"),
        (archive("[Content_Types].xml", "xl/workbook.xml"), "excel"),
        (archive("rapport.pdf"), "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500, "office"),
        (b"{\\rtf1\\ansi hej}", "word"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "picture"),
        (b"GIF89a", "picture"),
        (b"\x00\x00\x00\x18ftypheic", "picture"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "picture"),
        (b"<!DOCTYPE html><title>Rapport</title>", "web-page"),
        (b"\xef\xbb\xbf\n<?xml version='1.0'?>", "web-page"),
    ],
)
def test_file_of_another_kind_is_known_for_what_it_is(raw: bytes, code: str) -> None:
    assert code_of(lambda: find_report(raw)) == code


def test_file_that_is_too_large_is_not_looked_into() -> None:
    assert find_report(b"{}" + b" " * (MAX_JSON - 2))
    assert code_of(lambda: find_report(b"{}" + b" " * (MAX_JSON - 1))) == "too-large"
    whole = carry(REPORT)
    room = MAX_PDF - len(whole)
    assert find_report(whole + b" " * 1000) == REPORT
    assert code_of(lambda: find_report(whole + b" " * (room + 1))) == "pdf-too-large"


# ---- data in a PDF


SAVED: dict[str, dict[str, Any]] = {
    "plainly": {},
    "with objects packed": {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
    "for the web": {"linearize": True},
    "unpacked": {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.generalized},
    "packed anew": {"recompress_flate": True},
}


@pytest.mark.parametrize("options", SAVED.values(), ids=SAVED.keys())
def test_data_is_found_however_the_pdf_was_saved(options: dict[str, Any]) -> None:
    assert find_report(carry(REPORT, **options)) == REPORT


def test_data_is_found_when_the_pdf_has_been_saved_again_by_another() -> None:
    with pikepdf.open(io.BytesIO(carry(REPORT))) as pdf:
        pdf.add_blank_page()
        file = io.BytesIO()
        pdf.save(file, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert find_report(file.getvalue()) == REPORT


def test_data_is_found_with_something_before_and_after_the_pdf() -> None:
    assert find_report(b"\r\n\r\n" + carry(REPORT) + b"\r\n--granse--\r\n") == REPORT


def test_of_two_the_newer_is_taken() -> None:
    newer = REPORT.replace(b"assessment", b"assessmenT")
    assert find_report(carry(REPORT) + carry(newer)) == newer


def test_data_may_hold_the_words_of_a_pdf() -> None:
    data = json.dumps({"format": "ki-klar-rapport", "note": "endstream stream\nendstream\r\nendobj %%EOF"}).encode()
    for options in SAVED.values():
        assert find_report(carry(data, **options)) == data


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (carry(None), "not-ours"),
        (carry(b'{"format": "noget-andet"}'), "not-ours"),
        (carry(b"", name="ki-klar-rapport.json"), "not-ours"),
        (carry(b"endnu en fil", name="andet.txt"), "not-ours"),
        (carry_packed(zlib.compress(b"x" * 5000)), "not-ours"),
        # Of packings in packings none is ours.
        (carry_packed(zlib.compress(zlib.compress(REPORT)), filters=b"[/FlateDecode /FlateDecode]"), "not-ours"),
        (b"%PDF-1.7\n%%EOF", "not-ours"),
        (carry(REPORT)[:-400], "cut"),
        (carry(REPORT)[:300], "cut"),
        (b"%PDF-1.7", "cut"),
        (carry_packed(zlib.compress(LONG)[:-4] + b"\x00\x00\x00\x00"), "damaged"),
        (carry_packed(zlib.compress(LONG)[:2000] + b"\xff" * 50 + zlib.compress(LONG)[2050:]), "damaged"),
    ],
)
def test_pdf_without_data_that_can_be_used_is_told(raw: bytes, code: str) -> None:
    assert code_of(lambda: find_report(raw)) == code


def test_stream_that_ends_with_the_file_is_cut() -> None:
    packed = zlib.compressobj()
    half = packed.compress(b"%%EOF" + REPORT) + packed.flush(zlib.Z_SYNC_FLUSH)
    assert code_of(lambda: find_report(b"%PDF-1.7\n%%EOF\nstream\n" + half)) == "not-ours"
    packed = zlib.compressobj(0)
    half = packed.compress(REPORT + b" %%EOF") + packed.flush(zlib.Z_SYNC_FLUSH)
    assert code_of(lambda: find_report(b"%PDF-1.7\nstream\n" + half)) == "cut"
    assert code_of(lambda: find_report(b"%PDF-1.7\nstream\n" + REPORT + b" %%EOF")) == "cut"


@pytest.mark.parametrize("user", ["", "hemmeligt"])
def test_pdf_that_is_locked_is_told(user: str) -> None:
    locked = carry(REPORT, encryption=pikepdf.Encryption(owner="ejer", user=user))
    assert code_of(lambda: find_report(locked)) == "locked"


@pytest.mark.parametrize("beginning", [REPORT[:-1], b"", b"1 0 2 40 "], ids=["ours", "spaces", "objects"])
def test_bomb_takes_no_more_than_there_is_room_for(beginning: bytes) -> None:
    raw = carry_packed(pack_bomb(beginning, 100 * MEGABYTE))
    assert len(raw) < MEGABYTE
    tracemalloc.start()
    try:
        code = code_of(lambda: find_report(raw))
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert code == ("inside-too-large" if beginning.startswith(b"{") else "not-ours")
    assert most < 4 * MAX_JSON


def test_many_streams_are_looked_at_and_no_more() -> None:
    raw = b"%PDF-1.7\n" + b"stream\nx\x9c\x00" * 50_000 + carry(REPORT)
    assert code_of(lambda: find_report(raw)) == "not-ours"


def test_data_may_be_as_large_as_a_file_of_it() -> None:
    data = REPORT + b" " * (MAX_JSON - len(REPORT))
    unpacked = SAVED["unpacked"]
    assert len(find_report(carry(data))) == len(find_report(carry(data, **unpacked))) == MAX_JSON
    assert code_of(lambda: find_report(carry(data + b" "))) == "inside-too-large"
    assert code_of(lambda: find_report(carry(data + b" ", **unpacked))) == "inside-too-large"


@given(st.data())
def test_pdf_that_is_damaged_anywhere_gives_its_data_or_is_told(data: st.DataObject) -> None:
    raw = bytearray(carry(REPORT))
    for place in data.draw(st.lists(st.integers(0, len(raw) - 1), min_size=1, max_size=4)):
        raw[place] = data.draw(st.integers(0, 255))
    cut = bytes(raw[: data.draw(st.integers(1, len(raw)))])
    try:
        found = find_report(cut)
    except UnreadableError:
        return
    assert found == REPORT or not cut.startswith(b"%PDF-")


# ---- JSON


def test_an_object_is_parsed_with_or_without_the_mark_of_its_encoding() -> None:
    assert parse(REPORT).data == parse(b"\xef\xbb\xbf" + REPORT).data == json.loads(REPORT)
    assert parse(REPORT).hidden == ()


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ('{"a": "sø"}'.encode("latin-1"), "not-utf-8"),
        ("{}".encode("utf-16"), "not-utf-8"),
        (b"{", "not-json"),
        (b"{} {}", "not-json"),
        (b'{"a": 1,}', "not-json"),
        (b"hej", "not-json"),
        (b"[" * 100_000, "too-deep"),
        (b'{"a":' * 50_000, "too-deep"),
        (b"[" * 21 + b"]" * 21, "too-deep"),
        (b'{"a":' * 21 + b"1" + b"}" * 21, "too-deep"),
        (b'{"a": ' + b"9" * 5000 + b"}", "number-too-long"),
        (b"[]", "not-an-object"),
        (b"null", "not-an-object"),
        (b"NaN", "not-an-object"),
    ],
)
def test_what_is_no_object_of_json_is_told(raw: bytes, code: str) -> None:
    assert code_of(lambda: parse(raw)) == code


def test_it_is_said_where_json_goes_wrong() -> None:
    with pytest.raises(UnreadableError) as caught:
        parse(b'{"a": 1,\n "b" 2}')
    assert caught.value.values == {"line": 2, "column": 6}
    with pytest.raises(UnreadableError) as caught:
        parse('{"a": "sø"}'.encode("latin-1"))
    assert caught.value.values == {"position": 8}


def test_what_stands_under_a_key_that_stands_again_is_not_forgotten() -> None:
    parsed = parse(b'{"a": 1, "b": {"c": [2], "c": 3, "d": 4, "c": 5}, "a": 6}')
    assert parsed.data == {"a": 6, "b": {"c": 5, "d": 4}}
    assert sorted(parsed.hidden, key=str) == [("a", 1), ("c", 3), ("c", [2])]
