"""What matters most, on one page."""

from reportlab.platypus import Flowable

from wizard.report import palette
from wizard.report.manuscript import WIDTH, Manuscript
from wizard.report.parts.checklist import say_owner
from wizard.report.pictures import Marker, markers, risk_tally
from wizard.report.typeset.grid import Row
from wizard.report.typeset.stack import FirstFit

#: How many risks and open questions are shown: the most that the page has room for.
_VERSIONS = ((5, 4), (4, 4), (4, 2), (3, 3), (3, 1), (2, 0))


def make_overview(manuscript: Manuscript) -> list[Flowable]:
    """Make the page that a steering group reads if it reads one."""
    setter = manuscript.setter
    heading = setter.heading(manuscript.say("overview.title"), 1)
    versions = [[heading, *_make_version(manuscript, *counts)] for counts in _VERSIONS]
    return [setter.new_page(), FirstFit(versions)]


def _make_version(manuscript: Manuscript, risks: int, unknown: int) -> list[Flowable]:
    setter, say, summary = manuscript.setter, manuscript.say, manuscript.summary
    made: list[Flowable] = []
    if summary.exposed:
        made += [
            setter.text(say("overview.exposed", shown=len(summary.exposed), all=len(summary.risks)), style="lead"),
            setter.picture(risk_tally(summary, width=WIDTH, faces=setter.faces)),
            setter.heading(say("overview.gravest"), 2),
            _gravest(manuscript, risks),
        ]
    else:
        key = "overview.nothing-shown" if summary.path.answers else "overview.nothing-answered"
        made.append(setter.text(say(key), style="lead"))
    if summary.checklist.first:
        made += [setter.heading(say("checklist.first"), 2), *_first(manuscript)]
    return [*made, *_open(manuscript, unknown)]


def _gravest(manuscript: Manuscript, count: int) -> Flowable:
    say = manuscript.say
    heads = (say("head.number"), say("head.risk"), say("head.begin-with"), say("head.level"))
    rows = [_gravest_row(manuscript, marker) for marker in markers(manuscript.summary)[:count]]
    return manuscript.setter.table((20, 0, 160, 50), heads, rows)


def _gravest_row(manuscript: Manuscript, marker: Marker) -> Row:
    setter, challenge = manuscript.setter, marker.found.challenge
    tone = palette.RISK[marker.risk]
    because = (manuscript.say_because(answer) for answer in marker.found.because[:1])
    begin_with = [item.text for item in manuscript.summary.checklist.items if item.challenge == challenge.id][:1]
    return Row(
        [
            [setter.numeral(marker.number, tone.strong)],
            [
                setter.text(setter.strong(challenge.title), style="cell"),
                *(setter.text(line, style="note") for line in because),
            ],
            [setter.text(text, style="small") for text in begin_with],
            [setter.badge(manuscript.say_risk(marker.risk), tone.strong)],
        ]
    )


def _first(manuscript: Manuscript) -> list[Flowable]:
    setter = manuscript.setter
    return [
        setter.text(
            f"{item.text} ",
            setter.muted(f"({manuscript.shorten(say_owner(manuscript, item))})"),
            style="numbered",
            bullet=f"{number}.",
        )
        for number, item in enumerate(manuscript.summary.checklist.first, start=1)
    ]


def _open(manuscript: Manuscript, count: int) -> list[Flowable]:
    """Say what is covered, and name the first questions that are answered *ved ikke*."""
    setter, say, coverage = manuscript.setter, manuscript.say, manuscript.summary.coverage
    shown, more = coverage.unknown[:count], len(coverage.unknown) - count
    total = coverage.total
    made: list[Flowable] = [
        setter.heading(say("overview.open"), 2),
        setter.text(
            say(
                "coverage",
                answered=total.answered,
                visible=total.visible,
                unknown=total.unknown,
                unanswered=total.unanswered,
            )
        ),
    ]
    made += setter.bullets(([question.text] for question in shown), style="bullet")
    if shown and more > 0:
        made.append(setter.text(say("overview.more-open", count=more), style="note"))
    return made
