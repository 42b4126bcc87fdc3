"""The action plan: the checklist by who does it and by when."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from wizard.core.assessment import PointStatus
from wizard.core.checklist import ChecklistItem
from wizard.report.blocks import Block, Form, Heading, Kept, Row, Table, Text
from wizard.report.manuscript import Manuscript
from wizard.report.parts.checklist import make_tick, show_point

_CLOSED = (PointStatus.DONE, PointStatus.NOT_RELEVANT)


def make_plan(manuscript: Manuscript) -> list[Block]:
    """Make a table for each owner, the nearest deadline first; those without an owner by the role that we suggest."""
    say, items = manuscript.say, manuscript.summary.checklist.items
    if not items:
        return [Heading(say("plan.suggested"), 1), Text([say("checklist.none")])]
    open_ = [item for item in items if manuscript.assessment.point(item.id).status not in _CLOSED]
    closed = [item for item in items if manuscript.assessment.point(item.id).status in _CLOSED]
    made: list[Block] = []
    for key, title in (("named", say("plan.named")), ("suggested", say("plan.suggested"))):
        groups = list(_by_owner(manuscript, open_, is_named=key == "named"))
        if groups:
            made += [Kept([Heading(title, 1), Text([say(f"plan.{key}-intro")])])]
            made += [_make_group(manuscript, owner, found) for owner, found in groups]
    if closed:
        made.append(Kept([Heading(say("plan.closed"), 1), _make_table(manuscript, say("plan.closed"), closed)]))
    return made


def _by_owner(
    manuscript: Manuscript, items: list[ChecklistItem], *, is_named: bool
) -> Iterator[tuple[str, list[ChecklistItem]]]:
    """Give the points of each owner. One who writes a name in small letters is the same owner."""
    chosen = [item for item in items if bool(manuscript.named_owner(item)) is is_named]
    # Those for whom we have nobody to suggest come last.
    chosen.sort(
        key=lambda item: (
            not is_named and item.role is None,
            _owner(manuscript, item).casefold(),
            _deadline(manuscript, item),
        )
    )
    for _, found in groupby(chosen, key=lambda item: _owner(manuscript, item).casefold()):
        of_one = list(found)
        yield _owner(manuscript, of_one[0]), of_one


def _owner(manuscript: Manuscript, item: ChecklistItem) -> str:
    named = manuscript.named_owner(item)
    if named:
        return named
    return manuscript.word(f"role.{item.role}") if item.role else manuscript.say("plan.no-role")


def _deadline(manuscript: Manuscript, item: ChecklistItem) -> date:
    return manuscript.assessment.point(item.id).deadline or date.max


def _make_group(manuscript: Manuscript, owner: str, items: list[ChecklistItem]) -> Block:
    return Kept([Heading(owner, 2), _make_table(manuscript, owner, items)])


def _make_table(manuscript: Manuscript, title: str, items: list[ChecklistItem]) -> Table:
    heads = [manuscript.say(f"head.{name}") for name in ("done", "deadline", "point", "about")]
    rows = [_make_row(manuscript, item) for item in items]
    return Table(title, (70, 88, 0, 110), heads, rows, names_rows=2, form=Form.DENSE)


def _make_row(manuscript: Manuscript, item: ChecklistItem) -> Row:
    deadline = manuscript.assessment.point(item.id).deadline
    said = manuscript.say_date(deadline) if deadline else manuscript.say("plan.no-deadline")
    return Row(
        [
            [make_tick(manuscript, item)],
            [Text([said], "small" if deadline else "why")],
            show_point(manuscript, item),
            [Text([_say_about(manuscript, item)], "why")],
        ]
    )


def _say_about(manuscript: Manuscript, item: ChecklistItem) -> str:
    """Say what the point belongs to: the risk by its number, or else the challenge; and the phase."""
    said = []
    number = manuscript.numbers.get(item.challenge or "")
    if number and item.risk:
        said.append(manuscript.say("checklist.risk", number=number, risk=manuscript.say_risk(item.risk).lower()))
    if item.challenge:
        said.append(manuscript.summary.content.challenges[item.challenge].title)
    if item.phase:
        said.append(manuscript.word(f"phase.{item.phase}"))
    return " · ".join(said) or manuscript.say(f"checklist.{item.kind}")
