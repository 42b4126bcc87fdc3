"""Which kind of file it is, and where the JSON is in it."""

import re

from wizard.report.reading.errors import UnreadableError
from wizard.report.reading.pdf import find_in_pdf

#: The most bytes that a PDF and that JSON may have.
MAX_PDF = 10_000_000
MAX_JSON = 2_000_000

#: Readers look for the mark of a PDF in the first kilobyte.
_PDF = re.compile(rb"%PDF-[0-9]", re.DOTALL)
_HEAD = 1024
#: How other files begin that somebody may take for a report.
_OTHERS = (
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\x00|MM\x00\*|BM.{4}\x00{4}|RIFF.{4}WEBP|.{4}ftyp(heic|mif1|avif)", "picture"),
    (rb"\s*\{\\rtf", "word"),
    (rb"(\xef\xbb\xbf)?\s*<", "web-page"),
)
_OTHER = tuple((re.compile(begins, re.DOTALL), kind) for begins, kind in _OTHERS)


def find_report(raw: bytes) -> bytes:
    """Give the JSON of a report: the file itself, or what travels inside the PDF. Raises `UnreadableError`."""
    if not raw.strip(b"\x00\t\n\r "):
        raise UnreadableError("empty")
    if _PDF.search(raw, 0, _HEAD):
        if len(raw) > MAX_PDF:
            raise UnreadableError("pdf-too-large", limit=MAX_PDF // 1_000_000)
        return find_in_pdf(raw, MAX_JSON)
    kind = _kind(raw)
    if kind:
        raise UnreadableError(kind)
    if len(raw) > MAX_JSON:
        raise UnreadableError("too-large", limit=MAX_JSON // 1_000_000)
    return raw


def _kind(raw: bytes) -> str | None:
    """Say what a file is that is no report; None where it may be JSON."""
    if raw.startswith(b"PK\x03\x04"):
        # The names of the files in an archive stand in it as they are.
        return "word" if b"word/" in raw else "excel" if b"xl/" in raw else "archive"
    return next((kind for begins, kind in _OTHER if begins.match(raw)), None)
