from dataclasses import FrozenInstanceError
from datetime import date
from pathlib import Path

import pytest

from tests.features import FOLDER
from tests.unit.catalogue.trees import copy_whole
from wizard.catalogue.loader import load_content
from wizard.core.conditions import AllOf, AnyOf, Is, Not
from wizard.core.guidance import Action, Basis, Link, Remark, Requirement
from wizard.core.questions import Kind, Kinship, Option

CONTENT = load_content(FOLDER / "whole")
QUESTIONS = CONTENT.questionnaire.question_by_id


def test_sections_stand_by_the_rank_of_their_areas_and_the_profile_first() -> None:
    sections = CONTENT.questionnaire.sections
    assert [(section.id, section.area) for section in sections] == [
        ("profil", None),
        ("data", "data"),
        ("jura", "jura"),
    ]
    assert [question.section for question in CONTENT.questionnaire] == ["profil"] * 3 + ["data"] * 2 + ["jura"]
    assert list(CONTENT.areas) == ["data", "jura"]


def test_question_is_built_as_it_stands_in_its_file() -> None:
    law = QUESTIONS["hjemmel"]
    assert (law.text, law.help, law.kind) == ("Hvad hviler det på?", "Spørg juristen.", Kind.CHOICES)
    assert (law.challenges, law.advice, law.articles) == (("uden-hjemmel", "hullede-data"), (), ("GDPR art. 6",))
    assert law.options == (
        Option("lov", "En lov"),
        Option("skoen", "Et skøn", {"uden-hjemmel": 1, "hullede-data": 1}),
        Option("ingen-af-dem", "Ingen af dem", {"uden-hjemmel": 3}, exclusive=True),
        Option("ved-ikke", "Ved ikke", unknown=True),
    )
    assert law.kinship is None
    assert QUESTIONS["sektor"].kinship == Kinship("Samme fagområde", 2)
    assert QUESTIONS["maengde"].options[2].not_applicable


def test_conditions_are_built_as_they_are_nested() -> None:
    assert QUESTIONS["sektor"].show_when is None
    assert QUESTIONS["hjemmel"].show_when == AllOf((Is("personer", frozenset({"ja", "ved-ikke"})),))
    assert QUESTIONS["maengde"].show_when == AnyOf(
        (Is("udtraek", frozenset({"ja", "delvist"})), Not(Is("sektor", frozenset({"skole"}))))
    )


def test_challenge_has_its_actions() -> None:
    challenge = CONTENT.challenges["hullede-data"]
    assert (challenge.area, challenge.essential, challenge.summary) == ("data", True, "En udfordring.")
    assert challenge.actions[0] == Action(
        id="hul-et", text="Find et navn", from_exposure=1, phase="ide", role="leder", sources=("hullerne",)
    )


def test_case_says_what_it_is_about_and_where_it_is_from() -> None:
    case = CONTENT.cases["hullerne"]
    assert (case.challenges, case.related, case.pages) == (("hullede-data",), ("uden-hjemmel",), (34,))
    assert case.consequences == {
        "tid": "meget-alvorlig",
        "penge": None,
        "medarbejderressourcer": "ubetydelig",
        "kvalitet": "mindre-alvorlig",
    }
    assert (case.facts, case.caution) == (("70 breve",), "Læs den med forbehold.")
    assert case.fits_when == (
        Requirement(when=Is("sektor", frozenset({"sundhed"})), otherwise="Sagen er fra sundhed."),
    )
    assert case.html == "<h2>Situationen</h2>\n<p>Om <strong>sagen</strong>.</p>"


def test_experience_is_about_no_challenge_and_has_no_consequences() -> None:
    case = CONTENT.cases["erfaringen"]
    assert (case.area, case.challenges, case.related, case.consequences) == (None, (), ("hullede-data",), None)


def test_tool_has_its_own_traits_remarks_and_links() -> None:
    tool = CONTENT.tools["skabelon"]
    assert (tool.is_tool, tool.year, tool.requires) == (True, 2020, ("En jurist",))
    assert tool.traits == {"sektor": {"skole"}}
    assert tool.remarks == (Remark(when=Is("sektor", frozenset({"skole"})), text="Skrevet til sundhed."),)
    assert tool.links == (
        Link(title="Læs mere", url="https://example.dk/", in_report=True),
        Link(title="The original", url="https://example.org/en", in_report=False, language="en"),
    )
    assert not CONTENT.tools["eksempel"].is_tool


def test_project_has_its_facts() -> None:
    project = CONTENT.projects["proeven"]
    assert (project.budget, project.organisations, project.partners) == (1.5, ("Ribe Kommune",), ("Et universitet",))
    assert project.traits == {"sektor": {"sundhed"}, "personer": frozenset()}


def test_law_is_built_as_it_stands_in_its_file() -> None:
    law = CONTENT.law["en-afgoerelse"]
    assert (law.group, law.area, law.basis, law.checked) == (
        "datatilsynet",
        "jura",
        Basis.SECONDARY,
        date(2026, 11, 23),
    )
    assert law.says == ("Det ene.", "Det andet.", "Det tredje.")
    assert law.source == Link(title="Datatilsynet", url="https://example.dk/afgoerelse", in_report=False)
    assert (law.challenges, law.articles) == (("uden-hjemmel", "hullede-data"), ("GDPR art. 6",))
    assert (law.doubt, law.pages) == ("Det kan være ændret.", ())
    assert CONTENT.cases["hullerne"].overtaken_by == ("en-afgoerelse",)
    assert CONTENT.tools["skabelon"].overtaken_by == ()


def test_law_stands_by_its_groups_and_in_them_by_id(tmp_path: Path) -> None:
    root = copy_whole(tmp_path)
    one = root / "guidance/law/en-afgoerelse.md"
    for id_, group in (("b-lov", "dansk-lov"), ("a-lov", "dansk-lov"), ("ai", "ai-forordningen")):
        text = one.read_text(encoding="utf-8").replace("id: en-afgoerelse", f"id: {id_}")
        made = text.replace("group: datatilsynet", f"group: {group}")
        (root / f"guidance/law/{id_}.md").write_text(made, encoding="utf-8")
    assert list(load_content(root).law) == ["a-lov", "b-lov", "en-afgoerelse", "ai"]


def test_words_of_a_case_are_found_also_in_its_project() -> None:
    assert set(CONTENT.words.nearest("Breve")) == {"erfaringen", "hullerne", "loven", "skabelon"}
    assert set(CONTENT.words.nearest("eksemplet")) == {"eksempel"}


def test_content_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        CONTENT.version = "x"  # type: ignore[misc]  # which is the point
    with pytest.raises(FrozenInstanceError):
        QUESTIONS["sektor"].text = "x"  # type: ignore[misc]  # which is the point


def test_synonyms_are_built_as_they_stand_and_there_need_be_none(tmp_path: Path) -> None:
    assert CONTENT.synonyms == (("hjemmel", "retsgrundlag"), ("ki", "kunstig intelligens"))
    root = copy_whole(tmp_path)
    (root / "guidance" / "synonyms.yaml").unlink()
    assert load_content(root).synonyms == ()
