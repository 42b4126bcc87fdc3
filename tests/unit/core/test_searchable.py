from dataclasses import replace

import pytest

from tests.builders import (
    ask,
    make_advice,
    make_case,
    make_challenge,
    make_content,
    make_law,
    make_project,
    make_tool,
)
from wizard.core.content import Content
from wizard.core.library import folders_of
from wizard.core.questions import Question
from wizard.core.search import KINDS


def everything() -> Content:
    case = make_case("case-a", "u-a", project="p-a")
    return make_content(
        ask("q-a", "ja", "nej", articles=["GDPR art. 6"]),
        challenges=[make_challenge("u-a")],
        cases=[case, make_case("case-b")],
        tools=[make_tool("t-a")],
        advice=[make_advice("r-a", number=7)],
        projects=[make_project("p-a", {})],
        law=[make_law("l-a", articles=["GDPR art. 35"])],
    )


def test_everything_with_a_page_is_found_by_its_title() -> None:
    content = everything()
    for folder, items in folders_of(content).items():
        assert folder in KINDS
        for id_, item in items.items():
            title = item.text if isinstance(item, Question) else item.title
            first = content.search_index.search(title).hits[0]
            assert (first.kind, first.id) == (folder, id_)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("artikel 35", ("lov", "l-a")),
        ("artikel 6", ("spoergsmaal", "q-a")),
        ("råd 7", ("raad", "r-a")),
        ("kilden til", ("lov", "l-a")),
        ("område data", ("omraader", "data")),
    ],
)
def test_what_stands_in_other_fields_is_found_too(query: str, wanted: tuple[str, str]) -> None:
    first = everything().search_index.search(query).hits[0]
    assert (first.kind, first.id) == wanted


def test_addresses_of_links_are_not_read() -> None:
    advice = replace(make_advice("r-a"), body="Se [skemaet](https://dataetik.dk/skema) og https://kl.dk/vaerktoej.")
    searched = make_content(advice=[advice]).search_index
    assert searched.search("skemaet").hits[0].id == "r-a"
    assert all(searched.search(word).is_nearest for word in ("https", "dataetik", "dk"))
