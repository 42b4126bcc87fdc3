"""Searches as people type them, on the content and on a hundred times as much."""

from collections.abc import Callable
from functools import partial

from tests.bench.big import copy_documents
from tests.bench.rounds import measure, timed
from wizard.core.content import Content
from wizard.core.search import SearchIndex, build_search_index
from wizard.core.searchable import documents_of
from wizard.web.library.asking import Asked, find

TIMES = 100
#: A word, a beginning, compounds, errors, references, sentences, what finds nothing, and what is far too long.
QUERIES = (
    "kvalitet",
    "databeh",
    "datakvalitet",
    "konsekvensvurdering",
    "dtakvalitet",
    "konsekvensanlayse",
    "koebenhavn",
    "gdpr",
    "art 35",
    "28/2024",
    "ulighed bias",
    "kunstig intelligens i sundhedsvæsenet",
    "hvordan anonymiserer vi data?",
    "sortering af mails fra borgere",
    "da",
    "og",
    "xyzzy",
    "data kommune borger " * 500,
)


def search_times(content: Content) -> tuple[list[float], list[float]]:
    """Give the CPU seconds of each query on the content, and on its documents a hundred times."""
    big = build_search_index(copy_documents(documents_of(content), TIMES), content.synonyms)
    return _times(content.search_index), _times(big)


def page_times(content: Content) -> list[float]:
    """Give the CPU seconds of each query as the library's page asks it: searched, counted by filter, hits marked."""
    return [_time(partial(_show, content, query)) for query in QUERIES]


def _show(content: Content, query: str) -> None:
    found = find(content, Asked(query, {}, {}, is_all=False))
    for holding in found.shown:
        found.mark(holding.title)
        found.mark(holding.summary)
        found.excerpt(holding)


def _times(index: SearchIndex) -> list[float]:
    return [_time(partial(index.search, query)) for query in QUERIES]


def _time(search: Callable[[], object]) -> float:
    [seconds] = measure(partial(timed, [search]), least=0.02).seconds
    return seconds
