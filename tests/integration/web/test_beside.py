"""Another project beside a question: the nearest by what is known so far, a line first and the rest folded."""

from xml.etree.ElementTree import Element

from tests.integration.web.page import Page, text_of
from tests.integration.web.visitor import Visitor
from tests.integration.web.walk import walk

QUESTION = "formaal-forenelighed"
LINE = "Et andet projekt: "


def beside(page: Page) -> list[Element]:
    """Give the cases beside the questions of a page."""
    return [element for element in page.all("details") if text_of(element).startswith(LINE)]


def line_of(element: Element) -> str:
    summary = element.find("summary")
    assert summary is not None
    return text_of(summary)


def lines(page: Page) -> list[str]:
    return [line_of(element) for element in beside(page)]


def test_line_names_the_case_and_who_met_it_and_the_rest_is_folded(owner: Visitor) -> None:
    owner.answer("personoplysninger", "ja-almindelige")
    [found] = [element for element in beside(owner.get(owner.page_of(QUESTION))) if "Norddjurs" in line_of(element)]
    assert line_of(found).startswith("Et andet projekt: Mails måtte ikke bruges til træning, Norddjurs Kommune")
    assert found.get("open") is None
    text = text_of(found)
    assert "Norddjurs vurderede, at borgernes mails ikke måtte bruges til træning" in text
    assert "Forbehold:" in text
    assert "Derfor denne case: Fortæller om det, der bliver spurgt om" in text
    assert "Handler om »Data indsamlet til et andet formål«, som spørgsmålet også gør" in text
    links = [link.get("href") for link in found.iter("a")]
    assert "/bibliotek/cases/case-gdpr-dataformaal-norddjurs" in links


def test_line_ends_in_the_shortest_reason_once_there_is_one(owner: Visitor) -> None:
    owner.answer("personoplysninger", "ja-almindelige")
    assert not any("Samme" in line for line in lines(owner.get(owner.page_of(QUESTION))))
    owner.answer("sektor", "administration")
    [line] = [line for line in lines(owner.get(owner.page_of(QUESTION))) if "Norddjurs" in line]
    assert line.endswith(". Samme fagområde")


def test_profile_decides_which_of_several_cases_is_told(owner: Visitor) -> None:
    """Two projects lacked their leaders' time and money: one foretells, and the other plans."""
    told = []
    for solution in ("forudsige", "planlaegge"):
        owner.answer("loesning", [solution])
        told.append(next(line for line in lines(owner.get(owner.page_of("ledelsens-ja"))) if "løsning" in line))
    assert "Sygehus Lillebælt" in told[0]
    assert "Regionshospitalet Randers" in told[1]


def test_no_case_stands_twice_on_a_page(owner: Visitor) -> None:
    for page in walk(owner):
        found = lines(page)
        assert len(set(found)) == len(found), page.address


def test_what_the_project_wrote_is_not_repeated_beside_a_question(owner: Visitor) -> None:
    owner.answer("beskrivelse", "Mails fra borgere og virksomheder i fælles postkasse fordeles til rette modtager.")
    owner.answer("personoplysninger", "ja-almindelige")
    [found] = [element for element in beside(owner.get(owner.page_of(QUESTION))) if "Norddjurs" in line_of(element)]
    assert "Nogle af de samme ord som i jeres beskrivelse" in text_of(found)
    assert "postkasse" not in text_of(found)


def test_page_that_comes_back_with_an_error_still_tells_the_cases(owner: Visitor) -> None:
    owner.answer("personoplysninger", "ja-almindelige")
    page = owner.get(owner.page_of(QUESTION))
    again = owner.submit(page, {f"note-{QUESTION}": "x" * 10_001}, status=400)
    assert lines(again) == lines(page)
