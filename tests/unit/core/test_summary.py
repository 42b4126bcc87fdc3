import json
from dataclasses import replace

from tests.builders import (
    ask,
    assess,
    make_action,
    make_advice,
    make_area,
    make_case,
    make_challenge,
    make_content,
    make_tool,
    scale,
)
from wizard.core.advice import AdviceStatus
from wizard.core.answers import Answer
from wizard.core.questions import Kind
from wizard.core.risk import Consequence, Dimension, Risk
from wizard.core.summary import summarise
from wizard.report.interchange import summary_data

SECTOR = ask("sektor", "sundhed", "skole", kinship=1)


def test_area_shows_its_gravest_risk_and_counts_each() -> None:
    content = replace(
        make_content(
            *(scale(id_, f"{id_}x") for id_ in "abcd"),
            challenges=[make_challenge("dx", area="jura")],
        ),
        areas={"data": make_area("data"), "jura": make_area("jura", rank=2)},
    )
    data, jura = assess(content, {"a": "3", "b": "1", "c": "1", "d": "0"}).areas
    assert (data.area.id, data.gravest) == ("data", Risk.HIGH)
    assert list(data.counts.items()) == [(Risk.CRITICAL, 0), (Risk.HIGH, 1), (Risk.MEDIUM, 0), (Risk.LOW, 2)]
    assert jura.gravest is None
    assert set(jura.counts.values()) == {0}


def test_exposed_are_the_challenges_that_the_answers_show() -> None:
    summary = assess(make_content(scale("a", "x"), scale("b", "y"), scale("c", "z")), {"a": "1", "b": "0", "c": "3"})
    assert [found.challenge.id for found in summary.exposed] == ["z", "x"]
    assert len(summary.risks) == 3


def test_challenge_is_shown_with_its_actions_case_tool_and_advice() -> None:
    content = make_content(
        scale("a", "x", advice=["imod", "fulgt"]),
        scale("b", "y", advice=["fulgt"]),
        SECTOR,
        challenges=[make_challenge("x", make_action("en"), make_action("to", from_exposure=3)), make_challenge("y")],
        cases=[
            make_case("fjern", "x"),
            make_case("nær", "x", traits={"sektor": ["sundhed"]}),
            make_case("lys", related=["x"], traits={"sektor": ["sundhed"]}),
        ],
        tools=[make_tool("værktøj", "x")],
        advice=[make_advice("imod", "x"), make_advice("fulgt", "y", number=2), make_advice("andet", "z", number=3)],
    )
    summary = assess(content, {"a": "2", "b": "0", "sektor": "sundhed"})
    assert [item.id for item in summary.actions_on("x")] == ["en"]
    assert summary.actions_on("y") == ()
    case, tool = summary.case_on("x"), summary.tool_on("x")
    assert case is not None
    assert tool is not None
    assert (case.item.id, tool.item.id) == ("nær", "værktøj")
    assert summary.case_on("y") is None
    assert summary.tool_on("y") is None
    assert [reading.advice.id for reading in summary.advice_on("x")] == ["imod"]
    # Carried by a bad answer too, so it is not followed all through.
    assert [reading.status for reading in summary.advice_on("y")] == [AdviceStatus.PARTLY]
    assert summary.advice_on("w") == ()


def test_advice_that_is_followed_is_not_told_again() -> None:
    content = make_content(scale("a", "x", advice=["råd"]), advice=[make_advice("råd", "x")])
    assert assess(content, {"a": "0"}).advice_on("x") == ()


def test_ratings_change_risks_and_matches_but_not_exposure() -> None:
    content = make_content(scale("a", "x"), cases=[make_case("sag", "x")])
    answers = {"a": Answer(options=("3",))}
    mild, grave = (
        summarise(content, answers, {"x": {Dimension.TIME: consequence}})
        for consequence in (Consequence.NEGLIGIBLE, Consequence.DESTRUCTIVE)
    )
    assert mild.risks[0].exposure == grave.risks[0].exposure
    assert (mild.risks[0].risk, grave.risks[0].risk) == (Risk.MEDIUM, Risk.CRITICAL)
    assert mild.matches.cases[0].score < grave.matches.cases[0].score


def test_same_answers_in_any_order_give_the_same_json() -> None:
    content = make_content(
        scale("a", "x"),
        ask("b", *scale("b", "y").options, kind=Kind.CHOICES),
        cases=[make_case("to", "x"), make_case("en", "y")],
    )
    first = {"a": Answer(options=("2",)), "b": Answer(options=("1", "3"))}
    second = {"b": Answer(options=("3", "1")), "a": Answer(options=("2",))}
    one, other = (json.dumps(summary_data(summarise(content, answers, {}))) for answers in (first, second))
    assert one == other
