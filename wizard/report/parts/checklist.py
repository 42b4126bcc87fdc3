"""The checklist: what to begin with, then everything else, with boxes to tick."""

from collections.abc import Sequence
from itertools import groupby

from reportlab.platypus import Flowable

from wizard.core.assessment import PointState, PointStatus
from wizard.core.checklist import ChecklistItem
from wizard.report import palette
from wizard.report.manuscript import Manuscript
from wizard.report.pictures import markers
from wizard.report.typeset.grid import Grid, Row
from wizard.report.typeset.typesetter import DENSE

_WIDTHS = (25, 0, 142, 86)


def make_checklist(manuscript: Manuscript) -> list[Flowable]:
    """Make the part that the project works by."""
    setter, say, checklist = manuscript.setter, manuscript.say, manuscript.summary.checklist
    heading = setter.heading(say("checklist.title"), 1)
    if not checklist.items:
        return [setter.new_page(unless=200), setter.kept(heading, setter.text(say("checklist.none")))]
    first = setter.heading(say("checklist.first"), 2)
    made: list[Flowable] = [
        setter.new_page(unless=240),
        heading,
        setter.text(say("checklist.intro"), style="lead"),
        setter.kept(first, _make_table(manuscript, checklist.first, palette.ACCENT_TINT)),
    ]
    for kind, items in groupby(checklist.rest, key=lambda item: item.kind):
        title = setter.heading(say(f"checklist.{kind}"), 2)
        made.append(setter.kept(title, _make_table(manuscript, list(items))))
    return made


def say_owner(manuscript: Manuscript, item: ChecklistItem) -> str:
    """Say who does it: whom the project has named, else the role that we suggest."""
    owner = manuscript.assessment.point(item.id).owner
    if owner:
        return owner
    if item.role is None:
        return manuscript.say("checklist.no-owner")
    return manuscript.say("checklist.suggested", role=manuscript.word(f"role.{item.role}"))


def _make_table(manuscript: Manuscript, items: Sequence[ChecklistItem], tint: str = "") -> Grid:
    heads = [manuscript.say(f"head.{name}") for name in ("done", "point", "why", "owner")]
    numbers = {marker.found.challenge.id: marker.number for marker in markers(manuscript.summary)}
    rows = [_make_row(manuscript, item, numbers.get(item.challenge or ""), tint) for item in items]
    return manuscript.setter.table(_WIDTHS, heads, rows, look=DENSE)


def _make_row(manuscript: Manuscript, item: ChecklistItem, number: int | None, tint: str) -> Row:
    setter = manuscript.setter
    state = manuscript.assessment.point(item.id)
    done, dropped = state.status is PointStatus.DONE, state.status is PointStatus.NOT_RELEVANT
    return Row(
        [
            [setter.tick_box(is_done=done, is_dropped=dropped)],
            _show_point(manuscript, item, number, state.note),
            _show_why(manuscript, item),
            _show_owner(manuscript, item, state),
        ],
        tint,
    )


def _show_point(manuscript: Manuscript, item: ChecklistItem, number: int | None, note: str) -> list[Flowable]:
    setter = manuscript.setter
    made: list[Flowable] = [setter.text(item.text, style="cell")]
    about = _say_about(manuscript, item, number)
    if about:
        made.append(setter.text(about, style="why"))
    return [*made, *setter.note(manuscript.say("note"), note)]


def _say_about(manuscript: Manuscript, item: ChecklistItem, number: int | None) -> str:
    """Say what the point belongs to: the risk by its number, or else the challenge; and the phase."""
    said = []
    if number and item.risk:
        said.append(manuscript.say("checklist.risk", number=number, risk=manuscript.say_risk(item.risk).lower()))
    elif item.challenge:
        said.append(manuscript.summary.content.challenges[item.challenge].title)
    if item.phase:
        said.append(manuscript.word(f"phase.{item.phase}"))
    return " · ".join(said)


def _show_why(manuscript: Manuscript, item: ChecklistItem) -> list[Flowable]:
    setter = manuscript.setter
    law = [setter.text(" · ".join(item.articles), style="why")] if item.articles else []
    return [setter.text(item.why, style="why"), *law]


def _show_owner(manuscript: Manuscript, item: ChecklistItem, state: PointState) -> list[Flowable]:
    setter = manuscript.setter
    made: list[Flowable] = [setter.text(say_owner(manuscript, item), style="small" if state.owner else "why")]
    if state.deadline:
        deadline = manuscript.say("checklist.deadline", date=manuscript.say_date(state.deadline))
        made.append(setter.text(deadline, style="small"))
    made.append(setter.text(manuscript.word(f"status.{state.status.value}"), style="small"))
    return made
