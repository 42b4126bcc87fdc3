"""A better answer set as a goal on the checklist."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from tests.integration.web.lowering import AS_GOOD, BEST, GOAL, LOWER, POINT, QUESTION, RISK, adopt, moved, points
from tests.integration.web.page import text_of
from tests.integration.web.site import rows_of
from tests.integration.web.visitor import HTMX, Visitor
from tests.integration.web.walk import walk
from wizard.core.lowering import Lowering, find_lowering
from wizard.core.whatif import WhatIf
from wizard.services.access import Role


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
