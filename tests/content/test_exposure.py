"""Each of the 30 challenges, made the only one that is exposed, brings its own case."""

from typing import Any

import pytest

from tests.content import ids
from tests.content.real import CONTENT, Raw, answers_that_show, assess, choose, exposing_alone
from wizard.core.risk import Exposure

#: Projects with little in common, so that kinship and words pull in different directions.
OTHER_PROJECTS: dict[str, Raw] = {
    "bare": {},
    "hospital": {
        "beskrivelse": "En model læser blodprøver og skanninger og forudsiger risikoen for den enkelte patient.",
        "organisation": "region",
        "sektor": "sundhed",
        "loesning": ["forudsige", "billeder"],
        "hvem": ["patienter"],
        "datatyper": ["maalinger", "registerdata", "billeder"],
    },
    "municipality": {
        "beskrivelse": "Mails fra borgerne skal fordeles til den rette medarbejder, og byggesager skal sorteres.",
        "organisation": "kommune",
        "sektor": "administration",
        "loesning": ["sortere", "soege"],
        "hvem": ["borgere", "virksomheder"],
        "datatyper": ["fritekst", "dokumenter"],
    },
}


@pytest.mark.parametrize("project", OTHER_PROJECTS)
@pytest.mark.parametrize("challenge", sorted(ids.CHALLENGES))
def test_challenge_exposed_alone_brings_its_own_case_among_the_three_best(challenge: str, project: str) -> None:
    own = {case.id for case in CONTENT.cases.values() if challenge in case.challenges}
    ways = exposing_alone(challenge)
    assert ways
    for question, option in ways:
        given: dict[str, Any] = {**OTHER_PROJECTS[project], **answers_that_show(question)}
        summary = assess({**given, question.id: choose(question, option.id)})
        assert [found.challenge.id for found in summary.exposed] == [challenge], option.id
        best = [found.item.id for found in summary.matches.cases[:3]]
        assert own & set(best), (question.id, option.id, best)
        # Not only among the three: before every case that is not about it.
        assert own == set(best[: len(own)])


@pytest.mark.parametrize("challenge", sorted(ids.CHALLENGES))
def test_challenge_can_be_exposed_fully_and_then_has_all_its_actions_and_says_why(challenge: str) -> None:
    question, option = next(
        (question, option)
        for question in CONTENT.questionnaire
        for option in question.options
        if option.exposes.get(challenge) == 3
    )
    summary = assess({**answers_that_show(question), question.id: choose(question, option.id)})
    (found,) = (entry for entry in summary.exposed if entry.challenge.id == challenge)
    assert found.exposure is Exposure.HIGH
    assert [(answer.question.id, answer.option.id) for answer in found.because] == [(question.id, option.id)]
    listed = {item.id for item in summary.actions_on(challenge)}
    assert listed == {action.id for action in found.challenge.actions}


@pytest.mark.parametrize("challenge", sorted(ids.CHALLENGES))
def test_challenge_can_be_answered_away(challenge: str) -> None:
    """Every question about it has an answer that exposes nothing and is not ved ikke."""
    asking = [question for question in CONTENT.questionnaire if challenge in question.challenges]
    for question in asking:
        assert any(not (option.exposes or option.unknown or option.not_applicable) for option in question.options)
