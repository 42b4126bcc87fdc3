"""The same project for four readers, as each of them would hear it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.unit.report.conftest import MADE_AT, make_assessment
from tests.unit.report.soundness import find_faults
from tests.unit.report.structure import Node, Tree
from wizard.core.assessment import Assessment, PointState, PointStatus
from wizard.core.summary import Summary
from wizard.report.editions import Edition
from wizard.report.pdf import DATA_NAME, write_pdf
from wizard.report.pictures import describe_areas, describe_matrix, describe_tally

pytestmark = pytest.mark.pdf

Read = Callable[[Edition, Assessment, Summary], Tree]


@pytest.fixture(scope="session")
def read(fonts: Path) -> Read:
    def write_and_read(edition: Edition, assessment: Assessment, summary: Summary) -> Tree:
        return Tree(write_pdf(assessment, summary, edition=edition, made_at=MADE_AT, fonts=fonts))

    return write_and_read


@pytest.fixture(scope="session")
def trees(read: Read, assessment: Assessment, summary: Summary) -> dict[Edition, Tree]:
    return {edition: read(edition, assessment, summary) for edition in Edition}


@pytest.fixture(scope="session")
def full(trees: dict[Edition, Tree]) -> Tree:
    return trees[Edition.FULL]


def rows_of(nodes: list[Node]) -> list[list[str]]:
    """Give the rows of all tables, without their heads."""
    return [[cell.text for cell in row.nodes] for node in nodes if node.role == "Table" for row in node.nodes[1:]]


# ---- every edition


@pytest.mark.parametrize("edition", Edition)
def test_an_edition_is_sound(edition: Edition, trees: dict[Edition, Tree]) -> None:
    assert find_faults(trees[edition]) == []


@pytest.mark.parametrize("edition", Edition)
def test_an_edition_of_nothing_is_sound(edition: Edition, read: Read, empty: Summary) -> None:
    # A name of which nothing is to be seen is none.
    tree = read(edition, make_assessment(empty, title="\u200b \u202e"), empty)
    assert find_faults(tree) == []
    assert tree.find("H1")[0].text == "Projekt uden navn"


@pytest.mark.parametrize(
    ("edition", "begins"),
    [
        (Edition.FULL, "KI-klar Risikovurdering og tjekliste"),
        (Edition.STEERING, "Til styregruppen"),
        (Edition.LAWYER, "Til juristen"),
        (Edition.PLAN, "Handlingsplan"),
    ],
)
def test_an_edition_says_what_it_is_and_of_what(edition: Edition, begins: str, trees: dict[Edition, Tree]) -> None:
    tree = trees[edition]
    assert tree.text.startswith(begins)
    assert tree.find("H1")[0].text == "Fordeling af borgernes mails på Ærø"
    assert "23. november 2026" in tree.text


@pytest.mark.parametrize("edition", Edition)
def test_bookmarks_are_the_headings_in_their_order(edition: Edition, trees: dict[Edition, Tree]) -> None:
    tree = trees[edition]
    told = [(bookmark.title, bookmark.depth + 2) for bookmark in tree.bookmarks]
    assert told == [(node.text, int(node.role[1])) for node in tree.headings[1:]]
    assert told


@pytest.mark.parametrize("edition", Edition)
def test_headers_and_footers_are_there_to_be_seen_only(edition: Edition, trees: dict[Edition, Tree]) -> None:
    tree = trees[edition]
    for number, leaf in enumerate(tree.leaves, start=1):
        kinds = [piece.entries.get("Subtype") for piece in leaf.artifacts]
        assert kinds[-2:] == ["/Header", "/Footer"]
        assert leaf.artifacts[-1].text == f"KI-klar · 23. november 2026Side {number} af {len(tree.leaves)}"
    assert "Side 1 af" not in tree.text


def test_data_travels_inside_only_where_it_is_given(fonts: Path, assessment: Assessment, summary: Summary) -> None:
    pdf = write_pdf(assessment, summary, made_at=MADE_AT, fonts=fonts, data=b'{"svar": "\xc3\xa5"}')
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert opened.attachments[DATA_NAME].get_file().read_bytes() == b'{"svar": "\xc3\xa5"}'
    pdf = write_pdf(assessment, summary, made_at=MADE_AT, fonts=fonts)
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert not opened.attachments


# ---- the full one


def test_contents_name_every_section_and_its_page(full: Tree) -> None:
    sections = full.find("H2")
    assert [item.text for item in full.find("TOCI")] == [f"{node.text} {node.pages[0]}" for node in sections]


def test_pictures_say_in_words_what_they_show(full: Tree, summary: Summary) -> None:
    assert [figure.entry("Alt") for figure in full.find("Figure")] == [
        f"Antal udfordringer med hver risiko. {describe_tally(summary)}",
        f"De syv områder. {describe_areas(summary)}",
        f"Eksponering og konsekvens. {describe_matrix(summary)}",
    ]


def test_each_risk_is_a_heading_with_why_and_what_to_do(full: Tree, summary: Summary) -> None:
    nodes = full.section("Risici og handlinger")
    assert [node.text for node in nodes if node.role == "H3"] == [found.challenge.title for found in summary.exposed]
    facts = [item.nodes[0].text for node in nodes if node.role == "L" for item in node.nodes if len(item.nodes) == 2]
    assert facts[:4] == ["Vurdering", "I svarede", "Regler", "Erfaring"]
    assert "Nr. 1 · Data (rapporten s. 37, 38)" in [node.text for node in nodes]


def test_every_point_is_there_once(full: Tree, summary: Summary) -> None:
    nodes = [*full.section("Risici og handlinger"), *full.section("Resten af tjeklisten")]
    texts = [paragraph.text for node in nodes for body in node.find("LBody") for paragraph in body.nodes]
    for item in summary.checklist.items:
        begins = item.text if item.text.endswith("?") else f"{item.text}."
        assert len([text for text in texts if text.startswith(f"{begins} ")]) == 1


def test_answers_are_rows_with_their_notes(full: Tree) -> None:
    rows = dict(row for row in rows_of(full.section("Alle svar")))
    assert list(rows) == ["Maal?", "Kommune?", "Jura?", "Data?", "Etik?", "Drift?", "Start?", "Pris?"]
    assert rows["Jura?"] == "3 Note: Vi spørger Søren på mandag."
    assert rows["Drift?"] == "Ikke besvaret"
    assert rows["Start?"] == "1. december 2026"


def test_a_link_leads_where_its_text_says(full: Tree) -> None:
    outward = [link for link in full.find("Link") if link.parent and link.parent.role != "Reference"]
    assert {str(link.annotations[0]["/A"]["/URI"]) for link in outward} == {
        "https://example.dk/skema?a=1&b=2",
        "https://example.dk/lov",
    }
    assert {link.text for link in outward} == {
        "Læs om skemaet",
        "https://example.dk/skema?a=1&b=2",
        "Kilden til forskning",
    }
    assert [link.text for link in outward if link.entry("Lang") == "nn"] == ["Læs om skemaet"]


def test_law_that_a_caution_names_can_be_looked_up_among_the_sources(full: Tree, read: Read, summary: Summary) -> None:
    assert "Det var i 2021. Hold det op mod »Forskning binder«." in full.text
    told = [node.text for node in full.section("Kilder")]
    assert told[told.index("Lov og vejledning, som forbeholdene peger på") + 1 :] == [
        "Ikke i rapporten fra 2021. KI-klars bibliotek siger, hvor sikker hver tekst er. Det er kilden, der gælder.",
        "• Forskning binder (kontrolleret 23. november 2026). Kilden til forskning",
    ]
    cases = tuple(replace(match, item=replace(match.item, overtaken_by=())) for match in summary.matches.cases)
    without = replace(summary, matches=replace(summary.matches, cases=cases))
    assert "Lov og vejledning" not in read(Edition.FULL, make_assessment(without), without).text


# ---- the others


def test_the_steering_group_has_two_pages(trees: dict[Edition, Tree]) -> None:
    tree = trees[Edition.STEERING]
    assert len(tree.leaves) == 2
    assert [node.pages[0] for node in tree.find("H2")] == [1, 2]
    assert [node.text for node in tree.find("H2")] == ["Her står projektet", "Det skal I tage stilling til"]
    assert [node.text for node in tree.section("Det skal I tage stilling til") if node.role == "H3"] == [
        "De syv områder",
        "Det ved I ikke endnu",
    ]


def test_the_steering_group_has_two_pages_however_long_names_are(read: Read, summary: Summary) -> None:
    points = {item.id: PointState(owner="W" * 200, deadline=date(2027, 9, 30)) for item in summary.checklist.items}
    tree = read(Edition.STEERING, make_assessment(summary, title="W" * 200, points=points), summary)
    assert len(tree.leaves) == 2
    assert "WWW… Senest 30. september 2027" in tree.text


def test_the_lawyer_sees_what_rests_on_law_and_nothing_else(trees: dict[Edition, Tree], summary: Summary) -> None:
    tree = trees[Edition.LAWYER]
    nodes = tree.section("Spørgsmål, der hviler på en regel")
    assert [(node.role, node.text) for node in nodes if node.role != "L"] == [("H3", "Profil"), ("H4", "Jura?")]
    [facts] = [node for node in nodes if node.role == "L"]
    assert [[part.text for part in item.nodes] for item in facts.nodes] == [
        ["Regel", "GDPR art. 5"],
        ["Projektets svar", "3 Note: Vi spørger Søren på mandag."],
        ["Loven i dag", "Ikke i rapporten fra 2021. Forskning binder (kontrolleret 23. november 2026)"],
        ["Svaret viser", "Uklart, om I må bruge oplysningerne (kritisk risiko)"],
        ["Din vurdering", "I orden Skal ændres Kan ikke vurderes endnu"],
        ["Kommentar", "Skriv her"],
    ]
    resting = [item for item in summary.checklist.items if item.articles]
    rows = rows_of(tree.section("Punkter, der hviler på en regel"))
    assert len(rows) == len(resting) > 0
    for row, item in zip(rows, resting, strict=True):
        assert row[1].startswith(f"{item.text} {item.articles[0]}")


def test_the_lawyer_reads_what_the_law_is_today(trees: dict[Edition, Tree]) -> None:
    nodes = trees[Edition.LAWYER].section("Loven i dag")
    assert [node.text for node in nodes if node.role == "H3"] == ["Forskning binder"]
    text = " ".join(node.text for node in nodes)
    for told in (
        "Dansk lov (kontrolleret 23. november 2026). Kilden er læst, ofte kun de første sider.",
        "Et.",
        "To.",
        "Tre.",
        "Kilden til forskning",
        "Usikkert: Måske ændret.",
    ):
        assert told in text
    assert all("Loven i dag" not in [node.text for node in tree.find("H2")] for tree in _others(trees))


def _others(trees: dict[Edition, Tree]) -> list[Tree]:
    return [tree for edition, tree in trees.items() if edition is not Edition.LAWYER]


def test_law_that_is_checked_long_ago_is_told_so(read: Read, assessment: Assessment, summary: Summary) -> None:
    stale = replace(summary.content.law["forskning"], checked=date(2025, 11, 22))
    content = replace(summary.content, law={**summary.content.law, "forskning": stale})
    tree = read(Edition.LAWYER, assessment, replace(summary, content=content))
    assert tree.text.count("(kontrolleret 22. november 2025, for over et år siden)") == 2


def test_the_plan_is_by_owner_and_deadline(read: Read, summary: Summary) -> None:
    ids = [item.id for item in summary.checklist.items]
    assert len(ids) == 4
    points = {
        ids[0]: PointState(owner="anne", deadline=date(2027, 5, 1)),
        ids[1]: PointState(owner="Anne", deadline=date(2027, 1, 4), note="Aftalt."),
        ids[2]: PointState(owner="Bo\u200b", status=PointStatus.STARTED),
        ids[3]: PointState(owner="Bo", status=PointStatus.DONE),
    }
    tree = read(Edition.PLAN, make_assessment(summary, points=points), summary)
    texts = {item.id: item.text for item in summary.checklist.items}
    assert [node.text for node in tree.headings[1:]] == [
        "Punkter med en ansvarlig",
        "Anne",
        "Bo",
        "Færdigt eller sat til side",
    ]
    assert [row[:3] for row in rows_of(tree.section("Punkter med en ansvarlig"))] == [
        ["Ikke begyndt", "4. januar 2027", f"{texts[ids[1]]} Note: Aftalt."],
        ["Ikke begyndt", "1. maj 2027", texts[ids[0]]],
        ["I gang", "Ingen frist", texts[ids[2]]],
    ]
    assert [row[:3] for row in rows_of(tree.section("Færdigt eller sat til side"))] == [
        ["Færdig", "Ingen frist", texts[ids[3]]]
    ]


def test_a_plan_without_owners_goes_by_role(read: Read, summary: Summary) -> None:
    # A name of which nothing is to be seen is no name.
    points = {summary.checklist.items[0].id: PointState(owner="\u200b")}
    tree = read(Edition.PLAN, make_assessment(summary, points=points), summary)
    assert [node.text for node in tree.find("H2")] == ["Punkter uden en ansvarlig"]
    assert len(rows_of(tree.root.nodes)) == len(summary.checklist.items)


def test_a_short_edition_has_the_name_of_its_reader_in_its_subject(
    fonts: Path, assessment: Assessment, summary: Summary
) -> None:
    other = replace(assessment, title="Et andet navn")
    pdf = write_pdf(other, summary, edition=Edition.LAWYER, made_at=MADE_AT, fonts=fonts)
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert str(opened.docinfo["/Title"]) == "Et andet navn"
        assert str(opened.docinfo["/Subject"]) == "Til juristen, indholdsversion 0"
