"""The action plan, edited in Excel: what it would change, and changing it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from wizard.core.assessment import UNTOUCHED, Assessment, PointState, PointStatus
from wizard.core.content import Content
from wizard.core.summary import Summary
from wizard.errors import TooLongError
from wizard.report.sheets.package import MAX_BYTES
from wizard.report.sheets.plan import Column
from wizard.report.sheets.reading import Finding, PlanRow, read_plan
from wizard.report.sheets.texts import cell_line, cell_text
from wizard.services.access import Access
from wizard.services.changes import Clock, changing, utc_now
from wizard.services.points import PointConflict, clean_point, is_same, read_state, write_points
from wizard.storage import checklist

__all__ = [
    "MAX_BYTES",
    "Finding",
    "Kept",
    "PlanConflict",
    "PlanPreview",
    "PointChange",
    "PointEdit",
    "apply_plan",
    "compare_plan",
    "pack_edits",
    "show_edits",
    "unpack_edits",
]

#: The fields of a `PointState` that the plan can change, with the columns that they stand in.
FIELDS: Mapping[str, Column] = {
    "owner": Column.OWNER,
    "deadline": Column.DEADLINE,
    "status": Column.STATUS,
    "note": Column.NOTE,
}


@dataclass(frozen=True, slots=True)
class PointEdit:
    """New values for some of `FIELDS` of a point, made on top of its `version`."""

    item_id: str
    version: int
    values: Mapping[str, Any]

    def on(self, state: PointState) -> PointState:
        """Give a state with the new values in it."""
        return replace(state, **self.values)


@dataclass(frozen=True, slots=True)
class PointChange:
    """An edit and what it changes. `clashing` are fields that somebody has changed since the file was made."""

    text: str
    before: PointState
    edit: PointEdit
    clashing: frozenset[str] = frozenset()

    @property
    def fields(self) -> list[tuple[str, Any, Any]]:
        """What changes: the field, the old value and the new."""
        return [(name, getattr(self.before, name), value) for name, value in self.edit.values.items()]


@dataclass(frozen=True, slots=True)
class Kept:
    """A point where fields were changed in KI-klar since the file was made, and not in the file: they stay."""

    text: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPreview:
    """What a file would change. Nothing may be changed while there are `faults`.

    `unknown` are points that are not on the checklist any more, `own` rows that somebody has added; neither is read.
    `is_of_another` tells that the file was made from another assessment.
    """

    changes: tuple[PointChange, ...]
    kept: tuple[Kept, ...]
    faults: tuple[Finding, ...]
    remarks: tuple[Finding, ...]
    unknown: tuple[Finding, ...]
    own: tuple[Finding, ...]
    is_of_another: bool
    unchanged: int

    @property
    def edits(self) -> list[PointEdit]:
        """What to give `apply_plan`; nothing where there are faults."""
        # All or nothing: whoever mends the file sends it again, and should not have to remember what was taken.
        return [] if self.faults else [change.edit for change in self.changes]


@dataclass(frozen=True, slots=True)
class PlanConflict:
    """Points that somebody has changed meanwhile. Nothing was written."""

    conflicts: tuple[PointConflict, ...]


def compare_plan(content: Content, assessment: Assessment, summary: Summary, raw: bytes) -> PlanPreview:
    """Compare the bytes of an Excel file with what stands in the assessment. Never raises, whatever the file is.

    A cell that still holds what KI-klar wrote in it changes nothing, even where somebody has changed the field since:
    an old file takes nothing back. A row that is gone changes nothing; an empty cell clears its field.
    """
    plan = read_plan(content.phrases, raw)
    faults = list(plan.faults)
    unknown: list[Finding] = []
    changes: list[PointChange] = []
    kept: list[Kept] = []
    texts = {item.id: item.text for item in summary.checklist.items}
    is_of_another = plan.origin not in (None, assessment.id)
    taken = {} if is_of_another else plan.taken
    for row in plan.rows:
        if row.id not in texts:
            unknown.append(Finding(row.places[Column.ID], row.point or row.id))
            continue
        change, stays = _compare(texts[row.id], assessment.point(row.id), row, taken.get(row.id))
        if stays:
            kept.append(Kept(texts[row.id], stays))
        if change:
            changes.append(change)
            faults += _too_long(content, row, change.edit)
    order = {id_: place for place, id_ in enumerate(texts)}
    untouched = {row.id for row in plan.rows} & texts.keys() - {change.edit.item_id for change in changes}
    return PlanPreview(
        changes=tuple(sorted(changes, key=lambda change: order[change.edit.item_id])),
        kept=tuple(kept),
        faults=tuple(faults),
        remarks=tuple(plan.remarks),
        unknown=tuple(unknown),
        own=tuple(plan.own),
        is_of_another=is_of_another,
        unchanged=len(untouched),
    )


def show_edits(assessment: Assessment, summary: Summary, edits: Iterable[PointEdit]) -> tuple[PointChange, ...]:
    """Show edits on top of what stands in the assessment now, with its versions; what changes nothing falls away."""
    texts = {item.id: item.text for item in summary.checklist.items}
    shown: list[PointChange] = []
    for edit in edits:
        state = assessment.point(edit.item_id)
        values = {name: value for name, value in edit.values.items() if getattr(state, name) != value}
        if values:
            fresh = PointEdit(edit.item_id, state.version, values)
            shown.append(PointChange(texts.get(edit.item_id, edit.item_id), state, fresh))
    return tuple(shown)


def apply_plan(access: Access, edits: Sequence[PointEdit], *, clock: Clock = utc_now) -> int | PlanConflict:
    """Make all edits, or none where somebody has changed one of the points since; gives how many points changed.

    An edit that changes nothing any more is no conflict, whatever version it was made on. Raises `AccessError`,
    `NotFoundError` and `TooLongError`.
    """
    with changing(access, clock) as transaction:
        stored = {
            row.item_id: read_state(*row[1:])
            for row in checklist.read_all(transaction.connection, access.assessment_id)
        }
        written: dict[str, tuple[PointState, PointState]] = {}
        conflicts: list[PointConflict] = []
        for edit in edits:
            old = stored.get(edit.item_id, UNTOUCHED)
            new = clean_point(edit.on(old))
            if is_same(old, new):
                continue
            if old.version != edit.version:
                conflicts.append(PointConflict(edit.item_id, old, new))
            written[edit.item_id] = (old, replace(new, version=old.version + 1))
        if conflicts:
            return PlanConflict(tuple(conflicts))
        if written:
            write_points(transaction, written)
            transaction.commit()
    return len(written)


def pack_edits(edits: Iterable[PointEdit]) -> list[list[Any]]:
    """Give edits as JSON data."""
    return [[edit.item_id, edit.version, {name: _pack(value) for name, value in edit.values.items()}] for edit in edits]


def unpack_edits(data: Iterable[Sequence[Any]]) -> list[PointEdit]:
    """Give the edits that `pack_edits` was given."""
    return [
        PointEdit(id_, version, {name: _unpack(name, value) for name, value in values.items()})
        for id_, version, values in data
    ]


def _pack(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _unpack(name: str, value: Any) -> Any:
    match name:
        case "deadline":
            return date.fromisoformat(value) if value else None
        case "status":
            return PointStatus(value)
        case _:
            return value


def _compare(
    text: str, state: PointState, row: PlanRow, taken: PlanRow | None
) -> tuple[PointChange | None, tuple[str, ...]]:
    """Give what a row changes of a point, and the fields where what stands in KI-klar stays."""
    # Some letters cannot stand in a cell: what was written of them is compared, and not what is stored.
    shown = replace(state, owner=cell_line(state.owner), note=cell_text(state.note).strip())
    values: dict[str, Any] = {}
    clashing: set[str] = set()
    stays: list[str] = []
    for name in FIELDS:
        read, stands = getattr(row, name), getattr(shown, name)
        if read == stands:
            continue
        if taken is not None and read == getattr(taken, name):
            stays.append(name)
            continue
        values[name] = read
        if taken is not None and stands != getattr(taken, name):
            clashing.add(name)
    edit = PointEdit(row.id, state.version, values)
    return PointChange(text, state, edit, frozenset(clashing)) if values else None, tuple(stays)


def _too_long(content: Content, row: PlanRow, edit: PointEdit) -> Iterator[Finding]:
    for name, value in edit.values.items():
        try:
            clean_point(replace(UNTOUCHED, **{name: value}))
        except TooLongError as error:
            key = "plan.owner-long" if error.field == "owner" else "plan.note-long"
            yield Finding(row.places[FIELDS[name]], content.phrases(key, limit=error.limit))
