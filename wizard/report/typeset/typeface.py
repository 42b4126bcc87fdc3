"""The fonts of a report: TrueType files of one family, embedded in every PDF."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from wizard.report.typeset.letters import Letters

_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class Typeface:
    """The registered names of the four faces, and what can be written in all of them."""

    regular: str
    semibold: str
    bold: str
    italic: str
    letters: Letters


def load_typeface(folder: Path) -> Typeface:
    """Load the faces `*-Regular.ttf`, `*-SemiBold.ttf`, `*-Bold.ttf` and `*-Italic.ttf` of a folder, once per process.

    Raises FileNotFoundError where one is missing.
    """
    # A font that is registered anew while another thread writes with it would lose what that one has used.
    with _LOCK:
        return _load(folder.resolve())


@lru_cache(maxsize=4)
def _load(folder: Path) -> Typeface:
    fonts = [_register(folder, face) for face in ("Regular", "SemiBold", "Bold", "Italic")]
    # Glyph 0 is the box that a font shows for what it lacks.
    drawable = frozenset.intersection(
        *(frozenset(code for code, glyph in font.face.charToGlyph.items() if glyph) for font in fonts)
    )
    regular, semibold, bold, italic = (font.fontName for font in fonts)
    return Typeface(regular, semibold, bold, italic, Letters(drawable))


def _register(folder: Path, face: str) -> TTFont:
    path = next(iter(sorted(folder.glob(f"*-{face}.ttf"))), None)
    if path is None:
        raise FileNotFoundError(f"no *-{face}.ttf in {folder}: `python run.py assets` puts the fonts in place")
    font = TTFont(str(path), str(path))
    pdfmetrics.registerFont(font)
    return font
