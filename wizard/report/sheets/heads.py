"""The sheet of the plan and its heads, wherever somebody has moved them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from wizard.core.phrases import Phrases
from wizard.report.sheets.cells import Book, Sheet
from wizard.report.sheets.plan import EDITABLE, Column

#: The heads stand in one of the first rows: somebody may have put a few above them.
HEADS_WITHIN: Final = 20
#: The columns without which nothing can be read.
NEEDED = (Column.ID, *EDITABLE)
_MOST_SHEETS: Final = 20


@dataclass(frozen=True, slots=True)
class Heads:
    """Where the heads stand: their row, 0 for none, and every column that stands under each of them."""

    row: int = 0
    columns: Mapping[Column, list[int]] = field(default_factory=dict)


def find_plan(phrases: Phrases, book: Book) -> tuple[Sheet | None, Heads]:
    """Find the sheet by its name, else by its heads. Raises `WorkbookError`."""
    wanted = fold(phrases("report.sheet.plan"))
    hidden = fold(phrases("report.sheet.taken"))
    named = [name for name in book.names if fold(name) == wanted]
    for name in named or [name for name in book.names[:_MOST_SHEETS] if fold(name) != hidden]:
        sheet = book.read(name)
        heads = find_heads(phrases, sheet)
        if named or all(column in heads.columns for column in NEEDED):
            return sheet, heads
    return None, Heads()


def find_heads(phrases: Phrases, sheet: Sheet) -> Heads:
    """Find the row with most of the heads; none where no row has several."""
    known: dict[str, Column] = {}
    for column in Column:
        head = phrases(f"report.sheet.head.{column}")
        known[fold(head)] = known[fold(phrases("report.sheet.editable", head=head))] = column
    rows: dict[int, dict[Column, list[int]]] = {}
    for (row, place), value in sheet.cells.items():
        found = known.get(fold(value)) if row <= HEADS_WITHIN and isinstance(value, str) else None
        if found:
            rows.setdefault(row, {}).setdefault(found, []).append(place)
    best = max(rows, key=lambda row: (len(rows[row]), -row), default=0)
    # A word that is a head may stand alone in a row of its own.
    return Heads(best, rows[best]) if best and len(rows[best]) > 1 else Heads()


def fold(text: str) -> str:
    """Give a text as it is compared: without regard to case and to how many spaces stand in it."""
    return " ".join(text.split()).casefold()
