"""What is wanted in each scenario is well formed, argued, and nothing that a hard condition would shut out."""

from collections import Counter
from functools import partial

import pytest

from tests.content import ids
from tests.content.real import CONTENT, walk
from tests.content.wanted import MUST, WORTH, Scenario, Wish, read_scenarios
from wizard.core.guidance import Case, Tool
from wizard.core.intake import Intake

SCENARIOS = read_scenarios()
NEW = [scenario for scenario in SCENARIOS if scenario.is_new]
#: What the set has to have, whatever else is in it.
NAMED = {
    "borger-chatbot",
    "moedereferater",
    "sagsarkiv-soegning",
    "underretninger-boern",
    "vejskader-billeder",
    "faldforebyggelse",
    "jobansoegninger-hr",
}
ONE_LINE = 200

each = partial(pytest.mark.parametrize, "scenario", ids=lambda scenario: scenario.name)


def entry_of(wish: Wish) -> Case | Tool | None:
    return CONTENT.cases.get(wish.id) if wish.kind == "cases" else CONTENT.tools.get(wish.id)


def test_there_are_the_reports_projects_and_enough_of_tomorrows() -> None:
    assert {scenario.name for scenario in SCENARIOS if not scenario.is_new} == ids.PROJECTS
    assert len(NEW) >= 17
    assert {scenario.name for scenario in NEW} >= NAMED


def test_scenarios_are_spread_over_who_and_where_and_how_far() -> None:
    def counted(question: str) -> Counter[str]:
        return Counter(scenario.answers[question] for scenario in NEW)

    assert counted("organisation").keys() >= {"kommune", "region", "stat", "faelles", "anden"}
    assert counted("organisation-stoerrelse").keys() == {"lille", "mellem", "stor"}
    assert len(counted("sektor")) >= 6
    assert counted("fase").keys() == {"ide", "afklaring", "udvikling", "afproevning", "drift"}
    assert counted("beslutning").keys() >= {"viser", "anbefaler", "handler-efter-godkendelse", "afgoer-selv"}
    assert counted("anskaffelse").keys() >= {"bygger-selv", "med-partner", "koeber-tilpasset", "koeber-faerdigt"}
    assert counted("personoplysninger").keys() == {"ja-foelsomme", "ja-almindelige", "nej", "ved-ikke"}
    sizes = [len(scenario.answers) for scenario in NEW]
    assert min(sizes) <= 14
    assert max(sizes) >= 40


def test_no_two_scenarios_have_the_same_name_or_title() -> None:
    assert len({scenario.name for scenario in SCENARIOS}) == len(SCENARIOS)
    assert len({scenario.title for scenario in SCENARIOS}) == len(SCENARIOS)


def test_every_wish_is_argued_for_by_itself() -> None:
    arguments = Counter(wish.because for scenario in SCENARIOS for wish in scenario.wishes)
    assert [argument for argument, times in arguments.items() if times > 1] == []


@each(SCENARIOS)
def test_answers_can_be_read(scenario: Scenario) -> None:
    intake = Intake(CONTENT)
    read = intake.read_answers(dict(scenario.answers))
    assert intake.faults == []
    assert read.keys() == scenario.answers.keys()


@each(NEW)
def test_everything_that_is_answered_is_asked_and_the_profile_is_answered(scenario: Scenario) -> None:
    path = walk(scenario.answers)
    assert scenario.answers.keys() <= path.visible
    profile = {question.id for question in CONTENT.questionnaire.sections[0].questions}
    assert profile & path.visible <= scenario.answers.keys()


@each(SCENARIOS)
def test_wishes_are_few_graded_and_argued(scenario: Scenario) -> None:
    assert 3 <= len(scenario.cases) <= 8
    assert 1 <= len(scenario.tools) <= 4
    assert list(scenario.cases.values()).count(MUST) >= 2
    wanted = [(wish.kind, wish.id) for wish in scenario.wishes]
    assert len(set(wanted)) == len(wanted)
    for wish in scenario.wishes:
        assert wish.grade in {MUST, WORTH}, wish
        assert wish.because.endswith((".", "?")), wish
        assert 30 <= len(wish.because) <= ONE_LINE, wish


@each(SCENARIOS)
def test_what_is_wanted_exists_and_is_not_shut_out(scenario: Scenario) -> None:
    path = walk(scenario.answers)
    for wish in scenario.wishes:
        entry = entry_of(wish)
        assert entry is not None, wish.id
        shut_out = [hard.otherwise for hard in entry.fits_when if not path.may_hold(hard.when)]
        assert shut_out == [], wish.id
