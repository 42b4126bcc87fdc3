"""Nearness of words: BM25 over Danish stems (Robertson & Zaragoza 2009, k1 = 1.2, b = 0.75)."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("danish")
_WORD = re.compile(r"[a-zæøåéü]{3,}")
_K1 = 1.2
_B = 0.75
# A word that stands in more documents than this tells nothing apart, and would be no reason that a reader believes.
_COMMON = 0.15
_FEW = 8
# Words of grammar, and words that stand in nearly every text about such a project and tell nothing apart.
_STOP = frozenset(
    "alle andre blev blive bliver dem den denne der deres det dette dig din disse dog efter eller end fik for "
    "fordi forfra fra gennem gør gøre han hans har have havde hele her hun hvad hver hvis hvor hvordan hvorfor "
    "ikke inden ind ingen jer jeres kan kom komme kommer kun kunne lav lave lidt man mange med meget mellem men "
    "mere mest mod måske ned nogen noget nogle når også om op over samme selv sig sin sine skal skulle som "
    "store sådan tage thi til ud under uden var ved vi vil ville vores være været løsning løsningen projekt "
    "projektet hjælpe bruge bruger".split()
)


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word))


def stems_of(text: str) -> dict[str, str]:
    """Give the stems of a text, each with the first word that has it, in the order of the text."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text.lower()):
        if word not in _STOP:
            found.setdefault(_stem(word), word)
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
        document: Counter(_stem(word) for word in _WORD.findall(text.lower()) if word not in _STOP)
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
