"""One risk of a project, the answers that would lower it, and a goal set for it."""

from tests.integration.web.page import Page, text_of
from tests.integration.web.visitor import Visitor

LOWER = "saenk-risikoen"
RISK = f"{LOWER}/gdpr-dataformaal"
QUESTION = "formaal-forenelighed"
GOAL = f"maal/{QUESTION}"
POINT = f"maal-{QUESTION}"
BEST, AS_GOOD = "Ja, til samme formål", "Nej, men vores jurist har skrevet, at vi må bruge dem"


def adopt(visitor: Visitor, answer: str = "ja", *, status: int = 302) -> Page:
    return visitor.submit(visitor.get(visitor.at(RISK)), {"svar": answer}, action=visitor.at(GOAL), status=status)


def points(page: Page) -> list[str]:
    return [point.get("id", "") for point in page.all("li", class_="kk-point")]


def moved(page: Page) -> list[str]:
    return [text_of(item) for moves in page.all("ul", class_="kk-moves") for item in moves]
