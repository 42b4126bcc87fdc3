"""What somebody typed, read as units: things that an entry should have something of, each in one or more ways."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from wizard.core.vocabulary import Vocabulary
from wizard.core.words import NOT_TELLING, Word, numbered, words_in

#: More than this of a query is not read: letters, words, and letters of one word.
MOST_LETTERS, MOST_WORDS, LONGEST_WORD = 200, 12, 50
#: What an occurrence counts for: of a synonym, of words that stand apart for the compound that was typed, and of a word
#: and a number that stand apart.
SYNONYM, APART, NUMBER_APART = 0.8, 0.5, 0.1
#: So many words a synonym has at most.
LONGEST_PHRASE = 4

#: Term -> factor.
Factors = Mapping[str, float]
#: The terms of a phrase -> the phrases (terms) that mean the same.
Synonyms = Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Way:
    """One way of meeting a unit: something of each of the words, which counts for `factor` of an occurrence.

    Where `is_partial`, an entry with some of the words has something of the unit too. Where not `is_marked`, the words
    say nothing where they stand alone.
    """

    words: tuple[Factors, ...]
    factor: float = 1.0
    is_partial: bool = False
    is_marked: bool = True


@dataclass(frozen=True, slots=True)
class Unit:
    """What one word, phrase or reference of a query may mean; the best way that an entry meets it counts.

    `typed` is what stands in the query. Where `is_guess`, nothing is known of it, and the ways are of words like it.
    """

    ways: tuple[Way, ...]
    typed: str = ""
    is_guess: bool = False

    def is_like(self, other: "Unit") -> bool:
        """Whether both mean the same; of what nothing is known, whether it is the same word."""
        return self.ways == other.ways and (not self.is_guess or self.typed == other.typed)


@dataclass(frozen=True, slots=True)
class QueryReader:
    """Reads queries by the vocabulary, the names with numbers in the entries, and the synonyms."""

    vocabulary: Vocabulary
    numbers: Collection[str]
    synonyms: Synonyms

    def read(self, query: str) -> tuple[Unit, ...]:
        """Read a query; none where it has no word. Words of grammar count only where there are no others.

        What is said twice counts once.
        """
        words = words_of(query)
        telling = [word for word in words if word.text not in NOT_TELLING]
        units: list[Unit] = []
        for unit, typed in self._units(telling or words):
            unit = replace(unit, typed=query[typed[0].start : typed[-1].end])  # noqa: PLW2901 - the same, with its words
            if not any(unit.is_like(other) for other in units):
                units.append(unit)
        return tuple(units)

    def _units(self, words: Sequence[Word]) -> Iterator[tuple[Unit, Sequence[Word]]]:
        place = 0
        while place < len(words):
            readers: tuple[Callable[[Sequence[Word]], tuple[Unit, int] | None], ...] = (
                self._numbered,
                self._phrase,
                self._joined,
            )
            rest = words[place:]
            unit, taken = next(filter(None, (read(rest) for read in readers)), None) or (self._single(rest), 1)
            yield unit, rest[:taken]
            place += taken

    def _numbered(self, words: Sequence[Word]) -> tuple[Unit, int] | None:
        name = numbered(*words[:2]) if len(words) > 1 else None
        if name is None or name not in self.numbers:
            return None
        apart = tuple(self.vocabulary.expand(word) for word in name.split())
        return Unit((Way(({name: 1.0},)), Way(apart, NUMBER_APART, is_marked=False))), 2

    def _phrase(self, words: Sequence[Word]) -> tuple[Unit, int] | None:
        for length in range(min(LONGEST_PHRASE, len(words)), 0, -1):
            phrase = tuple(self.vocabulary.term_of(word.text) for word in words[:length])
            others = self.synonyms.get(phrase)
            if others:
                own = self._single(words).ways if length == 1 else (self._whole(phrase, is_partial=True),)
                return Unit((*own, *(self._whole(other, SYNONYM) for other in others))), length
        return None

    def _whole(self, terms: Sequence[str], factor: float = 1.0, *, is_partial: bool = False) -> Way:
        return Way(tuple(self.vocabulary.expand_term(term) for term in terms), factor, is_partial=is_partial)

    def _joined(self, words: Sequence[Word]) -> tuple[Unit, int] | None:
        """Read words that the entries write as one: `data kvalitet`, `data-behandler-aftale`."""
        for length in (3, 2):
            joined = "".join(word.text for word in words[:length])
            are_words = len(words) >= length and not any(word.is_number for word in words[:length])
            if are_words and self.vocabulary.term_of(joined) in self.vocabulary.terms:
                parts = tuple(self.vocabulary.expand(word.text) for word in words[:length])
                return Unit((Way((self.vocabulary.expand(joined),)), Way(parts, is_partial=True))), length
        return None

    def _single(self, words: Sequence[Word]) -> Unit:
        word = words[0].text
        meant = self.vocabulary.expand(word, is_unfinished=len(words) == 1)
        parts = tuple(self.vocabulary.expand_term(part) for part in self.vocabulary.split(word))
        is_guess = not meant and not parts
        has_synonyms = self.vocabulary.term_of(word) not in meant
        if is_guess:
            meant = self.vocabulary.correct(word, is_unfinished=len(words) == 1)
        if is_guess and not meant:
            # What only begins like it is too far off to go further from.
            meant, has_synonyms = self.vocabulary.begun_alike(word), False
        ways = [Way((meant,))]
        if parts:
            ways.append(Way(parts, APART, is_partial=True))
        if has_synonyms:
            # What it may be the beginning of, or be written wrong for, can have synonyms too.
            for term, factor in meant.items():
                ways += [self._whole(other, SYNONYM * factor) for other in self.synonyms.get((term,), ())]
        return Unit(tuple(ways), is_guess=is_guess)


def words_of(query: str) -> list[Word]:
    """Read the words of a query, no further than its bounds."""
    return [replace(word, text=word.text[:LONGEST_WORD]) for word in words_in(query[:MOST_LETTERS])[:MOST_WORDS]]


def is_read_whole(query: str) -> bool:
    """Whether all of a query is read."""
    return len(query) <= MOST_LETTERS and len(words_in(query)) <= MOST_WORDS


def read_synonyms(groups: Sequence[Sequence[str]], vocabulary: Vocabulary) -> Synonyms:
    """Read groups of phrases that mean the same, by the terms of the words in them that tell something."""
    found: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
    for group in groups:
        phrases = [
            tuple(vocabulary.term_of(word.text) for word in words_in(phrase) if word.text not in NOT_TELLING)
            for phrase in group
        ]
        for phrase in phrases:
            found[phrase] = tuple(other for other in phrases if other != phrase)
    return found
