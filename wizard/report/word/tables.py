"""Tables, as Word's own accessibility check wants them: a head that is one, and no cells joined or split."""

from collections.abc import Callable, Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth

from wizard.report.blocks import Badge, Block, Row, Table, Tick
from wizard.report.word.paragraphs import PARAGRAPH, keep_with_next, make_paragraph
from wizard.report.word.styles import TABLE, WIDTH
from wizard.report.word.texts import make_run
from wizard.report.word.xml import TWIPS, Element, clean_line, count_letters, make

#: Writes the blocks of a cell; `strong` where the cell says what its row is.
WriteCell = Callable[[Sequence[Block], bool], list[Element]]

#: What letters are measured in, the room beside them in a cell, and the room for a box before them.
_BOLD, _SIZE, _BESIDE, _BOX = "Helvetica-Bold", 9, 11, 12
#: The least that is left for a column without a width of its own.
_LEAST_LEFT = 60.0
#: A row whose fullest cell has fewer letters than this stays on one page.
_SHORT_ROW = 700


def make_table(table: Table, write_cell: WriteCell) -> Element:
    """Make a table whose head stands again on every page."""
    widths = [round(width * TWIPS) for width in _find_widths(table)]
    look = make(
        "tblPr",
        make("tblStyle", val=TABLE),
        make("tblW", w=sum(widths), type="dxa"),
        make("tblLayout", type="fixed"),
        make("tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1),
        make("tblCaption", val=clean_line(table.title)),
    )
    grid = make("tblGrid", *(make("gridCol", w=width) for width in widths))
    rows = [_make_row(row, widths, table.names_rows, write_cell) for row in table.rows]
    # A head never stands at the foot of a page with one row alone.
    keep_with_next(rows[:-1][:1])
    return make("tbl", look, grid, _make_head(table.heads, widths), *rows)


def _find_widths(table: Table) -> list[float]:
    """Give every column the room that it asks for and the words in it need; those without a width share what is left.

    The widths were chosen for another typeface, and for a page that Word does not set.
    """
    widths = [max(width, _find_least(table, place)) if width else 0.0 for place, width in enumerate(table.widths)]
    free = widths.count(0)
    left = max(WIDTH - sum(widths), _LEAST_LEFT * free)
    widths = [width or left / free for width in widths]
    return [width * WIDTH / sum(widths) for width in widths]


def _find_least(table: Table, place: int) -> float:
    """Give the room for the longest word of a head, and for the badges and boxes below it."""
    words = [stringWidth(word, _BOLD, _SIZE) for word in clean_line(table.heads[place]).split()]
    marks = {block.word for row in table.rows for block in row.cells[place] if isinstance(block, (Badge, Tick))}
    return max([*words, *(stringWidth(clean_line(mark), _BOLD, _SIZE) + _BOX for mark in marks)], default=0) + _BESIDE


def _make_head(heads: Sequence[str], widths: Sequence[int]) -> Element:
    cells = [
        make("tc", _cell_look(width), make_paragraph("Normal", make_run(clean_line(head))))
        for head, width in zip(heads, widths, strict=True)
    ]
    keep_with_next(cells)
    return make("tr", make("trPr", make("cantSplit"), make("tblHeader")), *cells)


def _make_row(row: Row, widths: Sequence[int], names_rows: int | None, write_cell: WriteCell) -> Element:
    cells = []
    for place, (blocks, width) in enumerate(zip(row.cells, widths, strict=True)):
        content = write_cell(blocks, place == names_rows)
        if not content or content[-1].tag != PARAGRAPH:
            # A cell ends with a paragraph, or Word takes the file for broken.
            content = [*content, make_paragraph("Normal")]
        cells.append(make("tc", _cell_look(width, row.tint), *content))
    is_short = max((count_letters(cell) for cell in cells), default=0) < _SHORT_ROW
    return make("tr", make("trPr", make("cantSplit")) if is_short else None, *cells)


def _cell_look(width: int, tint: str = "") -> Element:
    ground = make("shd", val="clear", color="auto", fill=tint[1:]) if tint else None
    return make("tcPr", make("tcW", w=width, type="dxa"), ground)
