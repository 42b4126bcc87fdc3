"""The two pictures of a summary, drawn once: vectors in the PDF, SVG on the page. And what they show, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing
from reportlab.lib.utils import simpleSplit

from wizard.core.risk import RISK_TABLE, ChallengeRisk, Consequence, Exposure, Risk
from wizard.core.summary import AreaRisk, Summary
from wizard.report import palette
from wizard.report.sheet import SCREEN, Box, Faces, Sheet
from wizard.report.svg import to_svg

__all__ = [
    "Faces",
    "Marker",
    "area_overview",
    "describe_areas",
    "describe_matrix",
    "describe_tally",
    "markers",
    "risk_matrix",
    "risk_tally",
    "to_svg",
]

#: Wide enough to read on paper and a large screen, narrow enough to stay legible on a telephone.
WIDTH = 360.0

_LEVELS = tuple(reversed(Risk))
_EXPOSURES = tuple(reversed(Exposure))


@dataclass(frozen=True, slots=True)
class Marker:
    """An exposed challenge and the number that stands for it in the matrix, in tables and in the list of risks."""

    number: int
    found: ChallengeRisk
    risk: Risk


def markers(summary: Summary) -> tuple[Marker, ...]:
    """Number the exposed challenges, the gravest first."""
    return tuple(
        Marker(number, found, found.risk) for number, found in enumerate(summary.exposed, start=1) if found.risk
    )


# ---- The seven areas: the gravest risk of each, and how many challenges have each risk

_AREA_HEAD = 38.0
_AREA_ROW = 27.0
_CHIP = 68.0
_COUNT = 42.0


def area_overview(summary: Summary, *, width: float = WIDTH, faces: Faces = SCREEN) -> Drawing:
    """Draw a row for each area. Every colour has its word or number on it."""
    say = summary.content.phrases
    sheet = Sheet(width, _AREA_HEAD + _AREA_ROW * len(summary.areas) + 1, faces)
    counts = width - _COUNT * len(_LEVELS)
    chip = counts - _CHIP - 16
    sheet.heading(0, 29, say("report.picture.area"))
    sheet.heading(chip, 29, say("report.picture.gravest"))
    sheet.heading(width, 13, say("report.picture.counts"), anchor="end")
    for place, risk in enumerate(_LEVELS):
        sheet.heading(counts + _COUNT * (place + 0.5), 29, say(f"risk.{risk.id}"), anchor="middle")
    for row, area in enumerate(summary.areas):
        top = _AREA_HEAD + _AREA_ROW * row
        sheet.rule(top)
        sheet.label(0, top + _AREA_ROW / 2, area.area.title, chip - 6)
        _draw_gravest(sheet, summary, area, Box(chip, top, _CHIP, _AREA_ROW))
        for place, risk in enumerate(_LEVELS):
            box = Box(counts + _COUNT * place, top, _COUNT, _AREA_ROW)
            _draw_count(sheet, risk, area.counts.get(risk, 0), box)
    sheet.rule(_AREA_HEAD + _AREA_ROW * len(summary.areas))
    return sheet.drawing


def _draw_gravest(sheet: Sheet, summary: Summary, area: AreaRisk, box: Box) -> None:
    say = summary.content.phrases
    if area.gravest is None:
        sheet.text(box.left, box.middle + 3.5, say("report.picture.none"), colour=palette.MUTED)
        return
    sheet.fill(box.inset(0, 5), palette.RISK[area.gravest].strong, radius=3)
    word = say(f"risk.{area.gravest.id}")
    middle = box.left + box.width / 2
    sheet.text(middle, box.middle + 3.5, word, colour=palette.WHITE, bold=True, anchor="middle")


def _draw_count(sheet: Sheet, risk: Risk, count: int, box: Box) -> None:
    if count:
        sheet.fill(box.inset(2, 3), palette.RISK[risk].tint)
    colour = palette.INK if count else palette.MUTED
    middle = box.left + box.width / 2
    sheet.text(middle, box.middle + 3.5, str(count), colour=colour, bold=bool(count), anchor="middle")


# ---- How many challenges have each risk, in large figures

_TILE = 56.0


def risk_tally(summary: Summary, *, width: float = WIDTH, faces: Faces = SCREEN) -> Drawing:
    """Draw a tile for each risk with the number of challenges that have it."""
    sheet = Sheet(width, _TILE, faces)
    tile = (width + 8) / len(_LEVELS)
    for place, risk in enumerate(_LEVELS):
        tone = palette.RISK[risk]
        count = _tally(summary, risk)
        box = Box(tile * place, 0, tile - 8, _TILE)
        sheet.fill(box, tone.tint if count else palette.QUIET)
        sheet.text(box.left + 12, 31, str(count), size=22, colour=tone.strong if count else palette.MUTED, bold=True)
        word = summary.content.phrases(f"risk.{risk.id}")
        sheet.text(box.left + 12, 47, word, colour=palette.INK if count else palette.MUTED)
    return sheet.drawing


# ---- The risk matrix: every exposed challenge by its number, where exposure and consequence put it

_LABELS = 60.0
_HEAD_LINE = 12.0
_CELL_HEAD = 20.0
_CELL_LEAST = 50.0
_RING = 8.0
_PITCH = 19.0
#: How much wider letters may be in the font that a reader's browser falls back on.
_SLACK = 1.2

_Place = tuple[Exposure, Consequence]


def risk_matrix(summary: Summary, *, width: float = WIDTH, faces: Faces = SCREEN) -> Drawing:
    """Draw exposure against consequence. Numbers are those of `markers`; a row grows with what it holds."""
    say = summary.content.phrases
    cells = _fill_cells(summary)
    cell = (width - _LABELS) / len(Consequence)
    labels = [simpleSplit(say(f"consequence.{one.id}"), faces.bold, 9, (cell - 8) / _SLACK) for one in Consequence]
    top = 20 + _HEAD_LINE * max(len(lines) for lines in labels)
    heights = [_row_height(cells, exposure, cell) for exposure in _EXPOSURES]
    sheet = Sheet(width, top + sum(heights), faces)
    _draw_axes(sheet, summary, labels, cell, top)
    for exposure, height in zip(_EXPOSURES, heights, strict=True):
        sheet.label(0, top + height / 2, say(f"exposure.{exposure.value}"), _LABELS - 6)
        for place, consequence in enumerate(Consequence):
            box = Box(_LABELS + cell * place, top, cell, height)
            _draw_cell(sheet, summary, RISK_TABLE[exposure][place], cells.get((exposure, consequence), ()), box)
        top += height
    return sheet.drawing


def _fill_cells(summary: Summary) -> dict[_Place, list[int]]:
    """Put each challenge in its cell by its place among the risks, which for an exposed one is its marker's number."""
    cells: dict[_Place, list[int]] = {}
    for number, found in enumerate(summary.risks, start=1):
        cells.setdefault((found.exposure, found.consequence), []).append(number)
    return cells


def _row_height(cells: dict[_Place, list[int]], exposure: Exposure, cell: float) -> float:
    if exposure is Exposure.NONE:
        return _CELL_LEAST
    most = max(len(cells.get((exposure, consequence), ())) for consequence in Consequence)
    return max(_CELL_LEAST, _CELL_HEAD + _PITCH * -(-most // _per_line(cell)) + 7)


def _per_line(cell: float) -> int:
    return int((cell - 8) // _PITCH)


def _draw_axes(sheet: Sheet, summary: Summary, labels: Sequence[Sequence[str]], cell: float, bottom: float) -> None:
    say = summary.content.phrases
    sheet.heading(_LABELS + 7, 10, say("report.picture.consequence"))
    sheet.heading(0, bottom - 7, say("report.picture.exposure"))
    for place, lines in enumerate(labels):
        for line, words in enumerate(reversed(lines)):
            sheet.text(_LABELS + cell * place + 7, bottom - 7 - _HEAD_LINE * line, words, size=9, bold=True)


def _draw_cell(sheet: Sheet, summary: Summary, risk: Risk | None, numbers: Sequence[int], box: Box) -> None:
    say = summary.content.phrases
    if risk is None:
        sheet.fill(box.inset(1, 1), palette.QUIET)
        sheet.heading(box.left + 7, box.top + 15, say("report.picture.no-risk"))
        if numbers:
            sheet.text(box.left + 7, box.top + 30, _count(summary, len(numbers)), size=8.5, colour=palette.MUTED)
        return
    tone = palette.RISK[risk]
    sheet.fill(box.inset(1, 1), tone.tint)
    sheet.text(box.left + 7, box.top + 15, say(f"risk.{risk.id}"), size=9, colour=tone.strong, bold=True)
    for index, number in enumerate(numbers):
        line, column = divmod(index, _per_line(box.width))
        x, middle = box.left + 6 + _RING + _PITCH * column, box.top + _CELL_HEAD + _PITCH * (line + 0.5)
        sheet.ring(x, middle, _RING, tone.strong)
        sheet.text(x, middle + 3, str(number), size=8.5, bold=True, anchor="middle")


# ---- What a person would see, in words


def describe_areas(summary: Summary) -> str:
    """Say what `area_overview` shows."""
    areas = " ".join(_describe_area(summary, area) for area in summary.areas)
    return summary.content.phrases("report.describe.areas", areas=areas)


def describe_tally(summary: Summary) -> str:
    """Say what `risk_tally` shows."""
    say = summary.content.phrases
    counts = (_describe_count(summary, _tally(summary, risk), risk) for risk in _LEVELS)
    return say("report.describe.tally", counts=", ".join(counts))


def _describe_area(summary: Summary, area: AreaRisk) -> str:
    say = summary.content.phrases
    if area.gravest is None:
        return say("report.describe.area-none", area=area.area.title)
    counts = ", ".join(_describe_count(summary, area.counts[risk], risk) for risk in _LEVELS if area.counts.get(risk))
    gravest = say(f"risk.{area.gravest.id}").lower()
    return say("report.describe.area", area=area.area.title, risk=gravest, counts=counts)


def describe_matrix(summary: Summary) -> str:
    """Say what `risk_matrix` shows."""
    say = summary.content.phrases
    cells = _fill_cells(summary)
    said = [
        _describe_cell(summary, exposure, consequence, cells[exposure, consequence])
        for exposure in _EXPOSURES
        for consequence in reversed(Consequence)
        if exposure and (exposure, consequence) in cells
    ]
    unexposed = _count(summary, len(summary.risks) - len(summary.exposed))
    return say("report.describe.matrix", cells=" ".join([*said, say("report.describe.unexposed", count=unexposed)]))


def _describe_cell(summary: Summary, exposure: Exposure, consequence: Consequence, numbers: Sequence[int]) -> str:
    say = summary.content.phrases
    risk = RISK_TABLE[exposure][consequence - 1]
    return say(
        "report.describe.cell",
        exposure=say(f"exposure.{exposure.value}").lower(),
        consequence=say(f"consequence.{consequence.id}").lower(),
        risk=say(f"risk.{risk.id}").lower() if risk else say("report.picture.no-risk").lower(),
        numbers=", ".join(str(number) for number in numbers),
    )


def _tally(summary: Summary, risk: Risk) -> int:
    """Count the challenges that have a risk, in all areas."""
    return sum(area.counts.get(risk, 0) for area in summary.areas)


def _describe_count(summary: Summary, count: int, risk: Risk) -> str:
    say = summary.content.phrases
    return say("report.describe.count", count=count, risk=say(f"risk.{risk.id}").lower())


def _count(summary: Summary, count: int) -> str:
    return summary.content.phrases("report.count.one" if count == 1 else "report.count.many", count=count)
