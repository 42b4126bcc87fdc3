"""Both pictures, and the table that says which challenge each number stands for."""

from reportlab.platypus import Flowable

from wizard.report import palette
from wizard.report.manuscript import WIDTH, Manuscript
from wizard.report.pictures import Marker, area_overview, markers, risk_matrix
from wizard.report.typeset.grid import Row
from wizard.report.typeset.typesetter import DENSE


def make_picture(manuscript: Manuscript) -> list[Flowable]:
    """Make the part that shows all risks at once."""
    setter, say, summary = manuscript.setter, manuscript.say, manuscript.summary
    found = markers(summary)
    made = [
        setter.new_page(),
        setter.kept(
            setter.heading(say("picture.title"), 1),
            setter.text(say("picture.areas-intro")),
            setter.picture(area_overview(summary, width=WIDTH, faces=setter.faces)),
        ),
        setter.kept(
            setter.heading(say("picture.matrix-title"), 2),
            setter.text(say("picture.matrix-intro")),
            setter.picture(risk_matrix(summary, width=WIDTH, faces=setter.faces)),
        ),
    ]
    if found:
        heads = (say("head.number"), say("head.challenge"), say("head.area"), say("head.level"))
        table = setter.table((20, 0, 110, 50), heads, [_row(manuscript, marker) for marker in found], look=DENSE)
        made.append(setter.kept(setter.heading(say("picture.numbers-title"), 2), table))
    return made


def _row(manuscript: Manuscript, marker: Marker) -> Row:
    setter, challenge = manuscript.setter, marker.found.challenge
    tone = palette.RISK[marker.risk]
    return Row(
        [
            [setter.numeral(marker.number, tone.strong)],
            [setter.text(challenge.title, style="cell")],
            [setter.text(manuscript.summary.content.areas[challenge.area].title, style="cell")],
            [setter.badge(manuscript.say_risk(marker.risk), tone.strong)],
        ]
    )
