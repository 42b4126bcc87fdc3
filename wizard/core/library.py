"""Everything that can be looked up, with what it can be told apart by."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wizard.core.guidance import Case, Entry, Project, Tool
from wizard.core.questions import Question
from wizard.core.relations import Ref, Relations, relate

if TYPE_CHECKING:
    from wizard.core.content import Content

#: What entries are told apart by; the kinds stand in the order in which they are shown.
FACETS = ("kind", "area", "challenge", "sector", "organisation")
KINDS = (
    "cases",
    "vaerktoejer",
    "eksempler",
    "raad",
    "udfordringer",
    "lov",
    "projekter",
    "omraader",
    "spoergsmaal",
)

#: Facet -> the values that an entry has in it.
Values = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Holding:
    """An entry as it stands in lists. `kind` is one of KINDS: tools and examples share a folder, and are two kinds.

    `organisations` are names; `item` is the entry itself.
    """

    ref: Ref
    kind: str
    title: str
    summary: str
    organisations: tuple[str, ...]
    item: Entry | Question
    values: Values = field(hash=False)


@dataclass(frozen=True, slots=True)
class Library:
    """Every holding by its name, in the order of KINDS and in it of the content, and what has to do with what.

    `organisations` gives the name of each value of that facet.
    """

    holdings: Mapping[Ref, Holding]
    relations: Relations
    organisations: Mapping[str, str]

    def knows(self, facet: str, value: str) -> bool:
        """Tell whether any holding has the value."""
        return any(value in holding.values[facet] for holding in self.holdings.values())

    def select(self, chosen: Mapping[str, str], among: Iterable[Ref] | None = None) -> tuple[Holding, ...]:
        """Give the holdings with every chosen value (facet -> value), in the order of `among`."""
        refs = self.holdings if among is None else among
        return tuple(holding for ref in refs if _has_all(holding := self.holdings[ref], chosen))

    def count(self, chosen: Mapping[str, str], among: Collection[Ref] | None = None) -> Mapping[str, Mapping[str, int]]:
        """Count how many there would be of each value of each facet, were it chosen in place of what is chosen there.

        A value that would leave nothing is absent.
        """
        return {
            facet: Counter(
                value
                for holding in self.select({key: value for key, value in chosen.items() if key != facet}, among)
                for value in holding.values[facet]
            )
            for facet in FACETS
        }


def _has_all(holding: Holding, chosen: Mapping[str, str]) -> bool:
    return all(value in holding.values[facet] for facet, value in chosen.items())


def build_library(content: "Content") -> Library:
    """Put everything in the content in one library."""
    relations = relate(content)
    made = [
        _hold(content, relations, Ref(folder, id_), item)
        for folder, items in folders_of(content).items()
        for id_, item in items.items()
    ]
    names = {slug_of(name): name for holding in made for name in holding.organisations}
    made.sort(key=lambda holding: KINDS.index(holding.kind))
    return Library({holding.ref: holding for holding in made}, relations, names)


def folders_of(content: "Content") -> Mapping[str, Mapping[str, Entry | Question]]:
    """Give everything that has a page in the library, by the folder in its address and by id."""
    return {
        "cases": content.cases,
        "vaerktoejer": content.tools,
        "raad": content.advice,
        "udfordringer": content.challenges,
        "lov": content.law,
        "projekter": content.projects,
        "omraader": content.areas,
        "spoergsmaal": content.questionnaire.question_by_id,
    }


def slug_of(name: str) -> str:
    """Write a name as addresses have it: small letters a-z and figures, with single hyphens between."""
    plain = name.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def _hold(content: "Content", relations: Relations, ref: Ref, item: Entry | Question) -> Holding:
    kind = "eksempler" if ref.folder == "vaerktoejer" and not content.tools[ref.id].is_tool else ref.folder
    project = _project_of(content, item)
    organisations = _organisations(item)
    return Holding(
        ref=ref,
        kind=kind,
        title=item.text if isinstance(item, Question) else item.title,
        summary=item.help if isinstance(item, Question) else item.summary,
        organisations=organisations,
        item=item,
        values={
            "kind": frozenset((kind,)),
            "area": _areas(content, relations, ref),
            "challenge": _ids_near(relations, ref, "udfordringer"),
            "sector": frozenset((project.sector,) if project else ()),
            "organisation": frozenset(map(slug_of, organisations)),
        },
    )


def _ids_near(relations: Relations, ref: Ref, folder: str) -> frozenset[str]:
    """Give the ids in a folder that an entry is tied to, and its own where it is in the folder."""
    return frozenset(other.id for other in _near(relations, ref) | {ref} if other.folder == folder)


def _near(relations: Relations, ref: Ref) -> frozenset[Ref]:
    return frozenset(other for relation in relations.get(ref, ()) for other in relation.others)


def _areas(content: "Content", relations: Relations, ref: Ref) -> frozenset[str]:
    """Give an entry's area; where it has none of its own, as a project or an experience, those of its challenges."""
    own = _ids_near(relations, ref, "omraader")
    if own:
        return own
    challenges = _ids_near(relations, ref, "udfordringer")
    if challenges or ref.folder != "projekter":
        return frozenset(content.challenges[id_].area for id_ in challenges)
    # No case tells what the project met, and it would be found in no area: it is of those of what came of it.
    return frozenset().union(*(_areas(content, relations, other) for other in _near(relations, ref)))


def _project_of(content: "Content", item: Entry | Question) -> Project | None:
    match item:
        case Case() | Tool():
            return content.projects.get(item.project or "")
        case Project():
            return item
        case _:
            return None


def _organisations(item: Entry | Question) -> tuple[str, ...]:
    """Give the organisations behind an entry; a department stands in brackets, and two are parted by a stroke."""
    match item:
        case Case():
            named: tuple[str, ...] = (item.organisation,)
        case Tool():
            named = (item.owner,)
        case Project():
            named = item.organisations
        case _:
            named = ()
    parts = (part.partition("(")[0].strip() for name in named for part in name.split(" / "))
    return tuple(part for part in parts if part)
