"""The library, searched."""

from urllib.parse import urlencode

import pytest

from tests.integration.web.page import text_of
from tests.integration.web.shelves import HOSTILE, counts, hits, marked, readable, said, search
from tests.integration.web.visitor import HTMX, Visitor
from wizard.core.content import Content
from wizard.web.library.asking import FIRST


def test_what_is_found_is_marked(visitor: Visitor) -> None:
    page = search(visitor, soeg="mails")
    assert "/bibliotek/cases/case-gdpr-dataformaal-norddjurs" in hits(page)
    assert {"mails"} <= marked(page)
    assert said(page).endswith(" har noget om »mails«, de bedste først.")
    assert page.by_id("soeg").get("value") == "mails"
    assert page.title.startswith("Søg: mails")


def test_what_stands_only_in_the_text_of_an_entry_is_shown_there(visitor: Visitor) -> None:
    page = search(visitor, soeg="samtykke")
    for item in page.one("ol", class_="kk-hits"):
        assert list(item.iter("mark")), text_of(item)


def test_more_than_the_first_are_shown_on_request(visitor: Visitor, content: Content) -> None:
    page = search(visitor, soeg="data")
    assert len(hits(page)) == FIRST
    [more] = [
        link for link in page.all("a") if text_of(link).startswith("Vis alle ") and "alle=" in link.get("href", "")
    ]
    everything = visitor.get(more.get("href", ""))
    assert hits(everything)[:FIRST] == hits(page)
    assert text_of(more) == f"Vis alle {len(hits(everything))}"
    assert len(hits(everything)) <= len(content.library.holdings)


def test_where_nothing_is_found_the_nearest_are_given(visitor: Visitor) -> None:
    page = search(visitor, soeg="xyzzyq")
    assert said(page).startswith("Vi fandt ikke »xyzzyq«. Det nærmeste er ")
    assert hits(page)
    assert not page.all("mark")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("k", "Skriv mindst to bogstaver."),
        ("?", "Skriv mindst to bogstaver."),
        ("%%", "Vi fandt ikke »%%«."),
        ("mødereferat", "Vi fandt ikke »mødereferat«. {all} sider har ord, der ligner, de bedste først."),
    ],
)
def test_what_is_not_known_is_never_said_to_be_found(visitor: Visitor, query: str, expected: str) -> None:
    everything = hits(search(visitor, soeg=query, alle="ja"))
    assert said(search(visitor, soeg=query)) == expected.format(all=len(everything))


def test_one_word_that_is_not_known_is_told_beside_what_the_others_find(visitor: Visitor) -> None:
    page = search(visitor, soeg="qwertz mails")
    assert "har noget om »qwertz mails«" in said(page)
    assert "Vi fandt ikke »qwertz«. Nogle af siderne har måske ord, der ligner." in page.text
    assert "måske ord, der ligner" not in search(visitor, soeg="mails").text


def test_a_search_too_long_to_read_says_so(visitor: Visitor) -> None:
    told = "Søgningen er for lang. Vi har kun læst begyndelsen af den."
    assert told in search(visitor, soeg="mails " * 13).text
    assert told in search(visitor, soeg="mails" + "x" * 200).text
    assert told not in search(visitor, soeg="mails " * 12).text


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE)
def test_whatever_is_typed_gives_a_page(visitor: Visitor, query: str) -> None:
    page = search(visitor, soeg=query)
    assert page.by_id("soeg").get("value", "").split() == readable(query).split()
    assert not [element for element in page.elements if element.get("autofocus") is not None]
    assert all("alert" not in (script.get("src") or "") for script in page.all("script"))
    assert len(said(page)) < 200
    for link in hits(page):
        visitor.get(link)


def test_words_on_the_front_page_of_blanks_are_no_search(visitor: Visitor) -> None:
    assert said(search(visitor, soeg="   ")) == said(visitor.get("/bibliotek"))


def test_what_is_marked_is_escaped(visitor: Visitor) -> None:
    page = search(visitor, soeg="<b>mails</b>")
    assert "mails" in marked(page)
    assert not page.all("b")


def test_a_browser_with_a_script_gets_the_results_and_the_filters_alone(visitor: Visitor) -> None:
    address = f"/bibliotek?{urlencode({'soeg': 'mails', 'slags': 'cases'})}"
    page, piece = visitor.get(address), visitor.get(address, headers=HTMX)
    assert piece.is_piece
    assert hits(piece) == hits(page)
    assert counts(piece, "slags") == counts(page, "slags")
    assert piece.by_id("fund").get("data-address") == address
    assert piece.by_id("filtre").get("hx-swap-oob") == "outerMorph"
    assert page.by_id("filtre").get("hx-swap-oob") is None
