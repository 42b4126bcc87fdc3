"""The law as it is today, on its own pages and where a project needs it."""

from datetime import date
from xml.etree.ElementTree import Element

import pytest
from flask import Flask

from tests.integration.web.page import Page, text_of
from tests.integration.web.site import content_of, example_of
from tests.integration.web.visitor import Visitor
from wizard.core.guidance import Basis
from wizard.core.summary import summarise


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
            "gælder ikke som juridisk rådgivning",
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
