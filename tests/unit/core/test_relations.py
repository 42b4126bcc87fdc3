"""What has to do with what is told from both sides, and once."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.builders import (
    ask,
    chosen,
    make_action,
    make_advice,
    make_case,
    make_challenge,
    make_content,
    make_law,
    make_project,
    make_tool,
    opt,
)
from wizard.core.conditions import AnyOf
from wizard.core.content import Content
from wizard.core.guidance import Requirement
from wizard.core.library import folders_of
from wizard.core.relations import Ref, relate

CHALLENGES = ("c1", "c2", "c3")
LAW = ("l1", "l2")
SOURCES = ("sag", "værktøj", "råd")


def only_if(*looked_at: str) -> Requirement:
    """Make a hard condition that looks at some questions, at the first of them twice."""
    return Requirement(when=AnyOf(tuple(chosen(id_, "ja") for id_ in (*looked_at, looked_at[0]))), otherwise="Nej.")


@st.composite
def contents(draw: DrawFn) -> Content:
    """Draw content whose pieces point at each other in every way there is, also at the same thing in several ways."""
    some = st.lists(st.sampled_from(CHALLENGES), unique=True)
    about, related, of_tool, of_advice, of_law = (draw(some) for _ in range(5))
    overtaken = tuple(draw(st.lists(st.sampled_from(LAW), unique=True)))
    sources = draw(st.lists(st.sampled_from(SOURCES), unique=True))
    project = draw(st.sampled_from((None, "projekt")))
    articles = draw(st.lists(st.sampled_from(("art. 5", "art. 5(1)", "art. 6")), unique=True))
    first = ask("q1", opt("ja", dict.fromkeys(draw(some), 2)), "ved-ikke", advice=draw(st.lists(st.just("råd"))))
    fits = st.lists(st.sampled_from((only_if("q1"), only_if("q2", "q1"))))
    looks = draw(st.sampled_from((None, chosen("q1", "ja"), AnyOf((chosen("q1", "ja"), chosen("q1", "ved-ikke"))))))
    return make_content(
        replace(first, cases=tuple(draw(st.lists(st.just("sag"), max_size=1)))),
        ask("q2", "ja", "ved-ikke", show_when=looks, articles=articles),
        challenges=[make_challenge(id_, make_action(f"gør-{id_}", sources=sources)) for id_ in CHALLENGES],
        cases=[
            replace(
                make_case("sag", *about, related=related, project=project, fits_when=draw(fits)),
                overtaken_by=overtaken,
            )
        ],
        tools=[
            replace(make_tool("værktøj", *of_tool, fits_when=draw(fits)), project=project, overtaken_by=overtaken),
        ],
        advice=[make_advice("råd", *of_advice)],
        projects=[make_project("projekt", {})],
        law=[make_law(id_, *of_law, articles=draw(st.lists(st.sampled_from(("art. 5", "art. 6"))))) for id_ in LAW],
    )


@given(contents())
def test_what_has_to_do_with_another_is_met_from_the_other_too(content: Content) -> None:
    relations = relate(content)
    near = {ref: {other for relation in found for other in relation.others} for ref, found in relations.items()}
    for ref, others in near.items():
        for other in others:
            assert ref in near[other]


@given(contents())
def test_nothing_stands_twice_with_one_entry_nor_with_itself(content: Content) -> None:
    for ref, found in relate(content).items():
        others = [other for relation in found for other in relation.others]
        assert len(others) == len(set(others))
        assert ref not in others
        assert len(found) == len({relation.how for relation in found})


@given(contents())
def test_only_what_has_a_page_is_named(content: Content) -> None:
    there = {Ref(folder, id_) for folder, items in folders_of(content).items() for id_ in items}
    relations = relate(content)
    assert set(relations) <= there
    assert {other for found in relations.values() for relation in found for other in relation.others} <= there


def ways(content: Content, folder: str, id_: str) -> dict[str, list[str]]:
    found = content.library.relations.get(Ref(folder, id_), ())
    return {relation.how: [other.id for other in relation.others] for relation in found}


def test_a_case_is_tied_to_its_project_its_challenge_and_what_it_throws_light_on() -> None:
    content = make_content(
        challenges=[make_challenge("x"), make_challenge("y")],
        cases=[make_case("sag", "x", related=["y"], project="p"), make_case("anden", "x")],
        projects=[make_project("p", {})],
    )
    assert ways(content, "cases", "sag") == {"project": ["p"], "about": ["x"], "related": ["y"]}
    assert ways(content, "udfordringer", "x") == {"cases": ["sag", "anden"], "met-by": ["p"], "area": ["data"]}
    assert ways(content, "udfordringer", "y") == {"related-cases": ["sag"], "area": ["data"]}
    assert ways(content, "projekter", "p") == {"cases": ["sag"], "met": ["x"]}


def test_a_question_is_tied_to_what_it_shows_tells_of_rests_on_and_opens() -> None:
    content = make_content(
        ask("først", "ja", "nej"),
        ask(
            "så",
            opt("nej", {"x": 2}),
            show_when=AnyOf((chosen("først", "ja"), chosen("først", "nej"))),
            advice=["r"],
            articles=["art. 5(1)"],
        ),
        advice=[make_advice("r", "x")],
        law=[make_law("l", articles=["art. 5"])],
    )
    assert ways(content, "spoergsmaal", "så") == {
        "shows": ["x"],
        "tells-of": ["r"],
        "depends-on": ["først"],
        "law": ["l"],
    }
    assert ways(content, "spoergsmaal", "først") == {"opens": ["så"]}
    assert ways(content, "lov", "l") == {"questions": ["så"], "area": ["data"]}


def test_what_has_a_hard_condition_is_tied_to_the_questions_that_it_looks_at() -> None:
    content = make_content(
        ask("a", "ja"),
        ask("b", "ja"),
        ask("c", "ja"),
        cases=[make_case("sag", fits_when=[only_if("b", "a"), only_if("a")])],
        tools=[make_tool("t", fits_when=[only_if("a")]), make_tool("til-alle")],
    )
    assert ways(content, "cases", "sag") == {"fits-when": ["b", "a"]}
    assert ways(content, "vaerktoejer", "t") == {"fits-when": ["a"], "area": ["data"]}
    assert ways(content, "spoergsmaal", "a") == {"decides": ["sag", "t"]}
    assert ways(content, "spoergsmaal", "b") == {"decides": ["sag"]}
    assert ways(content, "spoergsmaal", "c") == {}


def test_that_a_case_fits_only_some_says_more_than_that_it_is_told_beside_the_question() -> None:
    content = make_content(
        replace(ask("a", "ja"), cases=("sag", "anden")),
        cases=[make_case("sag", fits_when=[only_if("a")]), make_case("anden")],
    )
    assert ways(content, "spoergsmaal", "a") == {"decides": ["sag"], "cases": ["anden"]}
    assert ways(content, "cases", "sag") == {"fits-when": ["a"]}


def test_advice_is_tied_to_the_tools_against_any_of_its_challenges() -> None:
    content = make_content(
        challenges=[make_challenge("x"), make_challenge("y"), make_challenge("z")],
        tools=[make_tool("begge", "y", "x"), make_tool("den-ene", "z", "y"), make_tool("ingen", "z")],
        advice=[make_advice("r", "x", "y"), make_advice("løst")],
    )
    assert ways(content, "raad", "r") == {"helps": ["x", "y"], "same-tools": ["begge", "den-ene"], "area": ["data"]}
    assert ways(content, "raad", "løst") == {"area": ["data"]}
    assert ways(content, "vaerktoejer", "den-ene")["same-advice"] == ["r"]
    assert "same-advice" not in ways(content, "vaerktoejer", "ingen")


def test_the_tools_of_a_project_stand_before_its_cases() -> None:
    content = make_content(
        cases=[make_case("sag", project="p")],
        tools=[make_tool("t", project="p")],
        projects=[make_project("p", {})],
    )
    assert list(ways(content, "projekter", "p")) == ["tools", "cases"]
    assert ways(content, "vaerktoejer", "t")["project"] == ["p"]


def test_what_an_action_builds_on_is_tied_to_its_challenge_where_nothing_else_ties_them() -> None:
    content = make_content(
        challenges=[make_challenge("x", make_action("gør", sources=["egen", "fremmed", "r", "t"]))],
        cases=[make_case("egen", "x"), make_case("fremmed")],
        tools=[make_tool("t")],
        advice=[make_advice("r", "x")],
    )
    found = ways(content, "udfordringer", "x")
    assert (found["cases"], found["advice"], found["built-on"]) == (["egen"], ["r"], ["fremmed", "t"])
    assert ways(content, "cases", "fremmed") == {"used-against": ["x"]}


def test_law_that_overtakes_a_case_is_told_on_both_pages() -> None:
    content = make_content(
        cases=[replace(make_case("sag"), overtaken_by=("l",))],
        tools=[replace(make_tool("t"), overtaken_by=("l",))],
        law=[make_law("l")],
    )
    assert ways(content, "lov", "l")["overtakes"] == ["sag", "t"]
    assert ways(content, "cases", "sag") == {"overtaken-by": ["l"]}


def test_what_has_to_do_with_nothing_is_absent() -> None:
    assert make_content(ask("alene", "ja")).library.relations == {}
