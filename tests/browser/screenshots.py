"""Pictures of the main pages for the documents: `make screenshots` writes them to docs/screenshots/.

They show the finished example and a project that answers as it does, saved at one and the same moment, so that the
pictures change only when the pages do.
"""

import io
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from pypdfium2 import PdfDocument
from sqlalchemy import text

from tests.browser.live import CHROMIUM_ARGUMENTS, find_chromium, serve
from tests.browser.tab import NARROW, WIDE, Tab
from tests.integration.web.site import ROOT, close_site, engine_of, make_site
from tests.integration.web.visitor import Visitor
from tests.integration.web.walk import walk

FOLDER = ROOT / "docs" / "screenshots"
_SAVED_AT = "2026-11-23 13:32:00.000000"
_COLOURS = 128


@dataclass(frozen=True)
class Picture:
    """A page, and how much of it is shown: so many pixels from the top, at both widths."""

    name: str
    address: Callable[[Visitor], str]
    wide: int = 900
    narrow: int = 900


PICTURES = (
    Picture("start", lambda _: "/", wide=860),
    Picture("tasks", lambda visitor: visitor.home, wide=860),
    Picture("questions", lambda visitor: visitor.page_of("oplysningspligt"), wide=1100),
    Picture("result", lambda _: "/eksempel/resultat", wide=1500, narrow=1100),
    Picture("checklist", lambda visitor: visitor.at("tjekliste")),
    Picture("report", lambda visitor: visitor.at("rapport"), wide=1250, narrow=1100),
    Picture("lower", lambda _: "/eksempel/saenk-risikoen", wide=1150, narrow=1100),
    Picture("search", lambda _: "/bibliotek?soeg=konsekvensanalyse", wide=1100),
    Picture("case", lambda _: "/bibliotek/cases/case-gdpr-dataformaal-norddjurs", wide=1000),
)


def make_project(visitor: Visitor) -> None:
    """Make the project that is shown."""
    visitor.start("Svar på byggesager")
    walk(visitor)
    points = visitor.get(visitor.at("tjekliste")).all("li", class_="kk-point")
    address = visitor.at(f"tjekliste/{points[0].get('id')}")
    visitor.submit(visitor.get(address), {"owner": "Juristen", "deadline": "2027-01-15", "status": "i-gang"})
    with engine_of(visitor.app).begin() as connection:
        connection.execute(text("UPDATE assessment SET updated_at = :at"), {"at": _SAVED_AT})


def take(browser: Browser, address: str, visitor: Visitor, folder: Path) -> None:
    """Write every picture to a folder."""
    for width in (WIDE, NARROW):
        tab = Tab(browser, address, width=width)
        tab.go(f"/adgang/{visitor.secret}")
        for picture in PICTURES:
            height = picture.wide if width == WIDE else picture.narrow
            tab.page.set_viewport_size({"width": width, "height": height})
            tab.go(picture.address(visitor))
            tab.page.evaluate("document.fonts.ready")
            write(tab.page.screenshot(), folder / f"{picture.name}-{width}.png")
        tab.close()


def show_report(visitor: Visitor, folder: Path) -> None:
    """Write a picture of the example's report for the steering group, both pages side by side."""
    raw = visitor.get("/eksempel/rapport.pdf?udgave=styregruppe").response.data
    pages = [page.render(scale=1.2).to_pil() for page in PdfDocument(raw)]
    sheet = Image.new("RGB", (sum(page.width for page in pages), pages[0].height))
    for place, page in enumerate(pages):
        sheet.paste(page, (place * page.width, 0))
    save(sheet, folder / "report-steering.png")


def write(png: bytes, path: Path) -> None:
    """Write a picture of a page."""
    with Image.open(io.BytesIO(png)) as picture:
        save(picture.convert("RGB"), path)


def save(picture: Image.Image, path: Path) -> None:
    """Save a picture with few colours, which is all that a page has."""
    picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def main() -> int:
    """Take the pictures; gives the exit status."""
    chromium = find_chromium()
    if chromium is None:
        print("Chromium is not here (Debian: apt-get install chromium)", file=sys.stderr)  # noqa: T201 - a command
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as instance, serve(app := make_site(Path(instance))) as address:
        visitor = Visitor(app)
        make_project(visitor)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM_ARGUMENTS))
            take(browser, address, visitor, FOLDER)
            browser.close()
        show_report(visitor, FOLDER)
        close_site(app)
    return 0


if __name__ == "__main__":
    sys.exit(main())
