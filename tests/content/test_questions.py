"""How many questions a project sees, and that each of them, and each answer, can be reached."""

import pytest

from tests.content.real import (
    CONTENT,
    QUESTIONS,
    answers_that_meet,
    answers_that_show,
    assess,
    choose,
    count_questions,
    every_profile,
    walk,
)

#: A finished product that only shows something: one source of data, and none about people who can be recognised.
PLAIN = {
    "organisation": "kommune",
    "sektor": "administration",
    "beslutning": "viser",
    "anskaffelse": "koeber-faerdigt",
    "personoplysninger": "nej",
    "samkoering": "nej",
}


def test_fullest_project_sees_at_most_sixty_questions() -> None:
    counts = [count_questions(raw) for raw in every_profile()]
    assert len(counts) > 1000, "the combinations are really tried"
    assert max(counts) <= 60


@pytest.mark.parametrize("people", [["ansatte"], ["borgere"], ["virksomheder"], ["ingen-mennesker"]])
def test_plain_project_sees_at_most_thirty_five_questions(people: list[str]) -> None:
    assert count_questions({**PLAIN, "hvem": people}) <= 35


def test_empty_project_is_asked_the_profile_and_what_everybody_is_asked() -> None:
    assert count_questions({}) <= 35


@pytest.mark.parametrize("id_", QUESTIONS)
def test_every_question_can_be_reached_and_every_answer_to_it_given(id_: str) -> None:
    question = QUESTIONS[id_]
    shown = answers_that_show(question)
    assert id_ in walk(shown).visible
    for option in question.options:
        path = walk({**shown, id_: choose(question, option.id)})
        assert option.id in path.chosen[id_]


@pytest.mark.parametrize("id_", [question.id for question in CONTENT.questionnaire if question.show_when])
def test_every_conditional_question_can_be_hidden_again(id_: str) -> None:
    condition = QUESTIONS[id_].show_when
    assert condition is not None
    hidden = answers_that_meet(condition, value=False)
    assert id_ not in walk(hidden).visible


def test_every_answer_can_be_left_open() -> None:
    for question in CONTENT.questionnaire:
        if question.options:
            assert question.options[-1].id == "ved-ikke"
            assert question.options[-1].unknown


def test_everything_left_open_exposes_nothing_and_shuts_nothing_out() -> None:
    unknown = {question.id: choose(question, "ved-ikke") for question in CONTENT.questionnaire if question.options}
    summary = assess(unknown)
    assert summary.exposed == ()
    assert summary.matches.excluded == ()
    assert {item.kind for item in summary.checklist.items} == {"find-out"}
    assert summary.coverage.total.answered == 0


def test_every_question_of_an_area_bears_on_a_challenge() -> None:
    for section in CONTENT.questionnaire.sections:
        for question in section.questions:
            assert bool(question.challenges) is bool(section.area), question.id


def test_pages_hold_few_questions() -> None:
    for section in CONTENT.questionnaire.sections:
        for page in range(1, section.page_count + 1):
            assert 1 <= sum(question.page == page for question in section.questions) <= 5, (section.id, page)
