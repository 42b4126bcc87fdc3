from typing import Any, NoReturn

import pytest
from sqlalchemy import Engine


@pytest.fixture(autouse=True)
def _no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> NoReturn:
        pytest.fail("a unit test reaches for the database")

    monkeypatch.setattr(Engine, "raw_connection", refuse)
