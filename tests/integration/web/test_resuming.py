"""Coming back: with the cookie, by the private link, or by pasting it."""

from urllib.parse import quote

import pytest
from sqlalchemy import text

from tests.integration.web.page import text_of
from tests.integration.web.site import engine_of
from tests.integration.web.visitor import Visitor

LOST = "Linket virker ikke"


def test_the_private_link_goes_on_to_an_address_without_the_secret(owner: Visitor) -> None:
    other = Visitor(owner.app)
    opened = other.get(f"/adgang/{owner.secret}", status=302)
    assert opened.to == owner.home
    assert opened.response.headers["Referrer-Policy"] == "no-referrer"
    assert other.follow(opened).heading


@pytest.mark.parametrize(
    "pasted",
    [
        "{link}",
        "  {link}\n",
        "{link}/",
        "{secret}",
        "kiklar.example/adgang/{secret}",
        "HTTP://LOCALHOST/adgang/{secret}",
    ],
)
def test_a_pasted_link_opens_the_assessment(owner: Visitor, pasted: str) -> None:
    other = Visitor(owner.app)
    typed = pasted.format(link=f"http://localhost/adgang/{owner.secret}", secret=owner.secret)
    assert other.submit(other.get("/fortsaet"), {"link": typed}).to == owner.home
    assert other.get(owner.home).status == 200


@pytest.mark.parametrize(
    "pasted",
    ["", "   ", "adgang", "http://localhost/adgang/" + "x" * 32, "<script>alert(1)</script>", "å" * 501],
)
def test_a_wrong_link_stays_in_the_field_with_a_message(visitor: Visitor, pasted: str) -> None:
    again = visitor.submit(visitor.get("/fortsaet"), {"link": pasted}, status=400)
    assert LOST in again.alerts or "Indsæt jeres private link" in again.alerts
    if pasted.strip():
        assert again.form().values["link"] == pasted
    assert again.by_id("link").get("aria-describedby") == "link-hint link-error"
    assert visitor.secrets == {}


@pytest.mark.parametrize("token", ["x", "x" * 32, "x" * 5000, "%00", quote("æøå" * 10), "..", "%ff%fe"])
def test_an_unknown_link_says_so(visitor: Visitor, token: str) -> None:
    page = visitor.get(f"/adgang/{token}", status=404)
    assert LOST in page.alerts or page.heading == "Siden findes ikke"


def test_the_cookie_opens_what_this_browser_has_opened_newest_first(owner: Visitor) -> None:
    first = owner.assessment
    owner.start("Det andet projekt")
    owner.get(f"/selvevaluering/{first}")
    shown = [text_of(item) for item in owner.get("/fortsaet").one("ul", class_="kk-list").findall("li")]
    assert [line.split(" gemt ")[0] for line in shown] == ["Det andet projekt", "Kø på jobcentret"]
    assert owner.home in owner.get("/fortsaet").links


def test_a_browser_without_links_is_asked_for_one(visitor: Visitor) -> None:
    assert not visitor.get("/fortsaet").all("ul", class_="kk-list")


def test_a_browser_holds_so_many_that_its_cookie_still_fits(visitor: Visitor) -> None:
    for number in range(25):
        visitor.start(f"Projekt {number}")
    cookie = visitor.client.get_cookie("ki-klar")
    assert cookie is not None
    assert len(cookie.value) < 4000
    assert next(iter(visitor.secrets)) == str(visitor.assessment)
    assert len(visitor.secrets) == 20


def test_a_cookie_that_is_not_ours_opens_nothing(owner: Visitor) -> None:
    cookie = owner.client.get_cookie("ki-klar")
    assert cookie is not None
    other = Visitor(owner.app)
    other.client.set_cookie("ki-klar", cookie.value[:-3] + "abc")
    other.get(owner.home, status=403)


@pytest.mark.parametrize(
    ("stored", "clock", "day"),
    [
        # Summer: two hours before Greenwich, so past midnight and on the next day.
        ("2026-06-30 22:30:00.000000", "00.30", "1. juli 2026"),
        ("2026-12-31 22:30:00.000000", "23.30", "31. december 2026"),
        # Either side of the night in March when the clock jumps.
        ("2026-03-29 00:59:00.000000", "01.59", "29. marts 2026"),
        ("2026-03-29 01:00:00.000000", "03.00", "29. marts 2026"),
    ],
)
def test_the_time_of_saving_is_shown_in_danish_time(owner: Visitor, stored: str, clock: str, day: str) -> None:
    with engine_of(owner.app).begin() as connection:
        statement = text("UPDATE assessment SET updated_at = :at WHERE id = :id")
        connection.execute(statement, {"at": stored, "id": owner.assessment})
    for path in ("", "/svar", "/resultat", "/tjekliste", "/profil/1", "/del"):
        status = text_of(owner.get(owner.home + path).one("p", class_="kk-saved"))
        assert f"kl. {clock}" in status
        assert day in status
    assert f"gemt {day} kl. {clock}" in owner.get("/fortsaet").text


def test_a_save_is_told_with_its_time(owner: Visitor) -> None:
    with engine_of(owner.app).begin() as connection:
        connection.execute(text("UPDATE assessment SET updated_at = '2020-01-01 00:00:00.000000'"))
    owner.answer("organisation", "kommune")
    assert "2020" not in text_of(owner.get(owner.home).one("p", class_="kk-saved"))


@pytest.mark.parametrize(("address", "is_kept_to_it"), [("http://localhost", False), ("https://localhost", True)])
def test_a_cookie_that_came_over_https_stays_there(owner: Visitor, address: str, is_kept_to_it: bool) -> None:  # noqa: FBT001 - expected values
    response = owner.app.test_client().get(f"/adgang/{owner.secret}", base_url=address)
    assert response.status_code == 302
    assert ("Secure" in response.headers["Set-Cookie"]) is is_kept_to_it
    assert "HttpOnly" in response.headers["Set-Cookie"]


def test_a_cookie_outlives_the_browser_being_closed(owner: Visitor) -> None:
    response = owner.app.test_client().get(f"/adgang/{owner.secret}")
    assert "Expires=" in response.headers["Set-Cookie"]
