"""The points of the checklist with boxes to tick, and those that are about no risk."""

from collections.abc import Sequence

from wizard.core.assessment import PointStatus
from wizard.core.checklist import ChecklistItem
from wizard.report.blocks import Block, Form, Heading, Kept, NewPage, Row, Span, Table, Task, Tasks, Text, Tick
from wizard.report.manuscript import Manuscript

_WIDTHS = (70, 0, 106)


def make_others(manuscript: Manuscript) -> list[Block]:
    """Make the part with what to find out and the advice that is not followed; the actions stand with the risks."""
    say, items = manuscript.say, manuscript.summary.checklist.items
    heading = Heading(say("checklist.title"), 1)
    if not items:
        return [NewPage(200), Kept([heading, Text([say("checklist.none")])])]
    made: list[Block] = [NewPage(140), Kept([heading, Text([say("checklist.intro")], "lead")])]
    for group in ("find-out", "advice"):
        in_group = [item for item in items if item.group == group]
        if in_group:
            title = say(f"checklist.{group}")
            made.append(Kept([Heading(title, 2), make_tasks(manuscript, in_group)]))
    return made


def make_tasks(manuscript: Manuscript, items: Sequence[ChecklistItem]) -> Tasks:
    """Make a list of points with boxes: what, who, by when, and how far."""
    return Tasks([_make_task(manuscript, item) for item in items])


def _make_task(manuscript: Manuscript, item: ChecklistItem) -> Task:
    state = manuscript.assessment.point(item.id)
    about = [manuscript.say_owner(item)]
    if state.deadline:
        about.append(manuscript.say("checklist.deadline", date=manuscript.say_date(state.deadline)).lower())
    if state.status is not PointStatus.OPEN:
        about.append(manuscript.word(f"status.{state.status.value}").lower())
    # What is to be found out ends in a question mark.
    stop = "" if item.text.endswith(("?", "!", ".")) else "."
    parts = (f"{item.text}{stop} ", Span(f"{', '.join(about)}.", muted=True))
    notes = manuscript.note(manuscript.say("note"), state.note)
    return Task(make_tick(manuscript, item), parts, notes)


def make_table(manuscript: Manuscript, title: str, items: Sequence[ChecklistItem]) -> Table:
    """Make a table of points: how far, what by which law, and who."""
    heads = [manuscript.say(f"head.{name}") for name in ("done", "point", "owner")]
    rows = [
        Row(
            [
                [make_tick(manuscript, item)],
                show_point(manuscript, item, with_law=True),
                show_owner(manuscript, item),
            ]
        )
        for item in items
    ]
    return Table(title, _WIDTHS, heads, rows, names_rows=1, form=Form.DENSE)


def make_tick(manuscript: Manuscript, item: ChecklistItem) -> Tick:
    """Make the box of a point."""
    status = manuscript.assessment.point(item.id).status
    return Tick(
        manuscript.word(f"status.{status.value}"),
        is_done=status is PointStatus.DONE,
        is_dropped=status is PointStatus.NOT_RELEVANT,
    )


def show_point(manuscript: Manuscript, item: ChecklistItem, *, with_law: bool = False) -> list[Block]:
    """Say what is to be done, by which law if that is wanted, and what the project has noted."""
    made: list[Block] = [Text([item.text], "small")]
    if with_law and item.articles:
        made.append(Text([" · ".join(item.articles)], "why"))
    return [*made, *manuscript.note(manuscript.say("note"), manuscript.assessment.point(item.id).note)]


def show_owner(manuscript: Manuscript, item: ChecklistItem, *, is_short: bool = False) -> list[Block]:
    """Say who does it, and by when; `is_short` where the page must not grow."""
    state = manuscript.assessment.point(item.id)
    owner = manuscript.say_owner(item)
    style = "small" if manuscript.named_owner(item) else "why"
    made: list[Block] = [Text([manuscript.shorten(owner) if is_short else owner], style)]
    if state.deadline:
        deadline = manuscript.say("checklist.deadline", date=manuscript.say_date(state.deadline))
        made.append(Text([deadline], "small"))
    return made
