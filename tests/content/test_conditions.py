"""What is shut out, and what is not: every hard condition both ways, with its reason."""

import pytest

from tests.content.real import CONTENT, Raw, answers_that_meet, assess, every_profile, walk
from wizard.core.conditions import holds
from wizard.core.guidance import Matchable, Requirement

THINGS: list[Matchable] = [*CONTENT.cases.values(), *CONTENT.tools.values()]
NEEDS = [
    pytest.param(thing, need, id=f"{thing.id}-{place}")
    for thing in THINGS
    for place, need in enumerate(thing.fits_when, start=1)
]


def shut_out(raw: Raw) -> dict[str, str]:
    return {entry.item.id: entry.reason for entry in assess(raw).matches.excluded}


@pytest.mark.parametrize(("thing", "need"), NEEDS)
def test_condition_that_certainly_fails_shuts_out_and_says_why(thing: Matchable, need: Requirement) -> None:
    raw = answers_that_meet(need.when, value=False)
    assert shut_out(raw)[thing.id] == need.otherwise


@pytest.mark.parametrize(("thing", "need"), NEEDS)
def test_condition_that_holds_shuts_nothing_out(thing: Matchable, need: Requirement) -> None:
    raw = answers_that_meet(need.when)
    summary = assess(raw)
    assert holds(need.when, summary.path.chosen)
    assert shut_out(raw).get(thing.id) != need.otherwise


def test_nothing_is_shut_out_of_an_empty_assessment() -> None:
    assert shut_out({}) == {}


@pytest.mark.parametrize("answer", ["ja", "nej", "ved-ikke", None])
def test_tool_for_matching_data_is_shut_out_only_where_no_data_are_matched(answer: str | None) -> None:
    out = shut_out({"samkoering": answer})
    assert ("vaerktoej-til-datasamkoering" in out) is (answer == "nej")


@pytest.mark.parametrize("answer", ["ja-almindelige", "ja-foelsomme", "nej", "ved-ikke", None])
def test_legal_toolbox_is_shut_out_only_where_there_are_no_personal_data(answer: str | None) -> None:
    assert ("juridisk-vaerktoejskasse" in shut_out({"personoplysninger": answer})) is (answer == "nej")


@pytest.mark.parametrize(
    ("organisation", "said"), [("region", "Som region"), ("stat", "kommuner"), ("kommune", ""), ("ved-ikke", "")]
)
def test_legal_toolbox_says_that_it_is_written_for_municipalities(organisation: str, said: str) -> None:
    answers = {"personoplysninger": "ja-foelsomme", "databehandleraftale": "data-uden-aftale"}
    matches = assess({**answers, "organisation": organisation}).matches
    (found,) = (entry for entry in matches.tools if entry.item.id == "juridisk-vaerktoejskasse")
    remarks = [reason.text for reason in found.reasons if reason.kind == "remark"]
    assert bool(remarks) is bool(said)
    assert all(said in remark for remark in remarks)


CE_QUESTIONS = {question.id for question in CONTENT.questionnaire if "ce-maerkning" in question.challenges}
CE_CASE = "case-ce-maerkning-suh"
SCHOOL: Raw = {"organisation": "kommune", "sektor": "boern-og-skole", "hvem": ["boern"], "loesning": ["forudsige"]}
HOSPITAL: Raw = {"organisation": "region", "sektor": "sundhed", "hvem": ["patienter"], "loesning": ["forudsige"]}
#: A description that has all the words of the case.
LIKE_THE_CASE = CONTENT.cases[CE_CASE].body


def test_ce_marking_is_asked_about_only_in_clinical_use() -> None:
    assert CE_QUESTIONS
    for raw in every_profile():
        path = walk(raw)
        clinical = raw.get("sundhedsbrug") in ("ja", "ved-ikke") and "sundhedsbrug" in path.visible
        assert path.visible & CE_QUESTIONS == (CE_QUESTIONS if clinical else set())


@pytest.mark.parametrize("raw", [SCHOOL, {**HOSPITAL, "sundhedsbrug": "nej"}], ids=["school", "hospital's roster"])
def test_case_about_ce_marking_is_shut_out_where_nothing_is_clinical(raw: Raw) -> None:
    alike = {**raw, "beskrivelse": LIKE_THE_CASE, "anskaffelse": "bygger-selv", "datatyper": ["registerdata"]}
    assert CE_CASE in shut_out(alike)
    assert CE_CASE not in {found.item.id for found in assess(alike).matches.cases}


@pytest.mark.parametrize("answer", ["ja", "ved-ikke", None])
def test_case_about_ce_marking_may_fit_a_clinical_project(answer: str | None) -> None:
    raw = {**HOSPITAL, "sundhedsbrug": answer, "beskrivelse": LIKE_THE_CASE}
    assert CE_CASE not in shut_out(raw)
    assert CE_CASE in {found.item.id for found in assess(raw).matches.cases}


@pytest.mark.parametrize("tool", ["dataejerskab", "kompetencecenter-for-ki", "ml-lab", "ml-dataplatform"])
def test_what_takes_a_large_organisation_is_not_shown_to_a_small_one(tool: str) -> None:
    assert tool in shut_out({"organisation-stoerrelse": "lille"})
    assert tool not in shut_out({"organisation-stoerrelse": "stor"})
    assert tool not in shut_out({"organisation-stoerrelse": "ved-ikke"})
