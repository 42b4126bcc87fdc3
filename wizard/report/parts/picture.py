"""Both pictures, and the table that says which challenge each number stands for."""

from wizard.report import palette
from wizard.report.blocks import Badge, Block, Form, Heading, Kept, NewPage, Numeral, Picture, Row, Table, Text
from wizard.report.manuscript import Manuscript
from wizard.report.pictures import Marker, area_overview, describe_areas, describe_matrix, markers, risk_matrix


def make_picture(manuscript: Manuscript) -> list[Block]:
    """Make the part that shows all risks at once."""
    say, summary = manuscript.say, manuscript.summary
    found = markers(summary)
    matrix = Picture(
        lambda width, faces: risk_matrix(summary, width=width, faces=faces),
        say("picture.matrix-title"),
        describe_matrix(summary),
    )
    made: list[Block] = [
        NewPage(),
        Kept([Heading(say("picture.title"), 1), Text([say("picture.areas-intro")]), make_areas(manuscript)]),
        Kept([Heading(say("picture.matrix-title"), 2), Text([say("picture.matrix-intro")]), matrix]),
    ]
    if found:
        title = say("picture.numbers-title")
        heads = (say("head.number"), say("head.challenge"), say("head.area"), say("head.level"))
        rows = [_row(manuscript, marker) for marker in found]
        table = Table(title, (20, 0, 110, 50), heads, rows, names_rows=1, form=Form.DENSE)
        made.append(Kept([Heading(title, 2), table]))
    return made


def make_areas(manuscript: Manuscript) -> Picture:
    """Make the picture of the seven areas."""
    summary = manuscript.summary
    return Picture(
        lambda width, faces: area_overview(summary, width=width, faces=faces),
        manuscript.say("picture.areas-title"),
        describe_areas(summary),
    )


def _row(manuscript: Manuscript, marker: Marker) -> Row:
    challenge, tone = marker.found.challenge, palette.RISK[marker.risk]
    return Row(
        [
            [Numeral(marker.number, tone)],
            [Text([challenge.title], "cell")],
            [Text([manuscript.summary.content.areas[challenge.area].title], "cell")],
            [Badge(manuscript.say_risk(marker.risk), tone)],
        ]
    )
