from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Barrier
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.integration.services.conftest import SECRET, Made, make, watching
from wizard.core.answers import Answer
from wizard.core.assessment import Assessment, PointState, PointStatus
from wizard.core.risk import Consequence, Dimension
from wizard.errors import AccessError, NotFoundError, TooLongError
from wizard.services.access import Role, find_access, find_accesses
from wizard.services.answers import Change, save_answers
from wizard.services.assessments import (
    Created,
    create_assessment,
    delete_assessment,
    find_opening,
    get_state,
    rename_assessment,
)
from wizard.services.changes import history
from wizard.services.goals import set_goal
from wizard.services.links import create_link
from wizard.services.points import edit_point
from wizard.services.ratings import rate_challenge
from wizard.storage.database import Base, reading

BITS_PER_CHARACTER = 6


def fill(made: Made, questions: int) -> None:
    """Write something of every kind."""
    save_answers(made.access, {f"q{number}": Change(Answer(("ja",)), "note") for number in range(questions)})
    for number in range(questions):
        rate_challenge(made.access, f"c{number}", {Dimension.TIME: Consequence.MINOR})
        edit_point(made.access, f"p{number}", PointState(owner="Ida"))
        set_goal(made.access, f"q{number}", ("ja",), seen_version=0)


def stored() -> str:
    """Everything in the database, as one text."""
    with reading() as connection:
        rows = [connection.execute(select(table)).all() for table in Base.metadata.sorted_tables]
    return repr(rows)


def test_a_new_assessment_is_empty_and_its_link_is_the_owner_s(database_app: Flask) -> None:
    at = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
    created = create_assessment(" Kø på\r\njobcentret ", "nøgle", SECRET, "indhold-1", clock=lambda: at)
    opening = find_opening(created.token, created.assessment_id)
    assert opening
    assert opening.access.role is Role.OWNER
    assert get_state(created.assessment_id, with_result=True) == Assessment(
        id=created.assessment_id,
        title="Kø på jobcentret",
        revision=1,
        content_version="indhold-1",
        created_at=at,
        updated_at=at,
        answers={},
    )
    [event] = history(created.assessment_id)
    assert (event.at, event.role, event.what, event.before) == (at, Role.OWNER, "created", None)
    assert event.after == {"title": "Kø på jobcentret", "content_version": "indhold-1"}


def test_a_form_sent_twice_makes_one_assessment(database_app: Flask) -> None:
    first = create_assessment("Første", "nøgle", SECRET, "1")
    assert create_assessment("Igen", "nøgle", SECRET, "1") == first
    assert create_assessment("Første", "en anden", SECRET, "1").assessment_id != first.assessment_id
    assert len(history(first.assessment_id)) == 1


def test_a_form_sent_twice_at_once_makes_one_assessment(database_app: Flask) -> None:
    barrier = Barrier(4)

    def create() -> Created:
        with database_app.app_context():
            barrier.wait()
            return create_assessment("Test", "nøgle", SECRET, "1")

    with ThreadPoolExecutor(4) as pool:
        results = [future.result() for future in [pool.submit(create) for _ in range(4)]]
    assert len(set(results)) == 1
    assert find_access(results[0].token)


def test_the_owner_s_link_is_long_and_hangs_on_the_app_s_secret(database_app: Flask) -> None:
    token = create_assessment("Test", "nøgle", SECRET, "1").token
    assert len(token) * BITS_PER_CHARACTER == 192
    assert create_assessment("Test", "nøgle", b"en anden", "1").token != token


def test_neither_links_nor_the_keys_they_are_made_from_are_stored(made: Made) -> None:
    key = "formularens nøgle"
    reader = create_link(made.access, Role.READER)
    text = stored()
    assert not [secret for secret in (key, made.token, reader, SECRET) if secret in text]


def test_a_link_opens_its_own_assessment_only(made: Made) -> None:
    other = make(key="en anden")
    opening = find_opening(made.token, made.id)
    assert opening
    assert opening.access == made.access
    for token, id_ in ((made.token, other.id), (other.token, made.id), ("gættet", made.id), (made.token, 99)):
        assert find_opening(token, id_) is None


def test_the_list_names_what_links_open_newest_first(made: Made) -> None:
    other = make(key="en anden", title="Nyere")
    found = find_accesses([made.token, "gættet", other.token])
    assert list(found) == [other.token, made.token]
    assert found[other.token] == (other.access, "Nyere", get_state(other.id, with_result=False).updated_at)
    assert find_accesses([]) == {}


def test_there_is_no_state_of_what_does_not_exist(database_app: Flask) -> None:
    with pytest.raises(NotFoundError):
        get_state(1, with_result=False)


def test_a_state_has_ratings_points_and_goals_only_with_the_result(made: Made) -> None:
    fill(made, 1)
    point = PointState("Ida", version=1)
    whole = get_state(made.id, with_result=True)
    assert (whole.ratings, whole.points) == ({"c0": {Dimension.TIME: Consequence.MINOR}}, {"p0": point})
    assert (whole.goals, whole.goal_versions) == ({"q0": ("ja",)}, {"q0": 1})
    bare = replace(whole, ratings={}, points={}, goals={}, goal_versions={})
    assert get_state(made.id, with_result=False) == bare


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (lambda made: find_access(made.token), 1),
        (lambda made: find_accesses([made.token, "gættet"]), 1),
        (lambda made: get_state(made.id, with_result=False), 2),
        (lambda made: get_state(made.id, with_result=True), 5),
        (lambda made: find_opening(made.token, made.id), 1),
        (lambda made: history(made.id), 1),
    ],
    ids=["find_access", "find_accesses", "get_state", "get_state+", "find_opening", "history"],
)
def test_reading_takes_the_same_number_of_queries_however_much_is_stored(
    made: Made, read: Callable[[Made], Any], expected: int
) -> None:
    with watching() as before:
        read(made)
    fill(made, 12)
    with watching() as after:
        read(made)
    assert (len(before.statements), len(after.statements)) == (expected, expected)
    assert (before.commits, after.commits) == (0, 0)


def test_renaming_is_a_change_and_renaming_to_the_same_is_none(made: Made) -> None:
    assert rename_assessment(made.access, " Nyt  navn\x00 ")
    assert not rename_assessment(made.access, "Nyt navn")
    state = get_state(made.id, with_result=False)
    assert (state.title, state.revision) == ("Nyt navn", 2)
    assert [(event.what, event.before, event.after) for event in history(made.id, 1)] == [
        ("title", "Kø på jobcentret", "Nyt navn")
    ]


def test_a_title_too_long_is_refused(made: Made) -> None:
    with pytest.raises(TooLongError):
        rename_assessment(made.access, "x" * 201)
    with pytest.raises(TooLongError):
        create_assessment("x" * 201, "en anden", SECRET, "1")


def test_deleting_leaves_nothing_behind(made: Made) -> None:
    fill(made, 2)
    delete_assessment(made.access)
    with reading() as connection:
        counts = [
            connection.execute(select(func.count()).select_from(table)).scalar()
            for table in Base.metadata.sorted_tables
        ]
    assert counts == [0] * 7
    assert find_access(made.token) is None
    with pytest.raises(NotFoundError):
        delete_assessment(made.access)


def test_the_id_of_a_deleted_assessment_is_not_used_again(made: Made) -> None:
    delete_assessment(made.access)
    assert make(key="en anden").id > made.id


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.READER])
def test_only_an_owner_deletes(made: Made, role: Role) -> None:
    with pytest.raises(AccessError):
        delete_assessment(replace(made.access, role=role))
    assert find_access(made.token)


def test_a_rating_takes_the_place_of_the_former_one(made: Made) -> None:
    rate_challenge(made.access, "a", {Dimension.TIME: Consequence.MINOR, Dimension.MONEY: Consequence.SERIOUS})
    rate_challenge(made.access, "b", {Dimension.TIME: Consequence.NEGLIGIBLE})
    assert rate_challenge(made.access, "a", {Dimension.TIME: Consequence.DESTRUCTIVE})
    assert get_state(made.id, with_result=True).ratings == {
        "a": {Dimension.TIME: Consequence.DESTRUCTIVE},
        "b": {Dimension.TIME: Consequence.NEGLIGIBLE},
    }
    assert [(event.what, event.before, event.after) for event in history(made.id, 2)] == [
        ("rating:a:tid", "mindre-alvorlig", "oedelaeggende"),
        ("rating:a:penge", "meget-alvorlig", None),
    ]
    assert rate_challenge(made.access, "a", {})
    assert "a" not in get_state(made.id, with_result=True).ratings


def test_rating_the_same_again_changes_nothing(made: Made) -> None:
    rating = {Dimension.TIME: Consequence.MINOR}
    rate_challenge(made.access, "a", rating)
    before = get_state(made.id, with_result=True)
    assert not rate_challenge(made.access, "a", rating)
    assert get_state(made.id, with_result=True) == before


def test_a_reader_changes_nothing(made: Made) -> None:
    reader = replace(made.access, role=Role.READER)
    for change in (
        lambda: rate_challenge(reader, "a", {Dimension.TIME: Consequence.MINOR}),
        lambda: edit_point(reader, "a", PointState("Ida")),
        lambda: rename_assessment(reader, "Nyt"),
    ):
        with pytest.raises(AccessError):
            change()
    assert get_state(made.id, with_result=True).revision == 1


def test_a_point_holds_who_when_how_far_and_a_note(made: Made) -> None:
    point = PointState(" Ida\x00 ", date(2026, 12, 24), PointStatus.STARTED, "ring\r\nførst ")
    kept = PointState("Ida", date(2026, 12, 24), PointStatus.STARTED, "ring\nførst", version=1)
    assert edit_point(made.access, "find-retsgrundlag", point) == kept
    assert get_state(made.id, with_result=True).points == {"find-retsgrundlag": kept}
    [event] = history(made.id, 1)
    assert (event.what, event.before) == ("checklist:find-retsgrundlag", None)
    assert event.after == {"owner": "Ida", "deadline": "2026-12-24", "status": "i-gang", "note": "ring\nførst"}
