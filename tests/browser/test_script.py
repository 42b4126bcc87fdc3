"""What the script improves, and that everything works without it."""

import re

import pytest
from playwright.sync_api import Dialog, expect

from tests.browser.conftest import MakeTab
from tests.browser.tab import Tab
from tests.integration.web.site import rows_of
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
    assert tab.focused == f"{POINT}-owner"
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
    for _ in range(3):
        tab.page.locator("li.kk-point a[hx-get]").first.click()
    expect(tab.page.locator("li.kk-point form")).to_have_count(3)
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


def test_the_private_link_is_copied(tab: Tab, owner: Visitor) -> None:
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.go(f"/adgang/{owner.secret}")
    tab.go(owner.at("del?ny=1"))
    tab.press("Kopiér linket", stays=True)
    expect(tab.page.get_by_text("Linket er kopieret.")).to_be_visible()
    assert tab.page.evaluate("navigator.clipboard.readText()") == f"{tab.address}/adgang/{owner.secret}"


def test_without_leave_to_copy_the_link_stands_marked(tab: Tab, owner: Visitor) -> None:
    tab.go(f"/adgang/{owner.secret}")
    tab.go(owner.at("del"))
    tab.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()) }")
    tab.press("Kopiér linket", stays=True)
    assert tab.page.evaluate("getSelection().toString()") == f"{tab.address}/adgang/{owner.secret}"


def test_without_script_there_is_no_button_that_would_do_nothing(open_tab: MakeTab, owner: Visitor) -> None:
    tab = open_tab(javascript=False)
    tab.go(f"/adgang/{owner.secret}")
    tab.go(owner.at("del"))
    expect(tab.page.get_by_text("Kopiér linket")).to_be_hidden()


def test_a_tick_that_shuts_out_the_others_takes_them_away(tab: Tab, owner: Visitor) -> None:
    tab.go(f"/adgang/{owner.secret}")
    tab.go(owner.at("profil/2"))
    for option in ("sortere", "skrive", "ved-ikke"):
        tab.tick(f"loesning-{option}")
    assert not tab.field("loesning-sortere").is_checked()
    assert not tab.field("loesning-skrive").is_checked()
    tab.tick("loesning-sortere")
    assert not tab.field("loesning-ved-ikke").is_checked()


def test_a_double_click_makes_one_project(tab: Tab) -> None:
    tab.go("/selvevaluering/ny")
    tab.page.get_by_label("Projektets navn").fill("To klik")
    tab.page.get_by_role("button", name="Begynd").dblclick()
    tab.page.wait_for_url("**/del?ny=1")
    tab.go("/fortsaet")
    assert tab.page.locator(".kk-list li").count() == 1


def test_a_double_click_on_save_saves_once(tab: Tab, owner: Visitor) -> None:
    tab.go(f"/adgang/{owner.secret}")
    tab.go(owner.at("profil/1"))
    tab.tick("organisation-region")
    tab.page.get_by_role("button", name="Gem og fortsæt").dblclick()
    tab.page.wait_for_url("**/profil/2")
    assert len(rows_of(owner.app, owner.assessment)["event"]) == 2


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without script"])
def test_the_back_button_shows_what_was_saved_and_can_save_again(
    open_tab: MakeTab,
    owner: Visitor,
    javascript: bool,  # noqa: FBT001 - expected values
) -> None:
    tab = open_tab(javascript=javascript)
    tab.go(f"/adgang/{owner.secret}")
    tab.go(owner.at("profil/1"))
    tab.tick("organisation-region")
    tab.field("beskrivelse-svar").fill("Fordele mails")
    tab.press("Gem og fortsæt")
    tab.page.go_back()
    assert tab.path == owner.at("profil/1")
    assert tab.field("organisation-region").is_checked()
    assert tab.field("beskrivelse-svar").input_value() == "Fordele mails"
    tab.tick("organisation-stat")
    tab.press("Gem og fortsæt")
    assert tab.path == owner.at("profil/2")
    assert owner.answer_to("organisation")[0] == "stat"


def test_what_is_typed_and_not_saved_is_asked_about_before_it_is_left(tab: Tab, owner: Visitor) -> None:
    tab.go(f"/adgang/{owner.secret}")
    tab.go(owner.at("profil/1"))
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    tab.page.on("dialog", stay)
    tab.field("beskrivelse-svar").press_sequentially("Fordele")
    tab.page.get_by_role("link", name="Resultat", exact=True).click(no_wait_after=True)
    expect(tab.field("beskrivelse-svar")).to_have_value("Fordele")
    assert asked == ["beforeunload"]
    tab.press("Gem og fortsæt")
    assert asked == ["beforeunload"]


def test_a_name_that_turns_the_line_around_turns_nothing_else(tab: Tab, owner: Visitor) -> None:
    owner.start("\u202eKø på jobcentret")
    tab.go(f"/adgang/{owner.secret}")
    tab.go("/fortsaet")
    name = tab.page.locator(".kk-list a").bounding_box()
    time = tab.page.locator(".kk-list .kk-quiet").bounding_box()
    assert name
    assert time
    assert name["x"] + name["width"] <= time["x"]
