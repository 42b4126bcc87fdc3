"""Two people at once: nothing is overwritten unseen, and nothing that was typed is lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from flask import Flask

from tests.integration.web.page import Page, text_of
from tests.integration.web.site import close_site, engine_of, make_site, rows_of
from tests.integration.web.visitor import HTMX, Visitor
from tests.integration.web.walk import walk
from wizard.services.access import Role

CONFLICT = 409
QUESTION = "organisation"
BESIDE_IT = "organisation-stoerrelse"
ELSEWHERE = "sektor"


@pytest.fixture
def me(owner_on_each: Visitor) -> Visitor:
    return owner_on_each


@pytest.fixture
def they(me: Visitor) -> Visitor:
    """Somebody with a browser of their own and a link to the same assessment."""
    return me.invite(Role.CONTRIBUTOR)


@pytest.fixture
def conflict(me: Visitor, they: Visitor) -> Page:
    """What I get when they have answered the question that I am answering."""
    mine = me.get(me.page_of(QUESTION))
    they.answer(QUESTION, "region", note="Deres note")
    typed = {f"svar-{QUESTION}": "kommune", f"note-{QUESTION}": "Min note", f"svar-{BESIDE_IT}": "lille"}
    return me.submit(mine, typed, status=CONFLICT)


def choice_of_mine(page: Page) -> str:
    return next(value for value in page.form().options(f"valg-{QUESTION}") if value != "deres")


def test_two_people_on_two_pages_are_both_saved(me: Visitor, they: Visitor) -> None:
    mine, theirs = me.get(me.page_of(QUESTION)), they.get(they.page_of(ELSEWHERE))
    me.submit(mine, {f"svar-{QUESTION}": "kommune"})
    they.submit(theirs, {f"svar-{ELSEWHERE}": "sundhed"})
    assert (they.answer_to(QUESTION)[0], me.answer_to(ELSEWHERE)[0]) == ("kommune", "sundhed")


def test_two_people_on_two_pages_at_the_same_moment_are_both_saved(me: Visitor, they: Visitor) -> None:
    mine, theirs = me.get(me.page_of(QUESTION)), they.get(they.page_of(ELSEWHERE))
    barrier = Barrier(2)

    def at_once(save: Callable[[], Page]) -> Page:
        barrier.wait()
        return save()

    saves = [
        lambda: me.submit(mine, {f"svar-{QUESTION}": "kommune"}),
        lambda: they.submit(theirs, {f"svar-{ELSEWHERE}": "sundhed"}),
    ]
    with ThreadPoolExecutor(len(saves)) as pool:
        assert [page.status for page in pool.map(at_once, saves)] == [302, 302]
    assert (they.answer_to(QUESTION)[0], me.answer_to(ELSEWHERE)[0]) == ("kommune", "sundhed")


def test_what_another_process_saves_is_seen_at_once(me: Visitor, tmp_path: Path) -> None:
    url = engine_of(me.app).url.render_as_string(hide_password=False)
    other = make_site(tmp_path, url)
    they = Visitor(other).open(me.secret)
    for visitor, reader, answer in ((me, they, "kommune"), (they, me, "region"), (me, they, "stat")):
        for path in ("", "/resultat", "/svar"):
            reader.get(reader.home + path)
        visitor.answer(QUESTION, answer)
        assert reader.answer_to(QUESTION)[0] == answer
    they.submit(they.get(they.at("konsekvens/gdpr-dataformaal")), {"tid": "ubetydelig"})
    assert me.get(me.at("konsekvens/gdpr-dataformaal")).form().values["tid"] == "ubetydelig"
    close_site(other)


def test_two_people_on_two_questions_of_one_page_are_both_saved(me: Visitor, they: Visitor) -> None:
    mine, theirs = me.get(me.page_of(QUESTION)), they.get(they.page_of(BESIDE_IT))
    me.submit(mine, {f"svar-{QUESTION}": "kommune"})
    they.submit(theirs, {f"svar-{BESIDE_IT}": "lille"})
    assert (me.answer_to(QUESTION)[0], me.answer_to(BESIDE_IT)[0]) == ("kommune", "lille")


def test_a_conflict_shows_both_answers_and_both_notes(conflict: Page) -> None:
    assert conflict.title.startswith("Fejl:")
    values = conflict.form().values
    assert (values[f"svar-{QUESTION}"], values[f"note-{QUESTION}"]) == ("kommune", "Min note")
    theirs = text_of(conflict.one("div", class_="kk-conflict"))
    assert "Region eller hospital" in theirs
    assert "Deres note" in theirs
    assert len(conflict.form().options(f"valg-{QUESTION}")) == 2
    assert f"valg-{QUESTION}" not in values, "nothing is chosen beforehand"


def test_a_conflict_keeps_theirs_and_saves_the_rest_of_the_page(conflict: Page, they: Visitor) -> None:
    assert they.answer_to(QUESTION) == ("region", "Deres note")
    assert they.answer_to(BESIDE_IT)[0] == "lille"


def test_choosing_mine_writes_mine_over_theirs(conflict: Page, me: Visitor) -> None:
    mine = choice_of_mine(conflict)
    saved = me.submit(conflict, {f"valg-{QUESTION}": mine})
    assert saved.to == me.at("profil/2")
    assert me.answer_to(QUESTION) == ("kommune", "Min note")


def test_choosing_theirs_leaves_theirs(conflict: Page, me: Visitor) -> None:
    assert me.submit(conflict, {f"valg-{QUESTION}": "deres"}).to == me.at("profil/2")
    assert me.answer_to(QUESTION) == ("region", "Deres note")


def test_choosing_nothing_asks_again(conflict: Page, me: Visitor) -> None:
    again = me.submit(conflict, status=CONFLICT)
    assert again.form().values[f"note-{QUESTION}"] == "Min note"
    assert me.answer_to(QUESTION) == ("region", "Deres note")


def test_choosing_mine_asks_again_when_they_have_changed_theirs_meanwhile(
    conflict: Page, me: Visitor, they: Visitor
) -> None:
    they.answer(QUESTION, "stat")
    mine = choice_of_mine(conflict)
    again = me.submit(conflict, {f"valg-{QUESTION}": mine}, status=CONFLICT)
    assert again.form().values[f"svar-{QUESTION}"] == "kommune"
    assert me.answer_to(QUESTION)[0] == "stat"


def test_mine_can_be_changed_before_it_is_chosen(conflict: Page, me: Visitor) -> None:
    mine = choice_of_mine(conflict)
    me.submit(conflict, {f"valg-{QUESTION}": mine, f"note-{QUESTION}": "Min nye note"})
    assert me.answer_to(QUESTION) == ("kommune", "Min nye note")


@pytest.mark.parametrize("choice", ["mig", "-1", "٣", "9" * 30, "9" * 5000, ""])
def test_a_choice_that_is_none_asks_again(conflict: Page, me: Visitor, choice: str) -> None:
    me.submit(conflict, {f"valg-{QUESTION}": choice}, status=CONFLICT)
    assert me.answer_to(QUESTION) == ("region", "Deres note")


def test_the_same_answer_twice_is_no_conflict(me: Visitor, they: Visitor) -> None:
    mine = me.get(me.page_of(QUESTION))
    they.answer(QUESTION, "kommune")
    assert me.submit(mine, {f"svar-{QUESTION}": "kommune"}).to == me.at("profil/2")


def test_an_answer_that_they_cleared_is_a_conflict_too(me: Visitor, they: Visitor) -> None:
    me.answer(QUESTION, "kommune")
    mine = me.get(me.page_of(QUESTION))
    they.submit(they.get(they.page_of(QUESTION)), {"fjern": QUESTION})
    page = me.submit(mine, {f"svar-{QUESTION}": "region"}, status=CONFLICT)
    assert "intet svar" in text_of(page.one("div", class_="kk-conflict"))


def test_a_second_click_on_begin_makes_one_assessment(site_on_each: Flask) -> None:
    visitor = Visitor(site_on_each)
    form = visitor.get("/selvevaluering/ny")
    first, second = (visitor.submit(form, {"title": "To klik"}) for _ in range(2))
    assert first.to == second.to
    assert len(visitor.secrets) == 1
    assert len(visitor.get("/fortsaet").all("ul", class_="kk-list")[0].findall("li")) == 1


def test_a_second_click_on_save_changes_nothing(me: Visitor) -> None:
    page = me.get(me.page_of(QUESTION))
    me.submit(page, {f"svar-{QUESTION}": "kommune"})
    before = rows_of(me.app, me.assessment)
    assert me.submit(page, {f"svar-{QUESTION}": "kommune"}).to == me.at("profil/2")
    assert rows_of(me.app, me.assessment) == before


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "piece"])
def test_a_point_that_they_have_edited_shows_both_and_is_overwritten_only_when_sent_again(
    me: Visitor, they: Visitor, headers: dict[str, str]
) -> None:
    walk(me)
    address = me.at("tjekliste/find-ud-af-skaevt-mellem-grupper")
    mine = me.get(address, headers=headers)
    they.submit(they.get(address), {"owner": "Bo", "note": "Deres note"})
    page = me.submit(mine, {"owner": "Ida"}, action=address, status=CONFLICT, headers=headers)
    assert page.is_piece == bool(headers)
    assert page.form(address).values["owner"] == "Ida"
    assert "Bo" in page.alerts
    assert "Deres note" in page.alerts
    assert they.get(address).form(address).values["owner"] == "Bo"
    me.submit(page, action=address, status=200 if headers else 302, headers=headers)
    assert they.get(address).form(address).values["owner"] == "Ida"
