"""The first cases show more than one area, for projects with most of their risks in one of them."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.content.real import CONTENT, Raw, assess
from tests.content.test_properties import PROFILES
from wizard.core.matching import FIRST, FIRST_OF_ONE_AREA
from wizard.core.questions import Question
from wizard.core.summary import Summary

QUESTIONS = CONTENT.questionnaire.question_by_id
SECTIONS = {section.area: section for section in CONTENT.questionnaire.sections if section.area}


def worst(question: Question) -> Any:
    exposing = max(question.options, key=lambda option: sum(option.exposes.values()))
    return [exposing.id] if question.kind.value == "choices" else exposing.id


def crowd(area: str, others: list[Question]) -> Raw:
    """Answer everything of one area in the worst way, and a few questions of others."""
    return {
        "personoplysninger": "ja-foelsomme",
        "samkoering": "ja",
        **{question.id: worst(question) for question in (*SECTIONS[area].questions, *others) if question.challenges},
    }


def is_crowded(summary: Summary) -> bool:
    """Whether one area has more than its share, though another has a case about a risk that is not shown."""
    cases, exposed = summary.matches.cases, {found.challenge.id for found in summary.exposed}
    [(area, count)] = Counter(match.item.area for match in cases[:FIRST]).most_common(1)
    waiting = [match.item for match in cases[FIRST:] if exposed.intersection(match.item.challenges)]
    return count > FIRST_OF_ONE_AREA and any(item.area != area for item in waiting if item.area)


@given(
    st.sampled_from(sorted(SECTIONS)),
    st.lists(st.sampled_from([q for section in SECTIONS.values() for q in section.questions]), max_size=4),
    st.sampled_from(PROFILES),
)
def test_no_area_crowds_the_first_cases_while_others_have_risks(
    area: str, others: list[Question], profile: tuple[str, Any]
) -> None:
    assert not is_crowded(assess({**crowd(area, others), profile[0]: profile[1]}))


@pytest.mark.parametrize(
    ("question", "area"), [("timer-til-klargoering", "data"), ("faelles-gennemgang", "kompetencer")]
)
def test_project_with_every_legal_risk_is_shown_its_other_risk_too(question: str, area: str) -> None:
    first = assess(crowd("jura", [QUESTIONS[question]])).matches.cases[:FIRST]
    assert [match.item.area for match in first] == ["jura"] * 4 + [area]
    assert first[-1].reasons[-1].kind == "spread"
