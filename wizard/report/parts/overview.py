"""What matters most, on one page."""

from reportlab.platypus import Flowable

from wizard.core.checklist import ChecklistItem
from wizard.report import palette
from wizard.report.manuscript import Manuscript
from wizard.report.parts.checklist import say_owner
from wizard.report.pictures import Marker, markers, risk_tally
from wizard.report.typeset.grid import Row
from wizard.report.typeset.stack import FirstFit

#: The width of the text, in points.
_WIDTH = 481.0
#: How many risks and open questions are shown, the most first; fewer where they would not fit on the page.
_VERSIONS = ((5, 4), (4, 3), (3, 3), (3, 1))


def make_overview(manuscript: Manuscript) -> list[Flowable]:
    """Make the page that a steering group reads if it reads one."""
    setter = manuscript.setter
    heading = setter.heading(manuscript.say("overview.title"), 1)
    versions = [[heading, *_make_version(manuscript, risks, unknown)] for risks, unknown in _VERSIONS]
    return [setter.new_page(), FirstFit(versions)]


def _make_version(manuscript: Manuscript, risks: int, unknown: int) -> list[Flowable]:
    setter, say, summary = manuscript.setter, manuscript.say, manuscript.summary
    if not summary.exposed:
        key = "overview.nothing-shown" if summary.path.answers else "overview.nothing-answered"
        return [setter.text(say(key), style="lead"), *_coverage(manuscript, unknown)]
    return [
        setter.text(say("overview.exposed", shown=len(summary.exposed), all=len(summary.risks)), style="lead"),
        setter.picture(risk_tally(summary, width=_WIDTH, faces=setter.faces)),
        setter.heading(say("overview.gravest"), 2),
        _gravest(manuscript, risks),
        setter.heading(say("overview.first"), 2),
        *_first(manuscript),
        *_coverage(manuscript, unknown),
    ]


def _gravest(manuscript: Manuscript, count: int) -> Flowable:
    rows = [_gravest_row(manuscript, marker) for marker in markers(manuscript.summary)[:count]]
    say = manuscript.say
    heads = (say("head.number"), say("head.risk"), say("head.first"), say("head.level"))
    return manuscript.setter.table((20, 0, 170, 58), heads, rows)


def _gravest_row(manuscript: Manuscript, marker: Marker) -> Row:
    setter, found = manuscript.setter, marker.found
    because = found.because[0]
    tone = palette.RISK[found.risk] if found.risk else palette.RISK[min(palette.RISK)]
    first = next((item for item in manuscript.summary.checklist.items if item.challenge == found.challenge.id), None)
    return Row(
        [
            [setter.numeral(marker.number, tone.strong)],
            [
                setter.text(setter.strong(found.challenge.title)),
                setter.text(manuscript.say_because(because), style="note"),
            ],
            [setter.text(first.text, style="small")] if first else [],
            [setter.badge(manuscript.say_risk(found.risk), tone.strong)] if found.risk else [],
        ]
    )


def _first(manuscript: Manuscript) -> list[Flowable]:
    setter = manuscript.setter
    return [
        setter.text(*_first_parts(manuscript, item), style="numbered", bullet=f"{number}.")
        for number, item in enumerate(manuscript.summary.checklist.first, start=1)
    ]


