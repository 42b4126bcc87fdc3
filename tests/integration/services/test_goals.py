"""Goals are set, replaced and taken off again; nobody overwrites anybody unseen."""

import pytest

from tests.integration.services.conftest import Made, watching
from wizard.core.assessment import PointState
from wizard.errors import AccessError, NotFoundError
from wizard.services.access import Role, find_access
from wizard.services.assessments import delete_assessment, get_state
from wizard.services.changes import history
from wizard.services.goals import GoalConflict, set_goal
from wizard.services.links import create_link
from wizard.services.points import edit_point


def goals_of(made: Made) -> tuple[dict[str, tuple[str, ...]], dict[str, int]]:
    state = get_state(made.id, with_result=True)
    return dict(state.goals), dict(state.goal_versions)


def test_a_goal_is_set_replaced_and_taken_off_again(made: Made) -> None:
    assert set_goal(made.access, "a", ("nej",), seen_version=0) is True
    assert goals_of(made) == ({"a": ("nej",)}, {"a": 1})
    assert set_goal(made.access, "a", ("ja", "også"), seen_version=1) is True
    assert goals_of(made) == ({"a": ("ja", "også")}, {"a": 2})
    assert set_goal(made.access, "a", (), seen_version=2) is True
    assert goals_of(made) == ({}, {"a": 3})
    events = [(event.what, event.before, event.after) for event in history(made.id, 3)]
    assert events == [
        ("goal:a", ["ja", "også"], None),
        ("goal:a", ["nej"], ["ja", "også"]),
        ("goal:a", None, ["nej"]),
    ]


def test_each_change_counts_the_revision_in_one_transaction_and_none_else_does(made: Made) -> None:
    with watching() as traffic:
        set_goal(made.access, "a", ("ja",), seen_version=0)
    assert traffic.commits == 1
    assert get_state(made.id, with_result=True).revision == 2
    for seen in (0, 1, 7):
        assert set_goal(made.access, "a", ("ja",), seen_version=seen) is False
    assert set_goal(made.access, "b", (), seen_version=0) is False
    assert get_state(made.id, with_result=True).revision == 2
    assert len(history(made.id)) == 2


def test_a_goal_written_on_top_of_another_version_is_a_conflict(made: Made) -> None:
    set_goal(made.access, "a", ("ja",), seen_version=0)
    assert set_goal(made.access, "a", ("nej",), seen_version=0) == GoalConflict("a", ("ja",), 1)
    assert set_goal(made.access, "a", (), seen_version=0) == GoalConflict("a", ("ja",), 1)
    set_goal(made.access, "a", (), seen_version=1)
    assert set_goal(made.access, "a", ("nej",), seen_version=1) == GoalConflict("a", (), 2)
    assert goals_of(made) == ({}, {"a": 2})


def test_what_is_written_on_the_point_stays_when_the_goal_goes(made: Made) -> None:
    set_goal(made.access, "a", ("ja",), seen_version=0)
    edit_point(made.access, "maal-a", PointState("Ida"))
    set_goal(made.access, "a", (), seen_version=1)
    assert get_state(made.id, with_result=True).point("maal-a").owner == "Ida"


def test_a_reader_sets_no_goal_and_nobody_sets_one_on_what_is_gone(made: Made) -> None:
    reader = find_access(create_link(made.access, Role.READER))
    assert reader
    with pytest.raises(AccessError):
        set_goal(reader, "a", ("ja",), seen_version=0)
    delete_assessment(made.access)
    with pytest.raises(NotFoundError):
        set_goal(made.access, "a", ("ja",), seen_version=0)
