"""The layer of 2026: its facts, held against a copy of what was found, and the form that every entry keeps."""

import re
from datetime import UTC, datetime

import pytest

from tests.content import report
from tests.content.real import CONTENT
from wizard.core.guidance import Basis, Law

LAW = tuple(CONTENT.law.values())
AI_ACT = "Forordning (EU) 2024/1689"

#: When the AI Act applies: the day, and a word that stands in its row of the table.
DATES = [
    ("2. februar 2025", "forbud"),
    ("2. august 2025", "almen brug"),
    ("2. august 2026", "artikel 50"),
    ("2. december 2026", "litra ba og bb"),
    ("2. december 2027", "bilag III"),
    ("2. august 2028", "bilag I"),
]
#: Datatilsynet's statements: day and journal number.
STATEMENTS = {
    "datatilsynet-asta-2022": ("18. maj 2022", "2022-212-3676"),
    "datatilsynet-koebenhavn-2023": ("17. november 2023", "2023-212-0015"),
    "datatilsynet-soenderborg-2024": ("19. januar 2024", "2023-212-0021"),
    "datatilsynet-su-2025": ("september 2025", "2024-212-0371"),
}
#: Other facts that have to stand in an entry, by its id.
FACTS = {
    "ai-datoer": ["2026/1744", "27. juli 2026"],
    "ai-forbudt-brug": ["litra a–c", "litra d–e", "litra f–h", "2. december 2026"],
    "ai-grundrettigheder": ["seks dele", "artikel 49, stk. 3"],
    "ai-hoejrisiko": ["otte områder", "5(a)", "5(d)", "altid højrisiko"],
    "datatilsynet-sandkasse": ["seks måneder", "gratis"],
    "datatilsynet-skabeloner": ["22. maj 2024"],
    "datatilsynet-vejledning-ki": ["oktober 2023"],
    "edpb-skabelon-konsekvensanalyse": ["14. april 2026", "0 til 6"],
    "edpb-udtalelse-om-modeller": ["28/2024", "ubetydelig"],
    "etik-dansk-standard": ["DS/PAS 2500-2:2020"],
    "etik-vurderingsskema": ["27. oktober 2023", "samkøring", "anonyme"],
    "ai-krav-hoejrisiko": ["Artikel 9–11", "Artikel 12–14", "Artikel 15"],
    "gdpr-ni-kriterier": ["WP248", "28. januar 2019"],
    "gdpr-sikkerhed-og-brud": ["72 timer"],
    "lov-dansk-ai-lov": ["8. maj 2025", "2. august 2025"],
    "lov-nis-2": ["lov nr. 434 af 6. maj 2025", "§ 6"],
    "lov-webtilgaengelighed": ["EN 301 549 v3.2.1", "WCAG 2.1"],
    "udstyr-regel-11": ["IIa", "IIb", "III", "klasse I."],
}
#: What is not known, and has to be owned up to: a word of the doubt, by id.
DOUBTS = {
    "ai-datoer": "artikel 49, stk. 2",
    "ai-grundrettigheder": "skabelon",
    "edpb-skabelon-konsekvensanalyse": "endelige",
    "etik-konsekvensanalyse": "spørgsmål",
    "etik-vurderingsskema": "spørgsmål",
    "lov-dansk-ai-lov": "Endnu en dansk lov",
}
#: The ten values of »Dataetik – Sådan gør du«.
VALUES = [
    *("velfærd", "værdighed", "privatliv", "selvbestemmelse", "lighed"),
    *("frihed", "retssikkerhed", "gennemsigtighed", "sikkerhed", "ansvarlighed"),
]


def words_of(law: Law) -> str:
    """Everything that an entry tells its reader."""
    return " ".join((law.summary, *law.says, law.body, law.doubt))


def covers(law: Law, article: str) -> bool:
    """Tell whether an entry is about an article: one names a whole article and with it its paragraphs."""
    return any(article == own or article.startswith(f"{own}(") for own in law.articles)


def test_dates_of_the_ai_act_stand_in_its_table() -> None:
    rows = [line.strip("| ").split(" | ") for line in CONTENT.law["ai-datoer"].body.splitlines() if "| " in line]
    assert [row[0] for row in rows[2:]] == [day for day, _ in DATES]
    for (_, found), (_, word) in zip(rows[2:], DATES, strict=True):
        assert word in found


def test_rows_of_the_ai_act_are_drawn_as_a_table() -> None:
    assert CONTENT.law["ai-datoer"].html.count("<tr>") == len(DATES) + 1


@pytest.mark.parametrize("id_", STATEMENTS)
def test_statement_gives_its_day_and_journal_number(id_: str) -> None:
    day, number = STATEMENTS[id_]
    assert day in " ".join(CONTENT.law[id_].says)
    assert number in " ".join(CONTENT.law[id_].says)
    assert number in CONTENT.law[id_].source.title


@pytest.mark.parametrize("id_", FACTS)
def test_facts_stand_in_the_entry(id_: str) -> None:
    assert [fact for fact in FACTS[id_] if fact not in words_of(CONTENT.law[id_])] == []


@pytest.mark.parametrize("id_", DOUBTS)
def test_entry_says_what_is_not_known(id_: str) -> None:
    assert DOUBTS[id_] in CONTENT.law[id_].doubt


def test_tool_of_kl_says_that_its_lists_are_not_told_here() -> None:
    assert (
        "Vi kender ikke KL's navne på faserne eller punkterne på listerne"
        in CONTENT.tools["juridisk-vaerktoejskasse"].body
    )


def test_criteria_of_high_risk_are_nine() -> None:
    assert re.findall(r"^(\d)\. ", CONTENT.law["gdpr-ni-kriterier"].body, re.MULTILINE) == list("123456789")


def test_values_of_data_ethics_are_ten() -> None:
    said = " ".join(CONTENT.law["etik-ti-vaerdier"].says)
    assert re.findall("|".join(rf"\b{value}\b" for value in VALUES), said) == VALUES


@pytest.mark.parametrize("law", LAW, ids=lambda law: law.id)
def test_entry_says_it_in_three_short_sentences(law: Law) -> None:
    for sentence in law.says:
        assert sentence.endswith("."), sentence
        assert len(sentence.split()) < 30, sentence


@pytest.mark.parametrize("law", LAW, ids=lambda law: law.id)
def test_entry_tells_a_project_what_to_do(law: Law) -> None:
    assert 30 <= len(law.body.split()) <= 170
    assert not re.search(r"\b(AI-system|compliance|DPIA|FRIA|deployer|provider)\b", words_of(law))


@pytest.mark.parametrize("law", LAW, ids=lambda law: law.id)
def test_page_of_the_report_that_an_entry_names_exists(law: Law) -> None:
    pages = [int(page) for page in re.findall(r"\bs\. (\d+)", words_of(law))]
    assert all(1 <= page <= report.LAST_PAGE for page in pages)


@pytest.mark.parametrize("law", LAW, ids=lambda law: law.id)
def test_entry_has_a_source_outside_the_report_and_a_day_of_check(law: Law) -> None:
    assert law.source.url.startswith("https://")
    assert not law.source.in_report
    assert law.checked <= datetime.now(UTC).date()
    assert not law.pages


@pytest.mark.parametrize("law", LAW, ids=lambda law: law.id)
def test_entry_bears_on_one_to_five_challenges(law: Law) -> None:
    assert 1 <= len(law.challenges) <= 5
    assert len(set(law.challenges)) == len(law.challenges)


def test_ids_begin_with_their_group() -> None:
    groups = {
        "databeskyttelsesforordningen": "gdpr",
        "dansk-lov": "lov",
        "datatilsynet": "datatilsynet",
        "ai-forordningen": "ai",
        "medicinsk-udstyr": "udstyr",
        "dataetik": "etik",
        "edpb": "edpb",
    }
    assert {law.group for law in LAW} == set(groups)
    assert [law.id for law in LAW if not law.id.startswith(f"{groups[law.group]}-")] == []


def test_dates_that_were_read_second_hand_are_said_to_be() -> None:
    """The Official Journal was not opened: what tells of the moved dates says so, in its basis or in its doubt."""
    moved = re.compile(r"2\. december 202[67]|2\. august 202[68]")
    telling = [law for law in LAW if law.group == "ai-forordningen" and moved.search(words_of(law))]
    assert len(telling) >= 4
    for law in telling:
        assert law.basis is Basis.SECONDARY or "omtale" in law.doubt, law.id


def test_every_article_that_a_question_names_has_an_entry() -> None:
    named = {article for question in CONTENT.questionnaire for article in question.articles}
    assert named
    assert {article for article in named if not any(covers(law, article) for law in LAW)} == set()


def test_an_article_is_not_taken_for_one_that_begins_alike() -> None:
    assert covers(CONTENT.law["ai-forbudt-brug"], f"{AI_ACT}, art. 5(1)(f)")
    assert not covers(CONTENT.law["ai-forbudt-brug"], f"{AI_ACT}, art. 50")
