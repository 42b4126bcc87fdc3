from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import ask, make_area, make_case, make_challenge, make_content, make_project, make_tool, opt
from wizard.core.library import FACETS, slug_of
from wizard.core.relations import Ref

CONTENT = make_content(
    ask("q", opt("nej", {"x": 3})),
    challenges=[make_challenge("x"), make_challenge("y")],
    cases=[
        replace(make_case("a", "x", project="p"), organisation="OUH / Region Syddanmark", summary="Kort."),
        replace(make_case("b", "y"), organisation="OUH"),
    ],
    tools=[
        replace(make_tool("skema", "x"), owner="København (Koncern IT)"),
        replace(make_tool("måde", "y"), is_tool=False, owner="København"),
    ],
    projects=[replace(make_project("p", {}), organisations=("OUH",))],
)
LIBRARY = CONTENT.library


def ids(**chosen: str) -> list[str]:
    return [holding.ref.id for holding in LIBRARY.select(chosen)]


def test_everything_is_held_in_the_order_of_the_kinds() -> None:
    kinds = [holding.kind for holding in LIBRARY.holdings.values()]
    expected = ["cases"] * 2 + ["vaerktoejer", "eksempler"] + ["udfordringer"] * 2
    assert kinds == [*expected, "projekter", "omraader", "spoergsmaal"]


def test_tools_and_examples_are_two_kinds_in_one_folder() -> None:
    assert LIBRARY.holdings[Ref("vaerktoejer", "måde")].kind == "eksempler"
    assert ids(kind="vaerktoejer") == ["skema"]


def test_a_holding_of_a_question_has_its_words() -> None:
    holding = LIBRARY.holdings[Ref("spoergsmaal", "q")]
    assert (holding.title, holding.organisations) == ("Q?", ())
    assert LIBRARY.holdings[Ref("cases", "a")].summary == "Kort."


def test_several_organisations_are_told_apart_and_a_department_is_its_organisation() -> None:
    assert LIBRARY.holdings[Ref("cases", "a")].organisations == ("OUH", "Region Syddanmark")
    assert ids(organisation="koebenhavn") == ["skema", "måde"]
    assert LIBRARY.organisations["koebenhavn"] == "København"


def test_what_is_from_a_project_is_of_its_sector() -> None:
    assert ids(sector="sundhed") == ["a", "p"]


def test_what_has_to_do_with_a_challenge_is_found_by_it() -> None:
    assert ids(challenge="x") == ["a", "skema", "x", "p", "data", "q"]
    assert ids(challenge="y") == ["b", "måde", "y", "data"]


def test_what_has_no_area_of_its_own_is_of_those_that_its_challenges_are_of() -> None:
    content = make_content(
        ask("løst", "ja"),
        areas=[make_area("jura"), make_area("etik")],
        challenges=[make_challenge("x", area="jura"), make_challenge("y", area="etik"), make_challenge("z")],
        cases=[
            make_case("mødt", "x", project="p", area="jura"),
            make_case("også-mødt", "y", related=["z"], project="p", area="etik"),
            make_case("erfaring", related=["z", "y"], project="gav"),
        ],
        tools=[replace(make_tool("t"), project="gav", area="jura")],
        projects=[make_project("p", {}), make_project("gav", {}), make_project("tavst", {})],
    )

    def areas(folder: str, id_: str) -> set[str]:
        return set(content.library.holdings[Ref(folder, id_)].values["area"])

    assert areas("projekter", "p") == {"jura", "etik"}
    assert areas("cases", "erfaring") == {"data", "etik"}
    # What a project met is not told: it is of the areas of what came of it.
    assert areas("projekter", "gav") == {"data", "etik", "jura"}
    # With an area of its own it is of no other, whatever it throws light on.
    assert areas("cases", "også-mødt") == {"etik"}
    assert areas("projekter", "tavst") == areas("spoergsmaal", "løst") == set()


def test_every_filter_has_to_hold() -> None:
    assert ids(challenge="x", kind="cases", organisation="ouh") == ["a"]
    assert ids(challenge="y", sector="sundhed") == []


def test_the_order_of_what_is_looked_among_is_kept() -> None:
    among = [Ref("cases", "b"), Ref("cases", "a"), Ref("omraader", "data")]
    assert [holding.ref for holding in LIBRARY.select({"kind": "cases"}, among)] == among[:2]


def test_a_value_is_known_where_something_has_it() -> None:
    assert LIBRARY.knows("kind", "cases")
    assert not LIBRARY.knows("kind", "raad")


@given(
    st.fixed_dictionaries({}, optional={facet: st.sampled_from(sorted(LIBRARY.count({})[facet])) for facet in FACETS}),
    st.none() | st.lists(st.sampled_from(list(LIBRARY.holdings)), unique=True),
)
def test_counts_are_what_one_finds_when_one_chooses_so(chosen: dict[str, str], among: list[Ref] | None) -> None:
    counts = LIBRARY.count(chosen, among)
    for facet in FACETS:
        for value in LIBRARY.count({})[facet]:
            found = LIBRARY.select({**chosen, facet: value}, among)
            assert counts[facet].get(value, 0) == len(found)
            assert (value in counts[facet]) is bool(found)


def test_a_name_is_written_as_addresses_have_it() -> None:
    assert slug_of("Ældre & Børn på Ærø, 2.") == "aeldre-boern-paa-aeroe-2"
