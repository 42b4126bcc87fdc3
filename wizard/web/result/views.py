"""The result, the consequences and the checklist."""

from collections.abc import Mapping

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from wizard.core.assessment import PointState, PointStatus
from wizard.core.checklist import ChecklistItem
from wizard.core.risk import ChallengeRisk
from wizard.errors import TooLongError
from wizard.services.points import PointConflict
from wizard.services.points import edit_point as save_point
from wizard.services.ratings import rate_challenge
from wizard.web.context import Viewing, get_access, get_provided, view_assessment
from wizard.web.errors import keeps_input
from wizard.web.fields import errors_of
from wizard.web.pieces import is_piece
from wizard.web.result.drawing import draw_findings
from wizard.web.result.forms import PointForm, read_point, read_rating
from wizard.web.whatif.missing import show_missing

blueprint = Blueprint("result", __name__, url_prefix="/selvevaluering/<int:assessment_id>")


@blueprint.record
def _keep_input(state: object) -> None:
    keeps_input(state.app, "result.rate", _show_rating_again)  # type: ignore[attr-defined]  # Flask's BlueprintSetupState
    keeps_input(state.app, "result.edit_point", _show_point_again)  # type: ignore[attr-defined]  # Flask's BlueprintSetupState


@blueprint.get("/resultat")
def index(assessment_id: int) -> ResponseReturnValue:
    """Show what the answers show."""
    return render_result(view_assessment(with_result=True))


@blueprint.get("/konsekvens/<challenge>")
def consequence(assessment_id: int, challenge: str) -> ResponseReturnValue:
    """Ask how badly a challenge would hurt."""
    viewing = view_assessment(with_result=True)
    if challenge not in get_provided().content.challenges:
        return show_missing(
            viewing, challenge, lambda near: url_for(".consequence", assessment_id=assessment_id, challenge=near)
        )
    found = _get_risk(viewing, challenge)
    return _render_rating(viewing, found, {key.value: level.id for key, level in found.rating.items()})


@blueprint.post("/konsekvens/<challenge>")
def rate(assessment_id: int, challenge: str) -> ResponseReturnValue:
    """Save how badly a challenge would hurt."""
    if challenge not in get_provided().content.challenges:
        abort(404)
    rating = read_rating()
    if rating is None:
        return _show_rating_again(get_provided().content.phrases("message.rating-wrong"))
    rate_challenge(get_access(), challenge, rating)
    return redirect(url_for("result.index", assessment_id=assessment_id) + f"#{challenge}")


@blueprint.get("/tjekliste")
def checklist(assessment_id: int) -> ResponseReturnValue:
    """Show the checklist."""
    return render_checklist(view_assessment(with_result=True), edited=request.args.get("rettet", type=int))


@blueprint.get("/tjekliste/<item>")
def point(assessment_id: int, item: str) -> ResponseReturnValue:
    """Show one point with its form: a page, or the piece of one that stands in the list."""
    viewing = view_assessment(with_result=True)
    return _render_point(viewing, _get_item(viewing, item), viewing.assessment.point(item), is_open=viewing.can_write)


@blueprint.post("/tjekliste/<item>")
def edit_point(assessment_id: int, item: str) -> ResponseReturnValue:
    """Save a point; what cannot be saved is shown again as it was typed."""
    viewing = view_assessment(with_result=True)
    found = _get_item(viewing, item)
    form = PointForm()
    if not form.validate():
        return _render_point(viewing, found, form, is_open=True, errors=errors_of(form)), 400
    try:
        saved = save_point(get_access(), item, read_point(form))
    except TooLongError as error:
        return _render_point(viewing, found, form, is_open=True, errors={error.field: "message.note-long"}), 400
    if isinstance(saved, PointConflict):
        return _render_point(viewing, found, form, is_open=True, theirs=saved.theirs), 409
    if is_piece():
        return _render_point(view_assessment(with_result=True), found, saved, is_open=False)
    return redirect(url_for("result.checklist", assessment_id=assessment_id) + f"#{item}")


def render_result(viewing: Viewing) -> str:
    """Draw the result of an assessment or of the example."""
    return render_template("result/index.html", viewing=viewing, findings=draw_findings(viewing))


def render_checklist(viewing: Viewing, *, edited: int | None = None) -> str:
    """Draw the checklist of an assessment or of the example; `edited` points have just been read from a sheet."""
    return render_template("result/checklist.html", viewing=viewing, summary=viewing.summary, edited=edited)


def _get_risk(viewing: Viewing, challenge: str) -> ChallengeRisk:
    found = next((risk for risk in viewing.summary.risks if risk.challenge.id == challenge), None)
    if found is None:
        abort(404)
    return found


def _get_item(viewing: Viewing, id_: str) -> ChecklistItem:
    found = viewing.summary.checklist.item_by_id.get(id_)
    if found is None:
        abort(404)
    return found


def _render_rating(viewing: Viewing, found: ChallengeRisk, rated: Mapping[str, str], error: str = "") -> str:
    return render_template("result/consequence.html", viewing=viewing, found=found, rated=rated, error=error)


def _show_rating_again(message: str) -> ResponseReturnValue:
    """Show a rating as it was sent, with a message."""
    viewing = view_assessment(with_result=True)
    found = _get_risk(viewing, (request.view_args or {})["challenge"])
    return _render_rating(viewing, found, request.form, message), 400


def _show_point_again(message: str) -> ResponseReturnValue:
    """Show a point as it was sent, with a message."""
    viewing = view_assessment(with_result=True)
    item = _get_item(viewing, (request.view_args or {})["item"])
    return _render_point(viewing, item, PointForm(), is_open=True, errors={"": message}), 400


def _render_point(
    viewing: Viewing,
    item: ChecklistItem,
    state: PointState | PointForm,
    *,
    is_open: bool,
    errors: dict[str, str] | None = None,
    theirs: PointState | None = None,
) -> str:
    template = "result/_point.html" if is_piece() else "result/point.html"
    values = state if isinstance(state, PointState) else _typed()
    return render_template(
        template, viewing=viewing, item=item, state=values, is_open=is_open, errors=errors or {}, theirs=theirs
    )


def _typed() -> dict[str, object]:
    """Give what was typed, as it was typed."""
    sent = request.form
    return {
        "owner": sent.get("owner", ""),
        "deadline": sent.get("deadline", ""),
        # A status that is none cannot be drawn.
        "status": sent.get("status") if sent.get("status") in set(PointStatus) else PointStatus.OPEN,
        "note": sent.get("note", ""),
        "version": sent.get("version", "0"),
    }
