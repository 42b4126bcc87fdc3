"""What somebody may have meant who asks for a page of the library that is not there."""

from collections.abc import Iterator
from difflib import get_close_matches

from wizard.core.content import Content
from wizard.core.library import Holding, folders_of
from wizard.core.relations import Ref

_MOST = 5
#: No id is longer, and comparing takes longer the more letters there are.
_LETTERS = 120
#: How like an id has to be, and how like words have to be where none of them is known at all (0-1).
_ALIKE = 0.75
_LIKE_WORDS = 0.6


def find_nearest(content: Content, folder: str, id_: str) -> tuple[Holding, ...]:
    """Find the entries whose ids are most like the one asked for, then those that its words find.

    In a folder that there is, something is found for every id with two letters or more.
    """
    found = dict.fromkeys(_refs(content, folder, id_[:_LETTERS]))
    return tuple(content.library.holdings[ref] for ref in found)[:_MOST]


def _refs(content: Content, folder: str, id_: str) -> Iterator[Ref]:
    holdings = content.library.holdings
    alike = get_close_matches(id_, dict.fromkeys(ref.id for ref in holdings), n=_MOST, cutoff=_ALIKE)
    # An id may stand in two folders.
    same = [ref for name in alike for ref in holdings if ref.id == name]
    yield from sorted(same, key=lambda ref: ref.folder != folder)
    words = id_.replace("-", " ")
    is_folder = folder in folders_of(content)
    for kinds in ((folder,), ()) if is_folder else ((),):
        findings = content.search_index.search(words, limit=_MOST, kinds=kinds)
        for hit in findings.hits:
            if kinds or not findings.is_nearest or hit.score >= _LIKE_WORDS:
                yield Ref(hit.kind, hit.id)
