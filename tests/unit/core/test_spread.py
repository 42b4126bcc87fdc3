"""The first cases are not all of one area."""

from dataclasses import replace

import pytest

from tests.builders import ask, assess, make_area, make_case, make_challenge, make_content, scale
from wizard.core.content import Content
from wizard.core.guidance import Case
from wizard.core.matching import Match

SECTOR = ask("sektor", "sundhed", "skole", kinship=3)


def match(content: Content) -> tuple[Match[Case], ...]:
    return assess(content, {"q": "2", "sektor": "sundhed"}).matches.cases


AREAS = [make_area("jura"), make_area("etik")]


def in_areas(*areas: str | None, exposed: str = "x") -> Content:
    """Make cases in these areas, best first, all about an exposed challenge; lower-case letters name them."""
    cases = [
        make_case(letter, exposed, area=area, traits={"sektor": ["sundhed"]} if place < 5 else None)
        for place, (letter, area) in enumerate(zip("abcdefghi", areas, strict=False))
    ]
    return make_content(scale("q", "x"), SECTOR, cases=cases, areas=AREAS, challenges=[make_challenge("y")])


@pytest.mark.parametrize(
    ("areas", "order"),
    [
        (["jura"] * 6, "abcdef"),
        (["jura"] * 3 + ["etik"] * 3, "abcdef"),
        (["jura"] * 5 + ["etik"], "abcdfe"),
        (["jura"] * 6 + ["etik", "data"], "abcghdef"),
        (["jura"] * 4 + [None, "etik"], "abcefd"),
        ([None] * 5 + ["etik"], "abcdef"),
        (["jura"] * 4 + ["etik", "etik"], "abcefd"),
        (["jura"] * 5 + ["etik"] * 4, "abcfgdehi"),
    ],
)
def test_first_five_cases_are_at_most_three_of_one_area_where_others_are_about_a_risk(
    areas: list[str | None], order: str
) -> None:
    found = match(in_areas(*areas))
    assert "".join(entry.item.id for entry in found) == order
    moved = [entry.item.id for entry in found if entry.reasons[-1].kind == "spread"]
    assert moved == [id_ for id_ in order[:5] if id_ > "e"]


def test_moved_case_says_why_it_stands_there() -> None:
    found = match(in_areas(*["jura"] * 5, "etik"))
    assert found[4].reasons[-1].text == "Står her, så I også ser en case fra et andet område: Etik"


def test_case_that_is_about_no_risk_is_not_moved() -> None:
    content = in_areas(*["jura"] * 5)
    akin = make_case("z", "y", area="etik", traits={"sektor": ["sundhed"]})
    content = replace(content, cases={**content.cases, "z": akin})
    assert "".join(entry.item.id for entry in match(content)) == "abcdez"
