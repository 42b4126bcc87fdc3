"""Sharing, renaming and deleting."""

import pytest

from tests.integration.web.site import rows_of
from tests.integration.web.visitor import Visitor
from tests.integration.web.walk import walk
from wizard.services.access import Role


@pytest.mark.parametrize("role", list(Role))
def test_a_new_link_is_shown_once(owner: Visitor, role: Role) -> None:
    secret = owner.share(role, "juristen")
    page = owner.get(owner.at("del"))
    assert secret not in page.html
    assert "juristen" in page.text
    assert Visitor(owner.app).open(secret).assessment == owner.assessment


def test_only_a_hash_of_a_link_is_stored(owner: Visitor) -> None:
    secret = owner.share(Role.READER)
    stored = str(rows_of(owner.app, owner.assessment))
    assert secret not in stored
    assert owner.secret not in stored


@pytest.mark.parametrize(
    "changes",
    [{"role": "konge"}, {"role": ""}, {"role": []}, {"label": "x" * 201}],
    ids=["unknown", "empty", "missing", "long"],
)
def test_a_link_that_cannot_be_made_leaves_what_was_typed(owner: Visitor, changes: dict[str, str]) -> None:
    typed = {"label": "juristen", **changes}
    again = owner.submit(owner.get(owner.at("del")), typed, status=400)
    assert "Linket kunne ikke laves" in again.alerts
    assert again.form().values["label"] == typed["label"]
    assert len(rows_of(owner.app, owner.assessment)["link"]) == 1


def test_the_longest_label_fits(owner: Visitor) -> None:
    owner.share(Role.READER, "å" * 200)


def test_a_new_name_is_on_every_page(owner: Visitor) -> None:
    page = owner.get(owner.at("del"))
    assert owner.submit(page, {"title": "Et nyt\tnavn "}, action=owner.at("navn")).to == owner.at("del")
    for path in ("", "/svar", "/resultat", "/tjekliste", "/profil/1"):
        assert "Et nyt navn" in owner.get(owner.home + path).text


@pytest.mark.parametrize("title", ["", "   ", "x" * 201], ids=["empty", "space", "long"])
def test_a_name_that_will_not_do_stays_in_the_field_with_a_message(owner: Visitor, title: str) -> None:
    again = owner.submit(owner.get(owner.at("del")), {"title": title}, action=owner.at("navn"), status=400)
    assert "navn" in again.alerts.lower()
    assert again.form(owner.at("navn")).values["title"] == title
    assert "Kø på jobcentret" in owner.get(owner.home).text


def test_deleting_asks_first_and_then_leaves_nothing(owner: Visitor) -> None:
    walk(owner)
    owner.answer("organisation", "ved-ikke", note="En note")
    owner.submit(owner.get(owner.at("konsekvens/gdpr-dataformaal")), {"tid": "ubetydelig"})
    lower = owner.get(owner.at("saenk-risikoen/gdpr-dataformaal"))
    owner.submit(lower, {"svar": "ja"}, action=owner.at("maal/formaal-forenelighed"))
    owner.submit(owner.get(owner.at("tjekliste/find-ud-af-organisation")), {"owner": "Ida"})
    guest = owner.invite(Role.CONTRIBUTOR)
    assert all(rows_of(owner.app, owner.assessment).values())
    secret = owner.secret
    page = owner.get(owner.at("slet"))
    assert owner.at("del") in page.links
    assert owner.submit(page).to == "/fortsaet"
    assert not any(rows_of(owner.app, owner.assessment).values())
    assert owner.secrets == {}
    for visitor in (owner, guest):
        visitor.get(owner.home, status=403)
        assert "Kø på jobcentret" not in visitor.get("/fortsaet").text
    Visitor(owner.app).get(f"/adgang/{secret}", status=404)


def test_a_second_click_on_delete_harms_nothing(owner: Visitor) -> None:
    page = owner.get(owner.at("slet"))
    owner.submit(page)
    owner.submit(page, status=403)


def test_deleting_one_leaves_the_others(owner: Visitor) -> None:
    kept = Visitor(owner.app).start("Det andet")
    kept.answer("organisation", "kommune")
    owner.submit(owner.get(owner.at("slet")))
    assert kept.answer_to("organisation")[0] == "kommune"
