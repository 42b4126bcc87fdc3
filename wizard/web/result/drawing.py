"""What the answers show, drawn once for each summary: it is the same for everybody who may do the same with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from flask import current_app, request
from jinja2 import Template
from markupsafe import Markup

from wizard.core.lowering import Step
from wizard.core.summary import Summary
from wizard.services.identity import Same
from wizard.services.pictures import draw_pictures
from wizard.web.context import Viewing


@dataclass(frozen=True, slots=True)
class Viewer:
    """All that the findings depend on beside the summary: for whom they are drawn, and where their links lead."""

    assessment_id: int
    can_write: bool
    pages: tuple[tuple[str, str], ...]

    @property
    def addresses(self) -> Mapping[str, str]:
        """The addresses of the pages about the assessment, by name."""
        return dict(self.pages)


def draw_findings(viewing: Viewing) -> Markup:
    """Draw what the answers show, the whole of the result below its frame."""
    template = current_app.jinja_env.get_template("result/_findings.html")
    viewer = Viewer(viewing.assessment.id, viewing.can_write, tuple(viewing.addresses.items()))
    return _draw(Same(template), Same(viewing.summary), Same(viewing.steps), viewer, request.script_root)


# A summary is the same object for as long as it is kept (`services.summaries`). Some hundred kilobytes each, so few.
@lru_cache(maxsize=32)
def _draw(
    template: Same[Template], summary: Same[Summary], steps: Same[tuple[Step, ...]], viewer: Viewer, _root: str
) -> Markup:
    pictures = draw_pictures(summary.item)
    values = {"viewer": viewer, "summary": summary.item, "steps": steps.item, "pictures": pictures}
    return Markup(template.item.render(values))  # noqa: S704 - Jinja has escaped it
