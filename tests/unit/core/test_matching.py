import pytest

from tests.builders import (
    ask,
    assess,
    chosen,
    make_advice,
    make_case,
    make_challenge,
    make_content,
    make_project,
    make_tool,
    scale,
)
from wizard.core.conditions import AnyOf, Not
from wizard.core.content import Content
from wizard.core.guidance import Case, Remark, Requirement, Tool
from wizard.core.likeness import traits_of
from wizard.core.matching import Matches
from wizard.core.questions import Kind

SECTOR = ask("sektor", "sundhed", "skole", "ved-ikke", kinship=3)
DATA = ask("data", "tekst", "tal", "ved-ikke", kind=Kind.CHOICES, kinship=1)


def match(content: Content, **raw: object) -> Matches:
    return assess(content, raw).matches


def scores(content: Content, **raw: object) -> dict[str, float]:
    return {found.item.id: found.score for found in match(content, **raw).cases}


def test_nothing_answered_matches_nothing() -> None:
    content = make_content(scale("a", "x"), SECTOR, cases=[make_case("sag", "x")], advice=[make_advice("råd", "x")])
    assert match(content) == Matches((), (), (), ())


def test_graver_risk_gives_more_points() -> None:
    content = make_content(
        scale("a", "x"), challenges=[make_challenge("x", essential=True)], cases=[make_case("sag", "x")]
    )
    assert [scores(content, a=grade).get("sag") for grade in "0123"] == [None, 50, 60, 70]


def test_own_case_stands_before_one_that_only_throws_light_on_the_challenge() -> None:
    """Even where the related one shares the whole profile and every word."""
    related = make_case("lys", "y", related=["x"], traits={"sektor": ["sundhed"], "data": ["tekst"]})
    content = make_content(
        scale("a", "x"),
        scale("b", "y"),
        SECTOR,
        DATA,
        ask("beskrivelse"),
        challenges=[make_challenge("x"), make_challenge("y")],
        cases=[related, make_case("egen", "x")],
        words={**MANY, "lys": WORDS},
    )
    for grade in "123":
        found = scores(content, a=grade, b="0", sektor="sundhed", data=["tekst"], beskrivelse=WORDS)
        assert list(found) == ["egen", "lys"]


def test_experience_has_more_of_what_it_throws_light_on_and_never_stands_before_the_case_about_it() -> None:
    cases = [make_case("a-erfaring", related=["x"], traits={"sektor": ["sundhed"]}), make_case("egen", "x")]
    content = make_content(scale("a", "x"), SECTOR, challenges=[make_challenge("x", essential=True)], cases=cases)
    assert [scores(content, a=grade) for grade in "123"] == [
        {"egen": 50, "a-erfaring": 25},
        {"egen": 60, "a-erfaring": 35},
        {"egen": 70, "a-erfaring": 45},
    ]
    assert list(scores(content, a="3", sektor="sundhed").items()) == [("egen", 70), ("a-erfaring", 65)]


def test_match_says_which_challenge_it_is_about_or_throws_light_on() -> None:
    content = make_content(scale("a", "x"), scale("b", "y"), cases=[make_case("sag", "x", related=["y"])])
    (found,) = match(content, a="1", b="3").cases
    assert [(reason.kind, reason.text) for reason in found.reasons] == [
        ("challenge", "Handler om »X«, som jeres svar gør til en lav risiko"),
        ("related", "Kaster lys over »Y«, som jeres svar gør til en høj risiko"),
    ]
    assert found.score == 40


def test_gravest_challenge_of_several_decides_the_score_and_is_named_first() -> None:
    content = make_content(scale("a", "x"), scale("b", "y"), tools=[make_tool("værktøj", "x", "y")])
    (found,) = match(content, a="1", b="3").tools
    assert found.score == 60
    assert ["»Y«" in reason.text for reason in found.reasons] == [True, False]


def test_kinship_counts_by_the_weight_of_what_is_shared() -> None:
    sag = make_case("sag", "x", traits={"sektor": ["sundhed"], "data": ["tekst", "tal"]})
    content = make_content(scale("a", "x"), SECTOR, DATA, cases=[sag])
    assert scores(content, a="1") == {"sag": 40}
    assert scores(content, a="1", data=["tal"]) == {"sag": 45}
    assert scores(content, a="1", sektor="sundhed") == {"sag": 55}
    assert scores(content, a="1", sektor="sundhed", data=["tekst", "tal"]) == {"sag": 60}
    assert scores(content, a="1", sektor="skole", data=["ved-ikke"]) == {"sag": 40}


def test_kinship_is_told_in_words_and_in_the_order_of_the_options() -> None:
    sag = make_case("sag", "x", traits={"data": ["tal", "tekst"], "ukendt": ["noget"]})
    content = make_content(scale("a", "x"), DATA, cases=[sag])
    (found,) = match(content, a="1", data=["tal", "tekst"]).cases
    assert [(reason.kind, reason.text) for reason in found.reasons][1:] == [("kinship", "Samme data: Tekst, Tal")]


def test_thing_that_is_only_akin_is_matched_last() -> None:
    cases = [make_case("egen", "x"), make_case("frænde", traits={"sektor": ["sundhed"]}), make_case("fremmed")]
    content = make_content(scale("a", "x"), SECTOR, cases=cases)
    assert scores(content, a="1", sektor="sundhed") == {"egen": 40, "frænde": 20}


def test_weightiest_kinship_is_told_first() -> None:
    sag = make_case("sag", "x", traits={"data": ["tal"], "sektor": ["sundhed"]})
    content = make_content(scale("a", "x"), DATA, SECTOR, cases=[sag])
    (found,) = match(content, a="1", data=["tal"], sektor="sundhed").cases
    assert [reason.text for reason in found.reasons][1:] == ["Samme sektor: Sundhed", "Samme data: Tal"]


def test_case_has_the_traits_of_its_project_unless_it_has_its_own() -> None:
    project = make_project("p", {"sektor": ["sundhed"]})
    cases = [make_case("af-projekt", project="p"), make_case("egne", project="p", traits={"sektor": ["skole"]})]
    content = make_content(SECTOR, cases=[*cases, make_case("intet")], projects=[project])
    traits = [traits_of(content, case) for case in content.cases.values()]
    assert traits == [{"sektor": {"sundhed"}}, {"sektor": {"skole"}}, {}]


def test_tool_has_only_traits_of_its_own_since_it_works_elsewhere_than_where_it_was_made() -> None:
    project = make_project("p", {"sektor": ["sundhed"]})
    tools = [make_tool("af-projekt", project="p"), make_tool("egne", project="p", traits={"sektor": ["skole"]})]
    content = make_content(SECTOR, tools=tools, projects=[project])
    assert [traits_of(content, tool) for tool in content.tools.values()] == [{}, {"sektor": {"skole"}}]


WORDS = "blodprøver urinprøver diagnoser skanninger sengeafsnit operationer"
# Among so many others, a word that is shared says something.
MANY = {"sag": WORDS} | {f"anden-{number}": "mails og breve" for number in range(20)}


def test_nearness_of_words_counts_and_names_at_most_three_of_the_words_they_share() -> None:
    content = make_content(ask("beskrivelse"), cases=[make_case("sag"), make_case("anden-1")], words=MANY)
    (found,) = match(content, beskrivelse=f"En blodprøve, og {WORDS}").cases
    assert found.item.id == "sag"
    assert 2.5 < found.score < 5
    ((kind, text),) = [(reason.kind, reason.text) for reason in found.reasons]
    assert kind == "words"
    assert text == "Bruger nogle af de samme ord som jeres beskrivelse: blodprøve, diagnoser, operationer"


def test_one_shared_word_says_nothing() -> None:
    content = make_content(ask("beskrivelse"), cases=[make_case("sag")], words=MANY)
    assert scores(content, beskrivelse="Skanninger") == {}


def test_text_on_a_hidden_branch_is_not_compared() -> None:
    hidden = ask("beskrivelse", show_when=chosen("sektor", "sundhed"))
    content = make_content(SECTOR, hidden, cases=[make_case("sag")], words=MANY)
    assert scores(content, sektor="skole", beskrivelse=WORDS) == {}
    assert set(scores(content, sektor="sundhed", beskrivelse=WORDS)) == {"sag"}


def test_longer_text_says_less_with_the_same_words() -> None:
    long = f"{WORDS} sommer vinter efterår"
    cases = [make_case("sag"), make_case("a-lang")]
    content = make_content(ask("beskrivelse"), cases=cases, words={**MANY, "a-lang": long})
    assert list(scores(content, beskrivelse=WORDS)) == ["sag", "a-lang"]


def test_of_the_cases_of_a_challenge_the_one_about_the_question_that_shows_it_comes_first_and_says_so() -> None:
    """A tool is not for one question, and what no answer shows counts for nothing."""
    asked = scale("a", "x", help_text=WORDS)
    cases, tools = [make_case("a-anden", "x"), make_case("sag", "x")], [make_tool("anden-1", "x")]
    content = make_content(asked, scale("b", "x"), cases=cases, tools=tools, words={**MANY, "anden-1": WORDS})
    first, second = match(content, a="3", b="1").cases
    assert (first.item.id, second.item.id, second.score) == ("sag", "a-anden", 60)
    assert 62.5 < first.score < 65
    assert [reason.text for reason in first.reasons] == [
        "Handler om »X«, som jeres svar gør til en høj risiko",
        "Fortæller om det, I svarede på her: »A?«",
    ]
    assert match(content, a="3").tools[0].score == 60
    assert scores(content, a="0", b="3") == {"a-anden": 60, "sag": 60}


def test_score_has_two_decimals() -> None:
    kin = [ask(name, "ja", "nej", kinship=weight) for name, weight in (("u", 1), ("v", 6))]
    content = make_content(scale("q", "x"), *kin, cases=[make_case("sag", "x", traits={"u": ["ja"]})])
    assert scores(content, q="1", u="ja") == {"sag": 42.86}


def test_equal_matches_stand_by_id() -> None:
    content = make_content(scale("a", "x"), cases=[make_case(id_, "x") for id_ in "cab"])
    assert list(scores(content, a="1")) == ["a", "b", "c"]


NEEDS = (
    Requirement(when=chosen("sektor", "sundhed"), otherwise="Kun i sundhed."),
    Requirement(when=chosen("data", "tal"), otherwise="Kun til tal."),
)


@pytest.mark.parametrize("thing", [make_case("sag", "x", fits_when=NEEDS), make_tool("sag", "x", fits_when=NEEDS)])
@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ({}, None),
        ({"sektor": "ved-ikke", "data": ["ved-ikke"]}, None),
        ({"sektor": "sundhed", "data": ["tekst", "tal"]}, None),
        ({"sektor": "skole"}, "Kun i sundhed."),
        ({"sektor": "skole", "data": ["tekst"]}, "Kun i sundhed. Kun til tal."),
        ({"data": ["tekst"]}, "Kun til tal."),
    ],
)
def test_hard_condition_shuts_out_only_what_it_certainly_does_not_fit(
    thing: Case | Tool, raw: dict[str, object], reason: str | None
) -> None:
    cases, tools = ([thing], []) if isinstance(thing, Case) else ([], [thing])
    content = make_content(scale("a", "x"), SECTOR, DATA, cases=cases, tools=tools)
    matches = match(content, a="3", **raw)
    shut_out = [(entry.item.id, entry.reason) for entry in matches.excluded]
    assert shut_out == ([("sag", reason)] if reason else [])
    assert bool(matches.cases or matches.tools) is not bool(reason)


def test_what_is_shut_out_says_so_even_where_it_would_not_have_matched() -> None:
    content = make_content(SECTOR, DATA, cases=[make_case("sag", fits_when=NEEDS)])
    assert [entry.reason for entry in match(content, sektor="skole").excluded] == ["Kun i sundhed."]


@pytest.mark.parametrize(
    ("raw", "score", "is_told"),
    [
        ({}, 40, False),
        ({"sektor": "sundhed"}, 50, False),  # half of the kinship, which is all that is shared
        ({"sektor": "sundhed", "data": ["ved-ikke"]}, 50, False),
        ({"sektor": "sundhed", "data": ["tal"]}, 60, True),
    ],
)
def test_half_of_the_kinship_of_what_has_conditions_is_that_they_are_certainly_met(
    raw: dict[str, object], score: float, is_told: object
) -> None:
    tool = make_tool("værktøj", "x", traits={"sektor": ["sundhed"]}, fits_when=NEEDS)
    content = make_content(
        scale("a", "x"), SECTOR, ask("data", "tekst", "tal", "ved-ikke", kind=Kind.CHOICES), tools=[tool]
    )
    (found,) = match(content, a="1", **raw).tools
    assert found.score == score
    told = ["Passer til, at I svarede »Sundhed« til »Sektor?«", "Passer til, at I svarede »Tal« til »Data?«"]
    assert [reason.text for reason in found.reasons if reason.kind == "fit"] == (told if is_told else [])


def fits(needs: list[Requirement], **raw: object) -> list[str]:
    content = make_content(scale("a", "x"), SECTOR, DATA, tools=[make_tool("værktøj", "x", fits_when=needs)])
    (found,) = match(content, a="1", **raw).tools
    return [reason.text for reason in found.reasons if reason.kind == "fit"]


def test_condition_that_only_rules_something_out_is_a_reason_without_an_answer() -> None:
    needs = [Requirement(when=Not(chosen("sektor", "skole")), otherwise="Ikke i skoler.")]
    assert fits(needs, sektor="sundhed") == ["Passer til det, I har svaret om jeres projekt"]


def test_reason_names_each_answer_once_and_none_that_the_condition_denies() -> None:
    either = AnyOf((chosen("sektor", "sundhed"), Not(chosen("data", "tal"))))
    needs = [Requirement(when=when, otherwise="Nej.") for when in (either, chosen("sektor", "sundhed", "skole"))]
    assert fits(needs, sektor="sundhed", data=["tal"]) == ["Passer til, at I svarede »Sundhed« til »Sektor?«"]


def test_what_is_about_a_challenge_that_nobody_knows_is_matched_below_every_risk() -> None:
    cases = [make_case("ukendt", "x", traits={"sektor": ["sundhed"]}), make_case("mild", "y")]
    content = make_content(
        scale("a", "x"), scale("b", "y"), SECTOR, ask("beskrivelse"), cases=cases, words={**MANY, "ukendt": WORDS}
    )
    mild, unknown = match(content, a="ved-ikke", b="1", sektor="sundhed", beskrivelse=WORDS).cases
    assert (mild.item.id, unknown.item.id) == ("mild", "ukendt")
    assert unknown.reasons[0].text == "Handler om »X«, hvor I har svaret »ved ikke«"
    assert scores(content, a="ved-ikke") == {"ukendt": 8}


def test_unknown_answer_says_more_than_none() -> None:
    content = make_content(scale("a", "x"), scale("b", "x"), scale("c", "y"), tools=[make_tool("værktøj", "y", "x")])
    (found,) = match(content, a="ved-ikke").tools
    assert (found.score, [reason.kind for reason in found.reasons]) == (8, ["unknown"])


def test_tool_for_what_is_not_answered_yet_is_matched_last_and_a_case_only_where_it_is_akin() -> None:
    cases = [make_case("fremmed", "x"), make_case("nær", "x", traits={"sektor": ["sundhed"]})]
    content = make_content(scale("a", "x"), SECTOR, cases=cases, tools=[make_tool("værktøj", "x")])
    (tool,) = match(content, sektor="sundhed").tools
    assert (tool.score, [reason.text for reason in tool.reasons]) == (
        2,
        ["Kan blive aktuelt: Jeres svar viser endnu ikke, om »X« gælder jer"],
    )
    assert scores(content, sektor="sundhed") == {"nær": 22}
    answered = match(content, sektor="skole", a="0")
    assert (answered.cases, answered.tools) == ((), ())


def test_of_equal_ones_the_one_about_more_risks_stands_first() -> None:
    tools = [make_tool("a-en", "x"), make_tool("b-to", "x", "y")]
    content = make_content(scale("a", "x"), scale("b", "y"), tools=tools)
    found = match(content, a="2", b="2").tools
    assert [(entry.item.id, entry.score) for entry in found] == [("b-to", 50), ("a-en", 50)]


def test_remark_goes_with_a_match_when_it_holds() -> None:
    remark = Remark(when=chosen("sektor", "skole"), text="Skrevet til sundhed.")
    content = make_content(scale("a", "x"), SECTOR, tools=[make_tool("værktøj", "x", remarks=[remark])])
    told = {
        sector: [r.text for r in match(content, a="1", sektor=sector).tools[0].reasons if r.kind == "remark"]
        for sector in ("skole", "sundhed", "ved-ikke")
    }
    assert told == {"skole": ["Skrevet til sundhed."], "sundhed": [], "ved-ikke": []}


def test_advice_is_matched_by_its_challenges_and_by_how_far_it_is_followed() -> None:
    content = make_content(
        scale("a", "x", advice=["imod", "ukendt"]),
        scale("b", "y", advice=["fulgt", "ukendt"]),
        scale("c", "z", advice=["delvist"]),
        scale("d", "w"),
        advice=[
            make_advice("fulgt", "w", number=1),
            make_advice("imod", "x", number=2),
            make_advice("delvist", number=3),
            make_advice("ukendt", "w", "x", number=4),
            make_advice("fjernt", "v", number=5),
        ],
    )
    found = match(content, a="3", b="0", c="1", d="1").advice
    assert [(entry.item.id, entry.score) for entry in found] == [
        ("imod", 90),
        ("ukendt", 80),
        ("fulgt", 40),
        ("delvist", 20),
    ]
    assert [reason.text for reason in found[1].reasons] == [
        "Jeres svar viser, at I kun delvist følger rådet",
        "Handler om »X«, som jeres svar gør til en høj risiko",
        "Handler om »W«, som jeres svar gør til en lav risiko",
    ]
