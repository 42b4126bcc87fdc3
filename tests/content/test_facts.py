"""The facts that were taken from the report, held against the copy in `report.py`."""

import math
from collections.abc import Iterator

import pytest

from tests.content import report
from tests.content.real import CONTENT
from wizard.core.guidance import Entry


def every_entry() -> Iterator[Entry]:
    for group in (
        CONTENT.areas,
        CONTENT.challenges,
        CONTENT.cases,
        CONTENT.tools,
        CONTENT.advice,
        CONTENT.projects,
    ):
        yield from group.values()


def test_every_entry_has_pages_of_the_report() -> None:
    for entry in every_entry():
        assert entry.pages, entry.id
        assert all(1 <= page <= report.LAST_PAGE for page in entry.pages), entry.id
        assert list(entry.pages) == sorted(set(entry.pages)), entry.id


@pytest.mark.parametrize("id_", report.CASES)
def test_case_has_the_consequences_page_challenge_and_project_of_the_report(id_: str) -> None:
    levels, page, challenge, project = report.CASES[id_]
    case = CONTENT.cases[id_]
    expected = dict(zip(report.DIMENSIONS, (report.LEVELS[letter] for letter in levels.split()), strict=True))
    assert (case.consequences or dict.fromkeys(report.DIMENSIONS)) == expected
    assert page in case.pages
    assert case.challenges == (challenge,)
    assert case.area == CONTENT.challenges[challenge].area
    assert case.project == project


@pytest.mark.parametrize("id_", report.EXPERIENCES)
def test_experience_has_its_page_and_project_and_no_consequences(id_: str) -> None:
    page, project = report.EXPERIENCES[id_]
    case = CONTENT.cases[id_]
    assert page in case.pages
    assert (case.project, case.challenges, case.consequences) == (project, (), None)


@pytest.mark.parametrize("id_", report.PROJECTS)
def test_project_has_the_budget_period_sector_and_page_of_the_report(id_: str) -> None:
    budget, begins, ends, sector, page = report.PROJECTS[id_]
    project = CONTENT.projects[id_]
    assert (project.budget, project.sector) == (budget, sector)
    assert project.period.split(" – ") == [begins, ends]
    assert page in project.pages


def test_budgets_sum_to_those_of_the_report() -> None:
    assert math.isclose(sum(project.budget for project in CONTENT.projects.values()), 67.1)


@pytest.mark.parametrize("id_", report.ADVICE)
def test_advice_has_the_number_and_page_of_the_report(id_: str) -> None:
    number, page = report.ADVICE[id_]
    advice = CONTENT.advice[id_]
    assert (advice.number, page in advice.pages) == (number, True)


@pytest.mark.parametrize("id_", report.TOOLS)
def test_inspiration_has_the_kind_and_page_of_the_report(id_: str) -> None:
    kind, page = report.TOOLS[id_]
    tool = CONTENT.tools[id_]
    assert (tool.is_tool, page in tool.pages) == (kind == "tool", True)


@pytest.mark.parametrize("id_", report.CHALLENGES)
def test_challenge_has_the_area_and_pages_of_the_report(id_: str) -> None:
    area, pages = report.CHALLENGES[id_]
    challenge = CONTENT.challenges[id_]
    assert challenge.area == area
    assert set(pages) <= set(challenge.pages)


def test_case_cites_the_page_that_its_challenge_cites() -> None:
    for case in CONTENT.cases.values():
        for id_ in case.challenges:
            assert set(case.pages) & set(CONTENT.challenges[id_].pages), case.id
