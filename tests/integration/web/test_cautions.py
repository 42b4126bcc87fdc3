"""Pages carry the caution beside a case or a tool wherever they name it or lead to it."""

import html
import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from flask import Flask

from tests.cautions import NEAR, alone, cautioned, close_up, namings
from tests.integration.web.page import Page
from tests.integration.web.site import Place, assessment_places, content_of, open_places, report_of
from tests.integration.web.visitor import Visitor
from tests.integration.web.walk import walk
from wizard.core.content import Content
from wizard.core.library import KINDS


@pytest.fixture(scope="module")
def project(site: Flask) -> Visitor:
    """Somebody who has answered everything as the example does."""
    visitor = Visitor(site).restore(report_of(site))
    walk(visitor)
    return visitor


def everywhere(content: Content, project: Visitor) -> list[Place]:
    """Give every page there is: of the library, of an assessment, and the open ones."""
    library = [Place("library.entry", f"/bibliotek/{ref.folder}/{ref.id}", ref.id) for ref in content.library.holdings]
    library += [Place("library.index", f"/bibliotek?slags={kind}", kind) for kind in KINDS]
    library += [Place("library.index", f"/bibliotek?soeg={quote(item.title)}", item.id) for item in cautioned(content)]
    item = project.get(project.at("tjekliste")).all("li", class_="kk-point")[0].get("id", "")
    challenge = next(iter(content.challenges))
    return [*open_places(content), *library, *assessment_places(content, project.assessment, item, challenge)]


def text_of(markup: str) -> str:
    """Give what is read of a piece of a page."""
    return html.unescape(re.sub(r"<[^>]*>", " ", markup))


def main_of(page: Page) -> str:
    """Give what stands between the frame of a page."""
    return page.html.partition("<main")[2].partition("</main>")[0]


def unaccompanied(content: Content, page: Page) -> Iterator[str]:
    """Give what a page names or leads to without its caution."""
    main = main_of(page)
    yield from alone(content, text_of("<" + main))
    for item in cautioned(content):
        folder = "vaerktoejer" if item.id in content.tools else "cases"
        caution = close_up(item.caution)
        for found in re.finditer(f'href="/bibliotek/{folder}/{item.id}"', main):
            # Beside a question the link stands last, after the caution and why the case is shown.
            before = close_up(text_of(main[: found.start()].rpartition("<")[0]))[-NEAR - len(caution) :]
            after = close_up(text_of("<" + main[found.start() :]))[: NEAR + len(caution)]
            if caution not in before and caution not in after:
                yield f"link to {item.id}"


def test_no_page_names_a_case_or_a_tool_without_its_caution(site: Flask, project: Visitor) -> None:
    content = content_of(site)
    met: dict[str, set[str]] = {}
    for place in everywhere(content, project):
        page = project.get(place.address, status=Visitor.ANY)
        assert sorted(set(unaccompanied(content, page))) == [], place.address
        met.setdefault(place.endpoint, set()).update(id_ for id_, _ in namings(content, text_of(main_of(page))))
    # Where nothing was named, nothing was tried.
    every = {item.id for item in cautioned(content)}
    assert met["library.entry"] == met["library.index"] == every
    assert met["example.result"]
    assert "case-gdpr-dataformaal-norddjurs" in met["result.index"] & met["result.checklist"] & met["assess.page"]


def test_a_caution_leads_to_what_has_come_since(site: Flask, visitor: Visitor) -> None:
    content = content_of(site)
    for item in cautioned(content):
        folder = "vaerktoejer" if item.id in content.tools else "cases"
        page = visitor.get(f"/bibliotek/{folder}/{item.id}")
        overtaking = content.overtaking(item)
        for law in overtaking:
            assert f'href="/bibliotek/lov/{law.id}"' in page.html, item.id
        text = " ".join(page.text.split())
        told = f"{item.caution} Hold det op mod: {', '.join(law.title for law in overtaking)}"
        assert (told in text) is bool(overtaking), item.id
