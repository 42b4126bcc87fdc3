"""Our data in a PDF, found without reading the PDF.

A PDF library builds objects of whatever a file says that it holds: at every limit that qpdf has, a stranger's two
megabytes still become hundreds. But what we look for is a stream, and a stream stands in the file as itself, whoever
saved the file last. So the beginning of each is unpacked, and the one that begins like our data is unpacked whole, up
to a limit. See `docs/decisions/0014-answers-out-of-a-pdf.md`.
"""

import re
import zlib

from wizard.report.reading.errors import UnreadableError

#: What our data begins with, however the JSON is laid out.
_OURS = re.compile(rb'\s*\{\s*"format"\s*:\s*"ki-klar-rapport"')
#: So much unpacked shows it, and so much packed is enough for that.
_BEGINNING = 200
_PACKED_BEGINNING = 1000
#: Where a stream begins that is either packed by zlib, or plain and an object of JSON.
_STREAM = re.compile(rb"(?<!end)stream\r?\n(?=[\x08\x18\x28\x38\x48\x58\x68\x78]|\s*\{)")
#: A report has a few hundred.
_MOST_STREAMS = 20_000
#: No line of JSON begins so: a line end within a text is written as two letters.
_END = re.compile(rb"[\r\n]endstream")
#: What stands at the end of every PDF, with room for what it gathers on its way by post.
_LAST = b"%%EOF"
_TAIL = 2048
_LOCKED = re.compile(rb"/Encrypt\b")


def find_in_pdf(raw: bytes, limit: int) -> bytes:
    """Give the data of a report that is in a PDF, of at most `limit` bytes. Raises `UnreadableError`."""
    if _LAST not in raw[-_TAIL:]:
        raise UnreadableError("cut")
    start = _find(raw)
    if start is None:
        raise UnreadableError("locked" if _LOCKED.search(raw) else "not-ours")
    data = _plain(raw, start, limit) if _OURS.match(raw, start) else _unpack(raw, start, limit)
    if len(data) > limit:
        raise UnreadableError("inside-too-large", limit=limit // 1_000_000)
    return data


def _find(raw: bytes) -> int | None:
    """Find where the newest of our streams begins: what is changed in a PDF is written after what it was before."""
    found = None
    for number, stream in enumerate(_STREAM.finditer(raw)):
        if number == _MOST_STREAMS:
            break
        if _OURS.match(raw, stream.end()) or _OURS.match(_unpack_beginning(raw, stream.end())):
            found = stream.end()
    return found


def _unpack_beginning(raw: bytes, start: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(raw[start : start + _PACKED_BEGINNING], _BEGINNING)
    except zlib.error:
        return b""


def _plain(raw: bytes, start: int, limit: int) -> bytes:
    end = _END.search(raw, start)
    if end is None:
        raise UnreadableError("cut")
    return raw[start : min(end.start(), start + limit + 1)]


def _unpack(raw: bytes, start: int, limit: int) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(raw[start:], limit + 1)
    except zlib.error:
        raise UnreadableError("damaged") from None
    if len(data) <= limit and not unpacking.eof:
        raise UnreadableError("cut")
    return data
