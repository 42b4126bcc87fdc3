"""Ways of ranking the cases or tools for a project, best first: the product's, and what it must beat.

All but the product's rank everything that no hard condition shuts out, so that they lose nothing by that.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import groupby

from tests.content.real import CONTENT
from tests.eval.metrics import Ranking
from wizard.core.content import Content
from wizard.core.guidance import Matchable
from wizard.core.matching import ABOUT_POINTS, related_points
from wizard.core.questions import Kind
from wizard.core.summary import Summary
from wizard.core.words import NOT_TELLING, stem_of, words_in

#: What is ranked: `cases` or `tools`.
Things = str
Method = Callable[[Summary, Things], Ranking]

_K1, _B = 1.2, 0.75


def things_of(content: Content, things: Things) -> Mapping[str, Matchable]:
    """Give everything that there is to rank, by id."""
    return content.cases if things == "cases" else content.tools


def candidates(summary: Summary, things: Things) -> list[Matchable]:
    """Give what no hard condition shuts out, by id."""
    shut_out = {entry.item.id for entry in summary.matches.excluded}
    return [item for id_, item in sorted(things_of(summary.content, things).items()) if id_ not in shut_out]


def by_matching(summary: Summary, things: Things) -> Ranking:
    """Rank what the product shows, in its order."""
    found = summary.matches.cases if things == "cases" else summary.matches.tools
    return [[match.item.id] for match in found]


def by_area(summary: Summary, things: Things) -> Ranking:
    """Rank by area alone: first the area with the gravest risk, then the one with most risks."""
    weights = {entry.area.id: (entry.gravest or 0, sum(entry.counts.values())) for entry in summary.areas}
    return _rank(candidates(summary, things), lambda item: weights.get(item.area or "", (0, 0)))


def by_words(summary: Summary, things: Things) -> Ranking:
    """Rank by the words of the description alone: plain BM25 over the whole texts, whatever the product leaves out."""
    answers = summary.path.answers
    texts = [answers[q.id].text for q in summary.path.questions if q.kind is Kind.TEXT and q.id in answers]
    scores = score_words("\n".join(texts), _texts(things))
    return _rank(candidates(summary, things), lambda item: scores[item.id])


def by_risk(summary: Summary, things: Things) -> Ranking:
    """Rank by the risks alone: the matching without likeness, the question that was asked, and spread."""
    risks = {found.challenge.id: found.risk for found in summary.exposed if found.risk}

    def points(item: Matchable) -> int:
        about = [ABOUT_POINTS[risks[id_]] for id_ in item.challenges if id_ in risks]
        return max(about + [related_points(item)[risks[id_]] for id_ in item.related if id_ in risks], default=0)

    return _rank(candidates(summary, things), points)


def by_chance(summary: Summary, things: Things) -> Ranking:
    """Hold everything equal."""
    return [[item.id for item in candidates(summary, things)]]


def score_words(query: str, texts: Mapping[str, str]) -> dict[str, float]:
    """Score texts by BM25 (Robertson & Zaragoza 2009) on the Danish stems of a query, words of grammar left out."""
    counts = {id_: Counter(_stems(text)) for id_, text in texts.items()}
    average = sum(count.total() for count in counts.values()) / len(counts)
    scores = dict.fromkeys(texts, 0.0)
    for stem in sorted({*_stems(query)}):
        having = sum(stem in count for count in counts.values())
        rarity = math.log(1 + (len(counts) - having + 0.5) / (having + 0.5))
        for id_, count in counts.items():
            norm = _K1 * (1 - _B + _B * count.total() / average)
            scores[id_] += rarity * count[stem] * (_K1 + 1) / (count[stem] + norm)
    return scores


def _stems(text: str) -> list[str]:
    return [stem_of(word.text) for word in words_in(text) if word.text not in NOT_TELLING]


@cache
def _texts(things: Things) -> Mapping[str, str]:
    return {id_: f"{item.title} {item.summary} {item.body}" for id_, item in sorted(things_of(CONTENT, things).items())}


def _rank(items: Iterable[Matchable], key: Callable[[Matchable], float | tuple[int, int]]) -> Ranking:
    ranked = sorted(items, key=key, reverse=True)
    return [[item.id for item in equals] for _, equals in groupby(ranked, key)]
