"""A tab in the browser. Whatever goes wrong on a page while it is looked at is kept and told."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Error, Locator, Page, Request, Response

WIDE, NARROW = 1280, 320
HEIGHT = 800

#: What Chromium says on its console about a page that itself is an answer such as 404.
_STATUS_OF_THE_PAGE = re.compile(r"Failed to load resource: the server responded with a status of \d+")

#: What Chromium and htmx say of a request that could not be sent.
_OFFLINE = re.compile(r"ERR_INTERNET_DISCONNECTED|htmx:error: Failed to fetch")


class Tab:
    """A tab with cookies of its own."""

    def __init__(self, browser: Browser, address: str, *, width: int = WIDE, javascript: bool = True) -> None:
        self.address = address
        self.width = width
        self.javascript = javascript
        self.complaints: list[str] = []
        self.context: BrowserContext = browser.new_context(
            base_url=address,
            viewport={"width": width, "height": HEIGHT},
            java_script_enabled=javascript,
            locale="da-DK",
            timezone_id="Europe/Copenhagen",
            reduced_motion="reduce",
        )
        self.context.set_default_timeout(10_000)
        self.page: Page = self.context.new_page()
        # Listened to and not intercepted, which would turn the browser's cache off. Chromium knows no other host, see
        # `tests.browser.live`.
        self.page.on("request", self._note_request)
        self.page.on("console", self._hear)
        self.page.on("pageerror", self._note_error)
        self.page.on("response", self._look)
        self.page.on("requestfailed", self._note_failure)

    def close(self) -> None:
        self.context.close()

    # ---- what goes wrong

    def _note_request(self, request: Request) -> None:
        if not request.url.startswith(f"{self.address}/"):
            self.complaints.append(f"asks another host at {self.path}: {request.url}")

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not _STATUS_OF_THE_PAGE.match(message.text):
            self.complaints.append(f"console at {self.path}: {message.text}")

    def _note_error(self, error: Error) -> None:
        self.complaints.append(f"script at {self.path}: {error}")

    def _look(self, response: Response) -> None:
        if response.status >= 400 and response.request.resource_type not in ("document", "fetch", "xhr"):
            self.complaints.append(f"{response.status}: {response.url}")

    def _note_failure(self, request: Request) -> None:
        # A page that is left stops what it was fetching.
        if request.failure and "ERR_ABORTED" not in request.failure:
            self.complaints.append(f"{request.failure}: {request.url}")

    def check(self) -> None:
        """Fail where anything has gone wrong on the pages so far, or where this one can be scrolled sideways."""
        assert self.complaints == []
        widths = self.page.evaluate("[document.documentElement.scrollWidth, document.body.scrollWidth]")
        assert max(widths) <= self.width, f"{self.path} is {max(widths)} px wide in a window of {self.width}"

    def resize(self, width: int) -> None:
        """Make the window this wide."""
        self.width = width
        self.page.set_viewport_size({"width": width, "height": HEIGHT})

    def lose_connection(self) -> None:
        """Be without a network from now on."""
        self.context.set_offline(True)

    def find_connection(self) -> None:
        """Have a network again, and forget what went wrong without it."""
        self.context.set_offline(False)
        lost = [complaint for complaint in self.complaints if _OFFLINE.search(complaint)]
        assert lost
        self.complaints = [complaint for complaint in self.complaints if complaint not in lost]

    # ---- where it is and where it goes

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    def go(self, path: str) -> None:
        """Open an address on this site."""
        self.page.goto(path)
        self.check()

    def follow(self, found: Locator) -> None:
        """Press what leads to another page, and look at that."""
        with self.page.expect_navigation():
            found.click()
        self.check()

    def click(self, name: str) -> None:
        """Follow the link with exactly this name."""
        self.follow(self.page.get_by_role("link", name=name, exact=True).first)

    def press(self, name: str, *, stays: bool = False) -> None:
        """Press the button with exactly this name; `stays` where something is done on the page that it stands on."""
        button = self.page.get_by_role("button", name=name, exact=True).first
        if stays:
            button.click()
            self.check()
        else:
            self.follow(button)

    @property
    def heading(self) -> str:
        return self.page.locator("h1").inner_text()

    def field(self, id_: str) -> Locator:
        return self.page.locator(f'[id="{id_}"]')

    def tick(self, id_: str) -> None:
        """Choose an option by pressing its words, as one does: the button itself is drawn by the stylesheet."""
        self.page.locator(f'label[for="{id_}"]').click()

    def stay(self) -> list[str]:
        """Stay on the page whenever the browser asks whether to leave it; gives what it asks, as it comes."""
        asked: list[str] = []

        def dismiss(dialog: Dialog) -> None:
            asked.append(dialog.type)
            dialog.dismiss()

        self.page.on("dialog", dismiss)
        return asked

    def unfold(self) -> None:
        """Open everything that is folded."""
        self.page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")

    @property
    def focused(self) -> str:
        """The id of what has the focus."""
        found: str = self.page.evaluate("document.activeElement?.id ?? ''")
        return found

    def picture(self, path: Path, *, whole: bool = False) -> None:
        self.page.screenshot(path=path, full_page=whole)
