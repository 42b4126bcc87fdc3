from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import ask, assess, make_case, make_challenge, make_content, make_law, opt
from wizard.core.guidance import FRESH, covers

ARTICLES = st.lists(st.sampled_from(("GDPR art. 3", "GDPR art. 35", "(7)", "(b)", " ", "x")), max_size=4).map("".join)

CONTENT = make_content(
    ask("hjemmel", opt("nej", {"x": 3}), articles=["GDPR art. 6(1)(e)", "GDPR art. 9(2)"]),
    ask("navn", opt("nej", {"x": 1})),
    challenges=[make_challenge("y")],
    cases=[replace(make_case("sag", "x"), caution="Pas på.", overtaken_by=("om-y", "hele-6"))],
    law=[
        make_law("om-y", "y"),
        make_law("mest-om-y", "y", "x"),
        make_law("mest-om-x", "x", "y", articles=["GDPR art. 60"]),
        make_law("hele-6", articles=["GDPR art. 6"]),
        make_law("kun-9", "x", articles=["GDPR art. 9(2)"]),
    ],
)


@pytest.mark.parametrize(
    ("article", "asked", "is_covered"),
    [
        ("GDPR art. 35", "GDPR art. 35", True),
        ("GDPR art. 35", "GDPR art. 35(7)", True),
        ("GDPR art. 5(1)", "GDPR art. 5(1)(b)", True),
        ("GDPR art. 3", "GDPR art. 35", False),
        ("GDPR art. 35(7)", "GDPR art. 35", False),
        ("GDPR art. 35", "GDPR art. 35 og 36", False),
        ("GDPR", "GDPR art. 35", False),
    ],
)
def test_an_article_covers_itself_and_its_parts(article: str, asked: str, is_covered: bool) -> None:  # noqa: FBT001 - a column
    assert covers(article, asked) is is_covered


@given(one=ARTICLES, other=ARTICLES, third=ARTICLES)
def test_covering_is_an_order(one: str, other: str, third: str) -> None:
    assert covers(one, one)
    if covers(one, other) and covers(other, one):
        assert one == other
    if covers(one, other) and covers(other, third):
        assert covers(one, third)


@pytest.mark.parametrize(("days", "is_stale"), [(-1, False), (0, False), (365, False), (366, True)])
def test_law_is_stale_after_a_year(days: int, is_stale: bool) -> None:  # noqa: FBT001 - a column
    law = make_law("lov", checked=date(2024, 2, 29))
    assert law.is_stale(date(2024, 2, 29) + timedelta(days)) is is_stale
    assert timedelta(days=365) == FRESH


def test_law_on_a_challenge_begins_with_what_is_most_about_it() -> None:
    found = {id_: [law.id for law in laws] for id_, laws in CONTENT.law_by_challenge.items()}
    assert found == {"x": ["mest-om-x", "kun-9", "mest-om-y"], "y": ["om-y", "mest-om-y", "mest-om-x"]}


def test_law_is_found_by_the_articles_of_questions() -> None:
    found = {article: [law.id for law in laws] for article, laws in CONTENT.law_by_article.items()}
    assert found == {"GDPR art. 6(1)(e)": ["hele-6"], "GDPR art. 9(2)": ["kun-9"]}
    assert [law.id for law in CONTENT.law_of(["GDPR art. 9(2)", "GDPR art. 6(1)(e)", "GDPR art. 9(2)"])] == [
        "kun-9",
        "hele-6",
    ]
    assert CONTENT.law_of(["GDPR art. 60"]) == ()
    questions = {id_: [question.id for question in found] for id_, found in CONTENT.questions_by_law.items()}
    assert questions == {
        "om-y": [],
        "mest-om-y": [],
        "mest-om-x": [],
        "hele-6": ["hjemmel"],
        "kun-9": ["hjemmel"],
    }


def test_law_on_a_risk_begins_with_the_articles_of_the_questions_behind_it() -> None:
    summary = assess(CONTENT, {"hjemmel": "nej", "navn": "nej"})
    [found] = summary.exposed
    assert [law.id for law in summary.law_on(found)] == ["kun-9", "hele-6", "mest-om-x", "mest-om-y"]
    [found] = assess(CONTENT, {"navn": "nej"}).exposed
    assert [law.id for law in summary.law_on(found)] == ["mest-om-x", "kun-9", "mest-om-y"]


def test_what_has_overtaken_a_case_is_given_in_its_own_order() -> None:
    assert [law.id for law in CONTENT.overtaking(CONTENT.cases["sag"])] == ["om-y", "hele-6"]
