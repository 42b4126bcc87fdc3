"""PDF files that carry data, as our report does, and such as nobody should send."""

import io
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest

from wizard.report.reading import UnreadableError

NAME = "ki-klar-rapport.json"
MEGABYTE = 1_000_000


def carry(data: bytes | None, *, name: str = NAME, **options: Any) -> bytes:
    """Make a PDF of one empty page with data attached, saved in one of the ways that pikepdf has."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        if data is not None:
            pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, data, mime_type="application/json")
        file = io.BytesIO()
        pdf.save(file, **options)
    return file.getvalue()


def carry_packed(packed: bytes, *, filters: bytes = b"/FlateDecode") -> bytes:
    """Make something like a PDF around a stream that is packed already."""
    head = b"%PDF-1.7\n1 0 obj\n<< /Type /EmbeddedFile /Filter " + filters + b" /Length %d >>\nstream\n" % len(packed)
    return head + packed + b"\nendstream\nendobj\ntrailer\n<< /Size 2 >>\nstartxref\n0\n%%EOF\n"


def pack_bomb(beginning: bytes, size: int) -> bytes:
    """Pack what begins so and becomes `size` bytes, without having them all at once."""
    packing = zlib.compressobj(9)
    parts = [packing.compress(beginning)]
    parts += [packing.compress(b" " * MEGABYTE) for _ in range(size // MEGABYTE)]
    return b"".join((*parts, packing.flush()))


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(UnreadableError) as caught:
        act()
    return caught.value.code
