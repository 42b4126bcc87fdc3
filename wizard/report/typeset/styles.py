"""The kinds of text that a report has."""

from collections.abc import Mapping

from wizard.report import palette
from wizard.report.typeset.text import Style
from wizard.report.typeset.typeface import Typeface


def make_styles(typeface: Typeface) -> Mapping[str, Style]:
    """Make every kind of text in one typeface. Sizes in points."""
    regular, semibold, bold = typeface.regular, typeface.semibold, typeface.bold
    ink, muted, accent = palette.INK, palette.MUTED, palette.ACCENT
    return {
        "brand": Style(bold, 13, 17, accent),
        "kicker": Style(semibold, 11, 15, muted, after=6),
        "title": Style(bold, 27, 33, ink, after=8),
        "title-long": Style(bold, 17, 22, ink, after=8),
        "date": Style(regular, 11, 15, muted, after=18),
        "h1": Style(bold, 19, 24, ink, before=24, after=8),
        "h2": Style(semibold, 12.5, 16, ink, before=16, after=6),
        "h3": Style(semibold, 9.5, 13.6, ink, before=12, after=4),
        "block": Style(semibold, 11, 15, ink, after=1),
        "lead": Style(regular, 10.5, 15.5, ink, after=8),
        "body": Style(regular, 9.5, 13.6, ink, after=4),
        "cell": Style(regular, 9, 12.6, ink, after=2),
        "cell-bullet": Style(regular, 9, 12.6, ink, after=1.5, hanging=10),
        "bullet": Style(regular, 9.5, 13.6, ink, after=2, hanging=11),
        "numbered": Style(regular, 9.5, 13.6, ink, after=4, hanging=16),
        "small": Style(regular, 8.5, 11.8, ink, after=2),
        "small-bullet": Style(regular, 8.5, 11.8, ink, after=1, hanging=9),
        "note": Style(regular, 8.5, 11.6, muted, after=2),
        "why": Style(regular, 8, 10.8, muted, after=2),
        "label": Style(semibold, 8.5, 12.6, muted),
        "head": Style(semibold, 8.5, 11.8, muted),
        "contents": Style(regular, 10, 17, ink),
    }
