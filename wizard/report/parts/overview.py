"""What matters most, on one page."""

from wizard.report import palette
from wizard.report.blocks import (
    Badge,
    Block,
    FirstFit,
    Heading,
    Items,
    NewPage,
    Numeral,
    Picture,
    Row,
    Span,
    Table,
    Text,
)
from wizard.report.manuscript import Manuscript
from wizard.report.pictures import Marker, describe_tally, markers, risk_tally

#: How many risks and open questions are shown: the most that the page has room for.
_VERSIONS = ((5, 4), (4, 4), (4, 2), (3, 3), (3, 1), (2, 0))


def make_overview(manuscript: Manuscript) -> list[Block]:
    """Make the page that a steering group reads if it reads one."""
    versions = [_make_version(manuscript, *counts) for counts in _VERSIONS]
    return [NewPage(), Heading(manuscript.say("overview.title"), 1), FirstFit(versions)]


def _make_version(manuscript: Manuscript, risks: int, unknown: int) -> list[Block]:
    say, summary = manuscript.say, manuscript.summary
    made = make_state(manuscript)
    if summary.exposed:
        made += make_gravest(manuscript, risks)
    if summary.checklist.first:
        made += [Heading(say("checklist.first"), 2), _first(manuscript)]
    return [*made, *_open(manuscript, unknown)]


def make_state(manuscript: Manuscript) -> list[Block]:
    """Say in a line and a picture what the answers show."""
    say, summary = manuscript.say, manuscript.summary
    if summary.exposed:
        return [
            Text([say("overview.exposed", shown=len(summary.exposed), all=len(summary.risks))], "lead"),
            Picture(
                lambda width, faces: risk_tally(summary, width=width, faces=faces),
                say("overview.tally"),
                describe_tally(summary),
            ),
        ]
    key = "overview.nothing-shown" if summary.path.answers else "overview.nothing-answered"
    return [Text([say(key)], "lead")]


def make_gravest(manuscript: Manuscript, count: int) -> list[Block]:
    """Make the table of the gravest risks, with why, and what to begin with."""
    say = manuscript.say
    title = say("overview.gravest")
    heads = (say("head.number"), say("head.risk"), say("head.begin-with"), say("head.level"))
    rows = [_gravest_row(manuscript, marker) for marker in markers(manuscript.summary)[:count]]
    return [Heading(title, 2), Table(title, (20, 0, 160, 50), heads, rows, names_rows=1)]


def _gravest_row(manuscript: Manuscript, marker: Marker) -> Row:
    challenge, tone = marker.found.challenge, palette.RISK[marker.risk]
    begin_with = manuscript.summary.actions_on(challenge.id)[:1]
    return Row(
        [
            [Numeral(marker.number, tone)],
            [
                Text([Span(challenge.title, strong=True)], "cell"),
                *(Text([manuscript.say_because(answer)], "note") for answer in marker.found.because[:1]),
            ],
            [Text([item.text], "small") for item in begin_with],
            [Badge(manuscript.say_risk(marker.risk), tone)],
        ]
    )


def _first(manuscript: Manuscript) -> Items:
    return Items(
        [
            (f"{item.text} ", Span(f"({manuscript.shorten(manuscript.say_owner(item))})", muted=True))
            for item in manuscript.summary.checklist.first
        ],
        "numbered",
        is_numbered=True,
    )


def _open(manuscript: Manuscript, count: int) -> list[Block]:
    """Say what is covered, and name the first questions that are answered *ved ikke*."""
    say, coverage = manuscript.say, manuscript.summary.coverage
    shown, more = coverage.unknown[:count], len(coverage.unknown) - count
    made: list[Block] = [Heading(say("overview.open"), 2), Text([say_coverage(manuscript)])]
    if shown:
        made.append(Items([[question.text] for question in shown]))
    if shown and more > 0:
        made.append(Text([say("overview.more-open", count=more)], "note"))
    return made


def say_coverage(manuscript: Manuscript) -> str:
    """Say how much is answered, and what that means for the rest."""
    total = manuscript.summary.coverage.total
    if total.answered == total.visible:
        return manuscript.say("coverage-all", visible=total.visible)
    return manuscript.say(
        "coverage",
        answered=total.answered,
        visible=total.visible,
        unknown=total.unknown,
        unanswered=total.unanswered,
    )
