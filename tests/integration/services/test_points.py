import pytest

from tests.integration.services.conftest import Made
from wizard.core.assessment import PointState
from wizard.errors import TooLongError
from wizard.services.assessments import get_state
from wizard.services.changes import history
from wizard.services.points import PointConflict, edit_point


def test_a_point_edited_on_top_of_another_version_is_a_conflict(made: Made) -> None:
    theirs = edit_point(made.access, "p", PointState("Ida"))
    yours = PointState("Bo")
    assert edit_point(made.access, "p", yours) == PointConflict("p", PointState("Ida", version=1), yours)
    assert get_state(made.id, with_result=True).points == {"p": theirs}
    assert edit_point(made.access, "p", PointState("Bo", version=1)) == PointState("Bo", version=2)


def test_the_same_point_again_changes_nothing_whatever_was_seen(made: Made) -> None:
    first = edit_point(made.access, "p", PointState("Ida"))
    before = get_state(made.id, with_result=True), history(made.id)
    assert edit_point(made.access, "p", PointState("Ida")) == first
    assert (get_state(made.id, with_result=True), history(made.id)) == before


def test_an_untouched_point_leaves_no_row(made: Made) -> None:
    assert edit_point(made.access, "p", PointState()) == PointState()
    assert get_state(made.id, with_result=True).points == {}


def test_a_point_put_back_keeps_counting_its_versions(made: Made) -> None:
    edit_point(made.access, "p", PointState("Ida"))
    assert edit_point(made.access, "p", PointState(version=1)) == PointState(version=2)
    assert history(made.id, 1)[0].after is None


@pytest.mark.parametrize(
    ("point", "field"), [(PointState("x" * 201), "owner"), (PointState(note="x" * 10_001), "note")]
)
def test_what_is_too_long_is_refused(made: Made, point: PointState, field: str) -> None:
    with pytest.raises(TooLongError) as caught:
        edit_point(made.access, "p", point)
    assert caught.value.field == field
