from collections.abc import Iterator

import pytest
from flask import Flask

from tests.integration.web.site import close_site, make_site
from tests.integration.web.visitor import Visitor


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The whole app on an embedded database of its own."""
    app = make_site(tmp_path_factory.mktemp("instance"))
    yield app
    close_site(app)


@pytest.fixture
def owner(site: Flask) -> Visitor:
    """Somebody who has just made an assessment."""
    return Visitor(site).start()
