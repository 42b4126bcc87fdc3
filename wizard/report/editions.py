"""The same summary for different readers."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from wizard.report.blocks import Block
from wizard.report.manuscript import Manuscript
from wizard.report.parts.answers import make_answers, make_open
from wizard.report.parts.checklist import make_others
from wizard.report.parts.experience import make_experience
from wizard.report.parts.front import make_front, make_head
from wizard.report.parts.legal import make_law_today, make_legal
from wizard.report.parts.overview import make_overview
from wizard.report.parts.picture import make_picture
from wizard.report.parts.plan import make_plan
from wizard.report.parts.risks import make_risks
from wizard.report.parts.sources import make_law, make_sources
from wizard.report.parts.steering import make_steering


class Edition(StrEnum):
    """For whom a report is. The value is its name in addresses and files."""

    FULL = "fuld"
    STEERING = "styregruppe"
    LAWYER = "jurist"
    PLAN = "handlingsplan"


_PARTS: Mapping[Edition, Sequence[Callable[[Manuscript], list[Block]]]] = {
    Edition.FULL: (
        make_front,
        make_overview,
        make_picture,
        make_risks,
        make_others,
        make_experience,
        make_open,
        make_answers,
        make_sources,
    ),
    Edition.STEERING: (make_steering,),
    Edition.LAWYER: (make_legal, make_law, make_law_today),
    Edition.PLAN: (make_plan,),
}


def make_blocks(manuscript: Manuscript, edition: Edition) -> list[Block]:
    """Make what an edition consists of. All but the full one begin with a few lines instead of a front page."""
    made = [] if edition is Edition.FULL else make_head(manuscript, edition.value)
    return [*made, *(block for make in _PARTS[edition] for block in make(manuscript))]
