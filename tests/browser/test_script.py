"""What the script improves, and that everything works without it."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import MakeTab
from tests.browser.tab import Tab
from tests.integration.web.site import rows_of
from tests.integration.web.visitor import Visitor


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
    asked = tab.stay()
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
