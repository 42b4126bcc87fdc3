"""Search as people type, over everything that has a page in the library.

The score is BM25F (Robertson & Zaragoza 2009): what stands in a title counts for more than what stands in the summary
or in another name, and that for more than the rest, before an entry's words are summed up and saturate; so a word in
the title beats the same word repeated in a long body, which a plain sum of a score for each field does not see to. A
word that is only like the one that was typed (`wizard.core.vocabulary`) counts for a part of an occurrence, in the same
sum. How rare a word is counts by how many entries meet it in any way. An entry that has more of what was typed stands
before one that has less, whatever the score; and a title that was typed in full counts as a word more.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest, nsmallest

from rapidfuzz import fuzz, process

from wizard.core.findings import Findings, Hit, Piece, terms_in
from wizard.core.query import QueryReader, Synonyms, Unit, read_synonyms, words_of
from wizard.core.vocabulary import Vocabulary
from wizard.core.words import NOT_TELLING, Word, canonical, hyphenated, words_in

__all__ = ["KINDS", "NEAREST", "Document", "Findings", "Hit", "Piece", "SearchIndex", "build_search_index"]

#: Every kind, in the order in which they stand where nothing else tells them apart.
KINDS = ("udfordringer", "cases", "vaerktoejer", "raad", "lov", "projekter", "omraader", "spoergsmaal")
#: So many are given where nothing was found; fewer letters are like nothing.
NEAREST = 5
_LEAST = 2
#: How many times an occurrence counts in the title, in the summary, in other names, and in the rest; and how far it
#: counts less where the field is longer than others, which says least of the short ones.
_WEIGHTS = (6.0, 2.0, 4.0, 1.0)
_LENGTHS = (0.3, 0.5, 0.3, 0.75)
#: How much of an occurrence more the first word of a title counts for, which often says what all of it is about.
_HEADWORD = 0.5
_K1 = 2.0
#: What an entry has of a unit that it meets only in part; and how many of the entries have a part that tells something,
#: where others have the whole.
_PART = 0.5
_TELLING = 0.1


@dataclass(frozen=True, slots=True)
class Document:
    """What is read of an entry. `names` is what else it is called, or who it is from; `rest` everything else."""

    kind: str
    id: str
    title: str
    summary: str
    names: str
    rest: str

    @property
    def fields(self) -> tuple[str, str, str, str]:
        """The texts in the order of their weights."""
        return (self.title, self.summary, self.names, self.rest)


@dataclass(frozen=True)
class SearchIndex:
    """The documents in the order in which they stand where nothing else tells them apart, and what each is found by.

    `postings`: term -> document (its place) -> how often it occurs, weighed by field and length.
    """

    documents: Sequence[Document]
    postings: Mapping[str, Mapping[int, float]]
    vocabulary: Vocabulary
    synonyms: Synonyms

    @cached_property
    def _reader(self) -> QueryReader:
        return QueryReader(self.vocabulary, self.postings.keys(), self.synonyms)

    @cached_property
    def _titles(self) -> Mapping[tuple[str, ...], Sequence[int]]:
        found: dict[tuple[str, ...], list[int]] = {}
        for place, document in enumerate(self.documents):
            found.setdefault(_written(document.title), []).append(place)
        return found

    @cached_property
    def _title_words(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = {}
        for place, document in enumerate(self.documents):
            for word in dict.fromkeys(word.text for word in words_in(document.title)):
                found.setdefault(word, []).append(place)
        return found

    def search(self, query: str, *, limit: int = 50, kinds: Collection[str] = ()) -> Findings:
        """Find entries, best first and at most `limit` (1 or more); only of some kinds where any are named.

        Only the beginning of a long query is read. Where nothing is found, the nearest are given; nothing at all
        only where the query has hardly a letter, or there is nothing like it of those kinds.
        """
        units = self._reader.read(query)
        met = [self._meet(unit) for unit in units]
        values = self._score(met)
        if values and all(canonical(unit.typed) in NOT_TELLING for unit in units):
            # A word of grammar in a title is something only together with the others.
            most = int(max(values.values()))
            values = {place: value for place, value in values.items() if value >= most}
        for place in self._titles.get(_written(query), ()) if units else ():
            values[place] = values.get(place, 0.0) + 1
        if kinds:
            values = {place: value for place, value in values.items() if self._is_of(place, kinds)}
        if not values:
            nearest = self._nearest(query, min(limit, NEAREST), kinds)
            return Findings(nearest, self.vocabulary, is_nearest=bool(nearest))
        # Of many that are found few are shown, so only those are put in order.
        least = nlargest(limit, values.values())[-1]
        ranked = sorted((-value, place) for place, value in values.items() if value >= least)[:limit]
        best = tuple(self._hit(place, -value) for value, place in ranked)
        ways = [way for unit in units for way in unit.ways if way.is_marked]
        terms = frozenset(term for way in ways for word in way.words for term in word)
        unsure = [unit for unit, (whole, _) in zip(units, met, strict=True) if unit.is_guess or not whole]
        return Findings(
            best,
            self.vocabulary,
            terms - NOT_TELLING or terms,
            unsure=tuple(unit.typed for unit in unsure),
            is_guess=len(unsure) == len(units),
        )

    def _is_of(self, place: int, kinds: Collection[str]) -> bool:
        return self.documents[place].kind in kinds

    def _score(self, found: Sequence[tuple[Mapping[int, float], Mapping[int, float]]]) -> dict[int, float]:
        """Score the documents by what each unit finds, as `_meet` gives it."""
        has: dict[int, float] = {}
        scores: dict[int, float] = {}
        for whole, part in found:
            count = len(whole) + len(part)
            rarity = math.log(1 + (len(self.documents) - count + 0.5) / (count + 0.5)) * (_K1 + 1)
            for met, share in ((whole, 1.0), (part, _PART)):
                met_scores = {place: rarity * times / (times + _K1) for place, times in met.items()}
                if not has:
                    has, scores = dict.fromkeys(met, share), met_scores
                    continue
                for place, score in met_scores.items():
                    has[place] = has.get(place, 0.0) + share
                    scores[place] = scores.get(place, 0.0) + score
        # What is added stays below the least by which two documents can have more or less of a query.
        return {place: has[place] + _PART * score / (score + 1) for place, score in scores.items()}

    def _meet(self, unit: Unit) -> tuple[Mapping[int, float], Mapping[int, float]]:
        """Give the documents that meet a unit, and those that meet only a part of it: how often, by the best way.

        Where some have the whole, a part that many have (`data` of `datakvalitet`) tells nothing.
        """
        ways = [(way, [self._occurrences(word) for word in way.words]) for way in unit.ways]
        found: dict[int, float] = {}
        for way, counts in ways:
            if len(ways) == len(counts) == 1 and way.factor == 1.0:
                return counts[0], {}
            fewest = min(counts, key=len)
            for place in fewest:
                if all(place in count for count in counts):
                    times = min(count[place] for count in counts) * way.factor
                    found[place] = max(found.get(place, 0.0), times)
        most = _TELLING * len(self.documents) if found else len(self.documents)
        part: dict[int, float] = {}
        for way, counts in ways:
            for count in counts if way.is_partial else ():
                for place, times in count.items() if len(count) <= most else ():
                    if place not in found:
                        part[place] = max(part.get(place, 0.0), times * way.factor / len(counts))
        return found, part

    def _occurrences(self, word: Mapping[str, float]) -> Mapping[int, float]:
        if len(word) == 1:
            [(term, factor)] = word.items()
            if factor == 1.0:
                return self.postings.get(term, {})
        found: dict[int, float] = {}
        for term in sorted(word):
            factor = word[term]
            for place, weight in self.postings.get(term, {}).items():
                found[place] = found.get(place, 0.0) + weight * factor
        return found

    def _nearest(self, query: str, limit: int, kinds: Collection[str]) -> tuple[Hit, ...]:
        """Give the documents with the words in their titles that are most like those of the query."""
        words = words_of(query)
        if sum(len(word.text) for word in words) < _LEAST:
            return ()
        likeness: dict[int, list[float]] = {}
        for word in words:
            best: dict[int, float] = {}
            for known, score, _ in process.extract(word.text, self._title_words.keys(), scorer=fuzz.ratio, limit=20):
                for place in self._title_words[known]:
                    best[place] = max(best.get(place, 0.0), score / 100 / len(words))
            for place, score in best.items():
                likeness.setdefault(place, []).append(score)
        scores = {place: math.fsum(found) for place, found in likeness.items()}
        allowed = (place for place in range(len(self.documents)) if not kinds or self._is_of(place, kinds))
        best_first = nsmallest(limit, allowed, key=lambda place: (-scores.get(place, 0.0), place))
        return tuple(self._hit(place, scores[place]) for place in best_first if place in scores)

    def _hit(self, place: int, score: float) -> Hit:
        document = self.documents[place]
        return Hit(document.kind, document.id, document.title, document.summary, score)


def build_search_index(documents: Iterable[Document], synonyms: Sequence[Sequence[str]] = ()) -> SearchIndex:
    """Index documents of the kinds in KINDS; `synonyms` are groups of phrases that mean the same."""
    ordered = sorted(documents, key=lambda document: (KINDS.index(document.kind), document.title, document.id))
    texts = [[(text, words_in(text)) for text in document.fields] for document in ordered]
    vocabulary = _read_vocabulary([field for fields in texts for field in fields], synonyms)
    lengths = [[_length(words) for _, words in fields] for fields in texts]
    sizes = [sum(column) / len(column) for column in zip(*lengths, strict=True)]
    postings: dict[str, dict[int, float]] = {}
    for place, fields in enumerate(texts):
        for field, (text, words) in enumerate(fields):
            norm = 1 - _LENGTHS[field] + _LENGTHS[field] * lengths[place][field] / (sizes[field] or 1)
            counts = defaultdict[str, float](float)
            for term, first, last in terms_in(text, words, vocabulary):
                # A word of grammar is what somebody remembers of a title, but of nothing else.
                if field == 0 or first < last or words[first].text not in NOT_TELLING:
                    counts[term] += 1
            if field == 0 and words:
                counts[vocabulary.term_of(words[0].text)] += _HEADWORD
            for term, times in counts.items():
                found = postings.setdefault(term, {})
                found[place] = found.get(place, 0.0) + _WEIGHTS[field] * times / norm
    return SearchIndex(ordered, postings, vocabulary, read_synonyms(synonyms, vocabulary))


def _read_vocabulary(texts: Iterable[tuple[str, Sequence[Word]]], synonyms: Sequence[Sequence[str]]) -> Vocabulary:
    """Collect the words of the texts, and those that are a synonym all by themselves: they may be mistyped too."""
    found: set[str] = set()
    for text, words in texts:
        found.update(word.text for word in words)
        found.update(joined for joined, _, _ in hyphenated(text, words))
    phrases = (words_in(phrase) for group in synonyms for phrase in group)
    return Vocabulary(frozenset(found.union(words[0].text for words in phrases if len(words) == 1)))


def _written(text: str) -> tuple[str, ...]:
    return tuple(word.text for word in words_of(text))


def _length(words: Iterable[Word]) -> int:
    return sum(word.text not in NOT_TELLING for word in words)
