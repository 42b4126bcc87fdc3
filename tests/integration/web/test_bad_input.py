"""Whatever a form sends: a clear message or a clean save, never a fault, never a piece of code on a page."""

from collections.abc import Mapping

import pytest

from tests.integration.web.page import Page, Values, text_of
from tests.integration.web.site import rows_of
from tests.integration.web.visitor import HTMX, Visitor
from wizard.services.access import Role

LIMIT = 10_000
#: What would do something, if anything were to take it for more than letters; and marks that turn the line around.
HOSTILE = (
    "<script>alert('x')</script><img src=x onerror=alert(1)>\"'>&amp;{{ 7 * 7 }}${7*7}"
    "\u202eter\u2066dnE\u200f</textarea>"
)


def typed(page: Page, name: str) -> object:
    return page.form().values.get(name)


@pytest.mark.parametrize(
    "value", ["findes-ikke", "<script>alert(1)</script>", "kommune ", "Kommune", "\u202e", "x" * 5000]
)
def test_an_unknown_option_is_told_and_not_saved(owner: Visitor, value: str) -> None:
    owner.answer("organisation", "region")
    page = owner.get(owner.page_of("organisation"))
    again = owner.submit(page, {"svar-organisation": value, "note-organisation": "Noten"}, status=400)
    assert "findes ikke" in again.alerts
    assert typed(again, "note-organisation") == "Noten"
    assert owner.answer_to("organisation")[0] == "region"


def test_an_unknown_tick_is_told_and_the_known_ones_are_still_there(owner: Visitor) -> None:
    page = owner.get(owner.page_of("loesning"))
    again = owner.submit(page, {"svar-loesning": ["sortere", "findes-ikke"]}, status=400)
    assert typed(again, "svar-loesning") == "sortere"
    assert owner.answer_to("loesning")[0] is None


def test_a_tick_that_shuts_out_the_others_is_told(owner: Visitor) -> None:
    page = owner.get(owner.page_of("loesning"))
    again = owner.submit(page, {"svar-loesning": ["sortere", "ved-ikke"]}, status=400)
    assert "kan ikke vælges sammen med andre svar" in again.alerts
    assert typed(again, "svar-loesning") == ["sortere", "ved-ikke"]


def test_of_several_values_for_one_choice_no_two_are_saved(owner: Visitor) -> None:
    owner.submit(owner.get(owner.page_of("organisation")), {"svar-organisation": ["kommune", "region"]})
    assert owner.answer_to("organisation")[0] == "kommune"


def test_what_is_right_on_a_page_is_saved_though_something_else_is_wrong(owner: Visitor) -> None:
    page = owner.get(owner.page_of("organisation"))
    sent = {"svar-organisation": "findes-ikke", "svar-organisation-stoerrelse": "lille"}
    again = owner.submit(page, sent, status=400)
    assert typed(again, "svar-organisation-stoerrelse") == "lille"
    assert owner.answer_to("organisation-stoerrelse")[0] == "lille"


def test_a_page_that_came_back_with_a_message_can_be_put_right(owner: Visitor) -> None:
    page = owner.get(owner.page_of("organisation"))
    sent = {"svar-organisation": "findes-ikke", "svar-organisation-stoerrelse": "lille"}
    again = owner.submit(page, sent, status=400)
    right = {"svar-organisation": "kommune", "svar-organisation-stoerrelse": "stor"}
    assert owner.submit(again, right).to == owner.at("profil/2")
    assert owner.answer_to("organisation-stoerrelse")[0] == "stor"


@pytest.mark.parametrize("name", ["svar-beskrivelse", "note-organisation"])
@pytest.mark.parametrize("letter", ["x", "å", "😀"])
def test_ten_thousand_letters_fit_and_one_more_does_not(owner: Visitor, name: str, letter: str) -> None:
    address = owner.page_of("organisation")
    assert owner.submit(owner.get(address), {name: letter * LIMIT}).status == 302
    assert typed(owner.get(address), name) == letter * LIMIT
    again = owner.submit(owner.get(address), {name: letter * (LIMIT + 1)}, status=400)
    assert "højst 10.000" in again.alerts
    assert typed(again, name) == letter * (LIMIT + 1)
    assert typed(owner.get(address), name) == letter * LIMIT


@pytest.mark.parametrize("name", ["svar-beskrivelse", "note-organisation"])
def test_a_line_end_counts_as_one_letter(owner: Visitor, name: str) -> None:
    address = owner.page_of("organisation")
    text = "\r\n".join(["x"] * (LIMIT // 2))
    owner.submit(owner.get(address), {name: text})
    assert typed(owner.get(address), name) == text


def test_a_text_keeps_its_lines_and_loses_only_what_stands_around_it(owner: Visitor) -> None:
    owner.answer("beskrivelse", "\r\n  første\r\n\r\n\tanden\x00 \r\n")
    assert owner.answer_to("beskrivelse")[0] == "første\r\n\r\n\tanden"


def test_every_field_filled_to_the_brim_fits_in_one_page(owner: Visitor) -> None:
    for section, number in (("profil", 1), ("profil", 2), ("profil", 3)):
        page = owner.get(owner.at(f"{section}/{number}"))
        notes = {name: "😀" * LIMIT for name in page.form().values if name.startswith("note-")}
        assert notes
        assert owner.submit(page, notes).status == 302


@pytest.mark.parametrize("version", ["", "abc", "-1", "1.5", "٣", "9" * 30, "9" * 5000])
def test_a_version_that_is_none_changes_nothing_by_itself(owner: Visitor, version: str) -> None:
    owner.answer("organisation", "region")
    page = owner.get(owner.page_of("organisation"))
    sent = {"svar-organisation": "kommune", "version-organisation": version}
    owner.submit(page, sent, status=409)
    assert owner.answer_to("organisation")[0] == "region"


@pytest.mark.parametrize("value", ["findes-ikke", "organisation\r\nX-Header: 1", "//example.org", "\u202e", "æ"])
def test_a_button_that_is_none_harms_nothing(owner: Visitor, value: str) -> None:
    page = owner.get(owner.page_of("organisation"))
    for name in ("fjern", "videre"):
        saved = owner.submit(page, {name: value}, status=Visitor.ANY)
        assert saved.status in (302, 400)
        assert saved.status == 400 or saved.to.startswith(owner.home)
        assert "X-Header" not in saved.response.headers


def test_questions_of_another_page_are_not_read(owner: Visitor) -> None:
    page = owner.get(owner.page_of("organisation"))
    owner.submit(
        page, {"svar-sektor": "andet", "version-sektor": "0", "svar-findes-ikke": "x", "version-findes-ikke": "0"}
    )
    assert owner.answer_to("sektor")[0] is None


def test_a_form_with_nothing_in_it_changes_nothing(owner: Visitor) -> None:
    owner.answer("organisation", "region")
    before = rows_of(owner.app, owner.assessment)
    owner.post(owner.page_of("organisation"), {"csrf_token": owner.token()})
    assert rows_of(owner.app, owner.assessment) == before


@pytest.mark.parametrize("title", ["", "   ", "\t\r\n", "x" * 201])
def test_a_name_for_a_new_project_that_will_not_do_is_told(visitor: Visitor, title: str) -> None:
    again = visitor.submit(visitor.get("/selvevaluering/ny"), {"title": title}, status=400)
    assert "navn" in again.alerts.lower()
    assert again.by_id("title").get("aria-describedby") == "title-hint title-error"
    if title.strip():
        assert typed(again, "title") == title
    assert visitor.submit(again, {"title": "x" * 200}).status == 302


@pytest.mark.parametrize("key", ["", "kort", "x" * 101, []])
def test_a_form_for_a_new_project_without_its_key_gets_a_new_one(visitor: Visitor, key: str) -> None:
    again = visitor.submit(visitor.get("/selvevaluering/ny"), {"title": "Kø", "key": key}, status=400)
    assert typed(again, "title") == "Kø"
    assert visitor.submit(again).status == 302


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "hakket-af"},
        {"status": ""},
        {"status": []},
        {"deadline": "i morgen"},
        {"deadline": "2027-02-30"},
        {"deadline": "99999-01-01"},
        {"owner": "x" * 201},
        {"note": "x" * (LIMIT + 1)},
        {"version": "abc"},
        {"version": "-1"},
    ],
    ids=lambda changes: "-".join(f"{name}={value[:12]}" for name, value in changes.items()),
)
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "piece"])
def test_a_point_that_will_not_do_is_told_and_what_was_typed_is_still_there(
    owner: Visitor, headers: Mapping[str, str], changes: Values
) -> None:
    owner.answer("organisation", "ved-ikke")
    address = owner.at("tjekliste/find-ud-af-organisation")
    sent: Values = {"owner": "Ida", "note": "Noten", **changes}
    again = owner.submit(owner.get(address, headers=headers), sent, action=address, status=400, headers=headers)
    assert again.alerts
    values = again.form(address).values
    assert {name: values[name] for name in ("owner", "note")} == {name: sent[name] for name in ("owner", "note")}
    if "deadline" in changes:
        assert values["deadline"] == changes["deadline"]
    assert not rows_of(owner.app, owner.assessment)["checklist_point"]


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("owner", "x" * 201, "højst 200 tegn"),
        ("deadline", "i morgen", "Skriv datoen som en dato"),
        ("status", "snart", "Vælg en status på listen"),
        ("note", "x" * (LIMIT + 1), "højst 10.000 tegn"),
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "piece"])
def test_what_is_wrong_on_a_point_is_told_at_its_field(
    owner: Visitor, headers: Mapping[str, str], field: str, value: str, told: str
) -> None:
    owner.answer("organisation", "ved-ikke")
    address = owner.at("tjekliste/find-ud-af-organisation")
    page = owner.get(address, headers=headers)
    again = owner.submit(page, {field: value}, action=address, status=400, headers=headers)
    [described] = [element for element in again.elements if element.get("aria-describedby")]
    assert described.get("name") == field
    assert told in text_of(again.by_id(described.get("aria-describedby", "")))
    # The message above the fields leads to the one that it is about.
    [link] = [link for link in again.all("a") if told in text_of(link)]
    assert link.get("href") == f"#{described.get('id')}"


def test_a_long_point_that_fits_is_saved_with_its_lines(owner: Visitor) -> None:
    owner.answer("organisation", "ved-ikke")
    address = owner.at("tjekliste/find-ud-af-organisation")
    note = "\r\n".join(["x"] * (LIMIT // 2))
    owner.submit(owner.get(address), {"owner": "å" * 200, "note": note}, action=address)
    assert owner.get(address).form(address).values["note"] == note


@pytest.mark.parametrize("level", ["findes-ikke", "<script>", "x" * 5000])
def test_a_consequence_that_is_none_is_told(owner: Visitor, level: str) -> None:
    page = owner.get(owner.at("konsekvens/gdpr-dataformaal"))
    again = owner.submit(page, {"tid": level, "penge": "ubetydelig"}, status=400)
    assert "Vælg en af konsekvenserne" in again.alerts
    assert typed(again, "penge") == "ubetydelig"
    assert not rows_of(owner.app, owner.assessment)["rating"]


def test_hostile_text_is_letters_on_every_page(owner: Visitor) -> None:
    owner.start(f"Kø {HOSTILE}")
    owner.answer("beskrivelse", HOSTILE)
    owner.answer("organisation", "ved-ikke", note=HOSTILE)
    address = owner.at("tjekliste/find-ud-af-organisation")
    owner.submit(owner.get(address), {"owner": HOSTILE, "note": HOSTILE}, action=address)
    owner.share(Role.READER, HOSTILE)
    shown = " ".join(HOSTILE.split())
    for path, times in {
        "": 1,
        "/profil/1": 3,
        "/svar": 3,
        "/resultat": 1,
        "/tjekliste": 3,
        "/tjekliste/find-ud-af-organisation": 3,
        "/konsekvens/gdpr-dataformaal": 1,
        "/del": 3,
        "/historik": 1,
        "/slet": 1,
    }.items():
        page = _harmless(owner.get(owner.home + path))
        fields = " ".join(str(element.get("value", "")) for element in page.elements)
        assert (page.text + " " + " ".join(fields.split())).count(shown) >= times, path
    assert shown in _harmless(owner.get("/fortsaet")).text
    assert owner.get(owner.at("rapport.pdf")).response.data.startswith(b"%PDF-")


def test_hostile_text_is_letters_where_it_is_refused(owner: Visitor) -> None:
    other = owner.invite(Role.CONTRIBUTOR)
    stale = owner.get(owner.page_of("organisation"))
    other.answer("organisation", "region", note=HOSTILE)
    conflict = owner.submit(stale, {"svar-organisation": "kommune", "note-organisation": HOSTILE}, status=409)
    assert _harmless(conflict).text.count(" ".join(HOSTILE.split())) == 2
    _harmless(owner.submit(stale, {"svar-organisation": HOSTILE}, status=400))
    _harmless(owner.submit(owner.get("/fortsaet"), {"link": HOSTILE}, status=400))


def _harmless(page: Page) -> Page:
    """Fail where any of the hostile text has become part of the page; the lint has looked for code already."""
    assert "<script>alert" not in page.html
    assert not page.all("img", src="x")
    return page
