"""Tiny indexes to search in, and what was found as a test reads it."""

from collections.abc import Sequence

from wizard.core.search import Document, Findings, SearchIndex, build_search_index


def document(
    id_: str, title: str = "", summary: str = "", *, names: str = "", rest: str = "", kind: str = "cases"
) -> Document:
    return Document(kind, id_, title, summary, names, rest)


def index(*documents: Document, synonyms: Sequence[Sequence[str]] = ()) -> SearchIndex:
    return build_search_index(documents, synonyms)


def titles(*texts: str, synonyms: Sequence[Sequence[str]] = ()) -> SearchIndex:
    """Index documents with these titles, which are their ids too."""
    return index(*(document(text, text) for text in texts), synonyms=synonyms)


def found(searched: SearchIndex, query: str) -> list[str]:
    """Give the ids of what was found, best first; none where these are only the nearest."""
    findings = searched.search(query)
    return [] if findings.is_nearest else [hit.id for hit in findings.hits]


def marked(findings: Findings, text: str) -> str:
    return "".join(f"[{piece.text}]" if piece.is_hit else piece.text for piece in findings.mark(text))
