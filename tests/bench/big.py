"""Content many times as large as the real one, with other words in each copy, as a collection that grows would have."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar
from zlib import crc32

from wizard.core.content import Content
from wizard.core.guidance import Entry
from wizard.core.search import Document
from wizard.core.words import build_index

EntryT = TypeVar("EntryT", bound=Entry)
_WORD = re.compile(r"[a-zæøå]{5,}")
#: One word in so many is another in each copy. At a hundred copies there are then about nine times as many words as in
#: one; texts that people write (Heaps' law) come to ten or more.
_OTHER = 8
_TEXTS = ("title", "summary", "body", "html")


def make_big_content(content: Content, times: int) -> Content:
    """Make content with so many of each case, tool, advice, project and law: the real ones, and copies of them.

    The copies have ids and words of their own. They are about the same challenges, which stay as they are, like the
    questions; a case or a tool belongs to the project of its own copy.
    """
    cases, tools = _copy_all(content.cases, times), _copy_all(content.tools, times)
    projects = _copy_all(content.projects, times)
    texts = (
        (item.id, " ".join((item.title, item.summary, item.body, *_texts_of(projects, item.project))))
        for item in (*cases.values(), *tools.values())
    )
    return replace(
        content,
        version=f"{content.version}-{times}",
        cases=cases,
        tools=tools,
        projects=projects,
        advice=_copy_all(content.advice, times),
        law=_copy_all(content.law, times),
        words=build_index(texts),
    )


def copy_documents(documents: Iterable[Document], times: int) -> Iterator[Document]:
    """Yield so many of each document of a search, with ids and words of their own."""
    for document in documents:
        for number in range(times):
            texts = {
                name: _vary(text, number) for name, text in vars_of(document).items() if name not in ("kind", "id")
            }
            yield replace(document, id=_number(document.id, number), **texts)


def vars_of(document: Document) -> dict[str, str]:
    """Give the fields of a document by name."""
    return {name: getattr(document, name) for name in document.__slots__}


def _texts_of(projects: Mapping[str, Entry], id_: str | None) -> tuple[str, ...]:
    project = projects.get(id_ or "")
    return (project.title, project.summary) if project else ()


def _copy_all(entries: Mapping[str, EntryT], times: int) -> dict[str, EntryT]:
    copies = (_copy(entry, number) for number in range(times) for entry in entries.values())
    return {entry.id: entry for entry in copies}


def _copy(entry: EntryT, number: int) -> EntryT:
    changed: dict[str, Any] = {
        name: _vary(getattr(entry, name), number) for name in ("title", "summary", "body", "html")
    }
    if getattr(entry, "project", None):
        changed["project"] = _number(getattr(entry, "project", ""), number)
    return replace(entry, id=_number(entry.id, number), **changed)


def _number(id_: str, number: int) -> str:
    return f"{id_}-{number}" if number else id_


def _vary(text: str, number: int) -> str:
    """Put other words for some, the same ones wherever they stand in the copy: their letters, turned round."""

    def other(match: re.Match[str]) -> str:
        word = match[0]
        turn = crc32(f"{number} {word}".encode())
        if not number or turn % _OTHER:
            return word
        place = 1 + turn // _OTHER % (len(word) - 1)
        return word[place:] + word[:place]

    return _WORD.sub(other, text)
