"""axe-core at zero violations of WCAG 2.0-2.2, A and AA, on every page in every state, wide and narrow."""

import pytest

from tests.browser.axe import look
from tests.browser.stage import Stage
from tests.browser.states import STATES, Show, places
from tests.browser.tab import NARROW, WIDE, Tab
from tests.integration.web.visitor import Visitor


def is_accessible(tab: Tab) -> None:
    """Fail with what is wrong on the page as it stands, with everything that is folded open."""
    tab.unfold()
    wrong, advised = look(tab, NARROW, WIDE)
    for line in advised:
        print("advice:", line)  # noqa: T201 - pytest shows it with -rP
    assert wrong == []


def test_every_page_is_accessible(tab: Tab, project: Visitor) -> None:
    tab.go(f"/adgang/{project.secret}")
    for place in places(project):
        tab.go(place.address)
        is_accessible(tab)


@pytest.mark.parametrize("show", [pytest.param(show, id=name) for name, show in STATES.items()])
def test_every_state_is_accessible(tab: Tab, owner: Visitor, monkeypatch: pytest.MonkeyPatch, show: Show) -> None:
    # Enough for a point on the checklist.
    owner.answer("organisation", "ved-ikke")
    tab.page.goto(f"/adgang/{owner.secret}")
    show(Stage(tab, owner, monkeypatch))
    is_accessible(tab)
