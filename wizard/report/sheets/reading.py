"""The action plan, read back from a workbook that somebody has edited: all of it, with every fault by its cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from wizard.core.assessment import PointStatus
from wizard.core.phrases import Phrases, on_one_line
from wizard.report.sheets.cells import Book, Odd, Sheet, Value, address
from wizard.report.sheets.dates import DayError, hold_to_years, read_day
from wizard.report.sheets.heads import HEADS_WITHIN, NEEDED, Heads, find_heads, find_plan, fold
from wizard.report.sheets.package import Package, WorkbookError
from wizard.report.sheets.plan import Column
from wizard.report.sheets.texts import cell_line


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to tell about a place in the file; `place` is empty where it is about all of it."""

    place: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """What a row says of a point. `point` is what the row calls it, `places` are the addresses of its cells."""

    id: str
    point: str
    owner: str
    deadline: date | None
    status: PointStatus
    note: str
    places: Mapping[Column, str]


@dataclass(slots=True)
class PlanSheet:
    """A plan as it was read. Rows whose point or any of whose cells has a fault are left out of `rows`.

    `own` are rows without an id that say something, by their place. `taken` is the plan as it was when the file was
    made, by the points' ids, and `origin` the id of the assessment that it was made from; they are empty and None where
    the file does not tell.
    """

    rows: list[PlanRow] = field(default_factory=list)
    faults: list[Finding] = field(default_factory=list)
    remarks: list[Finding] = field(default_factory=list)
    own: list[Finding] = field(default_factory=list)
    taken: dict[str, PlanRow] = field(default_factory=dict)
    origin: int | None = None


def read_plan(phrases: Phrases, raw: bytes) -> PlanSheet:
    """Read a plan from the bytes of an Excel file. Never raises: what cannot be read is among the faults.

    Columns are found by their heads and rows by their ids, so moved columns, sorting, filters and deleted rows do not
    matter. Formulas are refused, since what they show is not what stands there.
    """
    plan = PlanSheet()
    try:
        book = Book(Package(raw))
        sheet, heads = find_plan(phrases, book)
        if sheet is None:
            plan.faults.append(Finding("", phrases("plan.no-plan", sheet=phrases("report.sheet.plan"))))
            return plan
        _read_taken(phrases, book, plan)
        _Reader(phrases, sheet, heads, plan, is_typed=True).read()
    except WorkbookError as error:
        said = {name: on_one_line(value) for name, value in error.values.items()}
        plan.faults.append(Finding("", phrases(error.key, **said)))
    return plan


def _read_taken(phrases: Phrases, book: Book, plan: PlanSheet) -> None:
    """Read the plan as it was when the file was made, if the sheet with it is there and whole."""
    wanted = phrases("report.sheet.taken").casefold()
    name = next((name for name in book.names if name.strip().casefold() == wanted), None)
    if name is None:
        return
    sheet = book.read(name)
    taken = PlanSheet()
    heads = find_heads(phrases, sheet)
    _Reader(phrases, sheet, heads, taken, is_typed=False).read()
    last = phrases("report.sheet.head.assessment")
    column = next((column for (row, column), value in sheet.cells.items() if row == heads.row and value == last), 0)
    origins = {sheet.cells.get((row, column)) for row in sheet.rows if row > heads.row}
    # Whoever has edited this sheet too has no use for it.
    if taken.faults or len(origins) != 1:
        return
    origin = origins.pop()
    if isinstance(origin, float) and origin.is_integer():
        plan.origin = int(origin)
        plan.taken = {row.id: row for row in taken.rows}


class _Reader:
    """Reads the rows of one sheet into a plan."""

    def __init__(self, phrases: Phrases, sheet: Sheet, heads: Heads, plan: PlanSheet, *, is_typed: bool) -> None:
        self._phrases = phrases
        self._sheet = sheet
        self._heads = heads
        self._plan = plan
        self._is_typed = is_typed
        self._statuses = {fold(phrases(f"status.{status.value}")): status for status in PointStatus}
        self._statuses |= {fold(status.value): status for status in PointStatus}

    def read(self) -> None:
        """Read all rows, or tell why the heads do not let them be read."""
        if not self._heads.row:
            self._note("", "plan.no-heads", sheet=self._sheet.name, rows=HEADS_WITHIN)
            return
        if not self._has_columns():
            return
        self._look_for_merged()
        for rows in self._rows_by_id().values():
            if len(rows) == 1:
                self._read_row(rows[0])
            for row in rows if len(rows) > 1 else ():
                others = ", ".join(str(other) for other in rows if other != row)
                self._note(self._place(row, Column.ID), "plan.id-twice", rows=others)

    def _has_columns(self) -> bool:
        has_all = True
        for column in NEEDED:
            found = self._heads.columns.get(column, [])
            if len(found) != 1:
                head = self._phrases(f"report.sheet.head.{column}")
                key = "plan.column-twice" if found else "plan.no-column"
                self._note(self._sheet.name, key, head=head)
                has_all = False
        return has_all

    def _look_for_merged(self) -> None:
        columns = {self._column(column) for column in NEEDED}
        for merged in self._sheet.merged:
            touches = any(merged.left <= column <= merged.right for column in columns)
            if touches and merged.bottom > self._heads.row:
                self._note(f"{self._sheet.name}!{merged}", "plan.merged")

    def _rows_by_id(self) -> dict[str, list[int]]:
        """Give the rows of each point; tell of those that say something and have no id."""
        found: dict[str, list[int]] = {}
        for row in self._sheet.rows:
            if row <= self._heads.row:
                continue
            id_ = self._sheet.cells.get((row, self._column(Column.ID)), "")
            if isinstance(id_, Odd):
                self._note(self._place(row, Column.ID), _ODD[id_])
            elif key := cell_line(str(id_)):
                found.setdefault(key, []).append(row)
            else:
                self._note_own(row)
        return found

    def _note_own(self, row: int) -> None:
        known = [column for columns in self._heads.columns.values() for column in columns]
        texts = [
            cell_line(str(self._sheet.cells[row, column]))
            for column in sorted(known)
            if (row, column) in self._sheet.cells
        ]
        if any(texts):
            self._plan.own.append(
                Finding(self._phrases("plan.row", sheet=self._sheet.name, row=row), on_one_line(" · ".join(texts)))
            )

    def _read_row(self, row: int) -> None:
        count = len(self._plan.faults)
        places = {column: self._place(row, column) for column in NEEDED}
        values = {column: self._sheet.cells.get((row, self._column(column)), "") for column in NEEDED}
        owner = self._read_text(places[Column.OWNER], values[Column.OWNER])
        was = self._plan.taken.get(cell_line(str(values[Column.ID])))
        deadline = self._read_deadline(places[Column.DEADLINE], values[Column.DEADLINE], was.deadline if was else None)
        status = self._read_status(places[Column.STATUS], values[Column.STATUS])
        note = self._read_text(places[Column.NOTE], values[Column.NOTE])
        if len(self._plan.faults) == count:
            self._plan.rows.append(
                PlanRow(
                    id=cell_line(str(values[Column.ID])),
                    point=self._name(row),
                    owner=cell_line(owner),
                    deadline=deadline,
                    status=status,
                    note=note.strip(),
                    places=places,
                )
            )

    def _name(self, row: int) -> str:
        columns = self._heads.columns.get(Column.POINT, [])
        texts = (self._sheet.cells.get((row, column), "") for column in columns)
        return next((on_one_line(cell_line(text)) for text in texts if isinstance(text, str)), "")

    def _read_text(self, place: str, value: Value) -> str:
        """Read a text. Excel makes dates and numbers of some; they are taken as it shows them to Danes."""
        match value:
            case str():
                return value
            case Odd():
                self._note(place, _ODD[value])
            case bool():
                said = self._phrases("plan.true" if value else "plan.false")
                self._note(place, "plan.not-text", value=said)
            case time():
                self._note(place, "plan.not-text", value=self._phrases("plan.time"))
            case datetime():
                return f"{value:%d-%m-}{value.year}"
            case _:
                return f"{value:.15g}".replace(".", ",")
        return ""

    def _read_deadline(self, place: str, value: Value, was: date | None) -> date | None:
        if isinstance(value, Odd):
            self._note(place, _ODD[value])
            return None
        if isinstance(value, str) and not value.strip():
            return None
        try:
            found = read_day(self._phrases, value, self._sheet.epoch)
            # What KI-klar itself wrote in the cell comes back as it was.
            if self._is_typed and found.day != was:
                hold_to_years(found.day)
        except DayError as error:
            self._note(place, error.key, value=self._show(value))
            return None
        if found.remark:
            said = {"date": f"{found.day:%d-%m-}{found.day.year}", "value": self._show(value)}
            self._plan.remarks.append(Finding(place, self._phrases(found.remark, **said)))
        return found.day

    def _read_status(self, place: str, value: Value) -> PointStatus:
        if isinstance(value, Odd):
            self._note(place, _ODD[value])
            return PointStatus.OPEN
        word = fold(str(value))
        # A cleared status is that of a point that nobody has touched.
        found = self._statuses.get(word) if word else PointStatus.OPEN
        if found is None:
            words = ", ".join(self._phrases(f"status.{status.value}") for status in PointStatus)
            self._note(place, "plan.status", value=self._show(value), words=words)
        return found or PointStatus.OPEN

    def _show(self, value: Value) -> str:
        if isinstance(value, (bool, time)):
            return self._phrases("plan.time" if isinstance(value, time) else "plan.true" if value else "plan.false")
        return f"{value:.15g}".replace(".", ",") if isinstance(value, float) else str(value)

    def _column(self, column: Column) -> int:
        return self._heads.columns[column][0]

    def _place(self, row: int, column: Column) -> str:
        return f"{self._sheet.name}!{address(row, self._column(column))}"

    def _note(self, place: str, key: str, **values: object) -> None:
        said = {name: on_one_line(value) for name, value in values.items()}
        self._plan.faults.append(Finding(on_one_line(place), self._phrases(key, **said)))


_ODD: Mapping[Odd, str] = {Odd.FORMULA: "plan.formula", Odd.ERROR: "plan.error"}
