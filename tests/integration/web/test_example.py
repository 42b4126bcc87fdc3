"""The finished example is for everybody to see and for nobody to change."""

import pytest

from tests.content.real import CONTENT
from tests.integration.web.page import text_of
from tests.integration.web.visitor import Visitor
from wizard.app import ROOT
from wizard.services.contents import get_example
from wizard.services.summaries import summary_of

TITLES = {case.title for case in CONTENT.cases.values()}
PAGES = ("/eksempel/resultat", "/eksempel/tjekliste", "/eksempel/svar", "/eksempel/rapport")


def test_the_address_of_the_example_goes_to_its_result(visitor: Visitor) -> None:
    assert visitor.get("/eksempel", status=302).to == "/eksempel/resultat"


@pytest.mark.parametrize("address", PAGES)
def test_the_example_has_nothing_to_fill_in(visitor: Visitor, address: str) -> None:
    page = visitor.get(address)
    assert "Eksempel" in page.text
    assert not [
        element for element in page.elements if element.tag in ("form", "input", "textarea", "select", "button")
    ]
    assert not [link for link in page.links if "selvevaluering/" in link and link != "/selvevaluering/ny"]
    assert "hx-" not in page.html


@pytest.mark.parametrize("address", [*PAGES, "/eksempel/rapport.pdf", "/eksempel"])
def test_the_example_takes_nothing(visitor: Visitor, address: str) -> None:
    page = visitor.post(address, {"csrf_token": visitor.token(), "svar-organisation": "region"}, status=405)
    assert page.heading == "Det kan siden ikke"


def test_the_example_is_no_assessment_that_a_link_could_open(visitor: Visitor) -> None:
    visitor.get("/selvevaluering/0", status=403)


def test_the_example_has_a_report(visitor: Visitor) -> None:
    assert visitor.get("/eksempel/rapport.pdf").response.data.startswith(b"%PDF-")


def test_the_pages_of_the_example_lead_to_each_other(visitor: Visitor) -> None:
    for address in PAGES:
        assert set(PAGES) <= set(visitor.get(address).links)


def test_five_cases_are_in_sight_and_the_next_ten_are_folded_in_their_order(visitor: Visitor) -> None:
    page = visitor.get("/eksempel/resultat")
    lists = [[text_of(strong) for strong in each.iter("strong")] for each in page.all("ul", class_="kk-matches")[:2]]
    titles = [[title for title in each if title in TITLES] for each in lists]
    matched = [match.item.title for match in summary_of(CONTENT, get_example(ROOT, CONTENT)).matches.cases]
    assert titles == [matched[:5], matched[5:15]]
    assert "De næste 10 cases" in page.text
