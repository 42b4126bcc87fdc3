"""axe-core at zero violations of WCAG 2.0-2.2, A and AA, on every page in every state, wide and narrow."""

import pytest

from tests.browser.axe import look
from tests.browser.conftest import MakeTab
from tests.browser.states import STATES, Show, Stage, places
from tests.browser.tab import NARROW, WIDE, Tab
from tests.integration.web.visitor import Visitor
from tests.integration.web.walk import walk

WIDTHS = pytest.mark.parametrize("width", [WIDE, NARROW])


def is_accessible(tab: Tab) -> None:
    """Fail with what is wrong on the page as it stands, with everything that is folded open."""
    tab.unfold()
    wrong, advised = look(tab)
    for line in advised:
        print("advice:", line)  # noqa: T201 - pytest shows it with -rP
    assert wrong == []
    tab.check()


@WIDTHS
def test_every_page_is_accessible(open_tab: MakeTab, project: Visitor, width: int) -> None:
    tab = open_tab(width=width)
    tab.go(f"/adgang/{project.secret}")
    for place in places(project):
        tab.go(place.address)
        is_accessible(tab)


@pytest.fixture(scope="module")
def changing(project: Visitor) -> Visitor:
    """A project like the other, that states may be made with."""
    visitor = Visitor(project.app).start("Et andet projekt")
    walk(visitor)
    return visitor


@WIDTHS
@pytest.mark.parametrize("show", [pytest.param(show, id=name) for name, show in STATES.items()])
def test_every_state_is_accessible(
    open_tab: MakeTab, changing: Visitor, monkeypatch: pytest.MonkeyPatch, width: int, show: Show
) -> None:
    tab = open_tab(width=width)
    tab.page.goto(f"/adgang/{changing.secret}")
    show(Stage(tab, changing, monkeypatch))
    is_accessible(tab)
