"""A form that was forged, that is too old, or that comes without its token: nothing is saved, nothing typed is lost."""

import pytest

from tests.integration.web.page import Page, Values
from tests.integration.web.site import address_of, rows_of
from tests.integration.web.visitor import HTMX, Visitor
from tests.integration.web.walk import walk
from wizard.web.access import TABLE, Need

BAD_REQUEST = 400
POSTS = [endpoint for endpoint, method in TABLE if method == "POST"]


@pytest.fixture(params=["absent", "empty", "forged", "another's", "cut"])
def tokens(request: pytest.FixtureRequest, owner: Visitor) -> Values:
    """What a form sends for a token, when it is not the right one."""
    mine = owner.token()
    return {
        "absent": {},
        "empty": {"csrf_token": ""},
        "forged": {"csrf_token": "IjEyMyI.aaaa.bbbb"},
        # Also what is left when a cookie has run out and another has been given.
        "another's": {"csrf_token": Visitor(owner.app).token()},
        "cut": {"csrf_token": mine[:-1]},
    }[request.param]


@pytest.mark.parametrize("endpoint", POSTS)
def test_nothing_is_taken_without_the_right_token(owner: Visitor, tokens: Values, endpoint: str) -> None:
    before, links = rows_of(owner.app, owner.assessment), owner.secrets
    page = owner.post(address_of(owner.app, endpoint, owner.assessment), tokens, status=BAD_REQUEST)
    assert "for gammel" in page.text
    assert rows_of(owner.app, owner.assessment) == before
    assert owner.secrets == links


@pytest.mark.parametrize("endpoint", [endpoint for endpoint in POSTS if TABLE[endpoint, "POST"] is not Need.NOTHING])
def test_a_visitor_without_a_link_is_not_let_in_by_a_wrong_token(
    visitor: Visitor, owner: Visitor, endpoint: str
) -> None:
    visitor.post(address_of(owner.app, endpoint, owner.assessment), {}, status=403)


def test_a_page_of_questions_shows_what_was_typed_and_can_be_sent_again(owner: Visitor, tokens: Values) -> None:
    page = owner.get(owner.page_of("loesning"))
    typed = {
        "svar-loesning": ["sortere", "skrive"],
        "svar-sektor": "andet",
        "note-sektor": "første linje\r\n<b>anden</b>",
        "csrf_token": [],
    }
    again = owner.submit(page, {**typed, **tokens}, status=BAD_REQUEST)
    assert again.title.startswith("Fejl:")
    assert "Det, I skrev, står her stadig" in again.alerts
    values = again.form().values
    assert {name: values[name] for name in typed if name != "csrf_token"} == {
        name: value for name, value in typed.items() if name != "csrf_token"
    }
    assert owner.submit(again).status == 302
    assert owner.answer_to("sektor") == ("andet", "første linje\r\n<b>anden</b>")


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "piece"])
def test_a_point_shows_what_was_typed_and_can_be_sent_again(owner: Visitor, headers: dict[str, str]) -> None:
    address = _a_point(owner)
    typed = {"owner": "Ida <3", "deadline": "2027-01-15", "status": "i-gang", "note": "en\r\nto"}
    page = owner.get(address, headers=headers)
    again = owner.submit(page, {**typed, "csrf_token": "forkert"}, action=address, status=BAD_REQUEST, headers=headers)
    assert again.is_piece == bool(headers)
    assert "Det, I skrev, står her stadig" in again.alerts
    values = again.form(address).values
    assert {name: values[name] for name in typed} == typed
    owner.submit(again, action=address)
    assert "Ida <3" in owner.get(owner.at("tjekliste")).text


def _a_point(visitor: Visitor) -> str:
    visitor.answer("organisation", "ved-ikke")
    return visitor.at("tjekliste/find-ud-af-organisation")


def test_the_name_of_a_new_project_is_still_there(visitor: Visitor) -> None:
    page = visitor.get("/selvevaluering/ny")
    again = visitor.submit(page, {"title": "Kø på jobcentret", "csrf_token": "forkert"}, status=BAD_REQUEST)
    assert again.form().values["title"] == "Kø på jobcentret"
    assert visitor.submit(again).status == 302


def test_a_form_that_has_stood_open_for_long_is_still_taken(owner: Visitor) -> None:
    page = owner.get(owner.page_of("organisation"))
    walk(owner)
    assert owner.submit(page, {"videre": "overblik"}, status=Visitor.ANY).status in (302, 409)
    assert owner.app.config["WTF_CSRF_TIME_LIMIT"] is None


def test_a_token_in_a_header_is_no_way_around(visitor: Visitor, owner: Visitor) -> None:
    headers = {"X-CSRFToken": visitor.token()}
    page: Page = owner.post(owner.page_of("organisation"), {}, status=BAD_REQUEST, headers=headers)
    assert "for gammel" in page.text
