from tests.builders import make_action, make_advice, make_case, make_challenge, make_content, make_tool
from wizard.core.content import Trace

CONTENT = make_content(
    challenges=[
        make_challenge("x", make_action("gør", sources=["sag", "råd-b", "værktøj"]), make_action("selv"), pages=[33]),
        make_challenge("y"),
    ],
    cases=[make_case("sag", "x", pages=[34, 35]), make_case("anden", "x"), make_case("lys", related=["x"])],
    tools=[make_tool("værktøj", "y")],
    advice=[make_advice("råd-a", "x"), make_advice("råd-b", "y"), make_advice("råd-c", "y")],
)


def test_action_is_traced_to_its_sources_and_to_the_advice_on_its_challenge() -> None:
    assert CONTENT.traces["gør"] == Trace(
        advice=("råd-a", "råd-b"),
        cases=("sag",),
        tools=("værktøj",),
        sources=("X (rapporten s. 33)", "Sag (rapporten s. 34, 35)"),
    )


def test_action_without_sources_is_traced_to_its_challenge() -> None:
    assert CONTENT.traces["selv"] == Trace(("råd-a",), (), (), ("X (rapporten s. 33)",))


def test_entry_without_a_page_is_not_cited() -> None:
    assert CONTENT.cite(CONTENT.tools["værktøj"]) == ()


def test_cases_near_a_challenge_are_those_about_it_or_that_throw_light_on_it() -> None:
    ids = {challenge: [case.id for case in cases] for challenge, cases in CONTENT.cases_near.items()}
    assert ids == {"x": ["sag", "anden", "lys"], "y": []}
