"""The inside of an Excel file that comes from somebody: opened only as far as is needed, and never more than fits.

openpyxl reads a whole workbook, styles and drawings and all, and believes what it says of its size. Here only named
parts are read, each with a bound on what it unpacks to and on how much markup it holds, before anything is built of it.
"""

import re
import zlib
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import Element, ParseError
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from wizard.errors import KiKlarError

#: The most bytes of the file itself, of all that is unpacked of it, and the most tags and attributes in that.
MAX_BYTES: Final = 2_000_000
MAX_UNPACKED: Final = 20_000_000
MAX_MARKS: Final = 500_000

_ZIP = b"PK\x03\x04"
#: What old Excel files begin with, and new ones with a password: Microsoft's container of files.
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED_PART = "EncryptedPackage".encode("utf-16-le")
_IS_ENCRYPTED: Final = 0x1
#: What a broken archive makes zipfile and zlib raise.
_BROKEN = (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)


class WorkbookError(KiKlarError):
    """The file cannot be read at all. `key` names the phrase that says why, `values` what its places hold."""

    def __init__(self, key: str, **values: object) -> None:
        """Keep the phrase."""
        super().__init__(key)
        self.key = key
        self.values = values


class Package:
    """An Excel file, opened."""

    def __init__(self, raw: bytes) -> None:
        """Open the file. Raises `WorkbookError` where it is no zip archive, or none of Excel's."""
        _look_at(raw)
        try:
            self._archive = ZipFile(BytesIO(raw))
        except _BROKEN:
            raise WorkbookError("plan.damaged") from None
        # Names of parts are told apart without regard to case.
        self._parts = {info.filename.lower(): info for info in self._archive.infolist()}
        self._bytes_left = MAX_UNPACKED
        self._marks_left = MAX_MARKS
        self._look_inside()

    def find(self, name: str) -> Element | None:
        """Read a part as XML; None where there is none. Raises `WorkbookError`."""
        info = self._parts.get(name.lower())
        if info is None:
            return None
        text = _decode(self._unpack(info))
        self._marks_left -= text.count("<") + text.count("=")
        if self._marks_left < 0:
            raise WorkbookError("plan.too-much")
        try:
            root: Element = fromstring(text, forbid_dtd=True)
        except (ParseError, DefusedXmlException, ValueError):
            raise WorkbookError("plan.damaged") from None
        return root

    def _unpack(self, info: ZipInfo) -> bytes:
        if info.flag_bits & _IS_ENCRYPTED:
            raise WorkbookError("plan.protected")
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise WorkbookError("plan.damaged")
        if info.file_size > self._bytes_left:
            raise WorkbookError("plan.too-much")
        try:
            with self._archive.open(info) as file:
                # That size may be a lie. Without a bound all there is would be unpacked, and then cut to it.
                data = file.read(self._bytes_left)
        except _BROKEN:
            raise WorkbookError("plan.damaged") from None
        self._bytes_left -= len(data)
        return data

    def _look_inside(self) -> None:
        """Raise `WorkbookError` where the archive is something else than a workbook."""
        if "xl/workbook.bin" in self._parts:
            raise WorkbookError("plan.binary-excel")
        if any(name.startswith("word/") for name in self._parts):
            raise WorkbookError("plan.word")
        if "content.xml" in self._parts:
            raise WorkbookError("plan.open-document")
        if "[content_types].xml" not in self._parts:
            raise WorkbookError("plan.not-excel")


def _look_at(raw: bytes) -> None:
    """Raise `WorkbookError` where the size or the first bytes tell that it is no workbook."""
    if len(raw) > MAX_BYTES:
        raise WorkbookError("plan.too-large", limit=MAX_BYTES // 1_000_000)
    if not raw.strip():
        raise WorkbookError("plan.empty")
    if raw.startswith(_OLE):
        raise WorkbookError("plan.protected" if _ENCRYPTED_PART in raw else "plan.old-excel")
    if raw.startswith(b"%PDF"):
        raise WorkbookError("plan.pdf")
    if not raw.startswith(_ZIP):
        raise WorkbookError("plan.text" if _is_text(raw) else "plan.not-excel")


def _is_text(raw: bytes) -> bool:
    return re.search(rb"[\x00-\x08\x0e-\x1f]", raw) is None


def _decode(data: bytes) -> str:
    """Decode XML as Excel may write it: what it declares is not believed, for the bounds are counted in the text."""
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        raise WorkbookError("plan.damaged") from None
