"""The plan edited in Excel and sent back: seen before it is saved, and saved whole or not at all."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.integration.web.page import Page, text_of
from tests.integration.web.site import rows_of
from tests.integration.web.visitor import Visitor
from tests.integration.web.walk import walk
from tests.unit.report.sheets.books import edited, letter, opened, place, plan_of, put
from wizard.report.sheets.plan import Column
from wizard.security import MAX_REQUEST
from wizard.services.access import Role

CONFLICT = 409
ITEM = "find-ud-af-skaevt-mellem-grupper"


@pytest.fixture
def me(owner: Visitor) -> Visitor:
    walk(owner)
    return owner


def taken(visitor: Visitor) -> bytes:
    """Fetch the workbook by the link on the page."""
    page = visitor.get(visitor.at("handlingsplan"))
    [address] = [link for link in page.links if link.endswith("rapport.xlsx")]
    raw: bytes = visitor.get(address).response.data
    return raw


def send(visitor: Visitor, raw: bytes, *, status: int = 200, called: str = "plan.xlsx") -> Page:
    page = visitor.get(visitor.at("handlingsplan"))
    return visitor.upload(page, "file", (raw, called), status=status)


def save(visitor: Visitor, preview: Page, *, status: int = 302, **changes: str) -> Page:
    return visitor.submit(preview, changes, action=visitor.at("handlingsplan/gem"), status=status)


def point(visitor: Visitor, item: str = ITEM) -> dict[str, Any]:
    address = visitor.at(f"tjekliste/{item}")
    values = visitor.get(address).form(address).values
    return {name: values[name] for name in ("owner", "deadline", "status", "note")}


def write(visitor: Visitor, **values: str) -> None:
    address = visitor.at(f"tjekliste/{ITEM}")
    visitor.submit(visitor.get(address), values, action=address)


def rows(page: Page) -> list[list[str]]:
    return [[text_of(cell) for cell in row.findall("td")] for row in page.one("tbody").findall("tr")]


def test_the_way_from_the_checklist_through_excel_and_back(me: Visitor) -> None:
    checklist = me.get(me.at("tjekliste"))
    assert me.at("handlingsplan") in checklist.links
    before = rows_of(me.app, me.assessment)
    raw = put(put(taken(me), Column.OWNER, ITEM, "Ida"), Column.DEADLINE, ITEM, "4. januar 2027")
    preview = send(me, raw)
    said = [row[1:] for row in rows(preview)]
    assert said == [["Ansvarlig", "Tom", "Ida"], ["Frist", "Tom", "4. januar 2027"]]
    assert "1 punkt bliver ændret. Der er ikke gemt noget endnu." in preview.text
    assert rows_of(me.app, me.assessment) == before
    done = me.follow(save(me, preview))
    assert "1 punkt er ændret fra Excel" in done.text
    assert point(me) == {"owner": "Ida", "deadline": "2027-01-04", "status": "aaben", "note": ""}
    assert "Tjekliste: Find ud af" in me.get(me.at("historik")).text


def test_an_unedited_sheet_has_nothing_to_save(me: Visitor) -> None:
    preview = send(me, taken(me))
    assert "ikke noget at gemme" in preview.text
    assert not preview.all("form")


def test_old_and_new_stand_side_by_side_and_only_what_differs(me: Visitor) -> None:
    write(me, owner="Bo", status="i-gang", note="<b>Gammel</b>")
    raw = put(put(taken(me), Column.STATUS, ITEM, "færdig"), Column.NOTE, ITEM, "<b>Ny</b>\nlinje")
    said = [row[1:] for row in rows(send(me, raw))]
    assert said == [["Status", "I gang", "Færdig"], ["Note", "<b>Gammel</b>", "<b>Ny</b> linje"]]


def test_what_people_have_typed_does_not_turn_the_rest_of_the_page(me: Visitor) -> None:
    write(me, note="gammel \u202e note")
    preview = send(me, put(taken(me), Column.NOTE, ITEM, "ny \u202e note"))
    assert [text_of(text) for text in preview.one("tbody").findall(".//bdi")] == [
        "gammel \u202e note",
        "ny \u202e note",
    ]


def test_every_fault_is_told_by_its_cell_and_nothing_can_be_saved(me: Visitor) -> None:
    raw = taken(me)
    cell = place(plan_of(opened(raw)), Column.DEADLINE, ITEM)
    raw = put(put(put(raw, Column.DEADLINE, ITEM, "1/4/2027"), Column.STATUS, ITEM, "snart"), Column.OWNER, ITEM, "Ida")
    again = send(me, raw, status=400)
    assert again.title.startswith("Fejl:")
    assert f"Handlingsplan!{cell}: »1/4/2027« kan læses som to datoer." in again.alerts
    assert "»snart« er ikke en status" in again.alerts
    assert "Der er ikke ændret noget" in again.text
    assert [form.get("action") for form in again.all("form")] == [me.at("handlingsplan")]
    assert point(me)["owner"] == ""


def test_more_faults_than_anybody_reads_are_counted(me: Visitor) -> None:
    def spoil(sheet: Worksheet) -> None:
        for row in range(2, sheet.max_row + 1):
            for column in (Column.OWNER, Column.DEADLINE, Column.STATUS, Column.NOTE):
                sheet.cell(row, letter(column)).value = "=1"

    again = send(me, edited(taken(me), spoil), status=400)
    items = again.by_id("fejl").findall(".//li")
    assert len(items) == 101
    assert re.search(r"Og \d+ til", text_of(items[-1]))


@pytest.mark.parametrize(
    ("raw", "said"),
    [(b"", "Filen er tom"), (b"%PDF-1.7", "er en PDF"), (b"a;b\r\n", "CSV"), (b"PK\x03\x04", "beskadiget")],
)
def test_a_file_that_is_no_plan_is_told_at_the_field(me: Visitor, raw: bytes, said: str) -> None:
    again = send(me, raw, status=400)
    assert said in again.alerts
    assert me.at("handlingsplan") + "#file" in again.links


def test_no_file_at_all_is_told(me: Visitor) -> None:
    again = send(me, b"", called="", status=400)
    assert "Vælg en fil" in again.alerts


def test_a_file_that_is_too_large_is_told_with_the_limit_and_a_way_back(me: Visitor) -> None:
    kind = "multipart/form-data; boundary=granse"
    response = me.client.post(me.at("handlingsplan"), data=b"x" * (MAX_REQUEST + 1), content_type=kind)
    page = Page(me.at("handlingsplan"), response)
    assert page.status == 413
    assert "2 MB" in page.text
    assert me.at("handlingsplan") in page.links


def test_changes_too_large_for_a_form_are_told(me: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wizard.web.plan.views._MOST_SEALED", 10)
    assert "for meget på én gang" in send(me, put(taken(me), Column.OWNER, ITEM, "Ida"), status=400).alerts


def test_what_is_not_read_is_told(me: Visitor) -> None:
    def edit(sheet: Worksheet) -> None:
        sheet.cell(2, letter(Column.ID)).value = "et-punkt-der-var"
        sheet.cell(sheet.max_row + 1, letter(Column.POINT)).value = "Køb <kage>"

    raw = put(edited(taken(me), edit), Column.DEADLINE, ITEM, 46391, "General")
    preview = send(me, raw)
    assert "Punkter, der ikke er på tjeklisten mere" in preview.text
    assert "Køb <kage>" in preview.text
    assert "Cellen viste tallet 46391. Vi har læst det som datoen 04-01-2027." in preview.text


def test_what_somebody_has_changed_in_the_meantime_is_told_and_stays(me: Visitor) -> None:
    raw = put(taken(me), Column.NOTE, ITEM, "Fra Excel")
    write(me, owner="Bo", note="Fra siden")
    preview = send(me, raw)
    assert [row[1] for row in rows(preview)] == ["Note"]
    assert "Ændret i KI-klar, siden I hentede arket" in rows(preview)[0][2]
    assert "Det, der står i KI-klar, bliver stående" in preview.text
    save(me, preview)
    assert (point(me)["owner"], point(me)["note"]) == ("Bo", "Fra Excel")


def test_the_sheet_of_another_assessment_is_told(me: Visitor) -> None:
    other = Visitor(me.app).start("En anden")
    walk(other)
    assert "hentet fra en anden selvevaluering" in send(me, taken(other)).text


def test_who_comes_first_between_preview_and_save_is_told_and_nothing_is_written(me: Visitor) -> None:
    second = "find-ud-af-samme-navn-og-format"
    raw = put(taken(me), Column.OWNER, ITEM, "Ida")
    preview = send(me, raw)
    write(me.invite(Role.CONTRIBUTOR), owner="Bo")
    before = rows_of(me.app, me.assessment)
    conflict = save(me, preview, status=CONFLICT)
    assert conflict.title.startswith("Fejl:")
    assert "En anden har ændret noget imens" in conflict.alerts
    assert "Find ud af" in conflict.alerts
    assert [row[1:] for row in rows(conflict)] == [["Ansvarlig", "Bo", "Ida"]]
    assert rows_of(me.app, me.assessment) == before
    assert second not in conflict.html
    save(me, conflict)
    assert point(me)["owner"] == "Ida"


def test_saving_twice_changes_something_once(me: Visitor) -> None:
    preview = send(me, put(taken(me), Column.OWNER, ITEM, "Ida"))
    save(me, preview)
    before = rows_of(me.app, me.assessment)
    again = me.follow(save(me, preview)).text
    assert "Ændringerne fra Excel var allerede gemt." in again
    assert "0 punkter" not in again
    assert rows_of(me.app, me.assessment) == before


def spoilt(sealed: str) -> str:
    return sealed[:-2] + ("AA" if sealed[-2:] != "AA" else "BB")


@pytest.mark.parametrize(
    "change",
    [spoilt, lambda _: "", lambda _: "W10.abc", lambda sealed: sealed * 2],
    ids=["spoilt", "empty", "made up", "twice"],
)
def test_changes_that_are_not_ours_are_not_made(me: Visitor, change: Callable[[str], str]) -> None:
    preview = send(me, put(taken(me), Column.OWNER, ITEM, "Ida"))
    sealed = str(preview.form(me.at("handlingsplan/gem")).values["changes"])
    before = rows_of(me.app, me.assessment)
    again = save(me, preview, status=400, changes=change(sealed))
    assert "Send regnearket igen" in again.alerts
    assert rows_of(me.app, me.assessment) == before


def test_changes_sealed_for_one_assessment_are_not_made_in_another(me: Visitor) -> None:
    preview = send(me, put(taken(me), Column.OWNER, ITEM, "Ida"))
    sealed = str(preview.form(me.at("handlingsplan/gem")).values["changes"])
    other = Visitor(me.app).start("En anden")
    values = {"csrf_token": other.token(), "changes": sealed}
    assert "Send regnearket igen" in other.post(other.at("handlingsplan/gem"), values, status=400).alerts


def test_a_stale_form_keeps_the_changes_and_can_be_sent_again(me: Visitor) -> None:
    preview = send(me, put(taken(me), Column.OWNER, ITEM, "Ida"))
    again = save(me, preview, status=400, csrf_token="forkert")
    assert "for gammel" in again.alerts
    assert [row[1:] for row in rows(again)] == [["Ansvarlig", "Tom", "Ida"]]
    save(me, again)
    assert point(me)["owner"] == "Ida"


def test_a_stale_upload_asks_for_the_file_again(me: Visitor) -> None:
    values = {"csrf_token": "forkert"}
    again = me.post(me.at("handlingsplan"), values, status=400)
    assert "Vælg filen igen" in again.alerts


def test_a_reader_sees_nothing_of_it(me: Visitor) -> None:
    reader = me.invite(Role.READER)
    assert me.at("handlingsplan") not in reader.get(reader.at("tjekliste")).links
    token = {"csrf_token": reader.token()}
    reader.get(reader.at("handlingsplan"), status=403)
    for path in ("handlingsplan", "handlingsplan/gem"):
        reader.post(reader.at(path), token, status=403)


@pytest.mark.parametrize("query", ["", "?rettet=mange", "?rettet=<b>", "?rettet=1e9"])
def test_the_checklist_tells_of_changes_only_after_them(me: Visitor, query: str) -> None:
    assert "ændret fra Excel" not in me.get(me.at(f"tjekliste{query}")).text
