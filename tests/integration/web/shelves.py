"""What a page of the library says, finds and counts."""

from urllib.parse import urlencode

from tests.integration.web.page import Page, text_of
from tests.integration.web.visitor import Visitor

HOSTILE = {
    "ten thousand letters": "x" * 10_000,
    "ten thousand letters in words": "mails " * 1_700,
    "only stop words": "og i at det er for på med",
    "operators": 'NEAR("mails" AND) OR NOT * ^ : - + ~ {} [] ()',
    "open quotes": "\"mails ''' »samtykke",
    "sql": "'; DROP TABLE assessment; --",
    "script": "<script>alert(1)</script>",
    "a template": "{{ 7 * 7 }} {% raw %}",
    "an end of an attribute": '" autofocus onfocus=alert(1) x="',
    "only signs": "!!! ??? ---",
    "what drives a terminal": "mails\x1b[31m\x07",
    "other letters": "データ 𝔪𝔞𝔦𝔩 \u202emails",
    "one letter": "a",
}


def search(visitor: Visitor, **values: str) -> Page:
    return visitor.get(f"/bibliotek?{urlencode(values)}")


def hits(page: Page) -> list[str]:
    """Give the addresses of what is shown, in its order."""
    items = [item for element in page.elements if "kk-hits" in element.get("class", "").split() for item in element]
    return [next(link for link in item.iter("a")).get("href", "") for item in items]


def said(page: Page) -> str:
    """Give what is said of how much there is, which a screen reader is told too."""
    [element] = [element for element in page.elements if element.get("data-tell") is not None]
    return text_of(element)


def marked(page: Page) -> set[str]:
    return {text_of(mark).lower() for mark in page.all("mark")}


def counts(page: Page, name: str) -> dict[str, int]:
    """Give how many each choice of a filter says there are."""
    found = {option.get("value", ""): text_of(option) for option in page.by_id(name).iter("option")}
    return {value: int(label.rpartition("(")[2].rstrip(")")) for value, label in found.items() if value}


def readable(query: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in query)
