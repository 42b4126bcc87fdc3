"""Breaking text into lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportlab.pdfbase.pdfmetrics import stringWidth

from wizard.report.tagged.elements import Element


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face and colour, clean and ready to print; `href` makes it a link.

    `element` is what it is, where it is something else than the text around it.
    """

    text: str
    face: str
    colour: str
    href: str = ""
    element: Element | None = None


#: Runs side by side.
Line = tuple[Run, ...]

#: A part of a word, and the run that it comes from.
_Piece = tuple[str, Run]

#: Only a plain space parts words: a no-break space does not.
_PARTS = re.compile(r"\n| +|[^ \n]+")
#: Longer words are rare, and would fill the memory of the cache.
_REMEMBERED = 40

_remember = lru_cache(maxsize=20_000)(stringWidth)


def measure(text: str, face: str, size: float) -> float:
    """Give the width of a text in points."""
    return (_remember if len(text) <= _REMEMBERED else stringWidth)(text, face, size)


def break_lines(runs: Sequence[Run], size: float, width: float) -> Iterator[Line]:
    """Break runs into lines no wider than `width`. A word that is wider than a line is broken where it must."""
    line: list[list[_Piece]] = []
    used = 0.0
    for whole in _words(runs):
        word = whole
        if not word:
            yield _join(line, space=" ")
            line, used = [], 0.0
            continue
        space = measure(" ", line[-1][-1][1].face, size) if line else 0.0
        wide = sum(measure(text, run.face, size) for text, run in word)
        if line and used + space + wide > width:
            yield _join(line, space=" ")
            line, used, space = [], 0.0, 0.0
        while wide > width and (cut := _cut(word, size, width)):
            yield _join([cut[0]])
            word, wide = cut[1], wide - cut[2]
        line.append(word)
        used += space + wide
    if line:
        yield _join(line)


def _words(runs: Sequence[Run]) -> Iterator[list[_Piece]]:
    """Yield the words, and an empty one for a line break."""
    word: list[_Piece] = []
    for run in runs:
        for part in _PARTS.findall(run.text):
            if part[0] not in " \n":
                word.append((part, run))
                continue
            if word:
                yield word
                word = []
            if part == "\n":
                yield []
    if word:
        yield word


def _cut(word: list[_Piece], size: float, width: float) -> tuple[list[_Piece], list[_Piece], float] | None:
    """Cut a word that is too wide into what fits on a line and the rest, with the width of the first part.

    Gives None where nothing is left to cut: a single letter that is wider than the line.
    """
    head: list[_Piece] = []
    used = 0.0
    for place, (text, run) in enumerate(word):
        for index, letter in enumerate(text):
            wide = measure(letter, run.face, size)
            if used + wide > width and (head or index):
                rest = [(text[index:], run), *word[place + 1 :]]
                return ([*head, (text[:index], run)] if index else head), rest, used
            used += wide
        head.append((text, run))
    return None


def _join(words: list[list[_Piece]], *, space: str = "") -> Line:
    """Put words side by side with a space between them, and what is of one run in one run.

    `space` ends the line: it is not seen, but whoever reads the text aloud knows that a word ends here.
    """
    pieces: list[_Piece] = []
    for word in words:
        if pieces:
            pieces[-1] = (pieces[-1][0] + " ", pieces[-1][1])
        for text, run in word:
            if pieces and pieces[-1][1] is run:
                pieces[-1] = (pieces[-1][0] + text, run)
            else:
                pieces.append((text, run))
    if pieces and space:
        pieces[-1] = (pieces[-1][0] + space, pieces[-1][1])
    return tuple(Run(text, run.face, run.colour, run.href, run.element) for text, run in pieces)
