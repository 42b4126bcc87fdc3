"""Danish words: how they are read, their stems, and nearness by BM25.

BM25 is that of Robertson & Zaragoza (2009), with k1 = 1.2 and b = 0.75.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

#: A run of letters, with the accents that may stand after them; a number; or the sign that stands before one in laws.
_TOKEN = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+|\d+|§")
_BEFORE_NUMBERS = {"art": "artikel", "artiklen": "artikel", "§": "paragraf", "s": "side", "stk": "stykke"}
_HYPHENS = frozenset("-\N{HYPHEN}\N{NON-BREAKING HYPHEN}")
_WORD = re.compile(r"[a-zæøåéü]{3,}")
_K1 = 1.2
_B = 0.75
# A word that stands in more documents than this tells nothing apart, and would be no reason that a reader believes.
_COMMON = 0.15
_FEW = 8
#: Words of grammar, and those that say hardly more: they tell nothing of what a text is about.
GRAMMAR = frozenset(
    "af alle andre at blev blive bliver bruge da de dem den denne der deres det dette dig din disse dog du efter "
    "eller en end er et fik for fordi fra få gennem gør gøre han hans har havde have hele her hjælpe hun hvad hvem "
    "hver hvis hvor hvordan hvorfor i ikke ind inden ingen jeg jer jeres kan kom komme kommer kun kunne lav lave "
    "lidt man mange med meget mellem men mere mest mod må måske ned nogen noget nogle nok nu når og også om op os over "
    "på samme selv sig sin sine skal skulle som store så sådan thi til ud uden under var ved vi vil ville "
    "vores være været".split()
)
# Words that stand in nearly every text about such a project, and tell nothing apart.
_STOP = GRAMMAR | frozenset(
    "bagefter bruger ellers forfra løsning løsningen næste projekt projektet stadig tage".split()
)
# A vowel of its own in Danish, and no letter with an accent; and the Swedish and German signs for the same.
_SPELLED_OUT = str.maketrans({"æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "å": "aa"})


@lru_cache(maxsize=50_000)
def canonical(word: str) -> str:
    """Give a word as it is compared: lower case, no accents, and ae, oe, aa for æ, ø, å, as many write them.

    The other way round would not do: `dataetik` has no æ. Only letters and digits are left, so the word can come out
    empty.
    """
    word = unicodedata.normalize("NFKC", word).lower().translate(_SPELLED_OUT)
    if word.isascii() and word.isalnum():
        return word
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", word)))


#: GRAMMAR as it is compared.
NOT_TELLING = frozenset(map(canonical, GRAMMAR))


@lru_cache(maxsize=50_000)
def stem_of(word: str) -> str:
    """Give the Danish stem of a word in lower case; of its canonical form it is as good, but another."""
    # A stemmer keeps the word that it is at work on, so each word has one of its own: pages are served by many threads.
    return str(snowballstemmer.stemmer("danish").stemWord(word))


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text in its canonical form, and where in the text it stands; `is_number` where it is digits."""

    text: str
    start: int
    end: int
    is_number: bool


def words_in(text: str) -> list[Word]:
    """Read the words and numbers of a text. A word with digits in it (`art35`) is two."""
    found = []
    for match in _TOKEN.finditer(text):
        written = match[0]
        word = "paragraf" if written == "§" else canonical(written)
        if word:
            found.append(Word(word, *match.span(), written.isdecimal()))
    return found


def numbered(before: Word, number: Word) -> str | None:
    """Give the name that a word (or a number) and the number after it have together, as `artikel 35` and `28 2024`.

    The abbreviations of laws are written out. None where the second is no number.
    """
    return f"{_BEFORE_NUMBERS.get(before.text, before.text)} {number.text}" if number.is_number else None


def hyphenated(text: str, words: Sequence[Word]) -> Iterator[tuple[str, int, int]]:
    """Yield each run of words with hyphens between as one word, and the places of its first and last word."""
    first = 0
    for place, word in enumerate(words):
        ends = place + 1 == len(words) or text[word.end : words[place + 1].start] not in _HYPHENS
        if ends:
            if place > first:
                yield "".join(word.text for word in words[first : place + 1]), first, place
            first = place + 1


def stems_of(text: str) -> dict[str, str]:
    """Give the stems of a text, each with the first word that has it, in the order of the text."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text.lower()):
        if word not in _STOP:
            found.setdefault(stem_of(word), word)
    return found


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near a document is to a text: a score from 0 up, and the words they share, the rarest first."""

    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordIndex:
    """Postings of the stems: stem -> {document id: weight}."""

    postings: Mapping[str, Mapping[str, float]]

    def nearest(self, text: str) -> dict[str, Nearness]:
        """Score the documents that share a stem with the text; the others are absent."""
        shared: dict[str, list[tuple[float, str]]] = {}
        for stem, word in stems_of(text).items():
            for document, weight in self.postings.get(stem, {}).items():
                shared.setdefault(document, []).append((-weight, word))
        # fsum over sorted weights: the sum must not depend on the order of the words in the text.
        return {
            document: Nearness(
                math.fsum(sorted(-weight for weight, _ in pairs)), tuple(word for _, word in sorted(pairs))
            )
            for document, pairs in shared.items()
        }


def build_index(documents: Iterable[tuple[str, str]]) -> WordIndex:
    """Index documents given as (id, text)."""
    counts = {
        document: Counter(stem_of(word) for word in _WORD.findall(text.lower()) if word not in _STOP)
        for document, text in documents
    }
    average = sum(count.total() for count in counts.values()) / len(counts) if counts else 1.0
    frequency = Counter(stem for count in counts.values() for stem in count)
    postings: dict[str, dict[str, float]] = {}
    common = max(_FEW, _COMMON * len(counts))
    for document, count in counts.items():
        norm = _K1 * (1 - _B + _B * count.total() / (average or 1.0))
        for stem, times in count.items():
            if frequency[stem] > common:
                continue
            rarity = math.log(1 + (len(counts) - frequency[stem] + 0.5) / (frequency[stem] + 0.5))
            postings.setdefault(stem, {})[document] = rarity * times * (_K1 + 1) / (times + norm)
    return WordIndex(postings)
