"""Where a state of a page is brought about."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator

from tests.browser.tab import Tab
from tests.integration.web.visitor import Visitor
from wizard.services.access import Role

#: A point on the checklist of whoever does not know what organisation they are.
POINT = "find-ud-af-organisation"


@dataclass(frozen=True)
class Stage:
    """What a state is made with: a tab that holds an owner's link, and the project in it."""

    tab: Tab
    owner: Visitor
    monkeypatch: pytest.MonkeyPatch

    def open(self, path: str) -> None:
        self.tab.page.goto(self.owner.at(path) if path else self.owner.home)

    def send(self, name: str) -> None:
        """Press a button. What comes of it has to be waited for by something that only that has."""
        self.tab.page.get_by_role("button", name=name, exact=True).first.click()

    def meets(self, heading: str) -> None:
        """Wait for a page by its heading."""
        self._wait_for(self.tab.page.get_by_role("heading", name=heading, level=1))

    def shows(self, selector: str) -> None:
        """Wait for a page, or a piece of one, by something on it."""
        self._wait_for(self.tab.page.locator(selector))

    def _wait_for(self, found: Locator) -> None:
        found.wait_for()
        # Now that the page is the new one, for its stylesheets and scripts too.
        self.tab.page.wait_for_load_state()

    def colleague(self) -> Visitor:
        return self.owner.invite(Role.CONTRIBUTOR)
