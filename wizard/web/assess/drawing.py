"""The pieces of a page of questions. What a piece looks like is settled by few things, so it is drawn once and kept."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from flask import current_app, request
from markupsafe import Markup

from wizard.core.beside import Beside
from wizard.core.coverage import Count
from wizard.core.guidance import Case
from wizard.core.questions import Question, Section
from wizard.services.identity import Same
from wizard.web.addresses import address
from wizard.web.assess.pages import Shown, Walk


class _Step(NamedTuple):
    """A section in the step indicator. Where it begins also says where the app is mounted, as its picture needs."""

    section: Same[Section]
    progress: Count
    number: int
    begins_at: str
    is_current: bool


class _Beside(NamedTuple):
    """What a case beside a question is drawn from: the case, and what is said of why it is the one."""

    case: Same[Case]
    brief: str
    reasons: tuple[str, ...]


def draw_questions(shown: Iterable[Shown], *, can_write: bool) -> Markup:
    """Draw the questions of a page, without their versions."""
    macro = Same(_get_macro("components/question.html", "question"))
    root = request.script_root
    return Markup("").join(_draw_question(macro, item, root, can_write=can_write) for item in shown)


def _draw_question(macro: Same[Any], shown: Shown, root: str, *, can_write: bool) -> Markup:
    """Draw one question. What somebody wrote, and what is wrong, is never kept."""
    question, chosen = shown.question, shown.options
    is_plain = shown == Shown(
        question, chosen, text="", note="", version=shown.version, beside=shown.beside, drawn=shown.drawn
    )
    # Only options that there are, and each once: what is kept must not grow by what is sent.
    is_known = len(chosen) <= len(question.options) and question.option_by_id.keys() >= set(chosen)
    if is_plain and is_known:
        beside = shown.beside and _Beside(Same(shown.beside.case), shown.beside.brief, shown.beside.reasons)
        return _draw_plain(macro, Same(question), chosen, beside, can_write, root)
    drawn: Markup = macro.item(shown, can_write)
    return drawn


def draw_steps(walk: Walk, current: Section, assessment_id: int) -> Markup:
    """Draw the step indicator: the sections, each with how far it is."""
    macro = Same(_get_macro("assess/_steps.html", "step"))
    return _draw_steps(macro, Same(walk), Same(current), assessment_id, request.script_root)


def _get_macro(template: str, name: str) -> Any:
    return getattr(current_app.jinja_env.get_template(template).module, name)


# Everything that such a question is drawn from: the macro, question and case, what is chosen, whether it can be
# changed, and where the app is mounted, for the link to the case. A few hundred of them are a whole questionnaire.
@lru_cache(maxsize=2048)
def _draw_plain(
    macro: Same[Any],
    question: Same[Question],
    chosen: tuple[str, ...],
    beside: _Beside | None,
    can_write: bool,  # noqa: FBT001 - lru_cache counts on the place
    _root: str,
) -> Markup:
    told = beside and Beside(beside.case.item, beside.brief, beside.reasons)
    shown = Shown(question.item, chosen, text="", note="", version=0, beside=told)
    drawn: Markup = macro.item(shown, can_write)
    return drawn


# For as long as nothing changes.
@lru_cache(maxsize=128)
def _draw_steps(macro: Same[Any], walk: Same[Walk], current: Same[Section], assessment_id: int, _root: str) -> Markup:
    return Markup("").join(
        _draw_step(
            macro,
            _Step(
                Same(entry.section),
                entry.count,
                number,
                address("assess.page", assessment_id=assessment_id, section=first.section, page=first.page)
                if (first := walk.item.first_of(entry.section))
                else "",
                entry.section is current.item,
            ),
        )
        for number, entry in enumerate(walk.item.coverage.sections, start=1)
    )


# An answer changes one or two of the steps; the others are drawn already.
@lru_cache(maxsize=2048)
def _draw_step(macro: Same[Any], step: _Step) -> Markup:
    drawn: Markup = macro.item(step.section.item, step.progress, step.number, step.begins_at, step.is_current)
    return drawn
