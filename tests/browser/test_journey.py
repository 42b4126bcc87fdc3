"""The whole way from the start page to the report, wide and narrow, with and without JavaScript."""

import re

import pytest

from tests.browser.conftest import MakeTab
from tests.browser.tab import NARROW, WIDE, Tab
from tests.integration.web.site import example_of
from tests.integration.web.visitor import Visitor
from wizard.core.assessment import Assessment


@pytest.fixture(
    params=[(WIDE, True), (WIDE, False), (NARROW, True), (NARROW, False)],
    ids=["1280", "1280 without script", "320", "320 without script"],
)
def somebody(request: pytest.FixtureRequest, open_tab: MakeTab) -> Tab:
    """A visitor with each kind of browser."""
    width, javascript = request.param
    return open_tab(width=width, javascript=javascript)


def answer_page(tab: Tab, project: Assessment) -> None:
    """Answer the questions that stand on the page."""
    names: list[str] = tab.page.evaluate("[...document.querySelectorAll('.kk-question')].map(found => found.id)")
    for question in names:
        answer = project.answers.get(question)
        if answer and answer.text:
            tab.field(f"{question}-svar").fill(answer.text)
        for option in answer.options if answer else ():
            tab.tick(f"{question}-{option}")
        if question in project.notes:
            tab.page.locator(f"details:has([id='{question}-note']) > summary").click()
            tab.field(f"{question}-note").fill(project.notes[question])


def test_from_the_start_page_to_the_report(somebody: Tab, project: Visitor) -> None:
    tab, example = somebody, example_of(project.app)
    tab.go("/")
    tab.click("Start")
    tab.page.get_by_label("Projektets navn").fill("Svar på byggesager")
    tab.press("Begynd")
    assert tab.heading == "Gem jeres private link, før I begynder"
    private_link = tab.field("privat-link").input_value()
    home = tab.path.removesuffix("/del")
    tab.click("Jeg har gemt linket")
    tab.click("Begynd med projektprofilen")
    met = []
    while tab.path != f"{home}/svar":
        met.append(tab.path)
        answer_page(tab, example)
        tab.press("Gem og fortsæt")
        assert "Gemt " in tab.page.locator(".kk-saved").inner_text()
    assert len(met) == len(set(met)) > 16
    assert "Ikke besvaret" in tab.page.locator("main").inner_text()
    tab.click("Se resultatet")
    tab.unfold()
    tab.check()
    rate_and_return(tab)
    tab.click("Åbn tjeklisten")
    edit_the_first_point(tab)
    tab.click("Rapport")
    report = tab.page.get_by_role("link", name=re.compile("^PDF ?: Den fulde rapport")).get_attribute("href") or ""
    assert tab.context.request.get(report).body().startswith(b"%PDF-")
    # The link from the beginning opens it all again, in a browser that knows nothing of it.
    tab.context.clear_cookies()
    tab.page.goto(private_link)
    tab.check()
    assert tab.path == home
    assert "Fortsæt, hvor I slap" in tab.page.locator("main").inner_text()


def rate_and_return(tab: Tab) -> None:
    tab.follow(tab.page.get_by_role("link", name=re.compile("^Vurdér")).first)
    challenge = tab.path.rpartition("/")[2]
    tab.tick("tid-oedelaeggende")
    tab.tick("penge-ubetydelig")
    tab.press("Gem vurderingen")
    assert "ødelæggende" in tab.field(challenge).inner_text().lower()


def edit_the_first_point(tab: Tab) -> None:
    point = tab.page.locator("li.kk-point").first
    id_ = point.get_attribute("id") or ""
    point.get_by_role("link", name=re.compile("^Skriv ansvarlig")).click()
    tab.field(f"{id_}-owner").fill("Ida Ærø")
    tab.field(f"{id_}-status").select_option("i-gang")
    tab.check()
    tab.press("Gem punktet", stays=tab.javascript)
    tab.page.locator(f'[id="{id_}"]', has_text="Ida Ærø").wait_for()
    assert tab.path.endswith("/tjekliste")
    tab.check()
