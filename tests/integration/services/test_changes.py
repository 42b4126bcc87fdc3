from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager

import pytest
from flask import Flask

from tests.integration.services.conftest import Made
from wizard.services.access import Access
from wizard.services.changes import Changes, Clock, changing, sharing, utc_now

Begin = Callable[[Access, Clock], AbstractContextManager[Changes]]

#: Far longer than a change takes, far shorter than SQLite waits.
SECONDS = 0.3


@pytest.mark.parametrize("second", [changing, sharing])
@pytest.mark.parametrize("first", [changing, sharing])
def test_a_change_waits_for_the_one_before_it(database_app: Flask, made: Made, first: Begin, second: Begin) -> None:
    def change() -> None:
        with database_app.app_context(), second(made.access, utc_now):
            pass

    with ThreadPoolExecutor(1) as pool:
        with first(made.access, utc_now):
            waiting = pool.submit(change)
            with pytest.raises(TimeoutError):
                waiting.result(SECONDS)
        waiting.result()
