import os
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, sync_playwright

from tests.browser.live import CHROMIUM_ARGUMENTS, find_chromium, serve
from tests.browser.tab import WIDE, Tab
from tests.integration.web.site import close_site, make_site, report_of
from tests.integration.web.visitor import Visitor
from tests.integration.web.walk import walk

MakeTab = Callable[..., Tab]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.parent.name == "browser":
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium; skips where it is not installed, but not in CI."""
    path = find_chromium()
    if path is None:
        reason = "Chromium is not here: no chromium on PATH (Debian: apt-get install chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_ARGUMENTS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The whole app on an embedded database of its own."""
    app = make_site(tmp_path_factory.mktemp("instance"))
    yield app
    close_site(app)


@pytest.fixture(scope="session")
def address(site: Flask) -> Iterator[str]:
    """Where the app is served."""
    with serve(site) as found:
        yield found


@pytest.fixture
def open_tab(browser: Browser, address: str) -> Iterator[MakeTab]:
    """Open tabs, which are closed again; whatever went wrong in them is told."""
    opened: list[Tab] = []

    def make(*, width: int = WIDE, javascript: bool = True) -> Tab:
        opened.append(Tab(browser, address, width=width, javascript=javascript))
        return opened[-1]

    yield make
    complaints = [complaint for tab in opened for complaint in tab.complaints]
    for tab in opened:
        tab.close()
    assert complaints == []


@pytest.fixture
def tab(open_tab: MakeTab) -> Tab:
    return open_tab()


@pytest.fixture(scope="session")
def project(site: Flask) -> Visitor:
    """A project that came of the example's report, and has answered the same. Tests do not change it."""
    visitor = Visitor(site).restore(report_of(site))
    walk(visitor)
    return visitor


@pytest.fixture
def owner(site: Flask) -> Visitor:
    """Somebody who has just made an assessment, and does with it as a test likes."""
    return Visitor(site).start()
