"""From a risk to what would lower it, and trying it."""

from urllib.parse import quote

import pytest

from tests.integration.web.lowering import GOAL, LOWER, QUESTION, RISK, moved
from tests.integration.web.page import text_of
from tests.integration.web.site import rows_of
from tests.integration.web.visitor import Visitor
from tests.integration.web.walk import walk
from wizard.services.access import Role

# ---- what would lower it


def test_the_result_leads_to_what_would_lower_each_grave_risk_and_the_whole(finished: Visitor) -> None:
    page = finished.get(finished.at("resultat"))
    assert "Tre ændringer, der sænker mest" in page.text
    assert finished.at(LOWER) in page.links
    grave = [card.get("id") for card in page.all("details", class_="kk-edge-critical")]
    grave += [card.get("id") for card in page.all("details", class_="kk-edge-high")]
    assert len(grave) > 4
    assert {finished.at(f"{LOWER}/{id_}") for id_ in grave} == {
        link for link in page.links if link.startswith(finished.at(f"{LOWER}/"))
    }


def test_a_risk_says_which_answers_hold_it_up_and_what_each_and_all_would_give(finished: Visitor) -> None:
    page = finished.get(finished.at(f"{LOWER}/gdpr-efterlevelse-generelt"))
    cards = [text_of(card) for card in page.all("li", class_="kk-turncard")]
    assert len(cards) >= 2
    assert all("Jeres svar" in card and "Bedre svar" in card for card in cards)
    assert "Alene sænker det ikke risikoen, fordi andre svar holder den oppe." in page.text
    sides = [text_of(side) for side in page.all("div", class_="kk-side")]
    assert sides[0].startswith("Nu ")
    assert sides[1] == "Bagefter Ikke vist Eksponering: ingen"


def test_a_risk_that_the_answers_do_not_show_has_nothing_to_lower(owner: Visitor) -> None:
    page = owner.get(owner.at(RISK))
    assert "der er ingen risiko at sænke" in page.text
    assert "der er ingen risiko at sænke" in owner.get(owner.at(LOWER)).text
    assert "Der er ingen svar at gøre bedre" in owner.get(owner.at("proev")).text
    assert "så der er ingen svar at gøre bedre" in owner.get(owner.at("proev?om=gdpr-dataformaal")).text


@pytest.mark.parametrize("asked", ["findes-ikke", "%3Cb%3E", "%F0%9F%92%A5", "x" * 2_000])
def test_an_unknown_challenge_is_not_found_and_leads_on(finished: Visitor, asked: str) -> None:
    for page in (
        finished.get(finished.at(f"{LOWER}/{asked}"), status=404),
        finished.get(f"/eksempel/{LOWER}/{asked}", status=404),
        finished.get(finished.at(f"konsekvens/{asked}"), status=404),
    ):
        assert page.heading == "Siden findes ikke"
        home = page.address.rsplit("/", 2)[0]
        assert {f"{home}/resultat", f"{home}/{LOWER}"} <= set(page.links)


@pytest.mark.parametrize("page", [f"{{home}}/{LOWER}", "{home}/konsekvens", f"/eksempel/{LOWER}"])
@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("gdpr-dataformal", "gdpr-dataformaal"),
        ("manglende-datastandard", "manglende-datastandarder"),
        ("Data indsamlet til et andet formål", "gdpr-dataformaal"),
        # A case is no challenge, but what it is about is one.
        ("case-gdpr-dataformaal-norddjurs", "gdpr-dataformaal"),
    ],
)
def test_the_page_of_the_challenge_that_was_meant_is_offered_first(
    finished: Visitor, page: str, asked: str, meant: str
) -> None:
    base = page.format(home=finished.home)
    missing = finished.get(f"{base}/{quote(asked)}", status=404)
    offered = [link for link in missing.links if link.startswith(f"{base}/") and "#" not in link]
    assert offered[0] == f"{base}/{meant}"
    for link in offered:
        finished.get(link)


def test_where_nothing_is_near_none_is_offered(finished: Visitor) -> None:
    assert "Det nærmeste" not in finished.get(finished.at(f"{LOWER}/x"), status=404).text


def test_nobody_else_is_told_of_the_nearest(finished: Visitor, visitor: Visitor) -> None:
    visitor.get(finished.at(f"{LOWER}/gdpr-dataformal"), status=403)


# ---- trying


def test_trying_shows_before_and_after_and_touches_nothing(finished: Visitor) -> None:
    before = rows_of(finished.app, finished.assessment)
    page = finished.get(finished.at(f"proev?om=gdpr-dataformaal&svar-{QUESTION}=ja"))
    assert "Jeres svar er ikke ændret." in page.alerts
    assert moved(page) == ["Data indsamlet til et andet formål Nu: Kritisk risiko Bagefter: Ikke vist Lavere"]
    assert page.by_id(f"{QUESTION}-ja").get("checked") is not None
    (now,) = [label for label in page.all("label") if "Svaret nu" in text_of(label)]
    assert now.get("for") == f"{QUESTION}-nej"
    assert rows_of(finished.app, finished.assessment) == before


def test_a_worse_answer_is_told_as_higher(finished: Visitor) -> None:
    page = finished.get(finished.at("proev?svar-eksempler-at-traene-paa=for-faa"))
    assert [row.partition(" Nu: ")[2] for row in moved(page)] == ["Ikke vist Bagefter: Kritisk risiko Højere"]
    assert "Som mål på tjeklisten" not in page.text


def test_the_answers_as_they_are_move_nothing(finished: Visitor) -> None:
    page = finished.get(finished.at(f"proev?svar-{QUESTION}=nej"))
    assert "Det ville ske" not in page.text
    assert not moved(page)


def test_what_would_be_asked_then_is_told(finished: Visitor) -> None:
    page = finished.get(finished.at("proev?svar-samkoering=nej"))
    assert "I ville ikke længere blive spurgt om:" in page.text


def test_an_answer_to_what_is_not_asked_makes_no_difference_and_says_so(owner: Visitor) -> None:
    page = owner.get(owner.at(f"proev?svar-{QUESTION}=nej"))
    assert "Med de svar stiller vi ikke »Er de data" in page.text
    assert "så det svar gør ingen forskel." in page.text
    assert "Ingen risiko flytter sig." in page.text


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("svar-findes-ikke=ja", "Spørgsmålet »findes-ikke« findes ikke"),
        (f"svar-{QUESTION}=findes-ikke", "Svaret »findes-ikke« findes ikke"),
        (f"svar-{QUESTION}=ja&svar-{QUESTION}=nej", "Vælg kun ét svar"),
        ("svar-hvem=ingen-mennesker&svar-hvem=borgere", "kan ikke vælges sammen med andre svar"),
        ("svar-beskrivelse=tekst", "kan ikke prøves her"),
        ("om=findes-ikke", "Udfordringen findes ikke"),
        (f"svar-{'x' * 10_000}=ja", "x" * 120 + "…"),
        (f"svar-{QUESTION}={'x' * 10_000}", "x" * 120 + "…"),
        ("svar-%3Cscript%3E=%00", "<script>"),
        ("svar-=", "Spørgsmålet »« findes ikke"),
    ],
)
def test_what_cannot_be_tried_is_told_and_the_rest_is_shown(finished: Visitor, query: str, told: str) -> None:
    good = "svar-data-ud-af-systemet=hentet"
    for page in (
        finished.get(finished.at(f"proev?{query}&{good}"), status=400),
        finished.get(f"/eksempel/proev?{query}&{good}", status=400),
    ):
        assert told in page.alerts
        assert page.title.startswith("Fejl:")
        assert moved(page) == ["Svært at få data ud af systemerne Nu: Kritisk risiko Bagefter: Ikke vist Lavere"]
        assert len(page.html) < 60_000


@pytest.mark.parametrize("query", ["svar-foo=bar", "om=foo", "om=foo&svar-foo=bar", "svar-beskrivelse=tekst"])
def test_what_cannot_be_tried_leaves_the_questions_that_can(finished: Visitor, query: str) -> None:
    offered = [field.get("id") for field in finished.get(finished.at("proev")).all("div", class_="kk-question")]
    page = finished.get(finished.at(f"proev?{query}"), status=400)
    assert [field.get("id") for field in page.all("div", class_="kk-question")] == offered
    assert len(offered) == 3
    assert "ingen svar at gøre bedre" not in page.text


def test_what_was_tried_is_what_the_result_shows_once_it_is_answered(owner: Visitor) -> None:
    walk(owner)
    tried = owner.get(owner.at("proev?svar-data-ud-af-systemet=hentet&svar-samkoering=nej"))
    promised = [text_of(item) for item in tried.all("div", class_="kk-side")[1].iter("li")]
    for id_, answer in (("data-ud-af-systemet", "hentet"), ("samkoering", "nej")):
        owner.answer(id_, answer)
    again = owner.get(owner.at("proev?svar-hvem="))
    assert [text_of(item) for item in again.all("div", class_="kk-side")[0].iter("li")] == promised


def test_what_is_tried_stands_ticked(finished: Visitor) -> None:
    page = finished.get(finished.at("proev?svar-hvem=ingen-mennesker"))
    ticked = [box.get("value") for box in page.all("input", name="svar-hvem") if box.get("checked") is not None]
    assert ticked == ["ingen-mennesker"]
    assert page.by_id("hvem-ingen-mennesker").get("data-alone") is not None


def test_nothing_ticked_is_no_answer(finished: Visitor) -> None:
    page = finished.get(finished.at("proev?svar-hvem="))
    assert not [box for box in page.all("input", name="svar-hvem", type="checkbox") if box.get("checked") is not None]
    assert "Det ville ske" in page.text


def test_an_unknown_answer_is_not_sold_as_a_lower_risk(finished: Visitor, visitor: Visitor) -> None:
    pages = [
        finished.get(finished.at("proev?svar-formaal-forenelighed=")),
        visitor.get("/eksempel/proev?om=gdpr-dataformaal&svar-formaal-forenelighed=ved-ikke"),
    ]
    for page in pages:
        assert "Det sænker ikke en risiko, at svaret er ukendt." in page.alerts
        moves = [text_of(item) for each in page.all("ul", class_="kk-moves") for item in each.iter("li")]
        assert moves
        assert all("Ikke lavere, men ukendt" in move for move in moves)
    better = visitor.get(f"/eksempel/proev?svar-{QUESTION}=ja")
    assert "ukendt" not in better.text


def test_the_example_can_be_tried_and_not_changed(visitor: Visitor) -> None:
    lower = visitor.get("/eksempel/saenk-risikoen")
    assert "Tre ændringer, der sænker mest" in lower.text
    page = visitor.get(f"/eksempel/proev?svar-{QUESTION}=ja")
    assert "Eksemplets svar er ikke ændret." in page.alerts
    for each in (lower, page, visitor.get("/eksempel/saenk-risikoen/gdpr-dataformaal")):
        assert not each.all("form", method="post")
        assert not [link for link in each.links if link.startswith("/selvevaluering/") and link != "/selvevaluering/ny"]


def test_a_reader_may_try_and_set_no_goal(finished: Visitor) -> None:
    reader = finished.invite(Role.READER)
    for path in (LOWER, RISK, f"proev?svar-{QUESTION}=ja"):
        assert not reader.get(reader.at(path)).all("form", method="post")
    for path in (GOAL, f"{GOAL}/fjern"):
        token = {"csrf_token": reader.token()}
        reader.post(reader.at(path), {**token, "svar": "ja"}, status=403)
