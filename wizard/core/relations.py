"""What has to do with what in the guidance and the questions, told from both sides.

A tie is named from each of its ends: a case is `about` a challenge, which has it among `cases`. Two entries are tied
once, by what says most of them, so that nothing stands twice on a page.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from wizard.core.conditions import Condition, leaves

if TYPE_CHECKING:
    from wizard.core.content import Content


class Ref(NamedTuple):
    """Names an entry of the library: its folder, as in addresses, and its id."""

    folder: str
    id: str


@dataclass(frozen=True, slots=True)
class Relation:
    """What an entry has to do with others, in one way: `how` is the key of the phrase that says which."""

    how: str
    others: tuple[Ref, ...]


class _Tie(NamedTuple):
    """Two entries that have to do with each other, and how the other is called from each."""

    first: Ref
    how_second: str
    second: Ref
    how_first: str


Relations = Mapping[Ref, tuple[Relation, ...]]


def relate(content: "Content") -> Relations:
    """Relate everything in the content, both ways. What has to do with nothing is absent.

    The ways of one entry, and the entries in each, stand in the order in which the ties are told below.
    """
    seen: set[frozenset[Ref]] = set()
    found: dict[Ref, dict[str, list[Ref]]] = {}
    for tie in _ties(content):
        pair = frozenset((tie.first, tie.second))
        if pair in seen:
            continue
        seen.add(pair)
        found.setdefault(tie.first, {}).setdefault(tie.how_second, []).append(tie.second)
        found.setdefault(tie.second, {}).setdefault(tie.how_first, []).append(tie.first)
    return {ref: tuple(Relation(how, tuple(others)) for how, others in hows.items()) for ref, hows in found.items()}


def _ties(content: "Content") -> Iterator[_Tie]:
    yield from _ties_to_projects(content)
    yield from _ties_of_matchables(content)
    yield from _ties_of_requirements(content)
    yield from _ties_of_questions(content)
    yield from _ties_of_advice(content)
    yield from _ties_of_law(content)
    yield from _ties_of_actions(content)
    yield from _ties_of_projects(content)
    yield from _ties_of_areas(content)


def _ties_to_projects(content: "Content") -> Iterator[_Tie]:
    # What a project gave to others to use is little, and would be lost behind its cases.
    for tool in content.tools.values():
        if tool.project:
            yield _Tie(Ref("vaerktoejer", tool.id), "project", Ref("projekter", tool.project), "tools")
    for case in content.cases.values():
        if case.project:
            yield _Tie(Ref("cases", case.id), "project", Ref("projekter", case.project), "cases")


def _ties_of_matchables(content: "Content") -> Iterator[_Tie]:
    for case in content.cases.values():
        ref = Ref("cases", case.id)
        for id_ in case.challenges:
            yield _Tie(ref, "about", Ref("udfordringer", id_), "cases")
        for id_ in case.related:
            yield _Tie(ref, "related", Ref("udfordringer", id_), "related-cases")
        for id_ in case.overtaken_by:
            yield _Tie(ref, "overtaken-by", Ref("lov", id_), "overtakes")
    for tool in content.tools.values():
        ref = Ref("vaerktoejer", tool.id)
        for id_ in tool.challenges:
            yield _Tie(ref, "helps", Ref("udfordringer", id_), "tools")
        for id_ in tool.overtaken_by:
            yield _Tie(ref, "overtaken-by", Ref("lov", id_), "overtakes")


def _ties_of_requirements(content: "Content") -> Iterator[_Tie]:
    """A hard condition says more of a question and a case than that the one is told beside the other."""
    for folder, items in (("cases", content.cases), ("vaerktoejer", content.tools)):
        for item in items.values():
            for id_ in _looked_at(requirement.when for requirement in item.fits_when):
                yield _Tie(Ref(folder, item.id), "fits-when", Ref("spoergsmaal", id_), "decides")


def _looked_at(conditions: Iterable[Condition]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(leaf.question for condition in conditions for leaf in leaves(condition)))


def _ties_of_questions(content: "Content") -> Iterator[_Tie]:
    for question in content.questionnaire:
        ref = Ref("spoergsmaal", question.id)
        for id_ in question.challenges:
            yield _Tie(ref, "shows", Ref("udfordringer", id_), "questions")
        for id_ in question.advice:
            yield _Tie(ref, "tells-of", Ref("raad", id_), "questions")
        for id_ in question.cases:
            yield _Tie(ref, "cases", Ref("cases", id_), "questions")
        for id_ in _looked_at((question.show_when,) if question.show_when else ()):
            yield _Tie(ref, "depends-on", Ref("spoergsmaal", id_), "opens")


def _ties_of_advice(content: "Content") -> Iterator[_Tie]:
    for advice in content.advice.values():
        ref = Ref("raad", advice.id)
        for id_ in advice.challenges:
            yield _Tie(ref, "helps", Ref("udfordringer", id_), "advice")
        for tool in content.tools.values():
            if not set(tool.challenges).isdisjoint(advice.challenges):
                yield _Tie(ref, "same-tools", Ref("vaerktoejer", tool.id), "same-advice")


def _ties_of_law(content: "Content") -> Iterator[_Tie]:
    for law in content.law.values():
        ref = Ref("lov", law.id)
        for id_ in law.challenges:
            yield _Tie(ref, "matters-to", Ref("udfordringer", id_), "law")
        for question in content.questions_by_law[law.id]:
            yield _Tie(ref, "questions", Ref("spoergsmaal", question.id), "law")


def _ties_of_actions(content: "Content") -> Iterator[_Tie]:
    """What the actions against a challenge build on, where it is not tied to the challenge already."""
    kinds = (("cases", content.cases), ("vaerktoejer", content.tools), ("raad", content.advice))
    for challenge in content.challenges.values():
        for source in (source for action in challenge.actions for source in action.sources):
            for folder, entries in kinds:
                if source in entries:
                    yield _Tie(Ref(folder, source), "used-against", Ref("udfordringer", challenge.id), "built-on")


def _ties_of_projects(content: "Content") -> Iterator[_Tie]:
    for case in content.cases.values():
        for id_ in case.challenges if case.project else ():
            yield _Tie(Ref("projekter", case.project or ""), "met", Ref("udfordringer", id_), "met-by")


def _ties_of_areas(content: "Content") -> Iterator[_Tie]:
    def within(ref: Ref, area: str | None, how: str) -> Iterator[_Tie]:
        if area is not None:
            yield _Tie(ref, "area", Ref("omraader", area), how)

    for challenge in content.challenges.values():
        yield from within(Ref("udfordringer", challenge.id), challenge.area, "challenges")
    for case in content.cases.values():
        yield from within(Ref("cases", case.id), case.area, "cases")
    for tool in content.tools.values():
        yield from within(Ref("vaerktoejer", tool.id), tool.area, "tools")
    for advice in content.advice.values():
        yield from within(Ref("raad", advice.id), advice.area, "advice")
    for law in content.law.values():
        yield from within(Ref("lov", law.id), law.area, "law")
    for section in content.questionnaire.sections:
        for question in section.questions:
            yield from within(Ref("spoergsmaal", question.id), section.area, "questions")
