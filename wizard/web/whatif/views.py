"""What would lower a risk, trying it, and setting it as a goal."""

from collections.abc import Mapping

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from wizard.core.answers import UNANSWERED, Answer, AnswerError
from wizard.core.checklist import REACH
from wizard.core.goals import is_goal
from wizard.core.lowering import find_lowering
from wizard.core.questions import Question
from wizard.core.whatif import WhatIf, given_to
from wizard.services.goals import GoalConflict, set_goal
from wizard.web.context import Viewing, get_access, get_provided, view_assessment
from wizard.web.whatif.missing import show_missing
from wizard.web.whatif.query import ABOUT, Query, read_options, read_query, say_error

_LONGEST_VERSION = 9

blueprint = Blueprint("whatif", __name__, url_prefix="/selvevaluering/<int:assessment_id>")


@blueprint.get("/saenk-risikoen")
def index(assessment_id: int) -> ResponseReturnValue:
    """Show the changes that lower most, and every risk to lower."""
    return render_index(view_assessment(with_result=True))


@blueprint.get("/saenk-risikoen/<challenge>")
def challenge(assessment_id: int, challenge: str) -> ResponseReturnValue:
    """Show what would lower one risk."""
    return render_challenge(view_assessment(with_result=True), challenge)


@blueprint.get("/proev")
def tryout(assessment_id: int) -> ResponseReturnValue:
    """Show what other answers would give. Nothing of it is kept."""
    return render_tryout(view_assessment(with_result=True))


@blueprint.post("/maal/<question>")
def adopt(assessment_id: int, question: str) -> ResponseReturnValue:
    """Set a better answer as a goal on the checklist."""
    found = _get_question(question)
    viewing = view_assessment(with_result=True)
    try:
        target = read_options(found, request.form.getlist("svar"))
    except AnswerError as error:
        return _render_goal(viewing, found, UNANSWERED, problem=say_error(get_provided().content, error)), 400
    if not is_goal(viewing.what_if, found, target):
        return _render_goal(viewing, found, target), 400
    return _set(viewing, found, target)


@blueprint.post("/maal/<question>/fjern")
def drop(assessment_id: int, question: str) -> ResponseReturnValue:
    """Take a goal off the checklist again."""
    return _set(view_assessment(with_result=True), _get_question(question), UNANSWERED)


def render_index(viewing: Viewing) -> str:
    """Draw what would lower the risks of an assessment or of the example."""
    return render_template("whatif/index.html", viewing=viewing, summary=viewing.summary, steps=viewing.steps)


def render_challenge(viewing: Viewing, id_: str) -> ResponseReturnValue:
    """Draw what would lower one risk."""
    if id_ not in get_provided().content.challenges:
        return show_missing(viewing, id_, lambda near: f"{viewing.addresses['lower']}/{near}")
    return render_template("whatif/challenge.html", viewing=viewing, lowering=find_lowering(viewing.what_if, id_))


def render_tryout(viewing: Viewing) -> ResponseReturnValue:
    """Draw the form to try other answers with, and what those in the address would give."""
    content, what_if = get_provided().content, viewing.what_if
    query = read_query(content, request.args)
    about = request.args.get(ABOUT, "")
    problems = list(query.problems)
    if about and about not in content.challenges:
        problems.append(("", content.phrases("whatif.unknown-challenge")))
        about = ""
    now = what_if.now.path
    changes = {id_: answer for id_, answer in query.answers.items() if answer != now.answers.get(id_, UNANSWERED)}
    comparison = what_if.try_changes(changes)
    asked = now.visible | comparison.after.path.visible
    # Who may set none is shown those that are set.
    shown = (
        changes
        if viewing.can_write
        else [id_ for id_ in changes if f"{REACH}{id_}" in viewing.summary.checklist.item_by_id]
    )
    page = render_template(
        "whatif/tryout.html",
        viewing=viewing,
        about=content.challenges.get(about),
        questions=_questions(viewing, about, query),
        tried={**now.answers, **query.answers},
        comparison=comparison,
        goals=[content.questionnaire.question_by_id[id_] for id_ in shown if _can_strive(what_if, id_, changes)],
        unasked=[content.questionnaire.question_by_id[id_] for id_ in changes if id_ not in asked],
        problems=problems,
    )
    return page, 400 if problems else 200


def _questions(viewing: Viewing, about: str, query: Query) -> list[Question]:
    """Give the questions to try: those that expose the challenge, or those of the changes that lower most.

    What the address names beside them comes too.
    """
    named = {*query.answers, *(id_ for id_, _ in query.problems if id_)}
    if about:
        wanted = {turn.question.id for turn in find_lowering(viewing.what_if, about).turns}
    else:
        wanted = set() if named else {step.question.id for step in viewing.steps}
    return [question for question in get_provided().content.questionnaire if question.id in wanted | named]


def _can_strive(what_if: WhatIf, id_: str, changes: Mapping[str, Answer]) -> bool:
    return is_goal(what_if, what_if.content.questionnaire.question_by_id[id_], changes[id_])


def _get_question(id_: str) -> Question:
    question = get_provided().content.questionnaire.question_by_id.get(id_)
    if question is None:
        abort(404)
    return question


def _set(viewing: Viewing, question: Question, target: Answer) -> ResponseReturnValue:
    saved = set_goal(get_access(), question.id, target.options, seen_version=_seen_version())
    if isinstance(saved, GoalConflict):
        return _render_goal(viewing, question, target, theirs=saved), 409
    anchor = f"#{REACH}{question.id}" if target else ""
    return redirect(url_for("result.checklist", assessment_id=viewing.assessment.id) + anchor)


def _seen_version() -> int:
    sent = request.form.get("version", "")
    return int(sent) if sent.isascii() and sent.isdecimal() and len(sent) <= _LONGEST_VERSION else 0


def _render_goal(
    viewing: Viewing, question: Question, target: Answer, *, theirs: GoalConflict | None = None, problem: str = ""
) -> str:
    """Draw why a goal was not saved, and the way on."""
    return render_template(
        "whatif/goal.html",
        viewing=viewing,
        question=question,
        given_now=given_to(viewing.what_if.now.path, question),
        target=target,
        theirs=theirs,
        problem=problem,
        raised=[move for move in viewing.what_if.try_changes({question.id: target}).moves if move.change > 0],
    )
