"""The pictures of a result, as a page shows them."""

from dataclasses import dataclass
from functools import lru_cache

from wizard.core.summary import Summary
from wizard.report.pictures import area_overview, describe_areas, describe_matrix, risk_matrix
from wizard.report.svg import to_svg
from wizard.services.identity import Same


@dataclass(frozen=True, slots=True)
class Pictures:
    """SVG texts without styles or scripts, safe to put in a page as they are."""

    areas: str
    matrix: str


def draw_pictures(summary: Summary) -> Pictures:
    """Draw both pictures of a summary, each with the words that say what it shows."""
    return _draw(Same(summary))


# Drawing takes longer than finding the summary, which is kept too (`services.summaries`), and nothing else is drawn.
@lru_cache(maxsize=64)
def _draw(drawn: Same[Summary]) -> Pictures:
    summary = drawn.item
    phrases = summary.content.phrases
    return Pictures(
        areas=to_svg(
            area_overview(summary),
            title=phrases("picture.areas"),
            description=describe_areas(summary),
            prefix="omraader",
        ),
        matrix=to_svg(
            risk_matrix(summary),
            title=phrases("picture.matrix"),
            description=describe_matrix(summary),
            prefix="matrix",
        ),
    )
