"""A point of the checklist is edited in its place by a script, and on a page of its own without one."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import MakeTab
from tests.browser.tab import Tab
from tests.integration.web.visitor import Visitor

POINT = "find-ud-af-organisation"


@pytest.fixture
def listed(owner: Visitor) -> Visitor:
    """Somebody with points on the checklist."""
    for question in ("organisation", "sektor", "fase"):
        owner.answer(question, "ved-ikke")
    return owner


@pytest.fixture
def at_checklist(tab: Tab, listed: Visitor) -> Tab:
    """A tab at the checklist, which would lose its mark if the page were loaded again."""
    tab.go(f"/adgang/{listed.secret}")
    tab.go(listed.at("tjekliste"))
    tab.page.evaluate("window.mark = 'den samme side'")
    return tab


def is_the_same_page(tab: Tab) -> bool:
    return bool(tab.page.evaluate("window.mark === 'den samme side'"))


def open_point(tab: Tab) -> None:
    tab.page.locator(f'[id="{POINT}"] a[hx-get]').click()
    tab.field(f"{POINT}-owner").wait_for()


def test_a_point_is_edited_in_its_place(at_checklist: Tab, listed: Visitor) -> None:
    tab = at_checklist
    open_point(tab)
    expect(tab.field(f"{POINT}-owner")).to_be_focused()
    tab.field(f"{POINT}-owner").fill("Ida Ærø")
    tab.field(f"{POINT}-deadline").fill("2027-01-15")
    tab.field(f"{POINT}-status").select_option("faerdig")
    tab.field(f"{POINT}-note").fill("to\nlinjer")
    tab.press("Gem punktet", stays=True)
    point = tab.field(POINT)
    expect(point).to_contain_text("Ida Ærø")
    expect(point).to_contain_text("15. januar 2027")
    expect(point).to_contain_text("Færdig")
    assert tab.page.locator(f'[id="{POINT}"] .kk-note').inner_text() == "to\nlinjer"
    assert tab.page.locator(f'[id="{POINT}"] form').count() == 0
    assert is_the_same_page(tab)
    assert tab.path == listed.at("tjekliste")
    # The rest of the list has stayed as it was, and there is one of each.
    assert tab.page.locator("li.kk-point").count() == 3
    assert tab.page.locator("h1").count() == 1
    tab.page.reload()
    expect(tab.field(POINT)).to_contain_text("Ida Ærø")


def test_several_points_can_be_open_at_once(at_checklist: Tab) -> None:
    tab = at_checklist
    for opened in range(3):
        tab.page.locator("li.kk-point a[hx-get]").first.click()
        # Until its form is there, the first link is still the one that was pressed.
        expect(tab.page.locator("li.kk-point form")).to_have_count(opened + 1)
    tab.field(f"{POINT}-owner").fill("Ida")
    tab.page.locator(f'[id="{POINT}"]').get_by_role("button", name="Gem punktet").click()
    expect(tab.page.locator("li.kk-point form")).to_have_count(2)
    assert is_the_same_page(tab)


def test_a_point_that_will_not_do_says_so_in_its_place(at_checklist: Tab) -> None:
    tab = at_checklist
    open_point(tab)
    tab.field(f"{POINT}-owner").fill("x" * 201)
    tab.press("Gem punktet", stays=True)
    expect(tab.page.locator(f'[id="{POINT}"] [data-fejl]')).to_contain_text("højst 200 tegn")
    expect(tab.page.locator("[data-fejl]")).to_be_focused()
    assert tab.field(f"{POINT}-owner").input_value() == "x" * 201
    assert is_the_same_page(tab)


def test_a_point_that_somebody_else_has_edited_shows_theirs_in_its_place(at_checklist: Tab, listed: Visitor) -> None:
    tab = at_checklist
    open_point(tab)
    address = listed.at(f"tjekliste/{POINT}")
    listed.submit(listed.get(address), {"owner": "Bo"})
    tab.field(f"{POINT}-owner").fill("Ida")
    tab.press("Gem punktet", stays=True)
    expect(tab.field(POINT)).to_contain_text("ansvarlig Bo")
    expect(tab.page.locator("[data-fejl]")).to_be_focused()
    assert tab.field(f"{POINT}-owner").input_value() == "Ida"
    tab.press("Gem punktet", stays=True)
    expect(tab.page.locator(f'[id="{POINT}"] form')).to_have_count(0)
    expect(tab.field(POINT)).to_contain_text("Ida")


def test_a_stale_point_keeps_what_was_typed(at_checklist: Tab) -> None:
    tab = at_checklist
    open_point(tab)
    tab.page.evaluate("for (const field of document.getElementsByName('csrf_token')) field.value = 'forkert'")
    tab.field(f"{POINT}-note").fill("Min note")
    tab.press("Gem punktet", stays=True)
    expect(tab.page.locator("[data-fejl]")).to_contain_text("Siden var for gammel")
    assert tab.field(f"{POINT}-note").input_value() == "Min note"
    tab.press("Gem punktet", stays=True)
    expect(tab.page.locator(f'[id="{POINT}"] .kk-note')).to_have_text("Min note")


def test_without_a_connection_a_point_says_so_and_what_was_typed_can_be_saved_later(
    at_checklist: Tab, listed: Visitor
) -> None:
    tab = at_checklist
    tab.lose_connection()
    tab.page.locator(f'[id="{POINT}"] a[hx-get]').click()
    told = tab.page.locator(f'[id="{POINT}"] [role=alert]')
    expect(told).to_contain_text("Punktet kunne ikke åbnes")
    tab.find_connection()
    open_point(tab)
    expect(told).to_have_count(0)
    tab.field(f"{POINT}-note").press_sequentially("Min note")
    tab.lose_connection()
    for _ in range(2):
        tab.page.get_by_role("button", name="Gem punktet").click()
        expect(told).to_contain_text("Punktet er måske ikke gemt")
        expect(told).to_be_focused()
    assert tab.field(f"{POINT}-note").input_value() == "Min note"
    tab.find_connection()
    asked = tab.stay()
    tab.page.get_by_role("link", name="Resultat", exact=True).click(no_wait_after=True)
    expect(told).to_be_visible()
    assert asked == ["beforeunload"]
    tab.press("Gem punktet", stays=True)
    expect(tab.page.locator(f'[id="{POINT}"] .kk-note')).to_have_text("Min note")
    expect(told).to_have_count(0)
    assert is_the_same_page(tab)


@pytest.mark.parametrize(
    ("status", "body"),
    [(502, "<html><h1>Bad Gateway</h1></html>"), (413, "<p>Too large</p>"), (200, "<p>Log på netværket</p>")],
    ids=["proxy", "limit", "login"],
)
def test_an_answer_that_is_not_ours_is_not_put_in_place_of_a_point(at_checklist: Tab, status: int, body: str) -> None:
    tab = at_checklist
    open_point(tab)
    tab.field(f"{POINT}-owner").fill("Ida")
    tab.page.route(f"**/{POINT}", lambda route: route.fulfill(status=status, content_type="text/html", body=body))
    tab.press("Gem punktet", stays=True)
    expect(tab.page.locator(f'[id="{POINT}"] [role=alert]')).to_contain_text("Punktet er måske ikke gemt")
    assert tab.field(f"{POINT}-owner").input_value() == "Ida"
    tab.page.unroute(f"**/{POINT}")
    tab.press("Gem punktet", stays=True)
    expect(tab.field(POINT)).to_contain_text("Ida")
    expect(tab.page.locator(f'[id="{POINT}"] form')).to_have_count(0)


def test_a_fault_of_ours_keeps_what_was_typed_on_a_point(at_checklist: Tab, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    tab = at_checklist
    open_point(tab)
    tab.field(f"{POINT}-owner").fill("Ida")
    with monkeypatch.context() as broken:
        broken.setattr("wizard.web.result.views.save_point", fail)
        tab.press("Gem punktet", stays=True)
        expect(tab.page.locator(f'[id="{POINT}"] [role=alert]')).to_contain_text("Punktet er måske ikke gemt")
    tab.press("Gem punktet", stays=True)
    expect(tab.field(POINT)).to_contain_text("Ida")


def test_a_link_that_is_closed_meanwhile_says_so_in_the_middle_of_the_page(open_tab: MakeTab, listed: Visitor) -> None:
    tab = open_tab()
    tab.go(f"/adgang/{listed.secret}")
    tab.go(listed.at("tjekliste"))
    open_point(tab)
    tab.context.clear_cookies()
    tab.press("Gem punktet", stays=True)
    expect(tab.page.locator("h1")).to_have_text("I har ikke adgang her")
    assert tab.page.locator("main").count() == 1
    assert tab.page.locator("header").count() == 1


def test_without_script_a_point_has_a_page(open_tab: MakeTab, listed: Visitor) -> None:
    tab = open_tab(javascript=False)
    tab.go(f"/adgang/{listed.secret}")
    tab.go(listed.at("tjekliste"))
    tab.follow(tab.page.locator(f'[id="{POINT}"]').get_by_role("link", name=re.compile("^Skriv ansvarlig")))
    assert tab.path == listed.at(f"tjekliste/{POINT}")
    tab.field(f"{POINT}-owner").fill("x" * 201)
    tab.press("Gem punktet")
    assert tab.field(f"{POINT}-owner").input_value() == "x" * 201
    tab.field(f"{POINT}-owner").fill("Ida")
    tab.press("Gem punktet")
    assert tab.path == listed.at("tjekliste")
    expect(tab.field(POINT)).to_contain_text("Ida")
