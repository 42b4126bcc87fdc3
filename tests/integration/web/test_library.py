"""The library, walked from its front page to every entry."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, quote, urlsplit

import pytest

from tests.integration.web.page import Page, text_of
from tests.integration.web.shelves import HOSTILE, counts, hits, said, search
from tests.integration.web.visitor import Visitor
from wizard.core.content import Content
from wizard.core.library import FACETS, KINDS, folders_of
from wizard.web.library.asking import NAMES, labels_of

# ---- browsing


def test_the_front_page_counts_everything_by_kind(visitor: Visitor, content: Content) -> None:
    page = visitor.get("/bibliotek")
    assert sum(counts(page, "slags").values()) == len(content.library.holdings)
    assert str(len(content.library.holdings)) in said(page)
    shown = {text_of(link) for link in page.all("a")}
    assert f"Cases ({len(content.cases)})" in shown
    assert hits(page) == []


def test_every_entry_of_every_kind_is_reached_from_the_front_page(visitor: Visitor, content: Content) -> None:
    met: dict[str, Page] = {}
    waiting = ["/bibliotek"]
    while waiting:
        address = waiting.pop().partition("#")[0]
        if address in met or not address.startswith("/bibliotek"):
            continue
        met[address] = visitor.get(address)
        waiting += met[address].links
    entries = {f"/bibliotek/{folder}/{id_}" for folder, items in folders_of(content).items() for id_ in items}
    assert entries <= set(met)


def test_every_link_out_of_the_library_leads_to_a_page(visitor: Visitor, content: Content) -> None:
    addresses = ["/bibliotek", "/bibliotek/om-rapporten"]
    addresses += [f"/bibliotek/{ref.folder}/{ref.id}" for ref in content.library.holdings]
    out = {link.partition("#")[0] for address in addresses for link in visitor.get(address).links}
    for link in sorted(out):
        assert visitor.get(link, status=Visitor.ANY).status in (200, 302), link


@pytest.mark.parametrize("facet", FACETS)
def test_every_choice_of_a_filter_finds_as_many_as_it_says(visitor: Visitor, content: Content, facet: str) -> None:
    name = NAMES[facet]
    offered = counts(visitor.get("/bibliotek"), name)
    assert set(offered) == set(labels_of(content, facet))
    for value, count in offered.items():
        page = search(visitor, **{name: value})
        assert len(hits(page)) == count > 0, value
        assert said(page).startswith(f"{count} ")
        assert page.by_id(name).find(f".//option[@value='{value}']").get("selected") is not None  # type: ignore[union-attr]  # it is there


def test_without_words_everything_stands_by_kind(visitor: Visitor, content: Content) -> None:
    page = search(visitor, omraade="etik")
    headings = [text_of(heading) for heading in page.all("h2") if heading.get("id", "").startswith("slags-")]
    assert headings[0].startswith("Cases (")
    labels = list(labels_of(content, "kind").values())
    order = [labels.index(heading.rpartition(" ")[0]) for heading in headings]
    assert order == sorted(order)


def test_projects_and_experiences_are_found_by_the_areas_of_their_challenges(
    visitor: Visitor, content: Content
) -> None:
    of_area = {id_ for id_, challenge in content.challenges.items() if challenge.area == "jura"}
    met = {case.project for case in content.cases.values() if of_area & set(case.challenges)} - {None}
    assert set(hits(search(visitor, omraade="jura", slags="projekter"))) == {
        f"/bibliotek/projekter/{id_}" for id_ in met
    }
    # No case tells what the project met: it is where its tools are.
    assert "/bibliotek/projekter/beskaeftigelsesindsatser" in hits(search(visitor, omraade="organisering"))
    shed = {case.id for case in content.cases.values() if case.area is None and of_area & set(case.related)}
    assert shed
    assert {f"/bibliotek/cases/{id_}" for id_ in shed} <= set(hits(search(visitor, omraade="jura", slags="cases")))


def test_filters_together_narrow_down_and_each_can_be_taken_away(visitor: Visitor) -> None:
    page = search(visitor, slags="cases", sektor="administration", soeg="data")
    both = set(hits(page))
    assert both
    assert both < set(hits(search(visitor, slags="cases", soeg="data")))
    away = [link for link in page.all("a") if text_of(link).startswith("Fjern ")]
    assert [text_of(link) for link in away] == ["Fjern slags: Cases", "Fjern fagområde: Administration"]
    for link, gone in zip(away, ("slags", "sektor"), strict=True):
        kept = dict(parse_qsl(urlsplit(link.get("href", "")).query))
        assert kept == {
            name: value
            for name, value in (("soeg", "data"), ("slags", "cases"), ("sektor", "administration"))
            if name != gone
        }
    assert "/bibliotek" in page.links


def test_a_filter_that_leaves_nothing_says_so(visitor: Visitor) -> None:
    page = search(visitor, soeg="samtykke", organisation="kl")
    assert hits(page) == []
    assert re.fullmatch(r"Ingen sider passer\. Filtrene lukker \d+ ude\.", said(page))
    assert any(text_of(link) == "Fjern organisation: KL" for link in page.all("a"))
    # What is chosen still stands in the form.
    assert counts(page, "organisation")["kl"] == 0


def test_a_filter_that_leaves_none_of_the_nearest_claims_nothing_of_them(visitor: Visitor) -> None:
    page = search(visitor, soeg="skrald", slags="raad")
    assert hits(search(visitor, soeg="skrald"))
    assert (hits(page), said(page)) == ([], "Vi fandt ikke »skrald«.")
    assert "lukker" not in text_of(page.one("main"))
    assert "Prøv med færre eller andre ord" in page.text
    [away] = [link for link in page.all("a") if text_of(link) == "Fjern slags: Gode råd"]
    assert away.get("href") == "/bibliotek?soeg=skrald"
    assert page.by_id("slags").find(".//option[@value='raad']").get("selected") is not None  # type: ignore[union-attr]  # it is there


def test_a_filter_that_leaves_no_guess_says_that_they_are_guesses(visitor: Visitor) -> None:
    page = search(visitor, soeg="mødereferat", organisation="kl")
    assert hits(page) == []
    assert re.fullmatch(
        r"Vi fandt ikke »mødereferat«\. \d+ sider har ord, der ligner, men filtrene lukker dem ude\.", said(page)
    )


@pytest.mark.parametrize("name", NAMES.values())
def test_a_value_that_no_filter_has_is_told_and_left_out(visitor: Visitor, name: str) -> None:
    page = search(visitor, soeg="samtykke", **{name: "findes-ikke"})
    assert "Vi kender ikke »findes-ikke« under" in page.text
    assert hits(page) == hits(search(visitor, soeg="samtykke"))


# ---- entries


@pytest.mark.parametrize("address", ["", "/om-rapporten", "/cases/exp-2-norddjurs-skalering"])
def test_a_stroke_at_the_end_makes_no_difference(visitor: Visitor, address: str) -> None:
    assert visitor.get(f"/bibliotek{address}/").text == visitor.get(f"/bibliotek{address}").text


def test_a_kind_is_found_by_its_name_and_what_is_missing_leads_on(visitor: Visitor) -> None:
    for kind in ("eksempler", "cases"):
        assert visitor.get(f"/bibliotek/{kind}", status=302).to == f"/bibliotek?slags={kind}"
    assert "/bibliotek/om-rapporten" in visitor.get("/bibliotek/om-raporten", status=404).links
    assert "/bibliotek?slags=cases" in visitor.get("/bibliotek/cases/%F0%9F%92%A5", status=404).links


def related(page: Page) -> Iterator[str]:
    [section] = page.all("section", class_="kk-related")
    return (link.get("href", "") for link in section.iter("a"))


def test_what_has_to_do_with_an_entry_stands_on_its_page_and_the_other_way_round(
    visitor: Visitor, content: Content
) -> None:
    told_above = {"shows", "depends-on", "law"}
    for ref, relations in content.library.relations.items():
        shown = set(visitor.get(f"/bibliotek/{ref.folder}/{ref.id}").links)
        for relation in relations:
            for other in relation.others:
                assert f"/bibliotek/{other.folder}/{other.id}" in shown, (ref, relation.how)
        if ref.folder == "spoergsmaal" and {relation.how for relation in relations} <= told_above:
            continue
        assert list(related(visitor.get(f"/bibliotek/{ref.folder}/{ref.id}")))


def test_an_entry_leads_back_to_its_kind_and_to_where_it_is_from(visitor: Visitor) -> None:
    page = visitor.get("/bibliotek/vaerktoejer/ml-lab")
    assert {"/bibliotek", "/bibliotek?slags=eksempler", "/bibliotek/om-rapporten"} <= set(page.links)


def test_a_question_tells_what_its_answers_show_and_when_it_is_asked(visitor: Visitor, content: Content) -> None:
    question = content.questionnaire.question_by_id["skaevt-mellem-grupper"]
    page = visitor.get(f"/bibliotek/spoergsmaal/{question.id}")
    assert all(option.label in page.text for option in question.options)
    assert "Viser udfordringen i høj grad: Løsningen rammer nogle grupper skævt" in page.text
    assert "I kan vælge flere svar." not in page.text
    assert "I kan vælge flere svar." in visitor.get("/bibliotek/spoergsmaal/datatyper").text
    assert "Stilles kun, hvis" in page.text
    assert "Hvem handler løsningen om? – svaret er »Ansatte eller ansøgere til job«" in page.text
    assert "giver et punkt på tjeklisten" in page.text


def test_a_tool_says_for_whom_it_is_and_for_whom_each_remark_is(visitor: Visitor) -> None:
    text = visitor.get("/bibliotek/vaerktoejer/juridisk-vaerktoejskasse").text
    fits, remarks = text.partition("Passer kun, hvis")[2].split("Bemærk, hvis")
    assert (
        "Skal løsningen bruge oplysninger om mennesker, der kan genkendes? – svaret er »Ja, men kun almindelige"
        " oplysninger« eller »Ja, også følsomme oplysninger«"
    ) in fits
    assert "Hvis ikke: Værktøjskassen handler om databeskyttelse." in fits
    asked = "Hvilken slags organisation står for projektet? – svaret er "
    _, region, others = remarks.split(asked)
    assert region.startswith("»Region eller hospital« Værktøjskassen er skrevet til kommuner. Som region kan I")
    assert others.startswith(
        "»Statslig myndighed«, »Fællesoffentligt selskab eller samarbejde« eller »En anden organisation«"
        " Værktøjskassen er skrevet til kommuner. Spørg jeres jurist"
    )


def test_every_condition_of_a_case_and_a_tool_is_told_with_what_follows(visitor: Visitor, content: Content) -> None:
    for folder, items in (("cases", content.cases), ("vaerktoejer", content.tools)):
        for item in items.values():
            text = visitor.get(f"/bibliotek/{folder}/{item.id}").text
            assert ("Passer kun, hvis" in text) is bool(item.fits_when), item.id
            assert ("Passer kun, hvis alle disse passer:" in text) is (len(item.fits_when) > 1)
            assert ("Bemærk, hvis" in text) is bool(item.remarks), item.id
            for requirement in item.fits_when:
                assert f"Hvis ikke: {requirement.otherwise}" in text
            assert text.count("– svaret er »") == len(item.fits_when) + len(item.remarks)


def headings(page: Page) -> list[str]:
    return [text_of(heading) for heading in page.all("h3")]


def test_advice_tools_and_questions_say_how_they_have_to_do_with_each_other(visitor: Visitor) -> None:
    advice = visitor.get("/bibliotek/raad/raad-02-juridisk-grundlag")
    tool = visitor.get("/bibliotek/vaerktoejer/juridisk-vaerktoejskasse")
    question = visitor.get("/bibliotek/spoergsmaal/personoplysninger")
    assert "Værktøjer og eksempler mod de samme udfordringer" in headings(advice)
    assert "Gode råd mod de samme udfordringer" in headings(tool)
    assert "Afgør, om dette passer" in headings(question)
    assert tool.address in set(related(advice)) & set(related(question))
    assert advice.address in set(related(tool))
    # It is told with the answers that it takes.
    assert question.address in tool.links
    assert "Om det passer, afhænger af" not in headings(tool)


def test_a_question_to_the_lawyer_names_its_articles_with_the_law_on_them(visitor: Visitor, content: Content) -> None:
    question = content.questionnaire.question_by_id["formaal-forenelighed"]
    page = visitor.get(f"/bibliotek/spoergsmaal/{question.id}")
    assert all(article in page.text for article in question.articles)
    assert {f"/bibliotek/lov/{law.id}" for law in content.law_of(question.articles)} <= set(page.links)


def test_a_question_without_options_says_how_it_is_answered(visitor: Visitor) -> None:
    assert "I skriver selv svaret." in visitor.get("/bibliotek/spoergsmaal/beskrivelse").text


# ---- what is not there


@pytest.mark.parametrize(
    ("address", "offered"),
    [
        ("/bibliotek/cases/case-gdpr-dataformaal-nordjurs", "/bibliotek/cases/case-gdpr-dataformaal-norddjurs"),
        ("/bibliotek/raad/case-gdpr-dataformaal-norddjurs", "/bibliotek/cases/case-gdpr-dataformaal-norddjurs"),
        ("/bibliotek/lov/mails", "/bibliotek/cases/case-gdpr-dataformaal-norddjurs"),
        ("/bibliotek/findes-ikke/gdpr-dataformaal", "/bibliotek/udfordringer/gdpr-dataformaal"),
        ("/bibliotek/mailfordeling", "/bibliotek/projekter/mailfordeling"),
    ],
)
def test_an_address_that_is_nearly_right_offers_the_right_one(visitor: Visitor, address: str, offered: str) -> None:
    page = visitor.get(address, status=404)
    assert page.heading == "Siden findes ikke"
    assert offered in page.links


@pytest.mark.parametrize("folder", ["cases", "raad", "findes-ikke"])
@pytest.mark.parametrize("id_", [*HOSTILE.values(), "%00", "..", "-" * 500], ids=[*HOSTILE, "null", "dots", "strokes"])
def test_whatever_is_asked_for_is_not_there_in_danish(visitor: Visitor, folder: str, id_: str) -> None:
    page = visitor.get(f"/bibliotek/{folder}/{quote(id_, safe='')}", status=404)
    assert page.heading == "Siden findes ikke"
    assert "/bibliotek" in page.links
    assert "<script>alert" not in page.html


@pytest.mark.parametrize("folder", ["cases", "raad", "spoergsmaal", "lov"])
def test_in_a_folder_that_there_is_something_near_is_always_offered(visitor: Visitor, folder: str) -> None:
    page = visitor.get(f"/bibliotek/{folder}/xyzzyq", status=404)
    assert [link for link in page.links if link.startswith(f"/bibliotek/{folder}/")]


def test_a_folder_alone_leads_to_what_it_holds(visitor: Visitor, content: Content) -> None:
    for folder in folders_of(content):
        page = visitor.follow(visitor.get(f"/bibliotek/{folder}", status=302))
        assert set(hits(page)) <= {f"/bibliotek/{folder}/{id_}" for id_ in folders_of(content)[folder]}
        assert hits(page)


def test_a_folder_that_is_not_there_leads_to_the_library(visitor: Visitor) -> None:
    assert "/bibliotek" in visitor.get("/bibliotek/xyzzyq", status=404).links


# ---- about the report


def test_the_page_about_the_report_counts_what_there_is(visitor: Visitor, content: Content) -> None:
    page = visitor.get("/bibliotek/om-rapporten")
    views = [case.consequences for case in content.cases.values() if case.consequences]
    levels = [level for view in views for level in view.values()]
    assert f"I {len(views)} cases er der {len(levels)} vurderinger, og {levels.count(None)} af dem" in page.text
    assert f"31 udfordringer, og {len(content.challenges)} med navn" in page.text
    assert "17 cases, og 16 er der" in page.text
    projects = {f"/bibliotek/projekter/{id_}" for id_ in content.projects}
    assert projects <= set(page.links)
    assert {f"/bibliotek/omraader/{id_}" for id_ in content.areas} <= set(page.links)


def test_the_page_about_the_report_names_every_entry_with_a_note_on_its_source(
    visitor: Visitor, content: Content
) -> None:
    page = visitor.get("/bibliotek/om-rapporten")
    notes = [entry.note for entries in (content.cases, content.tools, content.projects) for entry in entries.values()]
    assert all(" ".join(note.split()) in page.text for note in notes)


@pytest.mark.parametrize("address", ["/om", "/bibliotek", "/bibliotek/cases/case-gdpr-dataformaal-norddjurs"])
def test_the_page_about_the_report_is_one_step_away(visitor: Visitor, address: str) -> None:
    assert "/bibliotek/om-rapporten" in visitor.get(address).links


@pytest.mark.parametrize("address", ["/", "/om", "/eksempel/resultat"])
def test_the_library_is_in_the_menu_of_every_page(visitor: Visitor, address: str) -> None:
    assert "/bibliotek" in visitor.get(address).links


def test_every_kind_has_its_words(content: Content) -> None:
    assert set(labels_of(content, "kind")) == set(KINDS)
    for kind in KINDS:
        assert content.phrases(f"library-one.{kind}")
        assert content.phrases(f"library-about.{kind}")
    for relations in content.library.relations.values():
        assert all(content.phrases(f"library-how.{relation.how}") for relation in relations)
