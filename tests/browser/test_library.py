"""The library with a keyboard, with and without a script: results come while one types, and one keeps on typing."""

import pytest
from flask import Flask
from playwright.sync_api import expect

from tests.browser.axe import look
from tests.browser.conftest import MakeTab
from tests.browser.tab import NARROW, WIDE, Tab
from tests.integration.web.site import content_of

HITS = ".kk-hits > li"
TOLD = "[data-told]"
SAID = "#fund [data-tell]"


@pytest.fixture(params=[WIDE, NARROW])
def at_library(request: pytest.FixtureRequest, open_tab: MakeTab) -> Tab:
    """A tab at the library, which would lose its mark if the page were loaded again."""
    width: int = request.param
    tab = open_tab(width=width)
    tab.go("/bibliotek")
    tab.page.evaluate("window.mark = 'den samme side'")
    return tab


def is_the_same_page(tab: Tab) -> bool:
    return bool(tab.page.evaluate("window.mark === 'den samme side'"))


def test_results_come_while_one_types_and_one_goes_on_typing(at_library: Tab) -> None:
    tab = at_library
    field = tab.field("soeg")
    field.focus()
    tab.page.keyboard.type("samtyk")
    expect(tab.page.locator(HITS).first).to_be_visible()
    expect(tab.page.locator("mark").first).to_be_visible()
    expect(field).to_be_focused()
    tab.page.keyboard.type("ke")
    expect(tab.page.locator(SAID)).to_contain_text("»samtykke«")
    expect(field).to_have_value("samtykke")
    assert is_the_same_page(tab)
    tab.check()


def test_how_much_there_is_is_told_to_a_screen_reader(at_library: Tab) -> None:
    tab = at_library
    region = tab.page.locator(TOLD)
    expect(region).to_have_attribute("role", "status")
    expect(region).to_be_empty()
    tab.field("soeg").press_sequentially("samtykke")
    expect(region).to_contain_text("»samtykke«")
    expect(region).to_have_text(tab.page.locator(SAID).inner_text())
    tab.field("soeg").fill("xyzzyq")
    expect(region).to_contain_text("Vi fandt ikke »xyzzyq«")
    tab.field("soeg").fill("")
    expect(region).to_contain_text("Hele biblioteket")


def test_the_address_is_that_of_the_search(at_library: Tab) -> None:
    tab = at_library
    tab.field("soeg").fill("mails")
    expect(tab.page.locator(SAID)).to_contain_text("»mails«")
    tab.page.locator(".kk-filters > summary").click()
    tab.field("slags").select_option("cases")
    expect(tab.page.locator(".kk-chosen a")).to_have_text("Fjern slags: Cases")
    assert tab.page.url.endswith("/bibliotek?soeg=mails&slags=cases")
    assert is_the_same_page(tab)
    found = tab.page.locator(HITS).count()
    tab.page.reload()
    assert tab.page.locator(HITS).count() == found
    # One comes back to it from an entry.
    tab.follow(tab.page.locator(f"{HITS} a").first)
    tab.page.go_back()
    expect(tab.field("soeg")).to_have_value("mails")
    expect(tab.page.locator(HITS)).to_have_count(found)


def test_a_filter_keeps_the_focus_and_shows_new_counts(at_library: Tab) -> None:
    tab = at_library
    tab.page.locator(".kk-filters > summary").click()
    tab.field("omraade").focus()
    tab.page.keyboard.type("Etik")
    expect(tab.page.locator(".kk-chosen a")).to_have_text("Fjern område: Etik")
    expect(tab.field("omraade")).to_be_focused()
    assert tab.page.locator(".kk-filters").get_attribute("open") is not None
    cases = tab.page.locator("#slags option[value=cases]").inner_text()
    assert tab.page.locator("#slags-cases").inner_text() == cases
    tab.check()


def test_from_the_field_to_a_result_by_keyboard(at_library: Tab) -> None:
    tab = at_library
    tab.field("soeg").focus()
    tab.page.keyboard.type("samtykke")
    expect(tab.page.locator(SAID)).to_contain_text("»samtykke«")
    first = tab.page.locator(f"{HITS} h3 a").first
    for _ in range(6):
        tab.page.keyboard.press("Tab")
        if first.evaluate("link => link === document.activeElement"):
            break
    expect(first).to_be_focused()
    title = first.inner_text()
    with tab.page.expect_navigation():
        tab.page.keyboard.press("Enter")
    assert tab.heading == title
    tab.check()


def test_enter_in_the_field_searches(at_library: Tab) -> None:
    tab = at_library
    tab.field("soeg").fill("mails")
    tab.field("soeg").press("Enter")
    # It is another page, and not only another piece of this one.
    tab.page.wait_for_function("window.mark === undefined && document.readyState === 'complete'")
    expect(tab.page.locator(SAID)).to_contain_text("»mails«")
    expect(tab.page.locator(HITS).first).to_be_visible()
    tab.check()


def test_without_a_connection_one_is_told_and_can_go_on(at_library: Tab) -> None:
    tab = at_library
    tab.lose_connection()
    tab.field("soeg").press_sequentially("mails")
    expect(tab.page.get_by_role("alert")).to_contain_text("Søgningen kunne ikke hentes.")
    expect(tab.field("soeg")).to_be_focused()
    tab.find_connection()
    tab.field("soeg").press_sequentially(" samtykke")
    expect(tab.page.locator("mark").first).to_be_visible()
    expect(tab.page.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_without_a_script_it_is_a_form(open_tab: MakeTab, width: int) -> None:
    tab = open_tab(width=width, javascript=False)
    tab.go("/bibliotek")
    tab.field("soeg").fill("mails")
    tab.page.locator(".kk-filters > summary").click()
    tab.field("slags").select_option("cases")
    tab.press("Søg")
    assert "slags=cases" in tab.page.url
    assert tab.page.locator(HITS).count() > 0
    assert tab.page.locator("mark").count() > 0


def test_every_kind_of_entry_is_accessible(tab: Tab, site: Flask) -> None:
    # One of each kind is among the places that every page is looked at; these are those with the most on them.
    library = content_of(site).library
    longest = {ref.folder: ref for ref in sorted(library.relations, key=lambda ref: len(library.relations[ref]))}
    for ref in longest.values():
        tab.go(f"/bibliotek/{ref.folder}/{ref.id}")
        tab.unfold()
        assert look(tab, NARROW, WIDE)[0] == []
