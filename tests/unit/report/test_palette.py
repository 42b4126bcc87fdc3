import itertools

import pytest

from wizard.core.risk import Risk
from wizard.report import palette


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


TINTS = [palette.WHITE, palette.QUIET, palette.ACCENT_TINT, *(tone.tint for tone in palette.RISK.values())]


@pytest.mark.parametrize(("ink", "paper"), list(itertools.product([palette.INK, palette.MUTED], TINTS)))
def test_dark_text_reads_on_every_light_colour(ink: str, paper: str) -> None:
    assert contrast(ink, paper) >= 4.5


@pytest.mark.parametrize("risk", Risk)
def test_each_risk_reads_on_its_own_tint_and_under_white(risk: Risk) -> None:
    tone = palette.RISK[risk]
    assert contrast(palette.WHITE, tone.strong) >= 4.5
    assert contrast(tone.strong, tone.tint) >= 4.5


def test_the_accent_reads_as_text() -> None:
    assert contrast(palette.ACCENT, palette.WHITE) >= 4.5
