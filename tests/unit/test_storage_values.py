from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.dialects import sqlite

from wizard.storage.columns import OptionIds, UtcDateTime
from wizard.storage.database import get_url

SQLITE = sqlite.dialect()
SUMMER = timezone(timedelta(hours=2))


def test_a_moment_is_stored_in_utc_and_comes_back_aware() -> None:
    column = UtcDateTime()
    stored = column.process_bind_param(datetime(2026, 6, 1, 12, 0, tzinfo=SUMMER), SQLITE)
    assert stored == datetime(2026, 6, 1, 10, 0, tzinfo=UTC)
    assert stored.utcoffset() == timedelta(0)
    assert column.process_result_value(stored.replace(tzinfo=None), SQLITE) == stored
    assert column.process_result_value(stored.astimezone(SUMMER), SQLITE) == stored
    assert column.process_bind_param(None, SQLITE) is None
    assert column.process_result_value(None, SQLITE) is None


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        UtcDateTime().process_bind_param(datetime(2026, 6, 1, 12, 0), SQLITE)  # noqa: DTZ001  it is what the test is about


@pytest.mark.parametrize("ids", [(), ("ja",), ("ja", "ved-ikke"), ('"', "å")])
def test_option_ids_come_back_as_a_tuple(ids: tuple[str, ...]) -> None:
    column = OptionIds()
    assert column.process_result_value(column.process_bind_param(ids, SQLITE), SQLITE) == ids


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg", "postgresql+psycopg2"])
def test_every_spelling_of_postgresql_uses_psycopg(scheme: str) -> None:
    url = get_url(f"{scheme}://ki:klar@db.example:5433/wizard?sslmode=require")
    assert (
        url.render_as_string(hide_password=False)
        == "postgresql+psycopg://ki:klar@db.example:5433/wizard?sslmode=require"
    )


@pytest.mark.parametrize("given", ["", "  ", "sqlite:///ki-klar.sqlite3"])
def test_sqlite_is_the_default(given: str) -> None:
    assert get_url(given).render_as_string() == "sqlite:///ki-klar.sqlite3"


@pytest.mark.parametrize("given", ["mysql://ki:hemmelig@db/wizard", "hemmelig", "postgres://ki:hemmelig@db:port/x"])
def test_any_other_database_is_refused_without_repeating_the_address(given: str) -> None:
    with pytest.raises(ValueError, match="DATABASE_URL") as caught:
        get_url(given)
    assert "hemmelig" not in str(caught.value)
