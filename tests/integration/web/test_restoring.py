"""Continuing from a report: choosing the file, what came over, what did not, and the way on."""

import json

import pytest

from tests.carriers import MEGABYTE, carry, carry_packed, pack_bomb
from tests.integration.web.page import Page, text_of
from tests.integration.web.site import content_of, example_of, report_of, rows_of, watching
from tests.integration.web.visitor import Visitor
from wizard.core.summary import summarise
from wizard.security import MAX_REQUEST
from wizard.services.access import Role
from wizard.services.reports import make_pdf

ADDRESS = "/fortsaet/rapport"
KEY = "n" * 32


def choose(visitor: Visitor, raw: bytes, called: str = "rapport.json", *, status: int = 302) -> Page:
    return visitor.upload(visitor.get(ADDRESS), "report", (raw, called), status=status)


def lost_on(page: Page) -> list[str]:
    return [text_of(row) for row in page.all("div", class_="kk-answer")]


def test_the_way_there_goes_over_continue(visitor: Visitor) -> None:
    assert ADDRESS in visitor.get("/fortsaet").links
    page = visitor.get(ADDRESS)
    field = page.by_id("report")
    assert (field.get("type"), field.get("accept")) == ("file", ".pdf,.json,application/pdf,application/json")
    assert "højst 2 MB" in text_of(page.by_id("report-hint"))
    assert "ikke gemt" in page.text


def test_a_report_becomes_an_assessment_with_a_link_of_its_own(visitor: Visitor) -> None:
    example = example_of(visitor.app)
    made = choose(visitor, report_of(visitor.app))
    page = visitor.follow(made)
    visitor.assessment = int(made.to.split("/")[2])
    assert made.to == visitor.at("hentet")
    assert page.heading == "Svarene er hentet fra rapporten"
    counted = [text_of(item) for item in page.one("ul", class_="kk-list").findall("li")]
    assert [line.split()[0] for line in counted] == [
        str(len(part)) for part in (example.answers, example.notes, example.ratings, example.points)
    ]
    assert "Rapporten er fra 23. november 2026" in page.text
    assert "Spørgsmålene er ændret siden" in page.text
    assert visitor.at("del?ny=1") in page.links
    assert visitor.secret in visitor.get(visitor.at("del?ny=1")).by_id("privat-link").get("value", "")
    assert example.title in visitor.get(visitor.home).text
    assert visitor.home in visitor.get("/fortsaet").links


def test_what_did_not_come_over_is_listed_with_what_stood_there(visitor: Visitor) -> None:
    page = visitor.restore(report_of(visitor.app)).get(visitor.at("hentet"))
    [answer, note] = lost_on(page)
    assert answer == (
        "Svar: Hvor mange mails får I om dagen? Et svar, der ikke længere er et spørgsmål til Spørgsmålet findes ikke"
    )
    assert note.startswith("Note: Hvor mange mails får I om dagen? xxx")
    assert "x" * 500 in note
    assert "anden linje" in note
    assert "2 ting i rapporten passer ikke her" in page.text


def test_where_everything_came_over_it_says_so(visitor: Visitor) -> None:
    page = visitor.restore(b'{"answers": {"organisation": "kommune"}}', "vores svar.json").get(visitor.at("hentet"))
    assert "Alt i rapporten kom med." in page.text
    assert "Rapporten er fra" not in page.text
    assert "ændret siden" not in page.text
    assert lost_on(page) == []
    assert "vores svar" in visitor.get(visitor.home).text
    assert visitor.answer_to("organisation")[0] == "kommune"


@pytest.mark.pdf
def test_the_report_that_the_product_makes_comes_back_whole(visitor: Visitor) -> None:
    content, example = content_of(visitor.app), example_of(visitor.app)
    pdf = make_pdf(example, summarise(content, example.answers, example.ratings))
    assert len(pdf) < MAX_REQUEST / 2
    page = visitor.restore(pdf, "KI-klar.pdf").get(visitor.at("hentet"))
    assert "Alt i rapporten kom med." in page.text
    assert "ændret siden" not in page.text
    back = Visitor(visitor.app).restore(visitor.client.get(visitor.at("rapport.json")).data)
    rows = [rows_of(visitor.app, one.assessment) for one in (visitor, back)]
    for table in ("answer", "rating", "checklist_point"):
        one, other = ([row[1:6] for row in sorted(found[table], key=repr)] for found in rows)
        assert sorted(map(repr, one)) == sorted(map(repr, other)) != []


def test_history_says_it_and_leads_back_to_the_list(visitor: Visitor) -> None:
    visitor.restore(report_of(visitor.app))
    page = visitor.get(visitor.at("historik"))
    assert "Svarene er hentet fra en rapport (se, hvad der kom med)" in page.text
    assert visitor.at("hentet") in page.links


def test_a_reader_may_see_what_came_over_and_a_stranger_not(visitor: Visitor) -> None:
    visitor.restore(report_of(visitor.app))
    reader = visitor.invite(Role.READER)
    assert lost_on(reader.get(reader.at("hentet"))) == lost_on(visitor.get(visitor.at("hentet")))
    Visitor(visitor.app).get(visitor.at("hentet"), status=403)


def test_what_was_begun_without_a_report_has_no_such_page(owner: Visitor) -> None:
    assert owner.get(owner.at("hentet"), status=404).heading == "Siden findes ikke"


@pytest.mark.parametrize(
    ("raw", "called", "message"),
    [
        (b"", "rapport.pdf", "Filen er tom"),
        (b"hej", "rapport.txt", "Filen er hverken en PDF eller gyldig JSON; noget er galt i linje 1, tegn 1"),
        (b"PK\x03\x04 word/document.xml", "rapport.docx", "Filen er et Word-dokument"),
        (b"PK\x03\x04 xl/workbook.xml", "plan.xlsx", "Filen er et Excel-ark"),
        (b"\x89PNG\r\n", "rapport.pdf", "Filen er et billede"),
        (carry(None), "andet.pdf", "Der er ingen svar fra KI-klar i PDF-filen"),
        (carry(b"x")[:-300], "halv.pdf", "PDF-filen mangler sin slutning"),
        (
            carry_packed(pack_bomb(b'{"format": "ki-klar-rapport"', 100 * MEGABYTE)),
            "bombe.pdf",
            "Svarene i PDF-filen fylder for meget; højst 2 MB",
        ),
        (b'{"answers": {"<b>x</b>": "y"}}', "svar.json", "<b>x</b>«: spørgsmålet findes ikke"),
        (b"{}", "svar.json", "Der er ingen svar i filen"),
        (b'{"format": "ki-klar-rapport", "format_version": 2}', "ny.json", "Rapporten er lavet med en nyere udgave"),
    ],
)
def test_a_file_that_is_no_report_is_told_and_changes_nothing(
    visitor: Visitor, raw: bytes, called: str, message: str
) -> None:
    with watching(visitor.app) as traffic:
        page = choose(visitor, raw, called, status=400)
    assert traffic.commits == 0
    assert page.title.startswith("Fejl:")
    assert message in page.alerts
    assert page.by_id("report").get("aria-describedby") == "report-hint report-error"
    assert "<b>x</b>" not in page.html
    assert visitor.secrets == {}
    # The page that says so takes another file.
    visitor.upload(page, "report", (b'{"answers": {"organisation": "kommune"}}', "svar.json"))


def test_no_file_at_all_is_told(visitor: Visitor) -> None:
    page = visitor.get(ADDRESS)
    token = page.form().values["csrf_token"]
    for sent in ({"key": KEY, "csrf_token": token}, {"key": KEY, "csrf_token": token, "report": "rapport.pdf"}):
        assert "Vælg en rapport" in visitor.post(ADDRESS, sent, status=400).alerts
    assert "Vælg en rapport" in choose(visitor, b"", "", status=400).alerts


@pytest.mark.parametrize("key", ["", "kort", "x" * 101])
def test_a_form_without_its_key_is_not_taken(visitor: Visitor, key: str) -> None:
    page = visitor.get(ADDRESS)
    page.one("input", name="key").set("value", key)
    again = visitor.upload(page, "report", (report_of(visitor.app), "rapport.json"), status=400)
    assert "Vælg filen igen" in again.alerts
    visitor.upload(again, "report", (report_of(visitor.app), "rapport.json"))


def test_a_form_that_has_become_old_says_that_the_file_has_to_be_chosen_again(visitor: Visitor) -> None:
    page = visitor.get(ADDRESS)
    page.one("input", name="csrf_token").set("value", "forkert")
    again = visitor.upload(page, "report", (report_of(visitor.app), "rapport.json"), status=400)
    assert "for gammel" in again.alerts
    assert "Vælg filen igen" in again.alerts
    assert again.form().values["key"] == page.form().values["key"]
    visitor.upload(again, "report", (report_of(visitor.app), "rapport.json"))


def test_a_double_click_makes_one_assessment(visitor: Visitor) -> None:
    page, file = visitor.get(ADDRESS), (report_of(visitor.app), "rapport.json")
    assert visitor.upload(page, "report", file).to == visitor.upload(page, "report", file).to
    assert len(visitor.secrets) == 1


def test_the_same_form_with_another_file_makes_another_assessment(visitor: Visitor) -> None:
    page = visitor.get(ADDRESS)
    kinds = ("kommune", "region")
    files = [(b'{"answers": {"organisation": "%s"}}' % kind.encode(), "svar.json") for kind in kinds]
    made = [visitor.upload(page, "report", file).to for file in (*files, *files)]
    assert made[:2] == made[2:]
    assert len(set(made)) == 2
    for address, kind in zip(made, kinds, strict=False):
        visitor.assessment = int(address.split("/")[2])
        assert visitor.answer_to("organisation")[0] == kind


def test_a_form_sent_again_when_its_link_is_closed_asks_anew(visitor: Visitor) -> None:
    page, file = visitor.get(ADDRESS), (report_of(visitor.app), "rapport.json")
    made = visitor.upload(page, "report", file)
    visitor.assessment = int(made.to.split("/")[2])
    other = visitor.invite(Role.OWNER)
    links = other.get(other.at("del"))
    closing = [form.get("action", "") for form in links.all("form") if form.get("action", "").endswith("/luk")]
    mine = min(closing, key=lambda action: int(action.split("/")[-2]))
    other.submit(links, action=mine)
    assert visitor.upload(page, "report", file).to == ADDRESS


def test_a_file_that_is_too_large_says_so_and_leads_back(visitor: Visitor) -> None:
    page = choose(visitor, b" " * (MAX_REQUEST + 1), "stor.pdf", status=413)
    assert page.heading == "Det var for meget på én gang"
    assert "højst fylde 2 MB" in page.text
    assert ADDRESS in page.links


def test_a_report_as_large_as_it_may_be_is_taken(visitor: Visitor) -> None:
    report = report_of(visitor.app)
    room = MAX_REQUEST - 2000 - len(report)
    choose(visitor, report + b" " * room)


def test_a_hostile_report_is_shown_as_the_text_that_it_is(visitor: Visitor) -> None:
    hostile = "<script>alert(1)</script> \u202e {{ 7 * 7 }}"
    data = json.loads(report_of(visitor.app))
    data["assessment"]["title"] = hostile
    data["assessment"]["answers"]["væk"] = hostile
    data["assessment"]["notes"]["organisation"] = hostile
    data["wording"]["questions"]["væk"] = hostile
    visitor.restore(json.dumps(data).encode())
    for path in ("hentet", "svar", "historik", "del", "profil/1"):
        page = visitor.get(visitor.at(path))
        assert "<script>alert" not in page.html
        assert "{{ 7 * 7 }}" in page.html
