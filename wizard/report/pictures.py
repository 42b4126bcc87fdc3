"""The two pictures of a summary, drawn once: vectors in the PDF, SVG on the page. And what they show, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportlab.graphics.shapes import Circle, Drawing, Line, Rect, String
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import simpleSplit

from wizard.core.risk import RISK_TABLE, ChallengeRisk, Consequence, Exposure, Risk
from wizard.core.summary import AreaRisk, Summary
from wizard.report import palette
from wizard.report.svg import to_svg

__all__ = ["Faces", "Marker", "area_overview", "describe_areas", "describe_matrix", "markers", "risk_matrix", "to_svg"]

#: Wide enough to read on paper and a large screen, narrow enough to stay legible on a telephone.
WIDTH = 400.0

_LEVELS = tuple(reversed(Risk))
_EXPOSURES = tuple(reversed(Exposure))


@dataclass(frozen=True, slots=True)
class Faces:
    """The names of two registered fonts. Those that every PDF reader has serve to measure a picture for the page."""

    regular: str = "Helvetica"
    bold: str = "Helvetica-Bold"


@dataclass(frozen=True, slots=True)
class Marker:
    """An exposed challenge and the number that stands for it in the matrix, in tables and in the list of risks."""

    number: int
    found: ChallengeRisk


def markers(summary: Summary) -> tuple[Marker, ...]:
    """Number the exposed challenges, the gravest first."""
    return tuple(Marker(number, found) for number, found in enumerate(summary.exposed, start=1))


class _Sheet:
    """A drawing measured from its top left corner."""

    def __init__(self, width: float, height: float, faces: Faces) -> None:
        self.drawing = Drawing(width, height)
        self.faces = faces

    def box(
        self, x: float, top: float, width: float, height: float, *, fill: str, stroke: str | None = None, radius: float = 0
    ) -> None:
        edge = HexColor(stroke) if stroke else None
        y = self.drawing.height - top - height
        self.drawing.add(
            Rect(x, y, width, height, rx=radius, ry=radius, fillColor=HexColor(fill), strokeColor=edge, strokeWidth=0.75)
        )

    def rule(self, top: float) -> None:
        y = self.drawing.height - top
        self.drawing.add(Line(0, y, self.drawing.width, y, strokeColor=HexColor(palette.RULE), strokeWidth=0.75))

    def ring(self, x: float, top: float, radius: float, colour: str) -> None:
        self.drawing.add(
            Circle(
                x,
                self.drawing.height - top,
                radius,
                fillColor=HexColor(palette.WHITE),
                strokeColor=HexColor(colour),
                strokeWidth=1,
            )
        )

    def text(
        self,
        x: float,
        top: float,
        text: str,
        *,
        size: float = 10,
        colour: str = palette.INK,
        bold: bool = False,
        anchor: Literal["start", "middle", "end"] = "start",
    ) -> None:
        """Write one line whose baseline lies at `top`."""
        face = self.faces.bold if bold else self.faces.regular
        y = self.drawing.height - top
        self.drawing.add(
            String(x, y, text, fontName=face, fontSize=size, fillColor=HexColor(colour), textAnchor=anchor)
        )

    def lines(self, x: float, middle: float, text: str, width: float, *, bold: bool = False) -> None:
        """Write a label of one line or more around the height `middle`."""
        found = simpleSplit(text, self.faces.bold if bold else self.faces.regular, 10, width)
        for place, line in enumerate(found):
            self.text(x, middle + 3.5 + (place - (len(found) - 1) / 2) * 12, line, bold=bold)


# ---- The seven areas: the gravest risk of each, and how many challenges have each risk

_AREA_HEAD = 38.0
_AREA_ROW = 27.0
_CHIP = 76.0
_COUNT = 42.0


def area_overview(summary: Summary, *, width: float = WIDTH, faces: Faces = Faces()) -> Drawing:  # noqa: B008 - frozen
    """Draw a row for each area. Every colour has its word or number on it."""
    say = summary.content.phrases
    sheet = _Sheet(width, _AREA_HEAD + _AREA_ROW * len(summary.areas) + 1, faces)
    counts = width - _COUNT * len(_LEVELS)
    sheet.text(0, 29, say("report.picture.area"), size=9, colour=palette.MUTED, bold=True)
    sheet.text(counts - _CHIP - 8, 29, say("report.picture.gravest"), size=9, colour=palette.MUTED, bold=True)
    sheet.text(counts, 13, say("report.picture.counts"), size=9, colour=palette.MUTED, bold=True)
    for place, risk in enumerate(_LEVELS):
        middle = counts + _COUNT * (place + 0.5)
        sheet.text(middle, 29, say(f"risk.{risk.id}"), size=9, colour=palette.MUTED, bold=True, anchor="middle")
    for row, area in enumerate(summary.areas):
        top = _AREA_HEAD + _AREA_ROW * row
        sheet.rule(top)
        _draw_area(sheet, summary, area, top, counts)
    sheet.rule(_AREA_HEAD + _AREA_ROW * len(summary.areas))
    return sheet.drawing


def _draw_area(sheet: _Sheet, summary: Summary, area: AreaRisk, top: float, counts: float) -> None:
    say = summary.content.phrases
    middle = top + _AREA_ROW / 2
    chip = counts - _CHIP - 8
    sheet.lines(0, middle, area.area.title, chip - 6, bold=True)
    if area.gravest:
        sheet.box(chip, top + 5, _CHIP - 8, _AREA_ROW - 10, fill=palette.RISK[area.gravest].strong, radius=3)
        word = say(f"risk.{area.gravest.id}")
        sheet.text(chip + _CHIP / 2 - 4, middle + 3.5, word, colour=palette.WHITE, bold=True, anchor="middle")
    else:
        sheet.text(chip, middle + 3.5, say("report.picture.none"), colour=palette.MUTED)
    for place, risk in enumerate(_LEVELS):
        count = area.counts.get(risk, 0)
        left = counts + _COUNT * place
        if count:
            sheet.box(left + 2, top + 3, _COUNT - 4, _AREA_ROW - 6, fill=palette.RISK[risk].tint)
        colour = palette.INK if count else palette.MUTED
        sheet.text(left + _COUNT / 2, middle + 3.5, str(count), colour=colour, bold=bool(count), anchor="middle")


# ---- The risk matrix: every exposed challenge by its number, where exposure and consequence put it

_LABELS = 62.0
_MATRIX_HEAD = 44.0
_CELL_HEAD = 20.0
_CELL_LEAST = 50.0
_RING = 8.0
_PITCH = 19.0


def risk_matrix(summary: Summary, *, width: float = WIDTH, faces: Faces = Faces()) -> Drawing:  # noqa: B008 - frozen
    """Draw exposure against consequence. Numbers are those of `markers`; a row grows with what it holds."""
    cells = _fill_cells(summary)
    cell = (width - _LABELS) / len(Consequence)
    heights = [_row_height(cells, exposure, cell) for exposure in _EXPOSURES]
    sheet = _Sheet(width, _MATRIX_HEAD + sum(heights), faces)
    _draw_axes(sheet, summary, cell)
    top = _MATRIX_HEAD
    for exposure, height in zip(_EXPOSURES, heights, strict=True):
        label = summary.content.phrases(f"report.exposure.{exposure.value}")
        sheet.lines(0, top + height / 2, label, _LABELS - 6, bold=True)
        for consequence in Consequence:
            left = _LABELS + cell * (consequence - 1)
            _draw_cell(sheet, summary, (exposure, consequence), cells.get((exposure, consequence), ()), left, top, cell, height)
        top += height
    return sheet.drawing


_Place = tuple[Exposure, Consequence]


def _fill_cells(summary: Summary) -> dict[_Place, list[int]]:
    """Put the number of each challenge in its cell; those that are not exposed have none and count as 0."""
    cells: dict[_Place, list[int]] = {}
    for number, found in enumerate(summary.risks, start=1):
        cells.setdefault((found.exposure, found.consequence), []).append(number if found.risk else 0)
    return cells


def _row_height(cells: dict[_Place, list[int]], exposure: Exposure, cell: float) -> float:
    if exposure is Exposure.NONE:
        return _CELL_LEAST
    most = max(len(cells.get((exposure, consequence), ())) for consequence in Consequence)
    return max(_CELL_LEAST, _CELL_HEAD + _PITCH * -(-most // _per_line(cell)) + 7)


def _per_line(cell: float) -> int:
    return int((cell - 8) // _PITCH)


def _draw_axes(sheet: _Sheet, summary: Summary, cell: float) -> None:
    say = summary.content.phrases
    sheet.text(_LABELS + 1, 10, say("report.picture.consequence"), size=9, colour=palette.MUTED, bold=True)
    sheet.text(0, _MATRIX_HEAD - 6, say("report.picture.exposure"), size=9, colour=palette.MUTED, bold=True)
    for consequence in Consequence:
        words = simpleSplit(say(f"report.consequence.{consequence.id}"), sheet.faces.bold, 10, cell - 6)
        for place, word in enumerate(words):
            top = _MATRIX_HEAD - 6 - 12 * (len(words) - 1 - place)
            sheet.text(_LABELS + cell * (consequence - 1) + 1, top, word, bold=True)


def _draw_cell(
    sheet: _Sheet,
    summary: Summary,
    place: _Place,
    numbers: Sequence[int],
    left: float,
    top: float,
    width: float,
    height: float,
) -> None:
    say = summary.content.phrases
    risk = RISK_TABLE[place[0]][place[1] - 1]
    if risk is None:
        sheet.box(left + 1, top + 1, width - 2, height - 2, fill=palette.QUIET)
        sheet.text(left + 8, top + 16, say("report.picture.no-risk"), size=9, colour=palette.MUTED, bold=True)
        if numbers:
            sheet.text(left + 8, top + 32, _count(summary, len(numbers)), size=9, colour=palette.MUTED)
        return
    tone = palette.RISK[risk]
    sheet.box(left + 1, top + 1, width - 2, height - 2, fill=tone.tint)
    sheet.text(left + 8, top + 15, say(f"risk.{risk.id}"), size=9, colour=tone.strong, bold=True)
    for index, number in enumerate(numbers):
        line, column = divmod(index, _per_line(width))
        x, y = left + 7 + _RING + _PITCH * column, top + _CELL_HEAD + _PITCH * (line + 0.5)
        sheet.ring(x, y, _RING, tone.strong)
        sheet.text(x, y + 3, str(number), size=8.5, bold=True, anchor="middle")


# ---- What a person would see, in words


def describe_areas(summary: Summary) -> str:
    """Say what `area_overview` shows."""
    return summary.content.phrases(
        "report.describe.areas", areas=" ".join(_describe_area(summary, area) for area in summary.areas)
    )


def _describe_area(summary: Summary, area: AreaRisk) -> str:
    say = summary.content.phrases
    if area.gravest is None:
        return say("report.describe.area-none", area=area.area.title)
    counts = ", ".join(
        say("report.describe.count", count=area.counts[risk], risk=say(f"risk.{risk.id}").lower())
        for risk in _LEVELS
        if area.counts.get(risk)
    )
    gravest = say(f"risk.{area.gravest.id}").lower()
    return say("report.describe.area", area=area.area.title, risk=gravest, counts=counts)


def describe_matrix(summary: Summary) -> str:
    """Say what `risk_matrix` shows."""
    say = summary.content.phrases
    cells = _fill_cells(summary)
    said = [
        _describe_cell(summary, (exposure, consequence), cells[exposure, consequence])
        for exposure in _EXPOSURES
        for consequence in reversed(Consequence)
        if exposure and (exposure, consequence) in cells
    ]
    unexposed = len(summary.risks) - len(summary.exposed)
    said.append(say("report.describe.unexposed", count=_count(summary, unexposed)))
    return say("report.describe.matrix", cells=" ".join(said))


def _describe_cell(summary: Summary, place: _Place, numbers: Sequence[int]) -> str:
    say = summary.content.phrases
    risk = RISK_TABLE[place[0]][place[1] - 1]
    return say(
        "report.describe.cell",
        exposure=say(f"report.exposure.{place[0].value}").lower(),
        consequence=say(f"report.consequence.{place[1].id}").lower(),
        risk=say(f"risk.{risk.id}").lower() if risk else say("report.picture.no-risk").lower(),
        numbers=", ".join(str(number) for number in numbers),
    )


def _count(summary: Summary, count: int) -> str:
    return summary.content.phrases("report.count.one" if count == 1 else "report.count.many", count=count)
