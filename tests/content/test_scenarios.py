"""The report's 15 projects as they could have stood at their beginning, one file each in `scenarios/`.

The profile is that of `guidance/projects/`; the answers are few and plausible, each with its page or argument.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.content import ids
from tests.content.real import CONTENT, QUESTIONS, assess, count_questions

FOLDER = Path(__file__).parent / "scenarios"
FILES = sorted(FOLDER.glob("*.yaml"))
HIGH_IN_THE_LIST = 5


def read(path: Path) -> tuple[dict[str, Any], dict[str, list[str]]]:
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    return raw["answers"], raw["expects"]


def test_every_project_of_the_report_has_a_scenario() -> None:
    assert {path.stem for path in FILES} == ids.PROJECTS


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_scenario_has_the_profile_of_its_project(path: Path) -> None:
    answers, _ = read(path)
    profile = [question.id for question in CONTENT.questionnaire.sections[0].questions]
    visible = {question.id for question in assess(answers).path.questions}
    assert [id_ for id_ in profile if id_ in visible and id_ not in answers] == [], "the whole profile is answered"
    for question, fitting in CONTENT.projects[path.stem].traits.items():
        given = answers[question]
        assert set([given] if isinstance(given, str) else given) <= fitting, question


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_scenario_exposes_what_the_project_met_and_finds_its_own_cases(path: Path) -> None:
    answers, expects = read(path)
    summary = assess(answers)
    assert set(expects["exposed"]) <= {found.challenge.id for found in summary.exposed}
    best = [found.item.id for found in summary.matches.cases[:HIGH_IN_THE_LIST]]
    assert set(expects["cases"]) <= set(best), best
    own = {case.id for case in CONTENT.cases.values() if case.project == path.stem}
    assert set(expects["cases"]) <= own
    assert bool(expects["cases"]) is bool(own), "a project that has cases expects one of them"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_scenario_brings_its_tools_and_tells_what_is_shut_out_and_open(path: Path) -> None:
    answers, expects = read(path)
    summary = assess(answers)
    tools = [found.item.id for found in summary.matches.tools[:3]]
    assert set(expects.get("tools", ())) <= set(tools), tools
    assert set(expects.get("excluded", ())) <= {entry.item.id for entry in summary.matches.excluded}
    listed = {item.id for item in summary.checklist.items}
    assert {f"find-ud-af-{id_}" for id_ in expects.get("find_out", ())} <= listed


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_scenario_is_walked_in_sixty_questions_and_gives_something_to_begin_with(path: Path) -> None:
    answers, _ = read(path)
    assert set(answers) <= set(QUESTIONS)
    assert count_questions(answers) <= 60
    summary = assess(answers)
    assert len(summary.checklist.first) == 5
    assert all(item.kind == "action" for item in summary.checklist.first)
