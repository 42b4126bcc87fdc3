import yaml

from tests.content import ids, report
from tests.content.real import CONTENT, ROOT
from wizard.catalogue.example import load_example


def test_content_is_that_of_the_report() -> None:
    assert set(CONTENT.areas) == ids.AREAS
    assert set(CONTENT.challenges) == ids.CHALLENGES
    assert set(CONTENT.cases) == ids.CASES
    assert set(CONTENT.tools) == ids.TOOLS
    assert set(CONTENT.advice) == ids.ADVICE
    assert set(CONTENT.projects) == ids.PROJECTS


def test_nothing_of_the_report_is_left_out() -> None:
    counts = [len(found) for found in (ids.AREAS, ids.CHALLENGES, ids.CASES, ids.ADVICE, ids.TOOLS, ids.PROJECTS)]
    assert counts == [7, 30, 38, 10, 10, 15]
    assert len(ids.ESSENTIAL) == len(ids.OTHER) == 15


def test_essential_challenges_are_those_of_the_report() -> None:
    assert {item.id for item in CONTENT.challenges.values() if item.essential} == ids.ESSENTIAL


def test_areas_and_challenges_stand_in_the_order_of_the_report() -> None:
    assert tuple(CONTENT.areas) == report.AREAS
    assert [item.rank for item in CONTENT.areas.values()] == list(range(1, 8))
    areas = [report.AREAS.index(item.area) for item in CONTENT.challenges.values()]
    assert areas == sorted(areas)


def test_every_page_is_on_the_list_of_what_is_published() -> None:
    listed = yaml.safe_load((ROOT / "guidance/published.yaml").read_text(encoding="utf-8"))
    assert {folder: set(entries) for folder, entries in listed.items()} == {
        "areas": ids.AREAS,
        "challenges": ids.CHALLENGES,
        "cases": ids.CASES,
        "tools": ids.TOOLS,
        "advice": ids.ADVICE,
        "projects": ids.PROJECTS,
        "law": set(CONTENT.law),
    }


def test_profile_is_asked_first_and_then_the_areas_in_their_order() -> None:
    sections = CONTENT.questionnaire.sections
    assert [section.area for section in sections] == [None, *CONTENT.areas]


def test_example_that_a_visitor_sees_has_no_fault() -> None:
    example = load_example(ROOT, CONTENT)
    assert "pdigt" in example.title, "it says that it is invented"


def test_no_comma_has_cut_a_sentence_in_two() -> None:
    """In a list that YAML writes on one line, a comma in a text without quotes begins the next text."""
    listed = [text for tool in CONTENT.tools.values() for text in tool.requires]
    listed += [text for case in CONTENT.cases.values() for text in case.facts]
    assert [text for text in listed if text[0].islower()] == []
