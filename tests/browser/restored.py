"""The states on the way from a report to an assessment."""

from playwright.sync_api import FilePayload

from tests.browser.stage import Stage
from tests.integration.web.visitor import Visitor
from wizard.security import MAX_REQUEST


def show_wrong_report(stage: Stage) -> None:
    _send(stage, b"%PDF-1.7")
    stage.shows("#fejl")


def show_large_report(stage: Stage) -> None:
    _send(stage, b" " * (MAX_REQUEST + 1))
    stage.meets("Det var for meget på én gang")


def show_nothing_lost(stage: Stage) -> None:
    whole = Visitor(stage.owner.app).restore(b'{"answers": {"organisation": "kommune"}}', "svar.json")
    stage.tab.page.goto(f"/adgang/{whole.secret}")
    stage.tab.page.goto(whole.at("hentet"))


def _send(stage: Stage, raw: bytes) -> None:
    file: FilePayload = {"name": "rapport.pdf", "mimeType": "application/pdf", "buffer": raw}
    stage.tab.page.goto("/fortsaet/rapport")
    stage.tab.field("report").set_input_files(file)
    stage.send("Hent svarene")
