"""What has to hold for every address that there is, also for one that is made tomorrow."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.routing import Rule

from tests.integration.web.site import address_of, assessment_places, content_of, open_places, rows_of, watching
from tests.integration.web.visitor import Visitor
from tests.integration.web.walk import walk
from wizard.web.access import TABLE, Need

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
#: What a file that is sent may end in.
_FILE_END = re.compile(r"\.<any\([a-z, ]+\):ending>$")
_FROM_FLASK = {"HEAD", "OPTIONS"}


def rules(app: Flask) -> list[Rule]:
    return list(app.url_map.iter_rules())


def doors(app: Flask) -> Iterator[tuple[str, str]]:
    """Give every endpoint with each method that its addresses take."""
    for rule in rules(app):
        for method in (rule.methods or set()) - _FROM_FLASK:
            yield rule.endpoint, method


def private_doors(app: Flask) -> list[tuple[str, str]]:
    arguments = {rule.endpoint: rule.arguments for rule in rules(app)}
    return [(endpoint, method) for endpoint, method in doors(app) if "assessment_id" in arguments[endpoint]]


def test_every_address_says_who_may_use_it_and_nothing_else_is_in_the_table(site: Flask) -> None:
    assert set(doors(site)) == set(TABLE)


def test_what_is_about_an_assessment_needs_a_link_and_nothing_else_does(site: Flask) -> None:
    private = set(private_doors(site))
    for door, need in TABLE.items():
        assert (need is not Need.NOTHING) == (door in private), door


def test_what_changes_an_assessment_needs_more_than_to_read(site: Flask) -> None:
    for endpoint, method in private_doors(site):
        assert method == "GET" or TABLE[endpoint, method] in (Need.WRITE, Need.SHARE), endpoint


def test_an_address_takes_forms_or_is_fetched_and_nothing_else(site: Flask) -> None:
    assert {method for _, method in doors(site)} == {"GET", "POST"}


def test_every_address_is_kebab_case(site: Flask) -> None:
    for rule in rules(site):
        parts = [part for part in _FILE_END.sub("", rule.rule).split("/") if part and not part.startswith("<")]
        assert [part for part in parts if not KEBAB.fullmatch(part)] == [], rule.rule
        assert not rule.rule.endswith("/") or rule.rule == "/", rule.rule


def test_every_name_in_an_address_is_kebab_case(site: Flask) -> None:
    content = content_of(site)
    names = [*content.questionnaire.section_by_id, *(name for ref in content.library.holdings for name in ref)]
    assert [name for name in names if not KEBAB.fullmatch(name)] == []


def test_no_page_changes_the_database_by_being_fetched(site: Flask, owner: Visitor) -> None:
    walk(owner)
    content, challenge = content_of(site), next(iter(content_of(site).challenges))
    item = owner.get(owner.at("tjekliste")).all("li", class_="kk-point")[0].get("id", "")
    places = open_places(content) + assessment_places(content, owner.assessment, item, challenge)
    addresses = [place.address for place in places]
    addresses += [owner.at("rapport.pdf"), "/eksempel", "/eksempel/rapport.pdf", "/static/ki-klar.css"]
    addresses += ["/bibliotek/raad", "/bibliotek/raad/data"]
    addresses += [f"/adgang/{owner.secret}", "/adgang/findes-ikke", "/findes-ikke", owner.at("findes-ikke")]
    tried = {
        site.url_map.bind("").match(address.partition("?")[0])[0]
        for address in addresses
        if "findes-ikke" not in address
    }
    assert tried == {endpoint for endpoint, method in TABLE if method == "GET"}
    stored = rows_of(site, owner.assessment)
    with watching(site) as traffic:
        for address in addresses:
            owner.get(address, status=Visitor.ANY)
            owner.client.head(address, buffered=True)
            owner.client.options(address)
    assert traffic.commits == 0
    assert [statement for statement in traffic.statements if not statement.startswith("SELECT")] == []
    assert rows_of(site, owner.assessment) == stored


def test_every_form_is_refused_without_its_token(site: Flask, owner: Visitor) -> None:
    stored = rows_of(site, owner.assessment)
    for endpoint, method in doors(site):
        if method == "POST":
            owner.post(address_of(site, endpoint, owner.assessment), {}, status=400)
    assert rows_of(site, owner.assessment) == stored


@pytest.mark.parametrize("who", ["nobody", "a neighbour"])
def test_every_private_address_is_closed_to(site: Flask, owner: Visitor, who: str) -> None:
    visitor = Visitor(site) if who == "nobody" else Visitor(site).start("Naboens")
    token = {"csrf_token": visitor.token()}
    for endpoint, method in private_doors(site):
        address = address_of(site, endpoint, owner.assessment)
        page = visitor.get(address, status=403) if method == "GET" else visitor.post(address, token, status=403)
        assert "Kø på jobcentret" not in page.html, endpoint
        # Nor does a method that tells what an address takes tell anything else.
        assert visitor.client.head(address).status_code in (403, 404, 405), endpoint
    owner.get(owner.home)


def test_an_address_that_is_forgotten_in_the_table_is_closed(site: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(TABLE, ("start.about", "GET"))
    Visitor(site).get("/om", status=404)
