"""That a tab notices what it is there to notice."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask, Response
from playwright.sync_api import Browser, Error

from tests.browser.axe import look
from tests.browser.live import serve
from tests.browser.tab import NARROW, WIDE, Tab

_PAGES = {
    "console": "<script>console.error('en fejl')</script>",
    "fault": "<script>findesIkke()</script>",
    "file": "<img src='/findes-ikke.png' alt=''>",
    "host": "<img src='http://example.org/billede.png' alt=''>",
    "wide": "<div style='width: 400px'>bred</div>",
    "policy": "<p style='color: red'>rød</p>",
}


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site where each page has one thing wrong with it."""
    app = Flask("faulty", root_path=str(tmp_path_factory.mktemp("faulty")), static_folder=None)

    @app.get("/<name>")
    def page(name: str) -> Response | tuple[str, int]:
        if name not in _PAGES:
            return "", 404
        response = Response(f"<!doctype html><html lang=da><title>{name}</title><h1>{name}</h1>{_PAGES[name]}")
        if name == "policy":
            response.headers["Content-Security-Policy"] = "style-src 'self'"
        return response

    with serve(app) as address:
        yield address


@pytest.mark.parametrize("name", _PAGES)
def test_a_tab_complains_of(browser: Browser, faulty: str, name: str) -> None:
    tab = Tab(browser, faulty, width=NARROW)
    with pytest.raises(AssertionError):
        tab.go(f"/{name}")
    assert bool(tab.complaints) is (name != "wide")
    tab.close()


def test_nothing_reaches_another_host(browser: Browser, faulty: str) -> None:
    tab = Tab(browser, faulty)
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        tab.page.goto("http://192.0.2.1/")
    tab.close()


def test_axe_finds_what_is_not_accessible(browser: Browser, faulty: str, tmp_path: Path) -> None:
    tab = Tab(browser, faulty)
    tab.page.set_content("<title>Uden sprog</title><img src='data:,'><p style='color: #ccc'>Svag</p>")
    wrong, _ = look(tab, WIDE)
    assert {line.split(": ")[1] for line in wrong} >= {"html-has-lang", "image-alt", "color-contrast"}
    tab.close()
