"""The colours of pictures and reports, in one place.

Text stands at 4.5:1 or more on the colour behind it: white on every `strong`, ink and muted on every `tint`. A colour
never stands alone: what it says is written beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from wizard.core.risk import Risk

WHITE = "#ffffff"
INK = "#1a1a1a"
MUTED = "#4a545e"
#: Lines between rows, and around what has no colour of its own.
RULE = "#c8d0d8"
#: The accent of Det Fælles Designsystem.
ACCENT = "#0059b3"
ACCENT_TINT = "#eef4fa"
#: Behind what says nothing of risk: table heads, and cells where nothing is exposed.
QUIET = "#f3f5f7"


@dataclass(frozen=True, slots=True)
class Tone:
    """One thing's two colours: `strong` under white text, `tint` under dark text."""

    strong: str
    tint: str


RISK: Mapping[Risk, Tone] = {
    Risk.LOW: Tone("#2f6f3e", "#e3f0e5"),
    Risk.MEDIUM: Tone("#7d5a00", "#fcf0cf"),
    Risk.HIGH: Tone("#b04400", "#fde0cc"),
    Risk.CRITICAL: Tone("#8c1230", "#f5d3da"),
}
