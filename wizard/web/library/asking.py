"""What somebody looks for in the library, read from the address, and what there is of it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from flask import url_for
from werkzeug.datastructures import MultiDict

from wizard.core.content import Content
from wizard.core.findings import Findings, Piece
from wizard.core.guidance import Law
from wizard.core.library import FACETS, KINDS, Holding
from wizard.core.query import is_read_whole
from wizard.core.relations import Ref
from wizard.web.library.excerpts import count_hits, excerpt

#: Facet -> its name in an address.
NAMES: Mapping[str, str] = {
    "kind": "slags",
    "area": "omraade",
    "challenge": "udfordring",
    "sector": "sektor",
    "organisation": "organisation",
}
QUERY = "soeg"
EVERYTHING = "alle"
#: As many are shown at first of what a search finds.
FIRST = 20
#: The most that a search is asked for: more than there is.
_ALL = 100_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: words, and facet -> value. `unknown` are values that no filter has, by facet."""

    query: str
    chosen: Mapping[str, str]
    unknown: Mapping[str, str]
    is_all: bool

    def address(self, *, without: Collection[str] = (), is_all: bool = False) -> str:
        """Give the address of the same without some of the filters."""
        values: dict[str, Any] = {QUERY: self.query} if self.query else {}
        values |= {NAMES[facet]: value for facet, value in self.chosen.items() if facet not in without}
        values |= {EVERYTHING: "ja"} if is_all else {}
        return url_for("library.index", **values)


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter: what it is called, and how many there would be."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter as it stands in the form."""

    facet: str
    name: str
    choices: Sequence[Choice]
    chosen: Choice | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """What there is of one kind, where no words say what comes first.

    Law stands by its groups, `parts` (group, what it has), in the order of the content; the rest is one part, "".
    """

    kind: str
    total: int
    parts: Sequence[tuple[str, Sequence[Holding]]]


@dataclass(frozen=True, slots=True)
class Found:
    """What there is. `total` is with the filters, `outside` what they keep away; `shown` are the best of it."""

    asked: Asked
    shown: Sequence[Holding]
    total: int
    outside: int
    filters: Sequence[Filter]
    findings: Findings | None

    @property
    def is_nearest(self) -> bool:
        """Whether nothing was found, and these are only the nearest."""
        return self.findings is not None and self.findings.is_nearest

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was found and there is nothing to show; filters that keep the nearest away change nothing."""
        return not self.total and (self.is_nearest or not self.outside)

    @property
    def is_guess(self) -> bool:
        """Whether nothing has any of the words as they were typed, and this has parts of them or words like them."""
        return self.findings is not None and self.findings.is_guess

    @property
    def unsure(self) -> Sequence[str]:
        """The words that nothing has, where something has others."""
        return () if self.findings is None or self.is_guess else self.findings.unsure

    @property
    def is_read_whole(self) -> bool:
        """Whether all that was asked for was read."""
        return is_read_whole(self.asked.query)

    @property
    def chosen(self) -> list[Filter]:
        """The filters that are set."""
        return [each for each in self.filters if each.chosen]

    @property
    def shelves(self) -> list[Shelf]:
        """What there is by kind."""
        return [
            Shelf(kind, len(held), [(group, list(part)) for group, part in groupby(held, key=_group_of)])
            for kind, held in ((kind, list(held)) for kind, held in groupby(self.shown, key=lambda each: each.kind))
        ]

    def mark(self, text: str) -> Sequence[Piece]:
        """Part a text into what was looked for and the rest."""
        return self.findings.mark(text) if self.findings else (Piece(text, is_hit=False),)

    def excerpt(self, holding: Holding) -> Sequence[Piece]:
        """Give the line of an entry's text with more of what was looked for than title and summary have."""
        if self.findings is None:
            return ()
        heads = (*self.mark(holding.title), *self.mark(holding.summary))
        found = excerpt(holding.item, self.findings)
        return found if count_hits(found) > count_hits(heads) else ()


def _group_of(holding: Holding) -> str:
    return holding.item.group if isinstance(holding.item, Law) else ""


def read_asked(content: Content, values: MultiDict[str, str]) -> Asked:
    """Read what is looked for; a value that no filter has is left out, and told."""
    query = _clean(values.get(QUERY, ""))
    given = {facet: value for facet, name in NAMES.items() if (value := _clean(values.get(name, "")))}
    known = {facet: value for facet, value in given.items() if content.library.knows(facet, value)}
    unknown = {facet: value for facet, value in given.items() if facet not in known}
    return Asked(query, known, unknown, is_all=EVERYTHING in values)


def _clean(text: str) -> str:
    """Take away what no page can show, or what would turn the line around, and spaces that say nothing."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def find(content: Content, asked: Asked) -> Found:
    """Find what is looked for: best first where there are words, else by kind."""
    library = content.library
    findings = content.search_index.search(asked.query, limit=_ALL) if asked.query else None
    among = None if findings is None else [Ref(hit.kind, hit.id) for hit in findings.hits]
    held = library.select(asked.chosen, among)
    is_cut = findings is not None and not asked.is_all
    return Found(
        asked=asked,
        shown=held[:FIRST] if is_cut else held,
        total=len(held),
        outside=(len(library.holdings) if among is None else len(among)) - len(held),
        filters=_filters(content, asked, among),
        findings=findings,
    )


def _filters(content: Content, asked: Asked, among: Collection[Ref] | None) -> list[Filter]:
    counts = content.library.count(asked.chosen, among)
    made = []
    for facet in FACETS:
        value = asked.chosen.get(facet)
        counted = counts[facet]
        choices = [
            Choice(id_, label, counted.get(id_, 0))
            for id_, label in labels_of(content, facet).items()
            if id_ in counted or id_ == value
        ]
        chosen = next((choice for choice in choices if choice.value == value), None)
        made.append(Filter(facet, NAMES[facet], choices, chosen))
    return made


def labels_of(content: Content, facet: str) -> Mapping[str, str]:
    """Give what each value of a facet is called, in the order in which they are offered."""
    return _LABELS[facet](content)


def _label_sectors(content: Content) -> Mapping[str, str]:
    sectors = dict.fromkeys(project.sector for project in content.projects.values())
    return _sorted({id_: content.phrases(f"sector.{id_}") for id_ in sectors})


def _sorted(labels: Mapping[str, str]) -> Mapping[str, str]:
    return dict(sorted(labels.items(), key=lambda pair: pair[1].casefold()))


_LABELS: Mapping[str, Callable[[Content], Mapping[str, str]]] = {
    "kind": lambda content: {kind: content.phrases(f"library-kind.{kind}") for kind in KINDS},
    "area": lambda content: {area.id: area.title for area in content.areas.values()},
    "challenge": lambda content: _sorted({item.id: item.title for item in content.challenges.values()}),
    "sector": _label_sectors,
    "organisation": lambda content: _sorted(content.library.organisations),
}
