"""From a risk to what would lower it, trying it, and setting it as a goal."""

from dataclasses import replace
from io import BytesIO
from urllib.parse import quote
from zipfile import ZipFile

import pytest
from flask import Flask
from openpyxl import load_workbook

from tests.integration.web.page import Page, text_of
from tests.integration.web.site import rows_of
from tests.integration.web.visitor import HTMX, Visitor
from tests.integration.web.walk import walk
from wizard.core.lowering import Lowering, find_lowering
from wizard.core.whatif import WhatIf
from wizard.services.access import Role

LOWER = "saenk-risikoen"
RISK = f"{LOWER}/gdpr-dataformaal"
QUESTION = "formaal-forenelighed"
GOAL = f"maal/{QUESTION}"
POINT = f"maal-{QUESTION}"
BEST, AS_GOOD = "Ja, til samme formål", "Nej, men vores jurist har skrevet, at vi må bruge dem"


@pytest.fixture(scope="module")
def finished(site: Flask) -> Visitor:
    """A project that has answered everything; tests do not change it."""
    visitor = Visitor(site).start()
    walk(visitor)
    return visitor


def adopt(visitor: Visitor, answer: str = "ja", *, status: int = 302) -> Page:
    return visitor.submit(visitor.get(visitor.at(RISK)), {"svar": answer}, action=visitor.at(GOAL), status=status)


def points(page: Page) -> list[str]:
    return [point.get("id", "") for point in page.all("li", class_="kk-point")]


def moved(page: Page) -> list[str]:
    return [text_of(item) for moves in page.all("ul", class_="kk-moves") for item in moves]


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
    assert sides[1] == "Bagefter Vises ikke Eksponering: ingen"


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
    assert moved(page) == ["Data indsamlet til et andet formål Nu: Kritisk risiko Bagefter: Vises ikke Lavere"]
    assert page.by_id(f"{QUESTION}-ja").get("checked") is not None
    (now,) = [label for label in page.all("label") if "Svaret nu" in text_of(label)]
    assert now.get("for") == f"{QUESTION}-nej"
    assert rows_of(finished.app, finished.assessment) == before


def test_a_worse_answer_is_told_as_higher(finished: Visitor) -> None:
    page = finished.get(finished.at("proev?svar-eksempler-at-traene-paa=for-faa"))
    assert [row.partition(" Nu: ")[2] for row in moved(page)] == ["Vises ikke Bagefter: Kritisk risiko Højere"]
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
        assert moved(page) == ["Svært at få data ud af systemerne Nu: Kritisk risiko Bagefter: Vises ikke Lavere"]
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


# ---- goals


def test_a_goal_comes_first_on_the_checklist_is_edited_like_any_point_and_goes_again(owner_on_each: Visitor) -> None:
    owner = owner_on_each
    walk(owner)
    assert adopt(owner).to == owner.at(f"tjekliste#{POINT}")
    checklist = owner.get(owner.at("tjekliste"))
    assert points(checklist)[0] == POINT
    item = text_of(checklist.by_id(POINT))
    assert f"Nå så langt, at I kan svare »{BEST}«" in item
    assert "Så viser svarene ikke længere »Data indsamlet til et andet formål« (nu kritisk risiko)." in item
    edit = owner.at(f"tjekliste/{POINT}")
    owner.submit(owner.get(edit), {"owner": "Juristen", "deadline": "2027-01-15"}, action=edit)
    assert "Juristen" in text_of(owner.get(owner.at("tjekliste")).by_id(POINT))
    for path in (RISK, LOWER, f"proev?svar-{QUESTION}=ja"):
        assert "På tjeklisten" in owner.get(owner.at(path)).text
    history = owner.get(owner.at("historik")).text
    assert "Mål på tjeklisten: Er de data, I vil bruge, indsamlet til netop dette formål?" in history
    # Another answer takes the place of the goal; the point stays the same one.
    adopt(owner, "afklaret")
    item = text_of(owner.get(owner.at("tjekliste")).by_id(POINT))
    assert AS_GOOD in item
    assert "Juristen" in item
    checklist = owner.get(owner.at("tjekliste"))
    owner.submit(checklist, action=owner.at(f"{GOAL}/fjern"))
    assert POINT not in points(owner.get(owner.at("tjekliste")))


def test_a_goal_leaves_the_list_when_it_is_reached_and_keeps_what_was_written(owner: Visitor) -> None:
    walk(owner)
    adopt(owner)
    edit = owner.at(f"tjekliste/{POINT}")
    owner.submit(owner.get(edit), {"note": "Aftalt med Ida"}, action=edit)
    owner.answer(QUESTION, "ja")
    assert POINT not in points(owner.get(owner.at("tjekliste")))
    owner.get(edit, status=404)
    owner.answer(QUESTION, "delvist")
    assert "Aftalt med Ida" in text_of(owner.get(owner.at("tjekliste")).by_id(POINT))


@pytest.mark.parametrize("unknown", ["ved-ikke", ""])
def test_a_goal_stays_on_the_list_while_its_answer_is_not_known(owner: Visitor, unknown: str) -> None:
    walk(owner)
    adopt(owner)
    edit = owner.at(f"tjekliste/{POINT}")
    owner.submit(owner.get(edit), {"owner": "Juristen"}, action=edit)
    owner.answer(QUESTION, unknown)
    listed = owner.get(owner.at("tjekliste"))
    item = text_of(listed.by_id(POINT))
    assert f"Find ud af, om målet er nået: at I kan svare »{BEST}«" in item
    assert "I har sat målet, men svaret er ikke kendt." in item
    assert "Juristen" in item
    assert "risiko" not in item
    (group,) = [
        each for each in listed.all("details", class_="kk-group") if POINT in [li.get("id") for li in each.iter()]
    ]
    assert text_of(group).startswith("Find ud af det")
    owner.submit(owner.get(edit), {"note": "Ida spørger"}, action=edit)
    goal = f"Find ud af, om målet er nået: at I kan svare »{BEST}«"
    sheet = load_workbook(BytesIO(owner.get(owner.at("rapport.xlsx")).response.data))["Handlingsplan"]
    assert [row for row in sheet.iter_rows(values_only=True) if any(str(cell).startswith(goal) for cell in row)]
    # It cannot be set while the answer is not known, and can be taken off.
    owner.submit(owner.get(owner.at("tjekliste")), action=owner.at(f"{GOAL}/fjern"))
    assert POINT not in points(owner.get(owner.at("tjekliste")))
    owner.post(owner.at(GOAL), {"csrf_token": owner.token(), "svar": "ja"}, status=400)


@pytest.mark.parametrize("answer", ["nej", "ved-ikke", "findes-ikke", "", "x" * 10_000])
def test_what_is_no_better_is_no_goal(finished: Visitor, answer: str) -> None:
    before = rows_of(finished.app, finished.assessment)
    page = finished.post(finished.at(GOAL), {"csrf_token": finished.token(), "svar": answer}, status=400)
    assert page.heading == "Målet er ikke gemt"
    assert rows_of(finished.app, finished.assessment) == before


@pytest.mark.parametrize(
    ("question", "answers", "told"),
    [
        (QUESTION, ["ja", "afklaret"], "Vælg kun ét svar"),
        (QUESTION, ["findes-ikke"], "Svaret »findes-ikke« findes ikke"),
        (QUESTION, [], "Vælg et svar, før I sætter det på tjeklisten."),
        (QUESTION, ["nej"], "er ikke bedre end det, I svarer nu"),
        ("beskrivelse", ["tekst"], "Vælg et svar"),
        (
            "udtraek-af-data",
            ["ikke-set"],
            "gør en anden risiko højere, så det kan ikke være et mål: Uklart, hvilke data der findes",
        ),
    ],
)
def test_why_an_answer_is_no_goal_is_told(owner: Visitor, question: str, answers: list[str], told: str) -> None:
    walk(owner)
    owner.answer("udtraek-af-data", "meget-mangler")
    values = {"csrf_token": owner.token(), "svar": answers}
    page = owner.post(owner.at(f"maal/{question}"), values, status=400)
    assert told in page.alerts
    assert "I svarer nu: </" not in page.html


def test_what_raises_another_risk_can_be_tried_and_is_not_offered_as_a_goal(owner: Visitor) -> None:
    walk(owner)
    owner.answer("udtraek-af-data", "meget-mangler")
    page = owner.get(owner.at("proev?svar-udtraek-af-data=ikke-set"))
    assert any(row.endswith("Højere") for row in moved(page))
    assert "Som mål på tjeklisten" not in page.text


def test_where_several_answers_do_as_well_none_is_chosen_beforehand(owner: Visitor) -> None:
    walk(owner)

    def offered() -> list[tuple[str, bool]]:
        form = owner.get(owner.at(RISK)).all("input", name="svar")
        return [(field.get("value", ""), field.get("checked") is not None) for field in form]

    assert offered() == [("ja", False), ("afklaret", False)]
    adopt(owner)
    assert offered() == [("afklaret", False)]
    assert f"Sæt »{AS_GOOD}« på tjeklisten i stedet" in owner.get(owner.at(RISK)).text


def test_which_goal_is_set_is_told_where_it_is_not_the_best_too(owner: Visitor) -> None:
    walk(owner)
    tried = owner.get(owner.at(f"proev?svar-{QUESTION}=delvist"))
    owner.submit(tried, action=owner.at(GOAL))
    reader = owner.invite(Role.READER)
    told = "På tjeklisten Målet er »Nogle af dem. For resten mangler vi svar«."
    for visitor in (owner, reader):
        for path in (RISK, LOWER, f"proev?svar-{QUESTION}=ja", f"proev?svar-{QUESTION}=delvist"):
            page = visitor.get(visitor.at(path))
            assert page.text.count(told) == 1, path
            assert visitor.at(f"tjekliste#{POINT}") in page.links
    page = owner.get(owner.at(RISK))
    assert "Vælg et andet mål" in page.text
    assert "Sæt på tjeklisten i stedet" in page.text
    assert f"Sæt »{BEST}« på tjeklisten i stedet" in owner.get(owner.at(f"proev?svar-{QUESTION}=ja")).text
    # Once it is reached it is not on the list, and nothing stands in place of anything.
    owner.answer(QUESTION, "delvist")
    for path in (RISK, f"proev?svar-{QUESTION}=ja"):
        page = owner.get(owner.at(path))
        assert "På tjeklisten" not in page.text
        assert "i stedet" not in page.text
    assert "Som mål på tjeklisten" not in reader.get(reader.at(f"proev?svar-{QUESTION}=ja")).text


def test_a_goal_is_told_where_no_answer_is_better_any_more(owner: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    walk(owner)
    adopt(owner)

    def find_none(what_if: WhatIf, challenge: str) -> Lowering:
        # Other content may have nothing better; with ours there always is.
        found = find_lowering(what_if, challenge)
        turns = tuple(replace(turn, better=None, as_good=(), alone=None) for turn in found.turns)
        return replace(found, turns=turns, together=None)

    monkeypatch.setattr("wizard.web.whatif.views.find_lowering", find_none)
    page = owner.get(owner.at(RISK))
    assert "Intet andet svar er bedre, uden at en anden risiko bliver højere." in page.text
    assert f"På tjeklisten Målet er »{BEST}«." in page.text
    assert not page.all("input", name="svar")


def test_a_goal_for_an_unknown_question_is_not_found(finished: Visitor) -> None:
    for path in ("maal/findes-ikke", "maal/findes-ikke/fjern"):
        finished.post(finished.at(path), {"csrf_token": finished.token(), "svar": "ja"}, status=404)


def test_a_goal_that_somebody_else_has_set_meanwhile_is_told_before_it_is_replaced(owner: Visitor) -> None:
    walk(owner)
    seen = owner.get(owner.at(RISK))
    colleague = owner.invite(Role.CONTRIBUTOR)
    adopt(colleague, "afklaret")
    conflict = owner.submit(seen, {"svar": "ja"}, action=owner.at(GOAL), status=409)
    assert f"En anden har imens sat et mål for spørgsmålet: »{AS_GOOD}«" in conflict.alerts
    assert AS_GOOD in text_of(owner.get(owner.at("tjekliste")).by_id(POINT))
    owner.submit(conflict, action=owner.at(GOAL))
    assert BEST in text_of(owner.get(owner.at("tjekliste")).by_id(POINT))


def test_a_goal_that_somebody_else_has_taken_off_meanwhile_is_told_too(owner: Visitor) -> None:
    walk(owner)
    adopt(owner)
    seen = owner.get(owner.at(RISK))
    checklist = owner.get(owner.at("tjekliste"))
    owner.submit(checklist, action=owner.at(f"{GOAL}/fjern"))
    again = owner.submit(seen, {"svar": "afklaret"}, action=owner.at(GOAL), status=409)
    assert "En anden har imens taget målet for spørgsmålet af tjeklisten." in again.alerts
    # What is gone already is not taken off twice.
    assert owner.submit(checklist, action=owner.at(f"{GOAL}/fjern")).status == 302


def test_a_goal_taken_off_on_top_of_another_is_told(owner: Visitor) -> None:
    walk(owner)
    adopt(owner)
    seen = owner.get(owner.at("tjekliste"))
    adopt(owner, "afklaret")
    conflict = owner.submit(seen, action=owner.at(f"{GOAL}/fjern"), status=409)
    assert "Fjern målet alligevel" in conflict.text
    owner.submit(conflict, action=owner.at(f"{GOAL}/fjern"))
    assert POINT not in points(owner.get(owner.at("tjekliste")))


@pytest.mark.parametrize("version", ["", "-1", "x", "²", "9" * 30])
def test_a_version_that_is_none_is_none_seen(owner: Visitor, version: str) -> None:
    walk(owner)
    values = {"csrf_token": owner.token(), "svar": "ja", "version": version}
    owner.post(owner.at(GOAL), values)
    assert POINT in points(owner.get(owner.at("tjekliste")))


def test_a_goal_travels_with_the_report(owner: Visitor) -> None:
    walk(owner)
    adopt(owner)
    raw = owner.get(owner.at("rapport.json")).response.data
    other = Visitor(owner.app).restore(raw)
    assert "1 mål på tjeklisten" in other.get(other.at("hentet")).text
    assert points(other.get(other.at("tjekliste")))[0] == POINT


def test_a_goal_stands_in_every_file_with_the_checklist(owner: Visitor) -> None:
    walk(owner)
    adopt(owner)
    goal = f"Nå så langt, at I kan svare »{BEST}«"
    sheet = load_workbook(BytesIO(owner.get(owner.at("rapport.xlsx")).response.data))["Handlingsplan"]
    assert [row for row in sheet.iter_rows(values_only=True) if any(str(cell).startswith(goal) for cell in row)]
    assert goal in owner.get(owner.at("rapport.csv")).response.data.decode("utf-8-sig")
    word = ZipFile(BytesIO(owner.get(owner.at("rapport.docx?udgave=fuld")).response.data))
    assert goal in word.read("word/document.xml").decode()


def test_the_piece_of_a_goal_has_its_way_off_the_list(owner: Visitor) -> None:
    walk(owner)
    adopt(owner)
    edit = owner.at(f"tjekliste/{POINT}")
    opened = owner.get(edit, headers=HTMX)
    assert opened.is_piece
    saved = owner.submit(opened, {"owner": "Ida"}, action=edit, status=200, headers=HTMX)
    assert saved.form(owner.at(f"{GOAL}/fjern")).values["version"] == "1"
