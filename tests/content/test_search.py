"""Searches as new users type them: typing errors, halves of words, and æ, ø, å by other means."""

import pytest

from tests.content.real import CONTENT
from wizard.core.library import folders_of
from wizard.core.search import NEAREST, Findings

SEARCH = CONTENT.search_index

#: What somebody typed -> what has to stand among the first three.
WANTED = {
    "gdpr": "lov/gdpr-konsekvensanalyse",
    "art 35": "lov/gdpr-konsekvensanalyse",
    "Artikel 35": "lov/gdpr-konsekvensanalyse",
    "gdpr artikel 22": "lov/gdpr-automatiske-afgoerelser",
    "§ 10": "lov/lov-forskning",
    "28/2024": "lov/edpb-udtalelse-om-modeller",
    "hjemmel": "lov/gdpr-retsgrundlag",
    "chatbot til borgere": "lov/ai-gennemsigtighed",
    "art. 6, stk. 1, litra e": "lov/gdpr-retsgrundlag",
    "GDPR art. 14": "lov/gdpr-oplysningspligt",
    "forvaltningsloven § 19": "lov/lov-partshoering-og-begrundelse",
    "for lidt data": "udfordringer/utilstraekkelig-datamaengde",
    "er der nok data": "udfordringer/utilstraekkelig-datamaengde",
    "hvor meget data skal vi have": "udfordringer/utilstraekkelig-datamaengde",
    "OS2": "projekter/mailfordeling",
    "anonymisering": "lov/edpb-udtalelse-om-modeller",
    "pseudonymisering": "lov/lov-cpr-nummer",
    "faldforebyggelse": "projekter/intelligent-rehabilitering",
    "genoptræning": "projekter/intelligent-rehabilitering",
    "byggetilladelse": "projekter/byggeansoegninger",
    "dpia": "lov/gdpr-konsekvensanalyse",
    "ai act": "lov/ai-datoer",
    "ai-forordningen": "lov/ai-datoer",
    "højrisiko": "lov/ai-hoejrisiko",
    "hoejrisiko": "lov/ai-hoejrisiko",
    "nis2": "lov/lov-nis-2",
    "cpr": "lov/lov-cpr-nummer",
    "forvaltningsloven": "lov/lov-partshoering-og-begrundelse",
    "databeh": "spoergsmaal/databehandleraftale",
    "databehandler aftale": "spoergsmaal/databehandleraftale",
    "datakvalitet": "udfordringer/utilstraekkelig-datakvalitet",
    "kvaliteten af data": "udfordringer/utilstraekkelig-datakvalitet",
    "data kvalitet": "udfordringer/utilstraekkelig-datakvalitet",
    "dtaakvalitet": "udfordringer/utilstraekkelig-datakvalitet",
    "samkøring": "udfordringer/samkoering-af-data",
    "sammenkøring af data": "udfordringer/samkoering-af-data",
    "ce mærkning": "udfordringer/ce-maerkning",
    "CE-maerkning": "udfordringer/ce-maerkning",
    "it sikkerhed": "udfordringer/it-sikkerhed-faelles-systemer",
    "ledelsesopbakn": "udfordringer/manglende-ledelsesopbakning",
    "leverandøør": "udfordringer/samarbejde-med-leverandoerer",
    "bias": "udfordringer/ulighed-og-bias",
    "diskriminaton": "udfordringer/ulighed-og-bias",
    "gennemsigtighed": "udfordringer/manglende-transparens",
    "hvem ejer løsningen": "udfordringer/uklart-ejerskab",
    "hvordan anonymiserer vi billeder?": "vaerktoejer/anonymisering-af-billeddata",
    "ml lab": "vaerktoejer/ml-lab",
    "kodeks": "vaerktoejer/kodeks-for-ki",
    "sagsbehandling": "cases/case-forandringsledelse-koebenhavn",
    "konsekvensanlyse tager lang tid": "cases/case-juridiske-dokumenter-lillebaelt",
    "hvidbog kobenhavn": "cases/exp-3-koebenhavn-hvidbog",
    "byggesager": "projekter/byggeansoegninger",
    "sortering af mails": "cases/exp-2-norddjurs-skalering",
    "fordeling af post": "projekter/mailfordeling",
    "kræftpatienter": "projekter/tilrettelaeggelse-kraeftbehandling",
    "strålebehandling": "projekter/straaledosis",
    "ledige": "projekter/jobmatch",
    "rengoering": "projekter/visitering-rengoering",
    "råd 2": "raad/raad-02-juridisk-grundlag",
    "dataetik": "raad/raad-06-respekt-for-dataetik",
    "jura": "omraader/jura",
    "begrundelsespligt": "lov/lov-partshoering-og-begrundelse",
    "tredjelande": "lov/gdpr-data-ud-af-eu",
    "hackerangreb": "udfordringer/it-sikkerhed-faelles-systemer",
    "ligebehandling": "udfordringer/ulighed-og-bias",
    "skæv": "udfordringer/ulighed-og-bias",
    "diskrimination": "spoergsmaal/skaevt-mellem-grupper",
}


def refs(findings: Findings) -> list[str]:
    return [f"{hit.kind}/{hit.id}" for hit in findings.hits]


@pytest.mark.parametrize(("query", "wanted"), WANTED.items())
def test_entry_that_was_meant_stands_among_the_first_three(query: str, wanted: str) -> None:
    assert wanted in refs(SEARCH.search(query))[:3]


@pytest.mark.parametrize("query", ["koebenhavn", "københavn", "KØBENHAVN", "KOEBENHAVN"])
def test_danish_letters_are_found_however_they_are_typed(query: str) -> None:
    assert SEARCH.search(query).hits == SEARCH.search("København").hits
    assert SEARCH.search(query).hits


@pytest.mark.parametrize(
    "query",
    [
        "og at i",
        "xyzzy",
        "' OR 1=1; DROP TABLE assessment; --",
        'NEAR("data" kvalitet) AND NOT title:*',
        "\x00\x1b[31m",
        "data " * 2_000,
        "a" * 10_000,
        "æ" * 10_000,
    ],
)
def test_whatever_is_typed_there_is_something_to_go_on_with(query: str) -> None:
    findings = SEARCH.search(query)
    assert findings.hits
    assert len(findings.hits) <= (NEAREST if findings.is_nearest else 50)


@pytest.mark.parametrize("query", ["%", "💥", '"""', "\\", "-" * 10_000])
def test_what_has_hardly_a_letter_finds_nothing(query: str) -> None:
    assert SEARCH.search(query).hits == ()


@pytest.mark.parametrize("query", ["klage", "bange", "underretninger", "transskription", "mødereferat"])
def test_what_nothing_is_about_is_never_said_to_be_found(query: str) -> None:
    findings = SEARCH.search(query)
    assert findings.is_nearest or findings.is_guess


def test_word_that_is_like_none_gives_the_nearest_and_says_so() -> None:
    findings = SEARCH.search("kompetentse")
    assert findings.is_nearest or "omraader/kompetencer" in refs(findings)[:3]
    assert SEARCH.search("qwertzuiop").is_nearest


def test_everything_in_the_library_is_found_by_its_title() -> None:
    missed = []
    for folder, items in folders_of(CONTENT).items():
        for id_, item in items.items():
            first = refs(SEARCH.search(item.text if folder == "spoergsmaal" else item.title))[:3]  # type: ignore[union-attr]  # told by the folder
            if f"{folder}/{id_}" not in first:
                missed.append((folder, id_, first))
    assert missed == []


def test_groups_of_synonyms_have_something_to_find() -> None:
    idle = [group for group in CONTENT.synonyms if all(SEARCH.search(phrase).is_nearest for phrase in group)]
    assert idle == []


def test_title_of_what_is_found_is_marked() -> None:
    hit = SEARCH.search("kvaliteten af data").hits[0]
    marked = [piece.text for piece in SEARCH.search("hullede data").mark(hit.title) if piece.is_hit]
    assert marked == ["Hullede", "data"]
