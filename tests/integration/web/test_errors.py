"""Pages for what goes wrong: in Danish, with a way on, the right status, and nothing of the inside."""

import logging
from collections.abc import Callable

import pytest
from flask import Flask

from tests.integration.web.page import Page
from tests.integration.web.visitor import HTMX, Visitor
from tests.integration.web.walk import walk
from wizard.security import MAX_REQUEST

FAULT = 500
#: Words that would say something about how it is made.
INSIDE = ("Traceback", 'File "', "Error", "Exception", "flask", "werkzeug", "sqlalchemy", "/wizard/", "Not Found")


def is_a_page_with_a_way_on(page: Page) -> bool:
    """Tell whether an error page leads on and keeps the inside to itself."""
    assert not [word for word in INSIDE if word in page.html]
    way_on = [button.get("href") for button in page.one("main").iter("a")]
    return bool(way_on)


@pytest.mark.parametrize(
    "address",
    [
        "/findes-ikke",
        "/selvevaluering",
        "/om/",
        "/bibliotek/raad/findes-ikke",
        "/bibliotek/findes-ikke/data",
        "/bibliotek/cases/../../run.py",
        "/bibliotek/_entry/data",
        "/static/findes-ikke.css",
        "/static/../app.py",
        "/static/%2e%2e/config.py",
        "/selvevaluering/abc",
        "/selvevaluering/-1",
        "/selvevaluering/" + "9" * 5000,
        "/%00",
        "/%ff",
        "/<script>alert(1)</script>",
    ],
)
def test_what_does_not_exist_says_so(visitor: Visitor, address: str) -> None:
    page = visitor.get(address, status=404)
    assert page.heading == "Siden findes ikke"
    assert is_a_page_with_a_way_on(page)
    assert "<script>alert" not in page.html


@pytest.mark.parametrize(
    "path",
    [
        "profil/0",
        "profil/99",
        "profil/" + "9" * 40,
        "findes-ikke/1",
        "profil/x",
        "konsekvens/findes-ikke",
        "tjekliste/findes-ikke",
        "tjekliste/find-ud-af-findes-ikke",
        "findes-ikke",
        "%00",
    ],
)
def test_what_an_assessment_does_not_have_says_so(owner: Visitor, path: str) -> None:
    assert is_a_page_with_a_way_on(owner.get(owner.at(path), status=404))


@pytest.mark.parametrize("path", ["profil/99", "findes-ikke/1", "konsekvens/findes-ikke", "tjekliste/x", "del/999/luk"])
def test_what_does_not_exist_cannot_be_changed(owner: Visitor, path: str) -> None:
    owner.post(owner.at(path), {"csrf_token": owner.token(), "version": "0", "status": "aaben"}, status=404)


@pytest.mark.parametrize("path", ["navn", "del/1/luk"])
def test_an_address_that_only_takes_forms_says_so(owner: Visitor, path: str) -> None:
    page = owner.get(owner.at(path), status=405)
    assert page.heading == "Det kan siden ikke"
    assert is_a_page_with_a_way_on(page)
    assert "POST" in page.response.headers["Allow"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "FINDES-IKKE"])
def test_a_page_that_takes_no_forms_says_so(visitor: Visitor, method: str) -> None:
    page = Page("/om", visitor.client.open("/om", method=method))
    assert (page.status, page.heading) == (405, "Det kan siden ikke")


def test_what_is_closed_says_so(visitor: Visitor) -> None:
    page = visitor.get("/selvevaluering/1", status=403)
    assert is_a_page_with_a_way_on(page)
    assert "/fortsaet" in page.links


def test_too_much_at_once_says_so(owner: Visitor) -> None:
    page = owner.get(owner.page_of("organisation"))
    too_much = owner.submit(page, {"note-organisation": "x" * (MAX_REQUEST + 1)}, status=413)
    assert too_much.heading == "Det var for meget på én gang"
    assert is_a_page_with_a_way_on(too_much)
    assert owner.answer_to("organisation") == (None, "")


def test_too_much_in_parts_says_so(owner: Visitor) -> None:
    head = b'--granse\r\nContent-Disposition: form-data; name="note-organisation"\r\n\r\n'
    body = head + b"x" * (MAX_REQUEST + 1) + b"\r\n--granse--\r\n"
    kind = "multipart/form-data; boundary=granse"
    response = owner.client.post(owner.page_of("organisation"), data=body, content_type=kind, buffered=True)
    assert Page(owner.page_of("organisation"), response).status == 413


def test_a_body_that_is_no_form_is_refused(owner: Visitor) -> None:
    for kind, body in {"application/json": b"{}", "multipart/form-data": b"x", "text/plain": b"\xff\xfe"}.items():
        response = owner.client.post(owner.page_of("organisation"), data=body, content_type=kind)
        assert response.status_code == 400


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Make a function of the app fail with a message."""

    def break_it(name: str, message: str) -> None:
        def fail(*_arguments: object, **_options: object) -> None:
            raise RuntimeError(message)

        monkeypatch.setattr(f"wizard.web.{name}", fail)

    return break_it


def test_a_fault_is_a_page_and_a_line_in_the_log(
    visitor: Visitor, broken: Callable[[str, str], None], caplog: pytest.LogCaptureFixture
) -> None:
    broken("start.views.find_accesses", "den indre årsag")
    page = visitor.get("/fortsaet", status=FAULT)
    assert page.heading == "Noget gik galt hos os"
    assert "den indre årsag" not in page.html
    assert is_a_page_with_a_way_on(page)
    [record] = caplog.records
    assert (record.levelno, record.name) == (logging.ERROR, "wizard")
    assert "den indre årsag" in caplog.text


def test_no_secret_gets_into_the_log(
    site: Flask, owner: Visitor, broken: Callable[[str, str], None], caplog: pytest.LogCaptureFixture
) -> None:
    secret = owner.secret
    broken("start.views.find_access", f"could not open http://localhost/adgang/{secret}?x=1 nor /adgang/{secret}")
    with caplog.at_level(logging.DEBUG):
        Visitor(site).get(f"/adgang/{secret}", status=FAULT)
        site.logger.warning("looked at %s", f"/adgang/{secret}")
        site.logger.warning("looked at /adgang/%s", secret)
    assert len(caplog.records) == 3
    assert "/adgang/…" in caplog.text
    assert secret not in caplog.text
    assert secret[:8] not in caplog.text


def test_a_fault_while_saving_saves_nothing(
    owner: Visitor, broken: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = owner.get(owner.page_of("organisation"))
    broken("assess.views.save_answers", "væk")
    owner.submit(page, {"svar-organisation": "kommune"}, status=FAULT)
    monkeypatch.undo()
    assert owner.answer_to("organisation")[0] is None


def test_a_fault_in_a_piece_is_told_where_the_reader_is(owner: Visitor, broken: Callable[[str, str], None]) -> None:
    walk(owner)
    address = owner.at("tjekliste/find-ud-af-skaevt-mellem-grupper")
    page = owner.get(address, headers=HTMX)
    broken("result.views.save_point", "væk")
    fault = owner.submit(page, {"owner": "Ida"}, action=address, status=FAULT, headers=HTMX)
    # A whole page in the middle of a list would be no page: htmx puts its middle in place of the page's.
    place = fault.response.headers["HX-Retarget"]
    assert fault.by_id(place.removeprefix("#")).tag == "main"
    assert fault.response.headers["HX-Reselect"] == place
