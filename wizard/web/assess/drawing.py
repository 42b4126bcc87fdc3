"""Questions drawn as fields. How a question looks is settled by few things, so most of them are drawn once and kept."""

from functools import lru_cache
from typing import Any

from flask import current_app, request
from markupsafe import Markup

from wizard.core.guidance import Case
from wizard.core.questions import Question
from wizard.services.identity import Same
from wizard.web.assess.pages import Shown


def draw_question(shown: Shown, *, can_write: bool) -> Markup:
    """Draw one question of a page."""
    macro: Any = current_app.jinja_env.get_template("components/question.html").module.question  # type: ignore[attr-defined]  # a macro of the file
    if shown.text or shown.note or shown.error or shown.conflict:
        # What somebody wrote is never kept.
        drawn: Markup = macro(shown, can_write)
        return drawn
    # Only options that there are: what is kept must not grow by what is sent.
    chosen = tuple(option.id for option in shown.question.options if option.id in shown.options)
    return _draw(Same(macro), Same(shown.question), chosen, Same(shown.beside), can_write, request.script_root)


# All that such a question is drawn from: the file that draws it, question and case, what is chosen, whether it can be
# changed, and where the app is mounted, for the link to the case. A few hundred of them are a whole questionnaire.
@lru_cache(maxsize=2048)
def _draw(
    macro: Same[Any],
    question: Same[Question],
    chosen: tuple[str, ...],
    beside: Same[Case | None],
    can_write: bool,  # noqa: FBT001 - lru_cache counts on the place
    _root: str,
) -> Markup:
    drawn: Markup = macro.item(
        Shown(question.item, chosen, text="", note="", version=0, drawn="", beside=beside.item), can_write
    )
    return drawn
