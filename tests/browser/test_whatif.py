"""From the result to what would lower a risk, trying it, and a goal on the checklist: with and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import MakeTab
from tests.browser.tab import NARROW, WIDE
from tests.browser.whatifs import QUESTION, RISK, raise_a_risk
from tests.integration.web.visitor import Visitor
from tests.integration.web.walk import walk


@pytest.mark.parametrize(
    ("width", "javascript"),
    [(WIDE, True), (WIDE, False), (NARROW, True), (NARROW, False)],
    ids=["1280", "1280 without script", "320", "320 without script"],
)
def test_from_the_result_to_a_goal_on_the_checklist(
    open_tab: MakeTab, owner: Visitor, *, width: int, javascript: bool
) -> None:
    walk(owner)
    tab = open_tab(width=width, javascript=javascript)
    tab.go(f"/adgang/{owner.secret}")
    tab.go(owner.at("resultat"))
    tab.follow(tab.page.get_by_role("link", name=re.compile("^Hvad kan sænke risikoen")).first)
    assert tab.heading == "Hvad kan sænke risikoen?"
    assert tab.path == owner.at("saenk-risikoen/gdpr-dataformaal")
    tab.click("Prøv andre svar")
    expect(tab.page.locator(".alert-info")).to_contain_text("Jeres svar er ikke ændret.")
    tab.tick(f"{QUESTION}-delvist")
    tab.press("Vis, hvad der ville ske")
    expect(tab.page.locator(".kk-moves")).to_contain_text("Nu: Kritisk risiko")
    expect(tab.page.locator(".kk-moves")).to_contain_text("Bagefter: Høj risiko")
    assert tab.field(f"{QUESTION}-delvist").is_checked()
    tab.follow(tab.page.get_by_role("button", name=re.compile("^Sæt på tjeklisten")))
    assert tab.path == owner.at("tjekliste")
    point = tab.field(f"maal-{QUESTION}")
    expect(point).to_contain_text("Nå så langt, at I kan svare »Nogle af dem. For resten mangler vi svar«")
    expect(point).to_contain_text("fra kritisk til høj risiko")
    # Nothing that was tried has become an answer.
    assert owner.answer_to(QUESTION)[0] == "nej"
    point.get_by_role("link", name=re.compile("^Skriv ansvarlig")).click()
    tab.field(f"maal-{QUESTION}-owner").fill("Juristen")
    tab.press("Gem punktet", stays=javascript)
    tab.page.locator(f'[id="maal-{QUESTION}"]', has_text="Juristen").wait_for()
    tab.follow(tab.page.get_by_role("button", name=re.compile("^Tag målet af tjeklisten")))
    assert tab.page.locator(f'[id="maal-{QUESTION}"]').count() == 0
    tab.check()


def test_a_goal_is_chosen_before_it_is_set(open_tab: MakeTab, owner: Visitor) -> None:
    raise_a_risk(owner)
    tab = open_tab()
    tab.go(f"/adgang/{owner.secret}")
    tab.go(owner.at(RISK))
    put = tab.page.get_by_role("button", name=re.compile("^Sæt på tjeklisten"))
    put.click()
    # The browser itself asks for a choice, and puts the focus there.
    expect(tab.field(f"maal-{QUESTION}-ja")).to_be_focused()
    assert tab.path == owner.at(RISK)
    tab.tick(f"maal-{QUESTION}-afklaret")
    tab.follow(put)
    assert tab.path == owner.at("tjekliste")


def test_the_example_may_be_tried_by_anybody(open_tab: MakeTab) -> None:
    tab = open_tab(javascript=False)
    tab.go("/eksempel/resultat")
    tab.click("Se, hvad der holder risiciene oppe, og prøv andre svar")
    tab.click("Prøv dem sammen, uden at svarene ændres")
    expect(tab.page.locator(".alert-info")).to_contain_text("Eksemplets svar er ikke ændret.")
    tab.press("Vis, hvad der ville ske")
    assert tab.page.locator(".kk-moves > li").count() >= 3
    assert tab.page.locator("form[method=post]").count() == 0


def test_ticks_that_stand_alone_take_the_others_away_here_too(open_tab: MakeTab, owner: Visitor) -> None:
    owner.answer("hvem", ["borgere", "boern"])
    tab = open_tab()
    tab.go(f"/adgang/{owner.secret}")
    tab.go(owner.at("proev?svar-hvem=borgere"))
    tab.tick("hvem-ingen-mennesker")
    assert not tab.field("hvem-borgere").is_checked()
    tab.press("Vis, hvad der ville ske")
    assert tab.field("hvem-ingen-mennesker").is_checked()
