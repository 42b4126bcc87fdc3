from datetime import UTC, date, datetime

from wizard.core.assessment import Assessment, PointState, PointStatus

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def test_point_that_nobody_has_touched_is_open() -> None:
    touched = PointState(owner="Ida", deadline=date(2026, 12, 1), status=PointStatus.STARTED, version=1)
    assessment = Assessment(
        id=1,
        title="",
        revision=1,
        content_version="0",
        created_at=NOW,
        updated_at=NOW,
        answers={},
        points={"gør": touched},
    )
    assert assessment.point("gør") is touched
    assert assessment.point("andet") == PointState(owner="", deadline=None, status=PointStatus.OPEN, note="", version=0)
