"""What somebody typed, read as units: things that an entry should have something of, each in one or more ways."""

from collections.abc import Collection, Iterator, Mapping, Sequence
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
        units: list[Unit] = []
        for unit, typed in self._units(words_of(query)):
            unit = replace(unit, typed=query[typed[0].start : typed[-1].end])  # noqa: PLW2901 - the same, with its words
            if not any(unit.is_like(other) for other in units):
                units.append(unit)
        return tuple(units)

    def _units(self, words: Sequence[Word]) -> Iterator[tuple[Unit, Sequence[Word]]]:
        telling = [word for word in words if word.text not in NOT_TELLING] or words
        rest = words
        while rest:
            left = [word for word in rest if word in telling]
            found = self._read_as_written(rest) or (self._read_telling(left) if rest[0] in telling else None)
            if found is None:
                rest = rest[1:]
                continue
            unit, taken = found
            yield unit, taken
            rest = rest[rest.index(taken[-1]) + 1 :]

    def _read_as_written(self, words: Sequence[Word]) -> tuple[Unit, Sequence[Word]] | None:
        """Read what only its words of grammar make what it is, with the words that it takes."""
        found = self._written_as_one(words) or self._with_grammar(words)
        return (found[0], words[: found[1]]) if found else None

    def _read_telling(self, words: Sequence[Word]) -> tuple[Unit, Sequence[Word]]:
        """Read the first of some words that tell something, with those that belong to it."""
        found = self._numbered(words) or self._phrase(words) or self._joined(words)
        return (found[0], words[: found[1]]) if found else (self._single(words), words[:1])

    def _written_as_one(self, words: Sequence[Word]) -> tuple[Unit, int] | None:
        """Read a name such as `OS2`, where the letters alone would be a word of grammar."""
        is_one = len(words) > 1 and words[0].end == words[1].start and not words[0].is_number
        return self._numbered(words) if is_one else None

    def _with_grammar(self, words: Sequence[Word]) -> tuple[Unit, int] | None:
        """Read a phrase that says what it does by its words of grammar: `for lidt data`."""
        for length in range(min(LONGEST_PHRASE, len(words)), 1, -1):
            phrase = words[:length]
            others = self.synonyms.get(tuple(word.text for word in phrase), ())
            if others and any(word.text in NOT_TELLING for word in phrase):
                return Unit(tuple(self._whole(other, SYNONYM) for other in others)), length
        return None

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


def known_by(phrase: str) -> Sequence[Word]:
    """Give the words that a synonym is known by: those that tell something.

    Where only one does (`for lidt data`), it is known by all its words as they are written.
    """
    words = words_in(phrase)
    telling = [word for word in words if word.text not in NOT_TELLING]
    return words if len(telling) == 1 else telling


def read_synonyms(groups: Sequence[Sequence[str]], vocabulary: Vocabulary) -> Synonyms:
    """Read groups of phrases that mean the same, each by what it is known by.

    One that is known as it is written finds the others, and not the other way round: nobody who types `datamængde` asks
    for whatever has `data`.
    """
    found: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
    for group in groups:
        phrases: list[tuple[str, ...]] = []
        written: list[tuple[str, ...]] = []
        for words in map(known_by, group):
            if any(word.text in NOT_TELLING for word in words):
                written.append(tuple(word.text for word in words))
            else:
                phrases.append(tuple(vocabulary.term_of(word.text) for word in words))
        found |= {phrase: tuple(other for other in phrases if other != phrase) for phrase in phrases}
        found |= dict.fromkeys(written, tuple(phrases))
    return found
