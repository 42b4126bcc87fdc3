"""The words that the entries are written with, and which of them somebody may mean by what they typed.

Every way in which two words are taken for each other has a factor: how much of an occurrence of the word that was
typed an occurrence of the other counts for.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from wizard.core.words import NOT_TELLING, stem_of

#: `vurdering` where `vurdere` was typed.
KIN = 0.7
#: `datakvalitet` where its last part was typed, which says what it is, or another of its parts.
HEAD, MODIFIER = 0.5, 0.4
#: A word that begins with what was typed, in proportion to how much of it that is.
PREFIX = 0.6
#: A word with so many letters wrong, and one that is neither finished nor right.
WRONG = {1: 0.6, 2: 0.4}
UNFINISHED = 0.3
#: A word that has nothing but its beginning in common with it, and how many letters that is.
BEGUN_ALIKE = 0.2
_ALIKE = 6

#: A part of a compound is at least so long, with the s or e that links it to the next.
_PART = 4
_MOST_PARTS = 3
#: So much is typed before a word is completed; and one so short that is known is whole, if it tells anything.
_BEGUN = 2
_SHORT = 3
#: How long a word is before one letter in it, or two, may be wrong, and one where it is not finished. In a shorter one
#: two letters may only have changed places: other words of four letters are too near.
_SWAPPED, _ONE_WRONG, _TWO_WRONG, _ONE_WRONG_UNFINISHED = 4, 5, 8, 5
_LEAST_ROOT = 4
_ENDINGS = ("ering", "ning", "ing", "else")
#: What words end in, and are words too: no part of a compound.
_NO_PARTS = frozenset(
    ("alen", "bar", "bare", "ende", "endt", "lagde", "lagt", "lige", "lighed", "rede", "rens", "ring", "sagde", "skab")
)
_LAST = "\U0010ffff"


@dataclass(frozen=True)
class Vocabulary:
    """All words of the entries, in their canonical form. A *term* is what the forms of a word have in common."""

    words: frozenset[str]

    @cached_property
    def terms(self) -> frozenset[str]:
        """The terms of all words."""
        return frozenset(self._term_by_word.values())

    @cached_property
    def _term_by_word(self) -> Mapping[str, str]:
        return {word: self._reduce(word) for word in self.words}

    def term_of(self, word: str) -> str:
        """Give the term of a word: its stem, or where the stem is a word itself (`kvalitet` of `kvaliteten`) that's."""
        known = self._term_by_word.get(word)
        return known or (word if word in self.terms else self._reduce(word))

    def _reduce(self, word: str) -> str:
        stem = _stem_of(word)
        while stem in self.words and (shorter := _stem_of(stem)) != stem:
            stem = shorter
        return stem

    def expand(self, word: str, *, is_unfinished: bool = False) -> dict[str, float]:
        """Give the terms that a word means, each with its factor; none where it is not known.

        `is_unfinished` makes it the beginning of others too.
        """
        found = self.expand_term(self.term_of(word))
        if is_unfinished and not (found and len(word) <= _SHORT and word not in NOT_TELLING):
            _merge(found, self._completed(word))
        return found

    def correct(self, word: str, *, is_unfinished: bool = False) -> dict[str, float]:
        """Guess the terms that a word of which nothing is known may be written wrong for, each with its factor."""
        found: dict[str, float] = {}
        if not word.isdigit():
            for meant, factor in self._corrected(word, is_unfinished=is_unfinished).items():
                _merge(found, self.expand_term(self.term_of(meant)), factor)
        return found

    def expand_term(self, term: str) -> dict[str, float]:
        """Give what a term may mean: itself, its kin, and the compounds that either is a part of."""
        found = {term: 1.0} if term in self.terms else {}
        for kin in self._by_root.get(_root(term), ()):
            found.setdefault(kin, KIN)
        for known, factor in tuple(found.items()):
            _merge(found, self._compounds.get(known, {}), factor)
        return found

    def begun_alike(self, word: str) -> dict[str, float]:
        """Give the words that begin most like one of which nothing else is known: `stråledosis`, `strålebehandling`."""
        place = bisect_left(self._forward, word)
        alike = max((_shared(word, known) for known in self._forward[max(place - 1, 0) : place + 1]), default=0)
        if alike < _ALIKE:
            return {}
        return {self.term_of(known): BEGUN_ALIKE for known in _beginning(self._forward, word[:alike])}

    def split(self, word: str) -> tuple[str, ...]:
        """Split a compound in two or three words that stand by themselves too, as terms; empty where it is none."""
        return self._split(word, _MOST_PARTS) or self._split(stem_of(word), _MOST_PARTS)

    @cached_property
    def _by_root(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for term in sorted(self.terms):
            found.setdefault(_root(term), []).append(term)
        return found

    @cached_property
    def _compounds(self) -> Mapping[str, Mapping[str, float]]:
        """The compounds with a term as a part: part -> compound -> factor."""
        found: dict[str, dict[str, float]] = {}
        for word in self.words:
            *modifiers, head = self.split(word) or ("",)
            compound = self.term_of(word)
            if head and head != compound:
                _merge(found.setdefault(head, {}), {compound: HEAD})
            for part in modifiers:
                _merge(found.setdefault(part, {}), {compound: MODIFIER})
        return found

    # ---- compounds

    def _split(self, word: str, most: int) -> tuple[str, ...]:
        places = range(_PART, len(word) - _PART + 1)
        pairs = [
            (min(place, len(word) - place), head, tail)
            for place in places
            if (head := self._head(word[:place])) and (tail := self._part(word[place:]))
        ]
        if pairs:
            return max(pairs)[1:]
        if most > 2:  # noqa: PLR2004 - a pair is the least
            for place in places:
                head = self._head(word[:place])
                rest = self._split(word[place:], most - 1) if head else ()
                if rest:
                    return (head, *rest)
        return ()

    def _head(self, part: str) -> str:
        linked = part[:-1] if part.endswith(("s", "e")) else part
        return next((self._part(known) for known in (part, linked) if known in self.words), "")

    def _part(self, part: str) -> str:
        if part in NOT_TELLING or part in _NO_PARTS:
            return ""
        if part in self.words:
            return self.term_of(part)
        return part if part in self.terms else ""

    # ---- what is not finished, or not right

    @cached_property
    def _forward(self) -> Sequence[str]:
        return sorted(self.words)

    @cached_property
    def _backward(self) -> Sequence[str]:
        return sorted(word[::-1] for word in self.words)

    def _completed(self, word: str) -> dict[str, float]:
        if len(word) < _BEGUN or word.isdigit():
            return {}
        found: dict[str, float] = {}
        for known in _beginning(self._forward, word):
            _merge(found, {self.term_of(known): PREFIX * len(word) / len(known)})
        return found

    def _corrected(self, word: str, *, is_unfinished: bool) -> dict[str, float]:
        """Give the nearest words, by how few letters (missing, too many, other, or two swapped) are wrong in them.

        One wrong letter leaves the first half of the word as it is, or the last; so only words that share one of them
        are looked at. Of words with two wrong letters, those are found that have the first third right, or the last.
        """
        for wrong in (1, 2):
            if len(word) < (_SWAPPED, _TWO_WRONG)[wrong - 1]:
                break
            found = _near(word, self._candidates(word, (len(word) - 1) // (wrong + 1)), wrong)
            if found:
                return dict.fromkeys(found, WRONG[wrong])
            if wrong == 1 and is_unfinished and len(word) >= _ONE_WRONG_UNFINISHED:
                begun = {known: known[: len(word)] for known in _beginning(self._forward, word[: len(word) // 2])}
                found = _near(word, begun, 1)
                if found:
                    return dict.fromkeys(found, UNFINISHED)
        return {}

    def _candidates(self, word: str, same: int) -> dict[str, str]:
        forward = _beginning(self._forward, word[:same])
        backward = _beginning(self._backward, word[: -same - 1 : -1])
        return {known: known for known in (*forward, *(known[::-1] for known in backward))}


def _near(word: str, candidates: Mapping[str, str], wrong: int) -> list[str]:
    """List the words whose candidate (the value) has at most so many letters wrong.

    Hardly anybody has the first letter wrong, but where it stands: what begins with another is another word.
    """
    scorer = DamerauLevenshtein.distance
    found = process.extract(word, candidates, scorer=scorer, score_cutoff=wrong, limit=None)
    return [known for candidate, _, known in found if _is_slip(word, candidate)]


def _is_slip(word: str, candidate: str) -> bool:
    if len(word) < _ONE_WRONG and sorted(word) != sorted(candidate):
        return False
    return word[:1] == candidate[:1] or word[1::-1] == candidate[:2]


def _beginning(words: Sequence[str], start: str) -> Iterator[str]:
    for place in range(bisect_left(words, start), bisect_left(words, start + _LAST)):
        yield words[place]


def _shared(one: str, other: str) -> int:
    """Count the letters with which both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (left, right) in pairs if left != right), min(len(one), len(other)))


def _stem_of(word: str) -> str:
    """Give the stem, but leave `-ig` and `-lig` on a short one: `ledige` have nothing to do with `ledere`."""
    stem = stem_of(word)
    if len(stem) <= _SHORT:
        for ending in ("lig", "ig"):
            if word.startswith(stem + ending):
                return stem + ending
    return stem


def _root(term: str) -> str:
    for ending in _ENDINGS:
        if term.endswith(ending) and len(term) >= _LEAST_ROOT + len(ending):
            return term.removesuffix(ending)
    return term


def _merge(found: dict[str, float], more: Mapping[str, float], factor: float = 1.0) -> None:
    """Add terms with their factors; the best factor of a term stays."""
    for term, value in more.items():
        found[term] = max(found.get(term, 0.0), value * factor)
