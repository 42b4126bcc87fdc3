"""The steering group's edition: two pages to decide from."""

from collections.abc import Sequence

from wizard.core.checklist import ChecklistItem
from wizard.report.blocks import Block, FirstFit, Heading, Items, Kept, NewPage, Row, Span, Table, Text
from wizard.report.manuscript import Manuscript
from wizard.report.parts.checklist import make_tick, show_owner
from wizard.report.parts.overview import make_gravest, make_state, say_coverage
from wizard.report.parts.picture import make_areas

#: How many risks the first page shows, and how many open questions the second: the most that there is room for.
_RISKS = (7, 6, 5, 4, 3, 2)
_OPEN = (8, 6, 4, 2, 0)


def make_steering(manuscript: Manuscript) -> list[Block]:
    """Make the page on where the project stands, and the page on what to decide."""
    first = [
        [*make_state(manuscript), *(make_gravest(manuscript, count) if manuscript.summary.exposed else [])]
        for count in _RISKS
    ]
    decisions, areas = _make_decisions(manuscript), _make_areas(manuscript)
    second = [[*decisions, *areas, *_make_open(manuscript, count)] for count in _OPEN]
    # Only long names leave no room for the picture.
    second.append([*decisions, *_make_open(manuscript, 0)])
    say = manuscript.say
    return [
        Heading(say("steering.state"), 1),
        FirstFit(first),
        NewPage(),
        Heading(say("steering.decide"), 1),
        FirstFit(second),
    ]


def _make_decisions(manuscript: Manuscript) -> list[Block]:
    say, first = manuscript.say, manuscript.summary.checklist.first
    if not first:
        return [Text([say("checklist.none")])]
    heads = [say(f"head.{name}") for name in ("done", "decide", "owner")]
    title = say("steering.decide")
    table = Table(title, (70, 0, 130), heads, [_row(manuscript, item) for item in first], names_rows=1)
    return [Text([say("steering.decide-intro")], "lead"), table]


def _make_areas(manuscript: Manuscript) -> list[Block]:
    return [Kept([Heading(manuscript.say("picture.areas-title"), 2), make_areas(manuscript)])]


def _row(manuscript: Manuscript, item: ChecklistItem) -> Row:
    point: list[Block] = [Text([Span(item.text, strong=True)], "cell"), Text([item.why], "why")]
    return Row([[make_tick(manuscript, item)], point, show_owner(manuscript, item, is_short=True)])


def _make_open(manuscript: Manuscript, count: int) -> Sequence[Block]:
    say, unknown = manuscript.say, manuscript.summary.coverage.unknown
    made: list[Block] = [Heading(say("overview.open"), 2), Text([say_coverage(manuscript)])]
    if unknown[:count]:
        made.append(Items([[question.text] for question in unknown[:count]], "small-bullet"))
    if count and len(unknown) > count:
        made.append(Text([say("steering.more-open", count=len(unknown) - count)], "note"))
    return made
