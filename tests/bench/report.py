"""The PDF beside two floors: the same flowables without their tags, and a bare canvas with the same text."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, cast
from unittest.mock import patch

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from wizard.core.assessment import Assessment
from wizard.core.summary import Summary
from wizard.report import pdf
from wizard.report.tagged.elements import Element
from wizard.report.typeset.canvas import PagedCanvas
from wizard.services.reports import FONTS

_AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


class _Untagged(PagedCanvas):
    """The same canvas with nothing said about what is drawn."""

    def enter(self, element: Element) -> None: ...

    def leave(self) -> None: ...

    def place(self, element: Element) -> None: ...

    def mark(self, element: Element | None = None) -> None: ...

    def unmark(self) -> None: ...

    def marking(self, element: Element | None = None) -> str:
        return ""

    def unmarking(self) -> str:
        return ""

    def mark_artifact(self, entries: str = "") -> None: ...

    def link(
        self, element: Element, rect: tuple[float, float, float, float], text: str, *, url: str = "", key: str = ""
    ) -> None:
        if url:
            self.linkURL(url, rect, relative=1)
        else:
            self.linkRect(text, key, rect, relative=1)

    def write_structure(self) -> None: ...


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of text as it stands on its page."""

    page: int
    x: float
    y: float
    face: str
    size: float
    text: str


class Report:
    """One project's full report."""

    def __init__(self, assessment: Assessment, summary: Summary) -> None:
        self._assessment = assessment
        self._summary = summary
        self._pieces = self._listen()

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return max(piece.page for piece in self._pieces) - 1

    def write(self) -> bytes:
        """Write it as it is."""
        return pdf.write_pdf(self._assessment, self._summary, made_at=_AT, fonts=FONTS)

    def write_untagged(self) -> bytes:
        """Write it without tags."""
        with patch.object(pdf, "PagedCanvas", _Untagged):
            return self.write()

    def write_bare(self) -> bytes:
        """Write its text and nothing else, where it stands."""
        file = BytesIO()
        first = self._pieces[0]
        canvas = Canvas(file, invariant=1, pageCompression=1, initialFontName=cast("Any", first.face))
        page = 1
        for piece in self._pieces:
            if piece.page != page:
                canvas.showPage()
                page = piece.page
            canvas.setFont(piece.face, piece.size)
            canvas.drawString(piece.x, piece.y, piece.text)
        canvas.save()
        return file.getvalue()

    def _listen(self) -> list[_Piece]:
        """Write it once, and note every stretch of text."""
        pieces: list[_Piece] = []
        with _noting(pieces):
            self.write()
        return sorted(pieces, key=lambda piece: piece.page)


@contextmanager
def _noting(pieces: list[_Piece]) -> Iterator[None]:
    # Headers and footers are written when the last page is done, and so are noted on the page after it.
    with (
        patch.object(PDFTextObject, "textOut", _note(PDFTextObject.textOut, pieces)),
        patch.object(PDFTextObject, "textLine", _note(PDFTextObject.textLine, pieces)),
    ):
        yield


def _note(real: Callable[..., None], pieces: list[_Piece]) -> Callable[..., None]:
    def note(text_object: Any, text: str, **options: Any) -> None:
        canvas = text_object._canvas
        x, y = canvas.absolutePosition(*text_object.getCursor())
        pieces.append(_Piece(canvas.getPageNumber(), x, y, text_object._fontname, text_object._fontsize, text))
        real(text_object, text, **options)

    return note
