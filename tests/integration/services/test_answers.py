from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Barrier
from uuid import uuid4

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.integration.services.conftest import Made, make, watching
from wizard.core.answers import MAX_TEXT, UNANSWERED, Answer
from wizard.errors import AccessError, NotFoundError, TooLongError
from wizard.services.access import Access, Role
from wizard.services.answers import Change, Saved, save_answers
from wizard.services.assessments import delete_assessment, get_state
from wizard.services.changes import history
from wizard.services.text import MAX_NOTE

YES = Answer(("ja",))
NO = Answer(("nej",))

#: Any text that a form can send, once it is cleaned: no NUL, no half characters, no space around, plain line ends.
TEXTS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=200).map(
    lambda text: text.replace("\r\n", "\n").strip()
)


def test_an_answer_is_there_afterwards_with_its_note_and_version(made: Made) -> None:
    saved = save_answers(made.access, {"formaal": Change(YES, "efter aftale")})
    state = get_state(made.id, with_result=False)
    assert saved == Saved(("formaal",), (), state.updated_at)
    assert state.answers == {"formaal": YES}
    assert state.notes == {"formaal": "efter aftale"}
    assert state.versions == {"formaal": 1}
    assert state.revision == 2


def test_saving_the_same_twice_changes_nothing_the_second_time(made: Made) -> None:
    change = {"formaal": Change(YES, "efter aftale")}
    save_answers(made.access, change)
    before = get_state(made.id, with_result=True), history(made.id)
    again = save_answers(made.access, change)
    assert (again.changed, again.conflicts) == ((), ())
    assert (get_state(made.id, with_result=True), history(made.id)) == before


def test_nothing_on_nothing_leaves_no_row(made: Made) -> None:
    save_answers(made.access, {"formaal": Change(UNANSWERED, " \r\n ")})
    state = get_state(made.id, with_result=False)
    assert (state.versions, state.revision) == ({}, 1)


def test_a_cleared_answer_keeps_counting_its_versions(made: Made) -> None:
    save_answers(made.access, {"formaal": Change(YES, "note")})
    save_answers(made.access, {"formaal": Change(UNANSWERED, "", 1)})
    state = get_state(made.id, with_result=False)
    assert (state.answers, state.notes, state.versions) == ({}, {}, {"formaal": 2})


def test_an_answer_on_top_of_another_version_is_a_conflict_and_the_rest_is_saved(made: Made) -> None:
    first = save_answers(made.access, {"formaal": Change(YES, "deres")})
    saved = save_answers(made.access, {"formaal": Change(NO, "min"), "data": Change(YES)})
    assert saved.changed == ("data",)
    [conflict] = saved.conflicts
    assert (conflict.question_id, conflict.version, conflict.saved_at) == ("formaal", 1, first.at)
    assert (conflict.theirs, conflict.their_note) == (YES, "deres")
    assert (conflict.yours, conflict.your_note) == (NO, "min")
    state = get_state(made.id, with_result=False)
    assert state.answers == {"formaal": YES, "data": YES}
    assert state.notes == {"formaal": "deres"}


def test_a_conflict_is_resolved_by_saving_again_with_its_version(made: Made) -> None:
    save_answers(made.access, {"formaal": Change(YES)})
    [conflict] = save_answers(made.access, {"formaal": Change(NO)}).conflicts
    save_answers(made.access, {"formaal": Change(NO, seen_version=conflict.version)})
    assert get_state(made.id, with_result=False).answers == {"formaal": NO}


def test_a_conflict_alone_counts_no_change(made: Made) -> None:
    save_answers(made.access, {"formaal": Change(YES)})
    before = get_state(made.id, with_result=False)
    save_answers(made.access, {"formaal": Change(NO)})
    assert get_state(made.id, with_result=False) == before


def test_questions_that_are_not_mentioned_stay(made: Made) -> None:
    save_answers(made.access, {"paa-skjult-gren": Change(YES, "gemt")})
    save_answers(made.access, {"formaal": Change(NO)})
    state = get_state(made.id, with_result=False)
    assert state.answers["paa-skjult-gren"] == YES
    assert state.notes["paa-skjult-gren"] == "gemt"


def test_every_change_is_an_event_with_before_and_after(made: Made) -> None:
    save_answers(made.access, {"formaal": Change(YES, "note")})
    save_answers(made.access, {"formaal": Change(Answer(text="Ældre"), seen_version=1)})
    save_answers(made.access, {"formaal": Change(UNANSWERED, seen_version=2)})
    first = {"options": ["ja"], "text": "", "note": "note"}
    second = {"options": [], "text": "Ældre", "note": ""}
    events = history(made.id, limit=3)
    assert [(event.before, event.after) for event in events] == [(second, None), (first, second), (None, first)]
    assert {(event.what, event.role) for event in events} == {("answer:formaal", Role.OWNER)}
    assert [event.at for event in events] == sorted((event.at for event in events), reverse=True)


def test_the_clock_says_when(made: Made) -> None:
    at = datetime(2026, 3, 29, 2, 30, tzinfo=UTC)
    saved = save_answers(made.access, {"formaal": Change(YES)}, clock=lambda: at)
    assert saved.at == get_state(made.id, with_result=False).updated_at == history(made.id)[0].at == at
    assert history(made.id)[0].at.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    "change", [Change(YES, "x" * (MAX_NOTE + 1)), Change(Answer(text="x" * (MAX_TEXT + 1)))], ids=["note", "text"]
)
def test_a_text_too_long_saves_nothing(made: Made, change: Change) -> None:
    with pytest.raises(TooLongError) as caught:
        save_answers(made.access, {"data": Change(YES), "formaal": change})
    assert (caught.value.field, caught.value.limit) == ("formaal", 10_000)
    assert get_state(made.id, with_result=False).answers == {}


def test_the_longest_note_fits(made: Made) -> None:
    note = "å" * MAX_NOTE
    save_answers(made.access, {"formaal": Change(YES, note)})
    assert get_state(made.id, with_result=False).notes == {"formaal": note}


def test_a_reader_writes_nothing(made: Made) -> None:
    with pytest.raises(AccessError):
        save_answers(replace(made.access, role=Role.READER), {"formaal": Change(YES)})


def test_nothing_is_saved_in_an_assessment_that_is_gone(made: Made) -> None:
    delete_assessment(made.access)
    with pytest.raises(NotFoundError):
        save_answers(made.access, {"formaal": Change(YES)})


def test_a_save_takes_the_same_statements_for_one_answer_as_for_many(made: Made) -> None:
    with watching() as one:
        save_answers(made.access, {"q0": Change(YES)})
    with watching() as many:
        save_answers(made.access, {f"q{number}": Change(NO, "note", 1 - bool(number)) for number in range(9)})
    assert len(one.statements) == len(many.statements) == 4
    assert one.commits == many.commits == 1


def test_saving_nothing_new_commits_nothing(made: Made) -> None:
    save_answers(made.access, {"formaal": Change(YES)})
    with watching() as traffic:
        save_answers(made.access, {"formaal": Change(YES)})
        save_answers(made.access, {"formaal": Change(NO)})
    assert traffic.commits == 0


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS, note=TEXTS, options=st.lists(TEXTS, max_size=4))
def test_every_text_comes_back_as_it_was(database_app: Flask, text: str, note: str, options: list[str]) -> None:
    made = make(key=uuid4().hex)
    answer = Answer(tuple(options), text)
    save_answers(made.access, {"formaal": Change(answer, note)})
    state = get_state(made.id, with_result=False)
    assert state.answers.get("formaal", UNANSWERED) == answer
    assert state.notes.get("formaal", "") == note
    assert save_answers(made.access, {"formaal": Change(answer, note)}).changed == ()


def test_what_a_database_cannot_hold_is_left_out_of_a_note(made: Made) -> None:
    save_answers(made.access, {"formaal": Change(Answer(text="a\x00b\ud800c"), "\x00 æ\r\nø\ud800 \n")})
    state = get_state(made.id, with_result=False)
    assert (state.answers["formaal"].text, state.notes["formaal"]) == ("abc", "æ\nø")


def at_once(app: Flask, *functions: Callable[[], Saved]) -> list[Saved]:
    """Let each run in a thread of its own, all from the same moment."""
    barrier = Barrier(len(functions))

    def run(function: Callable[[], Saved]) -> Saved:
        with app.app_context():
            barrier.wait()
            return function()

    with ThreadPoolExecutor(len(functions)) as pool:
        return list(pool.map(run, functions))


def saving(access: Access, question: str, change: Change) -> Callable[[], Saved]:
    return lambda: save_answers(access, {question: change})


def test_two_people_on_two_questions_at_once_are_both_saved(database_app: Flask, made: Made) -> None:
    for version in range(10):
        change = Change(Answer(text=str(version)), seen_version=version)
        results = at_once(database_app, saving(made.access, "a", change), saving(made.access, "b", change))
        assert {result.changed for result in results} == {("a",), ("b",)}
    state = get_state(made.id, with_result=False)
    assert (state.versions, state.revision) == ({"a": 10, "b": 10}, 21)


def test_two_people_on_one_question_at_once_get_one_conflict(database_app: Flask, made: Made) -> None:
    for version in range(10):
        mine, theirs = (Change(Answer(text=f"{version} {who}"), seen_version=version) for who in ("jeg", "de"))
        results = at_once(database_app, saving(made.access, "a", mine), saving(made.access, "a", theirs))
        [conflict] = [conflict for result in results for conflict in result.conflicts]
        assert conflict.version == version + 1
        assert conflict.theirs == get_state(made.id, with_result=False).answers["a"]


def test_many_at_once_wait_for_each_other(database_app: Flask, made: Made) -> None:
    results = at_once(database_app, *(saving(made.access, f"q{number}", Change(YES)) for number in range(8)))
    assert sorted(result.changed for result in results) == [(f"q{number}",) for number in range(8)]
    assert get_state(made.id, with_result=False).revision == 9
