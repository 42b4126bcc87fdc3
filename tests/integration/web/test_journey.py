"""From nothing to a checklist and a report, on both kinds of database."""

import re

import pytest
from flask import Flask

from tests.integration.web.page import Page, text_of
from tests.integration.web.site import content_of, example_of
from tests.integration.web.visitor import Visitor
from tests.integration.web.walk import walk


@pytest.fixture
def walked(owner_on_each: Visitor) -> Visitor:
    """Somebody who has answered what the example has answered."""
    walk(owner_on_each)
    return owner_on_each


def cards(page: Page) -> list[str]:
    """Give the risks on a result, in their order, each with its grade."""
    found = page.all("details", class_="kk-riskcard")
    return [f"{card.get('id')}: {next(text_of(part) for part in card.iter('span'))}" for card in found]


def points(page: Page) -> list[str]:
    return [point.get("id", "") for point in page.all("li", class_="kk-point")]


def tasks(visitor: Visitor) -> dict[str, str]:
    """Give the sections on the task list with how far each is; empty for one that depends on the profile."""
    rows = visitor.get(visitor.home).one("ul", class_="kk-tasks").findall("li")
    return {
        text_of(row[0]): next((text_of(part) for part in row if "badge" in part.get("class", "").split()), "")
        for row in rows
    }


def test_the_start_page_offers_to_begin_to_go_on_and_to_see_an_example(visitor: Visitor) -> None:
    links = visitor.get("/").links
    assert {"/selvevaluering/ny", "/fortsaet", "/eksempel/resultat"} <= set(links)


def test_a_new_assessment_shows_its_link_before_the_questions(site_on_each: Flask) -> None:
    visitor = Visitor(site_on_each)
    made = visitor.submit(visitor.get("/selvevaluering/ny"), {"title": "  Kø  på jobcentret "})
    assert visitor.app.test_client().get(made.to).status_code == 403
    page = visitor.get(made.to)
    visitor.assessment = int(made.to.split("/")[2])
    assert page.by_id("privat-link").get("value") == f"http://localhost/adgang/{visitor.secret}"
    assert len(visitor.secret) >= 128 / 6
    tasks = visitor.get(visitor.at("del").rpartition("/")[0])
    assert visitor.home in page.links
    assert "Kø på jobcentret" in tasks.text
    assert visitor.at("profil/1") in tasks.links


def test_the_walk_asks_the_profile_and_the_seven_areas_and_ends_at_the_answers(owner_on_each: Visitor) -> None:
    met = walk(owner_on_each)
    sections = dict.fromkeys(page.address.split("/")[3] for page in met[:-1])
    content = content_of(owner_on_each.app)
    assert list(sections) == [section.id for section in content.questionnaire.sections]
    assert len(sections) == 8
    assert len({page.title for page in met}) == len(met)


def test_the_answers_are_shown_to_be_checked(walked: Visitor) -> None:
    page = walked.get(walked.at("svar"))
    example = example_of(walked.app)
    questions = content_of(walked.app).questionnaire.question_by_id
    for id_, answer in example.answers.items():
        for option in answer.options:
            assert questions[id_].option_by_id[option].label in page.text
        assert " ".join(answer.text.split()) in page.text
    for note in example.notes.values():
        assert " ".join(note.split()) in page.text
    assert page.text.count("Ikke besvaret") == 1
    assert walked.page_of("hvem-overtager-driften") + "#hvem-overtager-driften" in page.links


def test_the_task_list_shows_what_is_done_and_what_is_left(owner_on_each: Visitor) -> None:
    before = tasks(owner_on_each)
    assert list(before.values()) == ["Ikke begyndt" if status else "" for status in before.values()]
    walk(owner_on_each)
    assert sorted(tasks(owner_on_each).values()) == ["Færdig"] * 7 + ["I gang"]
    # It leads on to what is not answered.
    assert owner_on_each.page_of("hvem-overtager-driften") in owner_on_each.get(owner_on_each.home).links


def test_every_page_counts_what_is_answered_alike(walked: Visitor) -> None:
    addresses = (walked.home, walked.at("svar"), walked.at("resultat"))
    [told] = {told for page in addresses for told in re.findall(r"\d+ af \d+ spørgsmål[^.]+\.", walked.get(page).text)}
    answered, visible, unknown, unanswered = map(int, re.findall(r"\d+", told))
    assert told.endswith(f"{unknown} er sat til »ved ikke«, og {unanswered} er uden svar.")
    assert answered + unknown + unanswered == visible
    assert min(unknown, unanswered) > 0
    page = walked.get(walked.at("data/1"))
    assert f"I alt: {answered} af {visible} besvaret, {unknown} »ved ikke«." in page.text
    for bar in (page.one("progress"), walked.get(walked.home).one("progress")):
        assert (bar.get("value"), bar.get("max")) == (str(answered), str(visible))
    for rows in (page.one("nav", class_="kk-steps"), walked.get(walked.home).one("ul", class_="kk-tasks")):
        counts = re.findall(r"(\d+) af (\d+) besvaret(?:, (\d+) »ved ikke«)?", text_of(rows))
        sums = [sum(int(number or 0) for number in column) for column in zip(*counts, strict=True)]
        assert sums == [answered, visible, unknown]


def test_who_has_only_said_that_they_do_not_know_has_answered_something(owner: Visitor) -> None:
    assert "I har ikke svaret på noget endnu" in owner.get(owner.at("resultat")).text
    owner.answer("organisation", "ved-ikke")
    assert "I har ikke svaret på noget endnu" not in owner.get(owner.at("resultat")).text


def test_the_result_is_the_examples_when_the_consequences_are_rated_alike(walked: Visitor) -> None:
    example = example_of(walked.app)
    for challenge, rating in example.ratings.items():
        page = walked.get(walked.at(f"konsekvens/{challenge}"))
        saved = walked.submit(page, {dimension.value: level.id for dimension, level in rating.items()})
        assert saved.to == walked.at(f"resultat#{challenge}")
    assert cards(walked.get(walked.at("resultat"))) == cards(walked.get("/eksempel/resultat"))
    assert points(walked.get(walked.at("tjekliste"))) == points(walked.get("/eksempel/tjekliste"))


def test_a_rating_is_shown_again_and_can_be_taken_away(walked: Visitor) -> None:
    address = walked.at("konsekvens/gdpr-dataformaal")
    walked.submit(walked.get(address), {"kvalitet": "oedelaeggende", "tid": "ubetydelig"})
    values = walked.get(address).form().values
    assert [values[name] for name in ("kvalitet", "tid", "penge")] == ["oedelaeggende", "ubetydelig", ""]
    assert "kvalitet: ødelæggende" in walked.get(walked.at("resultat")).text.lower()
    walked.submit(walked.get(address), {"kvalitet": "", "tid": ""})
    assert "kvalitet: ødelæggende" not in walked.get(walked.at("resultat")).text.lower()


def test_a_point_of_the_checklist_gets_an_owner_a_deadline_a_status_and_a_note(walked: Visitor) -> None:
    checklist = walked.get(walked.at("tjekliste"))
    point = points(checklist)[0]
    address = walked.at(f"tjekliste/{point}")
    assert address in checklist.links
    typed = {"owner": "Ærø Åby", "deadline": "2027-01-15", "status": "i-gang", "note": "to\nlinjer"}
    saved = walked.submit(walked.get(address), typed)
    assert saved.to == walked.at(f"tjekliste#{point}")
    shown = text_of(walked.get(walked.at("tjekliste")).by_id(point))
    assert all(text in shown for text in ("Ærø Åby", "15. januar 2027", "I gang", "to linjer"))


def test_a_point_keeps_what_was_written_while_it_is_off_the_list(walked: Visitor) -> None:
    point = "find-ud-af-skaevt-mellem-grupper"
    walked.submit(walked.get(walked.at(f"tjekliste/{point}")), {"owner": "Ida"})
    walked.answer("skaevt-mellem-grupper", "maalt-og-spurgt")
    assert point not in points(walked.get(walked.at("tjekliste")))
    walked.answer("skaevt-mellem-grupper", "ved-ikke")
    assert "Ida" in text_of(walked.get(walked.at("tjekliste")).by_id(point))


def test_the_report_is_a_pdf(walked: Visitor) -> None:
    report = walked.get(walked.at("rapport.pdf")).response
    assert report.mimetype == "application/pdf"
    assert report.headers["Content-Disposition"] == "inline; filename=ki-klar-rapport.pdf"
    assert report.data.startswith(b"%PDF-")


def test_nothing_answered_has_a_result_a_checklist_and_a_report(owner_on_each: Visitor) -> None:
    assert cards(owner_on_each.get(owner_on_each.at("resultat"))) == []
    assert points(owner_on_each.get(owner_on_each.at("tjekliste"))) == []
    assert owner_on_each.get(owner_on_each.at("rapport.pdf")).response.data.startswith(b"%PDF-")


def test_every_page_can_be_left_without_an_answer(owner_on_each: Visitor) -> None:
    page = owner_on_each.get(owner_on_each.at("profil/1"))
    met = [page.address]
    while page.address != owner_on_each.at("svar"):
        page = owner_on_each.follow(owner_on_each.submit(page))
        met.append(page.address)
    assert len(met) == len(set(met)) > 8
    assert "Ikke besvaret" in page.text


@pytest.mark.parametrize(
    ("button", "goes_to"),
    [("", "profil/3"), ("tilbage", "profil/1"), ("overblik", "")],
    ids=["fortsæt", "tilbage", "overblik"],
)
def test_every_button_saves_and_goes_its_own_way(owner: Visitor, button: str, goes_to: str) -> None:
    page = owner.get(owner.at("profil/2"))
    saved = owner.submit(page, {"svar-sektor": "sundhed", "videre": button})
    assert saved.to == (owner.at(goes_to) if goes_to else owner.home)
    assert owner.answer_to("sektor")[0] == "sundhed"


def test_back_from_the_first_page_is_the_task_list(owner: Visitor) -> None:
    page = owner.get(owner.at("profil/1"))
    assert owner.submit(page, {"videre": "tilbage"}).to == owner.home


def test_the_questions_that_are_asked_follow_the_answers(owner: Visitor) -> None:
    # A page without a visible question goes on to the next that has one.
    assert owner.get(owner.page_of("medicinsk-udstyr-afgjort"), status=302).to == owner.at("it-infrastruktur/1")
    owner.answer("organisation", "region")
    owner.answer("sundhedsbrug", "ja")
    page = owner.get(owner.page_of("medicinsk-udstyr-afgjort"))
    assert page.by_id("medicinsk-udstyr-afgjort") is not None


def test_answers_on_a_hidden_branch_are_kept_and_do_not_count(owner: Visitor) -> None:
    owner.answer("personoplysninger", "ja-foelsomme")
    owner.answer("formaal-forenelighed", "nej", note="Juristen ser på det")
    assert "gdpr-dataformaal" in owner.get(owner.at("resultat")).html
    owner.answer("personoplysninger", "nej")
    assert not owner.get(owner.at("resultat")).all("details", id="gdpr-dataformaal")
    assert "Juristen ser på det" not in owner.get(owner.at("svar")).text
    owner.answer("personoplysninger", "ja-foelsomme")
    assert owner.answer_to("formaal-forenelighed") == ("nej", "Juristen ser på det")
    assert owner.get(owner.at("resultat")).all("details", id="gdpr-dataformaal")


def test_a_page_that_has_become_hidden_in_another_tab_can_still_be_saved(owner: Visitor) -> None:
    owner.answer("personoplysninger", "ja-foelsomme")
    stale = owner.get(owner.page_of("formaal-forenelighed"))
    owner.answer("personoplysninger", "nej")
    assert owner.submit(stale, {"svar-formaal-forenelighed": "nej", "note-formaal-forenelighed": "set"}).status == 302
    assert "Juristen" not in owner.get(owner.at("svar")).text
    owner.answer("personoplysninger", "ja-foelsomme")
    assert owner.answer_to("formaal-forenelighed") == ("nej", "set")


def test_a_fault_on_a_page_that_has_become_hidden_shows_what_was_typed(owner: Visitor) -> None:
    owner.answer("organisation", "region")
    owner.answer("sundhedsbrug", "ja")
    stale = owner.get(owner.page_of("medicinsk-udstyr-afgjort"))
    owner.answer("sundhedsbrug", "nej")
    typed = {"note-medicinsk-udstyr-afgjort": "x" * 10_001}
    again = owner.submit(stale, typed, status=400)
    assert again.form().values["note-medicinsk-udstyr-afgjort"] == "x" * 10_001


def test_an_answer_can_be_taken_away_again(owner: Visitor) -> None:
    owner.answer("organisation", "kommune", note="Noten")
    page = owner.get(owner.page_of("organisation"))
    assert page.one("button", name="fjern").get("value") == "organisation"
    cleared = owner.submit(page, {"fjern": "organisation", "note-organisation-stoerrelse": "Også denne"})
    assert cleared.to == owner.page_of("organisation") + "#organisation"
    # The note is no answer, so it stays; and nothing else that was typed is lost.
    assert owner.answer_to("organisation") == (None, "Noten")
    assert owner.answer_to("organisation-stoerrelse") == (None, "Også denne")
