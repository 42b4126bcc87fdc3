"""The line of an entry's text that has most of what somebody looked for."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from wizard.core.findings import Findings, Piece
from wizard.core.guidance import Case, Challenge, Entry, Law
from wizard.core.questions import Question

#: The most letters of a line, and how many of them stand before the first hit.
_LENGTH = 220
_BEFORE = 60
_MARKUP = re.compile(r"\]\([^)]*\)|[\[*_`]|^(?:[->]|\d+\.) ", re.MULTILINE)


def excerpt(item: Entry | Question, findings: Findings) -> Sequence[Piece]:
    """Give the line with the most different words that were looked for, the first of several; nothing without any."""
    best = max(_lines(item), key=findings.count, default="")
    return _cut(findings.mark(best)) if findings.count(best) else ()


def count_hits(pieces: Sequence[Piece]) -> int:
    """Count the different words that were looked for."""
    return len({piece.text.casefold() for piece in pieces if piece.is_hit})


def _lines(item: Entry | Question) -> Iterator[str]:
    match item:
        case Question():
            yield from (option.label for option in item.options)
            return
        case Law():
            yield from item.says
        case Challenge():
            yield from (action.text for action in item.actions)
        case Case():
            yield from item.facts
        case _:
            pass
    for block in re.split(r"\n(?:\s*\n|(?=[-\d]))", item.body):
        if not block.startswith("#"):
            yield " ".join(_MARKUP.sub("", block).split())


def _cut(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Cut a long line at whole words, so that the first hit is in sight."""
    text = "".join(piece.text for piece in pieces)
    if len(text) <= _LENGTH:
        return pieces
    starts = [0, *accumulate(len(piece.text) for piece in pieces)]
    hit = next(start for start, piece in zip(starts, pieces, strict=False) if piece.is_hit)
    first = text.find(" ", hit - _BEFORE, hit) + 1 if hit > _BEFORE else 0
    end = text.rfind(" ", first, first + _LENGTH) if len(text) > first + _LENGTH else len(text)
    kept = [
        Piece(piece.text[max(0, first - start) : end - start], piece.is_hit)
        for start, piece in zip(starts, pieces, strict=False)
        if start < end and start + len(piece.text) > first
    ]
    before = [Piece("… ", is_hit=False)] if first else []
    after = [Piece(" …", is_hit=False)] if end < len(text) else []
    return [*before, *kept, *after]
