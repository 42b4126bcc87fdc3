"""Text, lists and tables that go on over the page: one element each, and not a letter lost."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.unit.report.drawing import draw_blocks
from tests.unit.report.soundness import find_faults
from tests.unit.report.structure import Node, Tree, plain
from wizard.report.blocks import (
    Block,
    Contents,
    Facts,
    FirstFit,
    Form,
    Heading,
    Items,
    Kept,
    Note,
    Row,
    Span,
    Table,
    Task,
    Tasks,
    Text,
    Tick,
)
from wizard.report.typeset.typeface import load_typeface

pytestmark = pytest.mark.pdf

#: Room for eleven lines of running text under the title.
_LOW = 200.0


def number_lines(count: int, name: str = "linje") -> str:
    return "\n".join(f"{name} {number}" for number in range(count))


def only(tree: Tree, *roles: str) -> Node:
    [node] = tree.find(*roles)
    return node


def make_table(rows: Sequence[Sequence[str]], form: Form = Form.TABLE) -> Table:
    cells = [Row([[Text([cell], "cell")] for cell in row]) for row in rows]
    return Table("Det, der skal gøres", (120, 0), ("Hvad", "Hvorfor"), cells, names_rows=0, form=form)


def test_a_paragraph_that_goes_on_over_the_page_is_one(fonts: Path) -> None:
    tree = draw_blocks([Text([number_lines(40)])], fonts, height=_LOW)
    paragraph = only(tree, "P")
    assert paragraph.pages == [1, 2, 3, 4]
    assert paragraph.text == plain(number_lines(40))
    assert find_faults(tree) == []


def test_a_table_that_goes_on_over_the_page_is_one_and_its_head_is_heard_once(fonts: Path) -> None:
    rows = [(f"Opgave {number}", f"Grund {number}") for number in range(40)]
    tree = draw_blocks([make_table(rows)], fonts, height=_LOW)
    table = only(tree, "Table")
    assert len(table.pages) > 3
    assert [[cell.text for cell in row.nodes] for row in table.nodes] == [["Hvad", "Hvorfor"], *map(list, rows)]
    assert table.nodes[0].pages == [1]
    for leaf in tree.leaves[1:]:
        seen = [piece.text for piece in leaf.artifacts if piece.entries.get("Type") == "/Pagination"]
        assert seen[:2] == ["HvadHvorfor", str(tree.leaves.index(leaf) + 1)]
    assert find_faults(tree) == []


def test_rows_have_heads_where_a_table_is_large_enough_for_them_to_help(fonts: Path) -> None:
    def roles_of_rows(rows: int, columns: int) -> set[tuple[str, ...]]:
        row = Row([[Text(["ord"], "cell")] for _ in range(columns)])
        table = Table("Skema", [0.0] * columns, ["Hoved"] * columns, [row] * rows, names_rows=1)
        _, *found = only(draw_blocks([table], fonts), "Table").nodes
        return {tuple(cell.role for cell in row.nodes) for row in found}

    assert roles_of_rows(2, 3) == {("TD", "TD", "TD")}
    assert roles_of_rows(8, 3) == {("TD", "TH", "TD")}
    assert roles_of_rows(8, 2) == {("TD", "TD")}


def test_contents_lead_to_each_section_and_say_its_page(fonts: Path) -> None:
    sections = [
        block for name in ("Først", "Så") for block in (Heading(name, 1), Heading("Under", 2), Text([number_lines(20)]))
    ]
    tree = draw_blocks([Contents(), *sections], fonts, height=_LOW)
    pages = [heading.pages[0] for heading in tree.find("H2")]
    assert [item.text for item in only(tree, "TOC").nodes] == [f"Først {pages[0]}", f"Så {pages[1]}"]
    assert [(bookmark.title, bookmark.depth) for bookmark in tree.bookmarks] == [
        ("Først", 0),
        ("Under", 1),
        ("Så", 0),
        ("Under", 1),
    ]
    assert find_faults(tree) == []


def test_a_cell_that_goes_on_over_the_page_is_one(fonts: Path) -> None:
    tree = draw_blocks([make_table([("Kort", number_lines(60)), ("Efter", "Til sidst")])], fonts, height=_LOW)
    _, long, last = only(tree, "Table").nodes
    assert long.nodes[0].pages == [1]
    assert long.nodes[1].pages == [1, 2, 3, 4, 5]
    assert long.nodes[1].text == plain(number_lines(60))
    assert [cell.text for cell in last.nodes] == ["Efter", "Til sidst"]
    assert find_faults(tree) == []


def test_a_list_and_an_item_that_go_on_over_the_page_are_one(fonts: Path) -> None:
    tree = draw_blocks([Items([["kort"], [number_lines(30)], ["sidst"]], is_numbered=True)], fonts, height=_LOW)
    found = only(tree, "L")
    assert [[part.role for part in item.nodes] for item in found.nodes] == [["Lbl", "LBody"]] * 3
    assert [item.nodes[0].text for item in found.nodes] == ["1.", "2.", "3."]
    assert found.nodes[1].nodes[1].text == plain(number_lines(30))
    assert found.nodes[1].pages == [1, 2, 3]
    assert str(found.attribute("ListNumbering")) == "/Decimal"
    assert find_faults(tree) == []


def test_facts_and_their_answers_are_labels_and_bodies(fonts: Path) -> None:
    facts = Facts([("Regel", [Text(["artikel 5"])]), ("Svar", [Text([number_lines(25)]), Note("Note:", "en note")])])
    tree = draw_blocks([facts], fonts, height=_LOW)
    law, answer = only(tree, "L").nodes
    assert [part.text for part in law.nodes] == ["Regel", "artikel 5"]
    assert [part.role for part in answer.nodes[1].nodes] == ["P", "Note"]
    assert answer.nodes[1].text == f"{plain(number_lines(25))} Note: en note"
    assert len(answer.pages) > 1
    assert find_faults(tree) == []


def test_a_task_says_its_notes_in_its_own_item(fonts: Path) -> None:
    notes = [Note("Note:", number_lines(30))]
    tasks = [Task(Tick("Færdig", is_done=True), ["Gør det. "], notes), Task(Tick("Åben"), ["Gør det andet. "])]
    tree = draw_blocks([Tasks(tasks)], fonts, height=_LOW)
    first, second = only(tree, "L").nodes
    assert [node.role for node in first.walk() if node.role != "Span"] == ["LI", "LBody", "P", "Note", "Lbl"]
    assert first.text == f"Gør det. Note: {plain(number_lines(30))}"
    assert second.text == "Gør det andet."
    assert find_faults(tree) == []


def test_a_list_under_a_heading_begins_on_the_page_where_there_is_room(fonts: Path) -> None:
    before = Text([number_lines(3)])
    kept = Kept([Heading("Ikke besvaret", 1), Items([[f"spørgsmål {number}"] for number in range(30)])])
    tree = draw_blocks([before, kept], fonts, height=_LOW)
    assert only(tree, "H2").pages == [1]
    assert only(tree, "L").pages[0] == 1
    assert len(only(tree, "L").nodes) == 30
    assert find_faults(tree) == []


@pytest.mark.parametrize("lines", range(12))
def test_a_heading_is_never_alone_at_the_foot(lines: int, fonts: Path) -> None:
    for last in (
        Items([["første"], ["anden"]]),
        make_table([("a", "b"), ("c", "d")]),
        Text([number_lines(4)]),
        Facts([("Etiket", [Text(["indhold"])])]),
    ):
        tree = draw_blocks([Text([number_lines(lines)]), Kept([Heading("Overskrift", 1), last])], fonts, height=_LOW)
        [heading] = tree.find("H2")
        below = tree.nodes[tree.nodes.index(heading) + 1]
        assert heading.pages[0] == below.pages[0]


def test_a_long_heading_is_one_heading_and_is_found_where_it_begins(fonts: Path) -> None:
    tree = draw_blocks([Heading("x" * 3_000, 1), Text(["tekst"])], fonts, height=_LOW)
    heading = only(tree, "H2")
    assert heading.text == "x" * 3_000
    assert len(heading.pages) > 2
    assert [bookmark.title for bookmark in tree.bookmarks] == ["x" * 3_000]
    assert find_faults(tree) == []


def test_what_goes_on_is_said_in_its_own_language(fonts: Path) -> None:
    parts = (
        "På dansk, ",
        Span("in English", lang="en"),
        " og ",
        Span("her", href="https://example.dk/a", lang="en"),
        ".",
    )
    tree = draw_blocks([Text(parts)], fonts)
    assert [(node.role, node.text, node.entry("Lang")) for node in tree.find("Span", "Link")] == [
        ("Span", "in English", "en"),
        ("Link", "her", "en"),
    ]
    [link] = tree.find("Link")
    assert str(link.annotations[0]["/A"]["/URI"]) == "https://example.dk/a"
    assert str(link.annotations[0]["/Contents"]) == "her"
    assert only(tree, "P").raw_text == "På dansk, in English og her."
    assert find_faults(tree) == []


def test_a_link_over_two_lines_is_one_link_with_two_places(fonts: Path) -> None:
    tree = draw_blocks([Text([Span("ord " * 30, href="https://example.dk")])], fonts)
    link = only(tree, "Link")
    assert len(link.annotations) == 2
    assert link.text == plain("ord " * 30)
    assert find_faults(tree) == []


def test_what_shows_nothing_is_not_heard(fonts: Path) -> None:
    tree = draw_blocks([Text([" \u200b"]), Text(["noget"])], fonts)
    assert [node.text for node in tree.find("P")] == ["noget"]
    assert find_faults(tree) == []


def test_a_version_that_flows_is_heard_once(fonts: Path) -> None:
    versions = [[Text([number_lines(60)])], [Text([number_lines(20, "kort")])]]
    tree = draw_blocks([FirstFit(versions)], fonts, height=_LOW)
    assert tree.text == f"Titel {plain(number_lines(20, 'kort'))}"
    assert find_faults(tree) == []


# ---- whatever is typed, however high the page

_texts = st.text(
    st.characters(codec="utf-8", exclude_categories=()) | st.sampled_from(" \n\u00a0\u202e\x00😀æøå<&()\\"),
    max_size=400,
)


@st.composite
def _blocks(draw: st.DrawFn) -> tuple[list[Block], list[str]]:
    """Make blocks and the texts in them, in the order in which they are read."""
    said: list[str] = []

    def write() -> str:
        said.append(draw(_texts))
        return said[-1]

    def make() -> Block:
        match draw(st.integers(0, 5)):
            case 0:
                return Text([write(), Span(write(), strong=True), Span(write(), lang="en")])
            case 1:
                return Items([[write()] for _ in range(draw(st.integers(1, 6)))])
            case 2:
                return make_table(
                    [(write(), write()) for _ in range(draw(st.integers(1, 6)))], draw(st.sampled_from(Form))
                )
            case 3:
                return Facts([("Etiket", [Text([write()]), Note("Note:", write())]) for _ in range(2)])
            case 4:
                return Tasks([Task(Tick("Åben"), [write()], [Note("Note:", write())]) for _ in range(2)])
            case _:
                return Kept([Heading(f"Overskrift {write()}", 1), Text([write()]), make_table([(write(), write())])])

    return [make() for _ in range(draw(st.integers(1, 4)))], said


@settings(suppress_health_check=[HealthCheck.too_slow])
@example(made=([Text(["x" * 10_000])], ["x" * 10_000]), height=200)
@example(made=([Heading("x" * 5_000, 1)], ["x" * 5_000]), height=180)
@given(made=_blocks(), height=st.floats(min_value=180, max_value=800))
def test_whatever_is_typed_is_in_the_tree_to_the_last_letter(
    made: tuple[list[Block], list[str]], height: float, fonts: Path
) -> None:
    content, said = made
    tree = draw_blocks(content, fonts, height=height)
    clean = load_typeface(fonts).letters.clean
    rest = "".join(tree.root.raw_text.split())
    # In reading order, and one after the other; white space is where lines end.
    for text in filter(None, ("".join(clean(text).split()) for text in said)):
        _, found, rest = rest.partition(text)
        assert found == text
    # Where nothing was typed, a list holds nothing.
    assert [fault for fault in find_faults(tree) if not fault.endswith("is empty")] == []
