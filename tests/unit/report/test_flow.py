"""Texts, tables and headings as they meet the end of a page."""

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from wizard.report.typeset.grid import Grid, Look, Row
from wizard.report.typeset.lines import Run
from wizard.report.typeset.stack import FirstFit, Kept, measure_stack, split_stack
from wizard.report.typeset.text import Style, Text

STYLE = Style("Helvetica", 10, 12, "#000000", before=4, after=2)
LOOK = Look(rule="#cccccc", above=0, below=0, gutter=0, least_part=24)


@pytest.fixture
def canvas() -> Canvas:
    return Canvas(BytesIO())


def text(lines: int) -> Text:
    return Text([Run("\n".join(f"linje {line}" for line in range(lines)), "Helvetica", "#000000")], STYLE)


def row(*lines: int) -> Row:
    return Row([[text(count)] for count in lines])


def split(flowable: Flowable, canvas: Canvas, height: float) -> list[Flowable]:
    flowable.wrapOn(canvas, 200, height)
    return flowable.splitOn(canvas, 200, height)


def heights(parts: list[Flowable], canvas: Canvas) -> list[float]:
    return [part.wrapOn(canvas, 200, 1000)[1] for part in parts]


@pytest.mark.parametrize(
    ("lines", "room", "parts"),
    [
        (10, 120, [120]),
        (10, 60, [60, 60]),
        (10, 110, [96, 24]),  # two lines go over, not one
        (10, 23, []),  # one line is not left behind
        (3, 24, []),
        (4, 24, [24, 24]),
    ],
)
def test_a_text_leaves_two_lines_on_each_side(lines: int, room: float, parts: list[float], canvas: Canvas) -> None:
    assert heights(split(text(lines), canvas, room), canvas) == parts


def test_space_between_is_the_larger_of_the_two(canvas: Canvas) -> None:
    assert measure_stack([text(1), text(1)], canvas, 200) == 12 + 4 + 12


def test_a_stack_is_split_inside_the_one_that_does_not_fit(canvas: Canvas) -> None:
    above, below = split_stack([text(2), text(6)], canvas, 200, 24 + 4 + 30)
    assert heights(above, canvas) == [24, 24]
    assert heights(below, canvas) == [48]
    assert split_stack([text(2)], canvas, 200, 24)[1] == []


def test_a_heading_goes_with_what_it_leads(canvas: Canvas) -> None:
    def make() -> Kept:
        return Kept([text(1), text(6)])

    assert heights(split(make(), canvas, 12 + 4 + 40), canvas) == [12 + 4 + 36, 36]
    assert split(make(), canvas, 30) == []


def test_what_is_kept_whole_goes_to_the_next_page_unless_that_is_too_small(canvas: Canvas) -> None:
    kept = Kept([text(1), text(6)], is_whole=True)
    assert split(kept, canvas, 60) == []
    assert len(split(kept, canvas, 60)) > 1


def test_what_no_page_can_hold_together_is_let_go(canvas: Canvas) -> None:
    kept = Kept([Spacer(1, 400), text(1), text(3)])
    assert split(kept, canvas, 300) == []
    assert len(split(kept, canvas, 300)) == 3
    # A heading that is taller than a page is let go line by line.
    kept = Kept([text(50), text(3)])
    assert split(kept, canvas, 300) == []
    assert heights(split(kept, canvas, 300), canvas) == [300, 300, 36]


def test_a_table_is_split_between_rows_and_repeats_its_head(canvas: Canvas) -> None:
    table = Grid([0, 50], [row(2, 1), row(2, 1), row(2, 1)], LOOK, head=row(1, 1))
    above, below = split(table, canvas, 12 + 24 + 24 + 5)
    assert isinstance(above, Grid)
    assert isinstance(below, Grid)
    assert (len(above.rows), len(below.rows)) == (2, 1)
    assert above.head is below.head is table.head


def test_a_row_that_is_too_tall_is_split_inside_its_cells(canvas: Canvas) -> None:
    table = Grid([0, 50], [row(100, 1)], LOOK)
    above, below = split(table, canvas, 600)
    assert heights([above, below], canvas) == [600, 600]
    assert isinstance(below, Grid)
    assert below.rows[0].cells[1] == []
    assert split(Grid([0], [row(100)], LOOK), canvas, 20) == []


def test_a_table_does_not_begin_with_one_small_row(canvas: Canvas) -> None:
    assert split(Grid([0], [row(2), row(2), row(2)], LOOK), canvas, 30) == []
    # … but a tall one may stand before the next, or no page would ever hold it.
    assert len(split(Grid([0], [row(50), row(3)], LOOK), canvas, 610)) == 2


def test_a_list_may_begin_with_one_row_that_is_taller_than_a_line(canvas: Canvas) -> None:
    assert len(split(Grid([0], [row(3), row(3)], LOOK), canvas, 40)) == 2


def test_a_table_that_fits_is_not_split(canvas: Canvas) -> None:
    table = Grid([0], [row(2)], LOOK)
    assert split(table, canvas, 24) == [table]


def test_the_fullest_version_that_fits_is_chosen(canvas: Canvas) -> None:
    def chosen(room: float) -> float:
        return FirstFit([[text(10)], [text(5)], [text(3)]]).wrapOn(canvas, 200, room)[1]

    assert [chosen(room) for room in (130, 100, 40, 10)] == [120, 60, 36, 36]


def test_where_no_version_fits_the_last_one_flows_from_where_it_can_begin(canvas: Canvas) -> None:
    versions = [[text(30)], [text(5), text(4)]]
    assert heights(split(FirstFit(versions), canvas, 60 + 4 + 24), canvas) == [60, 24, 24]
    # Not even two lines: the next page may have room for more.
    assert split(FirstFit(versions), canvas, 20) == []
    assert FirstFit(versions).getSpaceBefore() == 4
