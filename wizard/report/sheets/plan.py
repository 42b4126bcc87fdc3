"""The action plan as rows: what every sheet and list of it holds."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from wizard.core.assessment import PointState
from wizard.core.checklist import ChecklistItem
from wizard.report.manuscript import Manuscript

#: What a cell holds; nothing is the empty text.
Value: TypeAlias = str | int | date


class Column(StrEnum):
    """What stands in a row of the plan. The value ends the key of its head, `report.sheet.head.<value>`.

    Those that a project edits and reads together stand first, and are what is printed.
    """

    NUMBER = "number"
    FIRST = "first"
    POINT = "point"
    RISK = "risk"
    OWNER = "owner"
    DEADLINE = "deadline"
    STATUS = "status"
    NOTE = "note"
    WHY = "why"
    CHALLENGE = "challenge"
    PHASE = "phase"
    ROLE = "role"
    LAW = "law"
    ID = "id"


#: What can be edited in the sheet and read back.
EDITABLE = (Column.OWNER, Column.DEADLINE, Column.STATUS, Column.NOTE)


def make_rows(manuscript: Manuscript) -> list[Mapping[Column, Value]]:
    """Give a row for each point, in the order of the checklist."""
    items = manuscript.summary.checklist.items
    return [_make_row(manuscript, number, item) for number, item in enumerate(items, start=1)]


def edited(manuscript: Manuscript, item: str) -> Mapping[Column, Value]:
    """Give what a project has written on a point, as it stands in its cells."""
    state: PointState = manuscript.assessment.point(item)
    return {
        Column.OWNER: state.owner,
        Column.DEADLINE: state.deadline or "",
        Column.STATUS: manuscript.word(f"status.{state.status.value}"),
        Column.NOTE: state.note,
    }


def _make_row(manuscript: Manuscript, number: int, item: ChecklistItem) -> Mapping[Column, Value]:
    is_first = item in manuscript.summary.checklist.first
    challenge = manuscript.summary.content.challenges.get(item.challenge or "")
    return {
        Column.NUMBER: number,
        Column.FIRST: manuscript.say("sheet.first") if is_first else "",
        Column.POINT: item.text,
        Column.RISK: manuscript.say_risk(item.risk) if item.risk else "",
        **edited(manuscript, item.id),
        Column.WHY: item.why,
        Column.CHALLENGE: challenge.title if challenge else "",
        Column.PHASE: manuscript.word(f"phase.{item.phase}") if item.phase else "",
        Column.ROLE: manuscript.word(f"role.{item.role}") if item.role else "",
        Column.LAW: "; ".join(item.articles),
        Column.ID: item.id,
    }
