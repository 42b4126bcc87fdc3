"""By keyboard alone: everything can be reached, one sees where one is, and errors are where one begins."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import MakeTab
from tests.browser.stage import Stage
from tests.browser.states import show_conflict, show_long_note, show_missing_title
from tests.browser.tab import NARROW, WIDE, Tab
from tests.integration.web.visitor import Visitor
from tests.integration.web.walk import walk

#: Whether what has the focus looks as if it has: an outline on it, on its label, or on what the label draws. The parts
#: of a date are outlined by the browser.
_SHOWS_FOCUS = """() => {
  const found = document.activeElement;
  if (!found || found === document.body) return false;
  if (found.type === "date") return true;
  const parts = [found, ...(found.labels ?? [])];
  const styles = parts.flatMap(part => [null, "::before", "::after"].map(pseudo => getComputedStyle(part, pseudo)));
  return styles.some(style =>
    (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) );
}"""
_IS_IN_SIGHT = """() => {
  const parts = [document.activeElement, ...(document.activeElement.labels ?? [])];
  return parts.some(part => {
    const {top, bottom, left, right, width, height} = part.getBoundingClientRect();
    return width > 1 && height > 1 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  });
}"""
_WORDS = "() => (document.activeElement.innerText || document.activeElement.value || '').trim().replace(/\\s+/g, ' ')"


class Keyboard:
    """Hands that have only a keyboard."""

    def __init__(self, tab: Tab) -> None:
        self.tab = tab

    def press(self, *keys: str) -> None:
        for key in keys:
            self.tab.page.keyboard.press(key)

    def step(self) -> None:
        """Go to the next thing, which has to show that it is there."""
        self.press("Tab")
        assert self.tab.page.evaluate(_SHOWS_FOCUS), f"no focus to be seen at {self.tab.path}: {self.words!r}"
        assert self.tab.page.evaluate(_IS_IN_SIGHT), f"out of sight at {self.tab.path}: {self.words!r}"

    @property
    def words(self) -> str:
        found: str = self.tab.page.evaluate(_WORDS)
        return found

    def go_to(self, *, words: str = "", id_: str = "") -> None:
        """Step until something with these words or this id has the focus."""
        for _ in range(150):
            self.step()
            if (words and self.words == words) or (id_ and self.tab.focused == id_):
                return
        pytest.fail(f"{words or id_} cannot be reached at {self.tab.path}")

    def enter(self, *, leads_to: str) -> None:
        """Press Enter on a link or a button, and wait for the page that it leads to."""
        with self.tab.page.expect_navigation(url=f"**{leads_to}"):
            self.press("Enter")
        self.tab.check()


@pytest.fixture(params=[WIDE, NARROW])
def tab(request: pytest.FixtureRequest, open_tab: MakeTab) -> Tab:
    width: int = request.param
    return open_tab(width=width)


@pytest.fixture
def keyboard(tab: Tab) -> Keyboard:
    return Keyboard(tab)


def test_the_first_thing_on_a_page_leads_past_the_menu(tab: Tab, keyboard: Keyboard) -> None:
    tab.go("/")
    keyboard.step()
    assert keyboard.words == "Gå til sidens indhold"
    keyboard.press("Enter")
    expect(tab.field("indhold")).to_be_focused()
    keyboard.step()
    assert keyboard.words == "Start"


def test_from_the_start_to_a_result(tab: Tab, keyboard: Keyboard) -> None:
    tab.go("/")
    keyboard.go_to(words="Start")
    keyboard.enter(leads_to="/selvevaluering/ny")
    keyboard.go_to(id_="title")
    tab.page.keyboard.type("Kø på jobcentret")
    keyboard.enter(leads_to="/del?ny=1")
    keyboard.go_to(words="Jeg har gemt linket")
    keyboard.enter(leads_to="/selvevaluering/*")
    keyboard.go_to(words="Begynd med projektprofilen")
    keyboard.enter(leads_to="/profil/1")
    keyboard.go_to(id_="beskrivelse-svar")
    tab.page.keyboard.type("Fordele mails i jobcentret")
    # The first of a group is reached by Tab, the others by arrows.
    keyboard.go_to(id_="organisation-kommune")
    keyboard.press("Space", "ArrowDown", "ArrowDown")
    assert tab.field("organisation-stat").is_checked()
    # Enter in a field saves and goes on; here it is the button.
    keyboard.go_to(words="Gem og fortsæt")
    keyboard.enter(leads_to="/profil/2")
    keyboard.go_to(id_="loesning-sortere")
    keyboard.press("Space")
    assert tab.field("loesning-sortere").is_checked()
    keyboard.go_to(words="Gem og gå tilbage")
    keyboard.enter(leads_to="/profil/1")
    assert tab.field("beskrivelse-svar").input_value() == "Fordele mails i jobcentret"
    assert tab.field("organisation-stat").is_checked()
    keyboard.go_to(words="Resultat")
    keyboard.enter(leads_to="/resultat")
    keyboard.go_to(words="Hent rapporten")
    keyboard.enter(leads_to="/rapport")


def test_enter_in_a_field_saves_and_goes_on(tab: Tab, keyboard: Keyboard, owner: Visitor) -> None:
    # The first button of the page takes an answer away; Enter must not press that one.
    owner.answer("organisation", "kommune")
    tab.go(f"/adgang/{owner.secret}")
    tab.go(owner.at("profil/1"))
    keyboard.go_to(id_="organisation-kommune")
    keyboard.press("ArrowDown")
    keyboard.enter(leads_to="/profil/2")
    assert owner.answer_to("organisation")[0] == "region"


def test_what_is_folded_opens_with_the_keyboard(tab: Tab, keyboard: Keyboard, project: Visitor) -> None:
    tab.go(f"/adgang/{project.secret}")
    tab.go(project.at("profil/1"))
    keyboard.go_to(words="Jeres note til: Hvilken slags organisation står for projektet?")
    keyboard.press("Enter")
    keyboard.step()
    expect(tab.field("organisation-note")).to_be_focused()


def test_a_page_that_comes_back_with_a_message_begins_at_the_message(
    tab: Tab, keyboard: Keyboard, owner: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = Stage(tab, owner, monkeypatch)
    tab.go(f"/adgang/{owner.secret}")
    for show, field in (
        (show_missing_title, "title"),
        (show_long_note, "organisation-note"),
        (show_conflict, "organisation-deres"),
    ):
        show(stage)
        expect(tab.field("fejl")).to_be_focused()
        keyboard.step()
        keyboard.press("Enter")
        expect(tab.field(field)).to_be_focused()
        assert tab.page.evaluate(_IS_IN_SIGHT)
        assert tab.page.title().startswith("Fejl:")


def test_a_point_of_the_checklist_is_edited_with_the_keyboard(tab: Tab, keyboard: Keyboard, owner: Visitor) -> None:
    walk(owner)
    tab.go(f"/adgang/{owner.secret}")
    tab.go(owner.at("tjekliste"))
    point = tab.page.locator("li.kk-point").first
    id_ = point.get_attribute("id") or ""
    edit = point.locator("a[hx-get]")
    edit.focus()
    keyboard.press("Enter")
    # One goes on where the piece was put, and not at the top of the page.
    expect(tab.field(f"{id_}-owner")).to_be_focused()
    tab.page.keyboard.type("Ida")
    keyboard.go_to(words="Gem punktet")
    keyboard.press("Enter")
    expect(tab.field(id_)).to_contain_text("Ida")
    expect(tab.field(id_).locator(":focus")).to_have_count(1)


def test_a_picture_that_is_wider_than_its_place_says_so_and_is_moved_by_keys(tab: Tab, keyboard: Keyboard) -> None:
    tab.go("/eksempel/resultat")
    for name in ("Billede af de syv områder", "Billede af risikoen"):
        place = tab.page.get_by_role("region", name=name)
        hint = tab.page.locator("figure", has=place).get_by_text("Rul til siden")
        is_wider: bool = place.evaluate("place => place.scrollWidth > place.clientWidth")
        assert is_wider == hint.is_visible() == (tab.width == NARROW)
        place.focus()
        keyboard.press(*["ArrowRight"] * 3)
        if is_wider:
            expect(place).not_to_have_js_property("scrollLeft", 0)


@pytest.mark.parametrize("path", ["/eksempel/resultat", "/eksempel/tjekliste", "/eksempel/svar", "/"])
def test_everything_on_a_page_shows_where_one_is(tab: Tab, keyboard: Keyboard, path: str) -> None:
    tab.go(path)
    met = 0
    while True:
        keyboard.press("Tab")
        if tab.page.evaluate("document.activeElement === document.body"):
            break
        met += 1
        assert met < 400
        assert tab.page.evaluate(_SHOWS_FOCUS), keyboard.words
        assert tab.page.evaluate(_IS_IN_SIGHT), keyboard.words
    assert met > 10
