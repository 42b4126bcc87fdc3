"""The law as it is today, on its own pages and where a project needs it."""

from datetime import date
from xml.etree.ElementTree import Element

import pytest
import yaml
from flask import Flask

from tests.integration.web.page import Page, text_of
from tests.integration.web.site import ROOT, content_of, example_of
from tests.integration.web.visitor import Visitor
from wizard.core.content import Content
from wizard.core.guidance import Basis, Law
from wizard.core.summary import summarise
from wizard.web.wording import day


def words(page: Page) -> str:
    return " ".join(text_of(page.one("main")).split())


def test_an_entry_says_what_the_law_says_and_how_sure_we_are(visitor: Visitor, site: Flask) -> None:
    content = content_of(site)
    for law in content.law.values():
        page = visitor.get(f"/bibliotek/lov/{law.id}")
        text = words(page)
        for told in (
            f"{content.phrases(f'law-group.{law.group}')} · Ikke i rapporten fra 2021",
            *law.says,
            law.source.title,
            "23. november 2026",
            content.phrases(f"law-basis.{law.basis.value}"),
            law.doubt,
            "Det betyder det for jer, når I begynder",
            "Teksten er vores og er ikke juridisk rådgivning.",
        ):
            assert told in text, (law.id, told)
        assert f'href="{law.source.url}"' in page.html
    assert {law.basis for law in content.law.values()} == set(Basis)


@pytest.mark.parametrize(("today", "is_stale"), [(date(2027, 11, 23), False), (date(2027, 11, 24), True)])
def test_an_entry_that_nobody_has_checked_for_a_year_says_so(
    today: date,
    is_stale: bool,  # noqa: FBT001 - a column
    visitor: Visitor,
    site: Flask,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("wizard.web.wording.get_today", lambda: today)
    text = words(visitor.get(f"/bibliotek/lov/{next(iter(content_of(site).law))}"))
    assert ("Det er over et år siden, nogen har kontrolleret den." in text) is is_stale


STALE = "Teksten kan være forældet"


def said_of(law: Law, content: Content) -> str:
    """Give what sets an entry apart from what is from the report."""
    return f"{content.phrases(f'law-group.{law.group}')} · Ikke i rapporten fra 2021 · Kontrolleret {day(law.checked)}"


def rows(page: Page) -> dict[str, str]:
    """Give what stands in each row of a list, by its first link."""
    items = [item for part in page.all("main") for item in part.iter("li") if item.find(".//a") is not None]
    return {item.find(".//a").get("href", ""): " ".join(text_of(item).split()) for item in items}  # type: ignore[union-attr]  # it is there


def test_the_law_stands_apart_in_what_a_search_finds(visitor: Visitor, site: Flask) -> None:
    content = content_of(site)
    found = rows(visitor.get("/bibliotek?soeg=konsekvensanalyse&alle=ja"))
    told = {address: row.startswith("Lov og vejledning · ") for address, row in found.items()}
    assert {address for address, is_law in told.items() if is_law} == {
        address for address in found if address.startswith("/bibliotek/lov/")
    }
    assert set(told.values()) == {True, False}
    for law in content.law.values():
        if row := found.get(f"/bibliotek/lov/{law.id}"):
            assert row.startswith(f"Lov og vejledning · {said_of(law, content)} {law.title}")


def test_the_law_stands_apart_among_what_is_offered_for_a_page_that_is_not_there(visitor: Visitor, site: Flask) -> None:
    content = content_of(site)
    found = rows(visitor.get("/bibliotek/lov/konsekvensanalyse-gdpr", status=404))
    offered = [law for law in content.law.values() if f"/bibliotek/lov/{law.id}" in found]
    assert offered
    for law in offered:
        assert found[f"/bibliotek/lov/{law.id}"] == f"Lov og vejledning: {law.title} {said_of(law, content)}"


def test_the_law_alone_stands_by_its_groups_in_the_order_of_their_names(visitor: Visitor, site: Flask) -> None:
    content = content_of(site)
    page = visitor.get("/bibliotek?slags=lov")
    [section] = [section for section in page.all("section") if section.get("aria-labelledby") == "slags-lov"]
    names = yaml.safe_load((ROOT / "wizard/translations/da.yaml").read_text(encoding="utf-8"))
    groups = [key.partition(".")[2] for key in names if key.startswith("law-group.")]
    wanted = [(group, [law for law in content.law.values() if law.group == group]) for group in groups]
    assert [text_of(heading) for heading in section.iter("h3")] == [
        f"{content.phrases(f'law-group.{group}')} ({len(held)})" for group, held in wanted
    ]
    lists = [[link.get("href") for link in held.iter("a")] for held in section.iter("ul")]
    assert lists == [[f"/bibliotek/lov/{law.id}" for law in held] for _, held in wanted]
    told = rows(page)
    for law in content.law.values():
        row = told[f"/bibliotek/lov/{law.id}"]
        assert row.startswith(f"Ikke i rapporten fra 2021 · Kontrolleret {day(law.checked)} {law.title}")
    assert text_of(section).count("Lov og vejledning") == 1


@pytest.mark.parametrize(
    "address",
    [
        "/bibliotek?soeg=konsekvensanalyse",
        "/bibliotek?slags=lov",
        "/bibliotek/lov/konsekvensanalyse-gdpr",
        "/bibliotek/omraader/jura",
    ],
)
def test_law_that_nobody_has_checked_for_a_year_is_marked_in_every_list(
    address: str, visitor: Visitor, site: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    for today, is_stale in ((date(2027, 11, 23), False), (date(2027, 11, 24), True)):
        monkeypatch.setattr("wizard.web.wording.get_today", lambda today=today: today)
        found = rows(visitor.get(address, status=Visitor.ANY))
        law = [row for link, row in found.items() if link.startswith("/bibliotek/lov/")]
        assert law
        assert all((STALE in row) is is_stale for row in law)
        assert not any(STALE in row for link, row in found.items() if "/lov/" not in link and "omraader" not in link)


def test_a_case_and_the_law_that_it_is_to_be_held_against_say_so_of_each_other(visitor: Visitor, site: Flask) -> None:
    met = 0
    for ref, relations in content_of(site).library.relations.items():
        hows = {relation.how for relation in relations}
        for how, heading in (
            ("overtaken-by", "Skal holdes op mod"),
            ("overtakes", "Erfaringer fra 2021, der skal holdes op mod dette"),
        ):
            if how in hows:
                page = visitor.get(f"/bibliotek/{ref.folder}/{ref.id}")
                assert heading in [text_of(element) for element in page.all("h3")], ref
                met += 1
    assert met > 10


def test_a_risk_leads_to_the_law_behind_its_questions_first_and_to_no_more_than_three(
    visitor: Visitor, site: Flask
) -> None:
    content, example = content_of(site), example_of(site)
    summary = summarise(content, example.answers, example.ratings)
    page = visitor.get("/eksempel/resultat")
    met = 0
    for found in summary.exposed:
        folds = [fold for fold in page.by_id(found.challenge.id).iter("details") if _is_law(fold)]
        shown = [link.get("href") for fold in folds for link in fold.iter("a")]
        wanted = summary.law_on(found)[:3]
        assert shown == [f"/bibliotek/lov/{law.id}" for law in wanted], found.challenge.id
        assert [text_of(fold).count("Ikke i rapporten fra 2021") for fold in folds] == ([len(wanted)] if wanted else [])
        met += len(shown)
    assert met > 10


def _is_law(fold: Element) -> bool:
    return text_of(fold[0]).startswith("Loven i dag")
