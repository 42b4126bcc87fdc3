from dataclasses import replace

import pytest

from tests.builders import ask, opt
from wizard.core.questions import Kind, Questionnaire, Section

FIRST, SECOND, THIRD = ask("a", "ja", kinship=2), replace(ask("b"), page=2), ask("c")
QUESTIONNAIRE = Questionnaire(
    (Section("profil", None, "Profil", "", (FIRST, SECOND)), Section("data", "data", "Data", "", (THIRD,)))
)


def test_questionnaire_gives_its_questions_in_the_order_of_the_sections() -> None:
    assert list(QUESTIONNAIRE) == [FIRST, SECOND, THIRD]
    assert list(QUESTIONNAIRE.question_by_id.items()) == [("a", FIRST), ("b", SECOND), ("c", THIRD)]
    assert list(QUESTIONNAIRE.section_by_id) == ["profil", "data"]


def test_kinship_is_the_questions_by_which_projects_are_compared() -> None:
    assert [(question.id, kinship.weight) for question, kinship in QUESTIONNAIRE.kinship] == [("a", 2)]


def test_pages_are_counted_whether_or_not_their_questions_are_visible() -> None:
    assert [section.page_count for section in QUESTIONNAIRE.sections] == [2, 1]
    assert Section("tom", None, "", "", ()).page_count == 0


def test_options_are_found_by_id() -> None:
    question = ask("a", "nej", "ja")
    assert list(question.option_by_id) == ["nej", "ja"]
    assert question.option_by_id["ja"] is question.options[1]


@pytest.mark.parametrize(
    ("option", "alone"), [("ja", False), ("ingen", True), ("ved-ikke", True), ("ikke-relevant", True)]
)
def test_some_options_shut_out_the_rest(option: str, *, alone: bool) -> None:
    assert opt(option).stands_alone is alone


def test_only_the_two_kinds_of_choice_have_options() -> None:
    assert {kind for kind in Kind if kind.has_options} == {Kind.CHOICE, Kind.CHOICES}
