"""The journey through the questions."""

from collections.abc import Mapping, Sequence

from flask import Blueprint, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue

from wizard.core.assessment import Assessment
from wizard.core.content import Content
from wizard.services.answers import Conflict, save_answers
from wizard.web.addresses import address
from wizard.web.assess.drawing import draw_questions, draw_steps
from wizard.web.assess.forms import CLEAR, Sent, read_page
from wizard.web.assess.pages import Place, Shown, Walk, find_cases, find_walk, show_page, show_sent, show_stored
from wizard.web.context import Viewing, find_known, get_access, get_provided, view_assessment
from wizard.web.errors import keeps_input

blueprint = Blueprint("assess", __name__, url_prefix="/selvevaluering/<int:assessment_id>")


@blueprint.record
def _keep_input(state: object) -> None:
    keeps_input(state.app, "assess.save", _show_again)  # type: ignore[attr-defined]  # Flask's BlueprintSetupState


@blueprint.get("")
def tasks(assessment_id: int) -> ResponseReturnValue:
    """Show the task list: what is done and what is left."""
    viewing = view_assessment(with_result=False)
    walk = find_walk(get_provided().content, viewing.assessment)
    return render_template("assess/tasks.html", viewing=viewing, walk=walk)


@blueprint.get("/<section>/<int:page>")
def page(assessment_id: int, section: str, page: int) -> ResponseReturnValue:
    """Show a page of questions; one that has none to show goes on to the next."""
    content = get_provided().content
    place = _get_place(content, section, page)
    viewing = view_assessment(with_result=False)
    walk = find_walk(content, viewing.assessment)
    shown = show_page(content, viewing.assessment, place)
    if not shown:
        return redirect(_address(assessment_id, walk.after(place)))
    return _render(viewing, walk, place, shown)


@blueprint.post("/<section>/<int:page>")
def save(assessment_id: int, section: str, page: int) -> ResponseReturnValue:
    """Save a page and go where the button says; what cannot be saved is shown again as it was typed."""
    content = get_provided().content
    place = _get_place(content, section, page)
    sent = read_page(_questions(content, place))
    changes = {
        item.question.id: item.change
        for item in sent
        if not item.error and not item.is_let_go and not item.is_untouched
    }
    saved = save_answers(get_access(), changes, known=find_known())
    conflicts = {conflict.question_id: conflict for conflict in saved.conflicts}
    if conflicts or any(item.error for item in sent):
        return _show_sent(place, sent, conflicts)
    assessment = saved.assessment or view_assessment(with_result=False).assessment
    return redirect(_next(content, assessment, place))


@blueprint.get("/svar")
def answers(assessment_id: int) -> ResponseReturnValue:
    """Show every answer, with a way to change it."""
    viewing = view_assessment(with_result=False)
    walk = find_walk(get_provided().content, viewing.assessment)
    return render_template("assess/answers.html", viewing=viewing, walk=walk)


def _questions(content: Content, place: Place) -> tuple:  # type: ignore[type-arg]
    section = content.questionnaire.section_by_id[place.section]
    return tuple(question for question in section.questions if question.page == place.page)


def _get_place(content: Content, section: str, page: int) -> Place:
    found = content.questionnaire.section_by_id.get(section)
    if found is None or not 1 <= page <= found.page_count:
        abort(404)
    return Place(section, page)


def _address(assessment_id: int, place: Place | None) -> str:
    if place is None:
        return address("assess.answers", assessment_id=assessment_id)
    return address("assess.page", assessment_id=assessment_id, section=place.section, page=place.page)


def _next(content: Content, assessment: Assessment, place: Place) -> str:
    """Find where the button that was pressed goes, on the path as it is after the save."""
    cleared = request.form.get(CLEAR)
    if cleared in content.questionnaire.question_by_id:
        return _address(assessment.id, place) + f"#{cleared}"
    walk = find_walk(content, assessment)
    match request.form.get("videre"):
        case "tilbage":
            before = walk.before(place)
            return _address(assessment.id, before) if before else address("assess.tasks", assessment_id=assessment.id)
        case "overblik":
            return address("assess.tasks", assessment_id=assessment.id)
        case _:
            return _address(assessment.id, walk.after(place))


def _show_again(message: str) -> ResponseReturnValue:
    """Show the page as it was sent, with a message about the whole of it."""
    view_args = request.view_args or {}
    place = _get_place(get_provided().content, view_args["section"], view_args["page"])
    return _show_sent(place, read_page(_questions(get_provided().content, place)), {}, message)


def _show_sent(
    place: Place, sent: list[Sent], conflicts: Mapping[str, Conflict], message: str = ""
) -> ResponseReturnValue:
    """Show a page again: as it was typed where it is not saved, and else as it is stored by now."""
    content = get_provided().content
    viewing = view_assessment(with_result=False)
    walk = find_walk(content, viewing.assessment)
    beside = find_cases(content, walk, viewing.assessment, [item.question for item in sent])
    shown = [
        show_sent(item, conflicts.get(item.question.id), beside.get(item.question.id))
        if message or item.error or item.question.id in conflicts
        else show_stored(viewing.assessment, item.question, beside.get(item.question.id))
        for item in sent
    ]
    return _render(viewing, walk, place, shown, message), 409 if conflicts else 400


def _render(viewing: Viewing, walk: Walk, place: Place, shown: Sequence[Shown], message: str = "") -> str:
    section = walk.path.questionnaire.section_by_id[place.section]
    pages = walk.pages_of(section)
    return render_template(
        "assess/page.html",
        viewing=viewing,
        walk=walk,
        place=place,
        section=section,
        number=list(walk.path.questionnaire.sections).index(section) + 1,
        page_number=pages.index(place) + 1 if place in pages else 1,
        page_count=max(len(pages), 1),
        shown=shown,
        steps=draw_steps(walk, section, viewing.assessment.id),
        fields=draw_questions(shown, can_write=viewing.can_write),
        is_wrong=bool(message) or any(item.error or item.conflict for item in shown),
        message=message,
    )
