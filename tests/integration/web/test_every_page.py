"""Every address is fetched by a client that lints what comes back, see `tests/integration/web/lint.py`."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from flask import Flask

from tests.integration.web.page import Page
from tests.integration.web.site import ROOT, Place, assessment_places, content_of, open_places, report_of
from tests.integration.web.visitor import FOUND, Visitor
from tests.integration.web.walk import walk
from wizard.services.access import Role
from wizard.web.access import TABLE, Need

#: What no page comes from: a file, an address that goes on to another, and reports.
_NO_PAGE = {"static", "start.open_link", "example.index", "example.download", "report.download", "library.folder"}

#: The address of a report, in whatever format and edition.
_FILE = re.compile(r"/rapport\.[a-z]+(\?|$)")

STATIC = ROOT / "wizard" / "static"


@pytest.fixture(scope="module")
def project(site: Flask) -> Visitor:
    """Somebody whose project came of a report, and has answered everything."""
    visitor = Visitor(site).restore(report_of(site))
    walk(visitor)
    return visitor


@pytest.fixture(scope="module")
def places(site: Flask, project: Visitor) -> list[Place]:
    content = content_of(site)
    checklist = project.get(project.at("tjekliste"))
    item = checklist.all("li", class_="kk-point")[0].get("id", "")
    return open_places(content) + assessment_places(content, project.assessment, item, next(iter(content.challenges)))


def test_every_address_that_can_be_fetched_is_among_those_that_are_tried(places: list[Place]) -> None:
    assert {place.endpoint for place in places} == {end for end, method in TABLE if method == "GET"} - _NO_PAGE


def test_every_page_is_right_for_a_project_that_has_answered(project: Visitor, places: list[Place]) -> None:
    for place in places:
        # The last page about law is only for health projects; it goes on to the next one.
        assert project.get(place.address, status=Visitor.ANY).status in (200, FOUND), place.name


def test_every_page_is_right_for_a_project_that_has_answered_nothing(site: Flask, places: list[Place]) -> None:
    empty = Visitor(site).start()
    content = content_of(site)
    for place in assessment_places(content, empty.assessment, "", next(iter(content.challenges))):
        if place.endpoint != "result.point":
            empty.get(place.address, status=Visitor.ANY)


def test_every_page_is_right_for_a_reader(project: Visitor, places: list[Place], site: Flask) -> None:
    reader = Visitor(site).open(project.share(Role.READER))
    for place in places:
        if TABLE[place.endpoint, "GET"].value in ("nothing", "read"):
            page = reader.get(place.address, status=Visitor.ANY)
            assert page.status in (200, FOUND), place.name
            is_open = TABLE[place.endpoint, "GET"] is Need.NOTHING
            buttons = [button for form in page.all("form", method="post") for button in form.iter("button")]
            assert is_open or not buttons or page.status == FOUND


def test_every_page_of_the_library_is_right(visitor: Visitor, site: Flask) -> None:
    for ref, holding in content_of(site).library.holdings.items():
        assert visitor.get(f"/bibliotek/{ref.folder}/{ref.id}").heading == " ".join(holding.title.split())


def test_no_two_pages_have_one_title(project: Visitor, places: list[Place]) -> None:
    pages = [project.get(place.address, status=Visitor.ANY) for place in places]
    titles = Counter(page.title for page in pages if page.status == 200)
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_link_leads_to_a_page_and_to_the_place_on_it(project: Visitor, places: list[Place]) -> None:
    met: dict[str, Page] = {}
    waiting = [place.address for place in places]
    wanted: set[tuple[str, str]] = set()
    while waiting:
        address = waiting.pop()
        path, _, fragment = address.partition("#")
        if fragment:
            wanted.add((path, fragment))
        if path in met or _FILE.search(path):
            continue
        met[path] = project.get(path, status=Visitor.ANY)
        assert met[path].status in (200, FOUND), path
        waiting += met[path].links if met[path].status == 200 else [met[path].to]
    missing = [
        (path, fragment) for path, fragment in wanted if met[path].status == 200 and not _has(met[path], fragment)
    ]
    assert missing == []


def _has(page: Page, id_: str) -> bool:
    return any(element.get("id") == id_ for element in page.elements)


def test_a_page_fetches_only_files_that_are_there(project: Visitor, places: list[Place]) -> None:
    for address in {address for place in places for address in _fetched(project, place)}:
        path, _, fragment = address.partition("#")
        file = project.get(path)
        assert not fragment or re.search(rf'\bid="{re.escape(fragment)}"', file.html), address


def _fetched(visitor: Visitor, place: Place) -> Iterator[str]:
    page = visitor.get(place.address, status=Visitor.ANY)
    for tag, attribute in (("link", "href"), ("script", "src"), ("img", "src"), ("use", "href")):
        yield from (element.get(attribute, "") for element in page.all(tag))


def test_no_stylesheet_fetches_from_another_host() -> None:
    for path in STATIC.rglob("*.css"):
        found = re.findall(r"(?:url\(|@import)\s*[\"']?([^\"')]+)", path.read_text(encoding="utf-8"))
        assert not [address for address in found if urlsplit(address).netloc and not address.startswith("data:")], path


def test_a_static_file_may_be_kept_and_everything_else_may_not(visitor: Visitor) -> None:
    assert "max-age=31536000" in visitor.get("/static/ki-klar.css").response.headers["Cache-Control"]
    for address in ("/", "/eksempel/rapport.pdf", "/eksempel/resultat"):
        assert visitor.get(address).response.headers["Cache-Control"] == "no-store"


def test_a_static_file_that_changes_has_a_new_address(visitor: Visitor) -> None:
    # Browsers keep it for a year, so the address says which version is meant.
    for element, attribute in (
        (e, a) for tag, a in (("link", "href"), ("script", "src")) for e in visitor.get("/").all(tag)
    ):
        path, _, version = element.get(attribute, "").partition("?v=")
        file = STATIC / path.removeprefix("/static/")
        assert version == hashlib.sha256(file.read_bytes()).hexdigest()[:8]


def test_a_page_asks_the_browser_for_nothing_but_itself(visitor: Visitor) -> None:
    policy = dict(
        part.split(" ", 1) for part in visitor.get("/").response.headers["Content-Security-Policy"].split("; ")
    )
    assert policy.pop("default-src") == "'none'"
    assert set(policy.values()) <= {"'self'", "'none'"}


def test_only_over_https_is_the_browser_told_to_stay_there(site: Flask) -> None:
    client = site.test_client()
    assert "Strict-Transport-Security" not in client.get("/").headers
    assert "Strict-Transport-Security" in client.get("/", base_url="https://localhost").headers


def test_the_example_answers_a_head_request_like_any_page(visitor: Visitor) -> None:
    response = visitor.client.head("/eksempel/svar")
    assert (response.status_code, response.data) == (200, b"")
