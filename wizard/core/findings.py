"""What a search has found, and where a text has it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from wizard.core.vocabulary import Vocabulary
from wizard.core.words import Word, hyphenated, numbered, words_in


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found. `kind` is the folder of its address.

    The whole part of `score` is how many of the words it has (two parts of words make one), the rest how well. Where
    it is only near, the score is 0-1: how like the words of its title are.
    """

    kind: str
    id: str
    title: str
    summary: str
    score: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text; `is_hit` where it is what was found."""

    text: str
    is_hit: bool


@dataclass(frozen=True)
class Findings:
    """What was found, best first. Where `is_nearest`, nothing was, and these are only the nearest.

    `unsure` are the words of the query that no entry has, as they were typed: what was found has only a part of them,
    or words that are like them, or nothing of them. Where `is_guess`, that is so of all.
    """

    hits: tuple[Hit, ...]
    vocabulary: Vocabulary
    terms: frozenset[str] = frozenset()
    is_nearest: bool = False
    unsure: tuple[str, ...] = ()
    is_guess: bool = False

    def mark(self, text: str) -> tuple[Piece, ...]:
        """Cut a text in pieces, so that whole words that were found stand by themselves. Joined they are the text."""
        pieces: list[Piece] = []
        done = 0
        for start, end in self._found_in(text):
            if start > done:
                pieces.append(Piece(text[done:start], is_hit=False))
            pieces.append(Piece(text[start:end], is_hit=True))
            done = end
        if done < len(text):
            pieces.append(Piece(text[done:], is_hit=False))
        return tuple(pieces)

    def count(self, text: str) -> int:
        """Count the different words in a text that were found."""
        return len({text[start:end].casefold() for start, end in self._found_in(text)})

    def _found_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where the text has what was found, in its order and apart from each other."""
        found = sorted((start, end) for term, start, end in _places(text, self.vocabulary) if term in self.terms)
        while found:
            start, end = found.pop(0)
            while found and found[0][0] < end:
                end = max(end, found.pop(0)[1])
            yield start, end


# The texts are those of the content, and to read one takes ten times as long as to look up what is in it.
@lru_cache(maxsize=8192)
def _places(text: str, vocabulary: Vocabulary) -> tuple[tuple[str, int, int], ...]:
    """Give what a text is found by, with where each begins and ends."""
    words = words_in(text)
    return tuple((term, words[first].start, words[last].end) for term, first, last in terms_in(text, words, vocabulary))


def terms_in(text: str, words: Sequence[Word], vocabulary: Vocabulary) -> Iterator[tuple[str, int, int]]:
    """Yield what a text is found by, with the places of the first and the last word of each."""
    for place, word in enumerate(words):
        yield (word.text if word.is_number else vocabulary.term_of(word.text)), place, place
        name = numbered(word, words[place + 1]) if place + 1 < len(words) else None
        if name:
            yield name, place, place + 1
    for joined, first, last in hyphenated(text, words):
        yield vocabulary.term_of(joined), first, last
