from collections.abc import Iterator

import pytest
from flask import Flask

from tests.integration.servers import PostgresServer, SqliteServer
from tests.integration.web.site import close_site, content_of, make_site
from tests.integration.web.visitor import Visitor
from tests.integration.web.walk import walk
from wizard.core.content import Content


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The whole app on an embedded database of its own. Tests share it, and each makes its own assessment."""
    app = make_site(tmp_path_factory.mktemp("instance"))
    yield app
    close_site(app)


@pytest.fixture(scope="session")
def site_on_each(
    server: SqliteServer | PostgresServer, template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Flask]:
    """The whole app on each of the two kinds of database in turn."""
    app = make_site(tmp_path_factory.mktemp("instance"), server.create(template))
    yield app
    close_site(app)


@pytest.fixture
def visitor(site: Flask) -> Visitor:
    """Somebody who has opened nothing yet."""
    return Visitor(site)


@pytest.fixture
def owner(site: Flask) -> Visitor:
    """Somebody who has just made an assessment."""
    return Visitor(site).start()


@pytest.fixture
def owner_on_each(site_on_each: Flask) -> Visitor:
    """Somebody who has just made an assessment, on each kind of database."""
    return Visitor(site_on_each).start()


@pytest.fixture(scope="module")
def finished(site: Flask) -> Visitor:
    """A project that has answered everything; tests do not change it."""
    visitor = Visitor(site).start()
    walk(visitor)
    return visitor


@pytest.fixture
def content(site: Flask) -> Content:
    """What the app asks and knows."""
    return content_of(site)
