from collections.abc import Mapping
from dataclasses import replace
from uuid import uuid4

from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.integration.services.conftest import Made, make, watching
from wizard.core.answers import UNANSWERED, Answer
from wizard.core.assessment import Assessment
from wizard.core.risk import Consequence, Dimension
from wizard.services.access import Role, find_access
from wizard.services.answers import Change, Saved, save_answers
from wizard.services.assessments import find_opening, get_state, get_state_of, rename_assessment
from wizard.services.links import create_link, revoke_link
from wizard.services.ratings import rate_challenge
from wizard.services.states import _place, find_kept

YES, NO = Answer(("ja",)), Answer(("nej",))


def read(made: Made) -> Assessment:
    """The assessment as the database has it, whatever is kept."""
    _place.cache_clear()
    return get_state(made.id, with_result=False)


def save(made: Made, changes: Mapping[str, Change], known: Assessment | None) -> Saved:
    return save_answers(made.access, changes, known=known)


def test_what_was_read_is_not_read_again_until_it_changes(made: Made) -> None:
    first = get_state(made.id, with_result=False)
    with watching() as traffic:
        assert get_state(made.id, with_result=False) is first
    assert len(traffic.statements) == 1
    save_answers(made.access, {"formaal": Change(YES)})
    assert get_state(made.id, with_result=False).answers == {"formaal": YES}
    rate_challenge(made.access, "c0", {Dimension.TIME: Consequence.MINOR})
    assert get_state(made.id, with_result=True).ratings == {"c0": {Dimension.TIME: Consequence.MINOR}}
    rename_assessment(made.access, "Nyt navn")
    assert get_state(made.id, with_result=False).title == "Nyt navn"


def test_an_opening_gives_the_state_that_it_found_without_asking_twice(made: Made) -> None:
    kept = get_state(made.id, with_result=False)
    opening = find_opening(made.token, made.id)
    assert opening
    assert opening.access == made.access
    with watching() as traffic:
        assert get_state_of(opening.head, with_result=False) is kept
    assert traffic.statements == []


def test_a_revoked_link_opens_nothing_though_the_state_is_kept(made: Made) -> None:
    token = create_link(made.access, Role.READER)
    access = find_access(token)
    assert access
    assert find_opening(token, made.id)
    revoke_link(made.access, access.link_id)
    assert find_opening(token, made.id) is None


def test_a_link_opens_no_other_assessment(made: Made) -> None:
    assert find_opening(made.token, make(key="en anden").id) is None


def test_a_save_on_what_is_known_reads_nothing(made: Made) -> None:
    save_answers(made.access, {"formaal": Change(YES)})
    known = read(made)
    with watching() as traffic:
        saved = save(made, {"formaal": Change(NO, "note", 1), "ny": Change(YES)}, known)
        assert saved.assessment
        assert get_state(made.id, with_result=False) is saved.assessment
    assert [statement.split()[0] for statement in traffic.statements] == ["UPDATE", "INSERT", "INSERT", "SELECT"]
    assert read(made) == saved.assessment


def test_a_save_of_nothing_new_gives_what_stands_there(made: Made) -> None:
    save_answers(made.access, {"formaal": Change(YES)})
    known = read(made)
    saved = save(made, {"formaal": Change(YES, "", 1)}, known)
    assert (saved.changed, saved.assessment) == ((), known)
    assert read(made) == known


def test_what_somebody_else_saved_since_is_seen_and_never_overwritten(made: Made) -> None:
    known = read(made)
    save_answers(made.access, {"formaal": Change(YES)})
    saved = save(made, {"formaal": Change(NO), "ny": Change(YES)}, known)
    assert saved.assessment is None
    assert saved.changed == ("ny",)
    assert [conflict.theirs for conflict in saved.conflicts] == [YES]
    assert get_state(made.id, with_result=False).answers == read(made).answers == {"formaal": YES, "ny": YES}


def test_a_page_drawn_before_what_is_known_is_a_conflict(made: Made) -> None:
    save_answers(made.access, {"formaal": Change(YES)})
    known = read(made)
    saved = save(made, {"formaal": Change(NO), "ny": Change(YES)}, known)
    assert [(conflict.version, conflict.saved_at) for conflict in saved.conflicts] == [(1, known.updated_at)]
    assert saved.assessment == read(made)


def test_ratings_of_what_is_known_are_not_kept_as_a_state_without_them(made: Made) -> None:
    rate_challenge(made.access, "c0", {Dimension.TIME: Consequence.MINOR})
    known = get_state(made.id, with_result=True)
    saved = save(made, {"formaal": Change(YES)}, known)
    assert saved.assessment == read(made)


def test_another_assessment_is_not_known(made: Made) -> None:
    other = replace(read(made), id=made.id + 1)
    assert save(made, {"formaal": Change(YES)}, other).assessment is None


def test_what_is_kept_is_told_apart_by_what_is_asked_for(made: Made) -> None:
    rate_challenge(made.access, "c0", {Dimension.TIME: Consequence.MINOR})
    opening = find_opening(made.token, made.id)
    assert opening
    get_state(made.id, with_result=True)
    assert find_kept(opening.head, with_result=False) is None


ANSWERS = st.sampled_from((UNANSWERED, YES, NO, Answer(text="fri tekst")))
PAGES = st.dictionaries(
    st.sampled_from(("q0", "q1", "q2")), st.tuples(ANSWERS, st.sampled_from(("", "note", " om\r\nlidt "))), max_size=3
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pages=st.lists(PAGES, max_size=5))
def test_what_is_known_after_a_save_is_what_is_stored(
    database_app: Flask, pages: list[dict[str, tuple[Answer, str]]]
) -> None:
    made = make(key=uuid4().hex)
    known = get_state(made.id, with_result=False)
    for page in pages:
        changes = {id_: Change(answer, note, known.versions.get(id_, 0)) for id_, (answer, note) in page.items()}
        saved = save(made, changes, known)
        assert saved.assessment
        assert saved.assessment == read(made)
        known = saved.assessment
