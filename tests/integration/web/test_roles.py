"""Who may do what: the role of the link that a browser holds decides, on every request."""

import pytest
from flask import Flask

from tests.integration.web.site import address_of, rows_of
from tests.integration.web.visitor import Visitor
from wizard.services.access import Role
from wizard.web.access import TABLE, Need

FORBIDDEN = 403

POSTS = [
    (endpoint, need) for (endpoint, method), need in TABLE.items() if method == "POST" and need is not Need.NOTHING
]
PAGES = [endpoint for (endpoint, method), need in TABLE.items() if method == "GET" and need is not Need.NOTHING]


@pytest.mark.parametrize(
    ("role", "endpoint"),
    [
        (role, endpoint)
        for role in (Role.READER, Role.CONTRIBUTOR)
        for endpoint, need in POSTS
        if need is not Need.WRITE or not role.can_write
    ],
)
def test_a_link_does_only_what_its_role_may(owner: Visitor, role: Role, endpoint: str) -> None:
    other = owner.invite(role)
    before = rows_of(owner.app, owner.assessment)
    token = {"csrf_token": other.token()}
    page = other.post(address_of(owner.app, endpoint, owner.assessment), token, status=FORBIDDEN)
    assert page.heading == "I har ikke adgang her"
    assert rows_of(owner.app, owner.assessment) == before


def test_a_contributor_answers(owner: Visitor) -> None:
    owner.invite(Role.CONTRIBUTOR).answer("organisation", "kommune")
    assert owner.answer_to("organisation")[0] == "kommune"


def test_a_reader_sees_the_answers_and_no_way_to_change_them(owner: Visitor) -> None:
    owner.answer("organisation", "kommune", note="En note")
    reader = owner.invite(Role.READER)
    page = reader.get(reader.page_of("organisation"))
    assert "Kun læsning" in page.text
    assert page.by_id("organisation-kommune").get("checked") is not None
    assert "En note" in page.text
    assert not page.all("button")
    for path in ("svar", "resultat", "tjekliste", "del"):
        assert not reader.get(reader.at(path)).all("form")


def test_nobody_but_an_owner_sees_who_has_links(owner: Visitor) -> None:
    owner.share(Role.READER, "styregruppen")
    assert "styregruppen" in owner.get(owner.at("del")).text
    assert "styregruppen" not in owner.invite(Role.CONTRIBUTOR).get(owner.at("del")).text


@pytest.mark.parametrize("endpoint", PAGES)
def test_without_a_link_there_is_no_way_in(owner: Visitor, site: Flask, endpoint: str) -> None:
    address = address_of(site, endpoint, owner.assessment)
    stranger, neighbour = Visitor(site), Visitor(site).start()
    for other in (stranger, neighbour):
        # What exists cannot be told from what does not.
        page, nowhere = other.get(address, status=FORBIDDEN), other.get("/selvevaluering/999999", status=FORBIDDEN)
        assert page.html.count(owner.home) == 0
        assert page.title == nowhere.title


@pytest.mark.parametrize("role", list(Role))
def test_a_link_that_is_closed_opens_nothing_from_that_moment(owner: Visitor, role: Role) -> None:
    other = owner.invite(role)
    page = other.get(other.page_of("organisation"))
    links = owner.get(owner.at("del"))
    closing = [form.get("action", "") for form in links.all("form") if form.get("action", "").endswith("/luk")]
    owner.submit(links, action=closing[-1])
    other.get(other.home, status=FORBIDDEN)
    if role.can_write:
        other.submit(page, {"svar-organisation": "kommune"}, status=FORBIDDEN)
    assert owner.answer_to("organisation")[0] is None
    assert Visitor(owner.app).get(f"/adgang/{other.secret}", status=404).title.startswith("Fejl:")
    assert "Lukket" in owner.get(owner.at("del")).text


def test_a_link_of_another_assessment_cannot_be_closed(owner: Visitor, site: Flask) -> None:
    neighbour = Visitor(site).start()
    form = neighbour.get(neighbour.at("del"))
    theirs = next(form.get("action", "") for form in form.all("form") if form.get("action", "").endswith("/luk"))
    link = int(theirs.split("/")[-2])
    owner.post(owner.at(f"del/{link}/luk"), {"csrf_token": owner.token()}, status=404)
    neighbour.get(neighbour.home)


def test_the_last_link_of_an_owner_cannot_be_closed(owner: Visitor) -> None:
    page = owner.get(owner.at("del"))
    closing = next(form.get("action", "") for form in page.all("form") if form.get("action", "").endswith("/luk"))
    again = owner.submit(page, action=closing, status=400)
    assert "Det sidste link med alle rettigheder kan ikke lukkes" in again.alerts
    owner.get(owner.home)


def test_a_browser_keeps_the_link_that_opens_most(owner: Visitor) -> None:
    mine = owner.secret
    for role in (Role.READER, Role.CONTRIBUTOR):
        owner.open(owner.share(role))
        assert owner.secret == mine, role
    helper = owner.invite(Role.CONTRIBUTOR)
    theirs = helper.secret
    helper.open(owner.share(Role.READER))
    assert helper.secret == theirs
    helper.open(mine)
    assert helper.secret == mine


def test_a_closed_link_is_given_up_for_one_that_opens_less(owner: Visitor) -> None:
    other = owner.invite(Role.CONTRIBUTOR)
    links = owner.get(owner.at("del"))
    closing = [form.get("action", "") for form in links.all("form") if form.get("action", "").endswith("/luk")]
    owner.submit(links, action=closing[-1])
    other.open(owner.share(Role.READER))
    assert "Kun læsning" in other.get(other.home).text
