"""The chain from a project to the questions, and back: every link of it is there, and none ties everything together."""

from collections.abc import Iterator

import pytest

from tests.content.real import CONTENT
from wizard.core.conditions import leaves
from wizard.core.relations import Ref

TIES = {
    (ref, other): relation.how
    for ref, found in CONTENT.library.relations.items()
    for relation in found
    for other in relation.others
}


def between(first: str, second: str) -> Iterator[tuple[Ref, Ref]]:
    """Give the pairs of two folders that are tied, told from the first."""
    return ((ref, other) for ref, other in TIES if (ref.folder, other.folder) == (first, second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("projekter", "cases"),
        ("cases", "udfordringer"),
        ("udfordringer", "raad"),
        ("raad", "vaerktoejer"),
        ("vaerktoejer", "spoergsmaal"),
    ],
)
def test_every_link_of_the_chain_is_there_both_ways(first: str, second: str) -> None:
    there, back = set(between(first, second)), set(between(second, first))
    assert there
    assert back == {(other, ref) for ref, other in there}


def test_advice_and_tools_are_tied_but_not_all_with_all() -> None:
    advice, tools = len(CONTENT.advice), len(CONTENT.tools)
    tied = list(between("raad", "vaerktoejer"))
    for id_ in CONTENT.advice:
        assert 0 < sum(ref.id == id_ for ref, _ in tied) < tools / 2, id_
    for id_ in CONTENT.tools:
        assert 0 < sum(other.id == id_ for _, other in tied) < advice / 2, id_
    for ref, other in tied:
        assert set(CONTENT.advice[ref.id].challenges) & set(CONTENT.tools[other.id].challenges)


def test_every_hard_condition_is_told_on_the_page_of_what_it_shuts_out_and_of_what_it_looks_at() -> None:
    met = 0
    for folder, items in (("cases", CONTENT.cases), ("vaerktoejer", CONTENT.tools)):
        for item in items.values():
            for leaf in (leaf for requirement in item.fits_when for leaf in leaves(requirement.when)):
                pair = Ref(folder, item.id), Ref("spoergsmaal", leaf.question)
                assert (TIES[pair], TIES[pair[::-1]]) == ("fits-when", "decides")
                met += 1
    assert met > 10


def test_every_project_and_every_case_is_found_by_area() -> None:
    for holding in CONTENT.library.holdings.values():
        if holding.ref.folder in {"projekter", "cases"}:
            assert holding.values["area"], holding.ref
