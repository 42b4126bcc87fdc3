"""What was changed, and with which right."""

from tests.integration.web.page import text_of
from tests.integration.web.visitor import Visitor
from wizard.services.access import Role


def _changes(visitor: Visitor) -> list[tuple[str, str]]:
    rows = [row for row in visitor.get(visitor.at("historik")).elements if row.tag == "tr"][1:]
    return [(text_of(row[1]), text_of(row[2])) for row in rows]


def test_changes_stand_newest_first_with_the_right_that_made_them(owner: Visitor) -> None:
    owner.answer("organisation", "kommune")
    owner.invite(Role.CONTRIBUTOR).answer("sektor", "sundhed")
    everything = "Alt, også dele og slette"
    assert _changes(owner) == [
        ("Svar: Hvilket fagområde hører projektet til?", "Læse og svare"),
        ("Et link er lavet eller lukket", everything),
        ("Svar: Hvilken slags organisation står for projektet?", everything),
        ("Selvevalueringen er begyndt", everything),
    ]


def test_every_kind_of_change_is_said(owner: Visitor) -> None:
    token = {"csrf_token": owner.token()}
    owner.post(owner.at("konsekvens/gdpr-dataformaal"), {**token, "tid": "ubetydelig"}, status=302)
    owner.post(owner.at("navn"), {**token, "title": "Et andet navn"}, status=302)
    owner.answer("personoplysninger", "ved-ikke")
    owner.post(owner.at("tjekliste/find-ud-af-personoplysninger"), {**token, "status": "i-gang"}, status=302)
    assert [change for change, _ in _changes(owner)] == [
        "Tjekliste: Find ud af: Skal løsningen bruge oplysninger om mennesker, der kan genkendes?",
        "Svar: Skal løsningen bruge oplysninger om mennesker, der kan genkendes?",
        "Navnet",
        "Konsekvens (tid): Data indsamlet til et andet formål",
        "Selvevalueringen er begyndt",
    ]
