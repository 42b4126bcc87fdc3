"""The links to an assessment, its name, and the end of it."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from wizard.errors import LastOwnerLinkError
from wizard.services.access import Role
from wizard.services.assessments import delete_assessment, rename_assessment
from wizard.services.changes import history as read_history
from wizard.services.links import create_link, list_links, revoke_link
from wizard.web.access import drop_link, held_links
from wizard.web.context import get_access, get_provided, view_assessment
from wizard.web.errors import keeps_input
from wizard.web.fields import errors_of, text_of
from wizard.web.links.changes import say_change
from wizard.web.links.forms import LinkForm, TitleForm

_NEWEST = 100

blueprint = Blueprint("links", __name__, url_prefix="/selvevaluering/<int:assessment_id>")


@blueprint.record
def _keep_input(state: object) -> None:
    for endpoint in ("links.create", "links.rename"):
        keeps_input(state.app, endpoint, _show_again)  # type: ignore[attr-defined]  # Flask's BlueprintSetupState


@blueprint.get("/del")
def index(assessment_id: int) -> ResponseReturnValue:
    """Show the private link of this browser, and to an owner the others."""
    return _render(is_new="ny" in request.args)


@blueprint.post("/del")
def create(assessment_id: int) -> ResponseReturnValue:
    """Make a link; its secret is shown this once."""
    form = LinkForm()
    if not form.validate():
        return _render(error=get_provided().content.phrases("message.link-form")), 400
    token = create_link(get_access(), Role(form.role.data), text_of(form.label))
    return _render(made=url_for("start.open_link", token=token, _external=True))


@blueprint.post("/del/<int:link_id>/luk")
def revoke(assessment_id: int, link_id: int) -> ResponseReturnValue:
    """Revoke a link."""
    try:
        revoke_link(get_access(), link_id)
    except LastOwnerLinkError:
        return _render(error=get_provided().content.phrases("message.last-owner")), 400
    return redirect(url_for("links.index", assessment_id=assessment_id))


@blueprint.post("/navn")
def rename(assessment_id: int) -> ResponseReturnValue:
    """Give the assessment another name."""
    form = TitleForm()
    title = text_of(form.title)
    if not form.validate() or not title.strip():
        return _render(error=get_provided().content.phrases(errors_of(form).get("title", "message.title-missing"))), 400
    rename_assessment(get_access(), title)
    return redirect(url_for("links.index", assessment_id=assessment_id))


@blueprint.get("/historik")
def history(assessment_id: int) -> ResponseReturnValue:
    """Show what was changed last, and with which right."""
    content = get_provided().content
    changes = [(event, say_change(content, event.what)) for event in read_history(assessment_id, _NEWEST)]
    return render_template("links/history.html", viewing=view_assessment(with_result=False), changes=changes)


@blueprint.get("/slet")
def confirm_delete(assessment_id: int) -> ResponseReturnValue:
    """Ask once more before everything is deleted."""
    return render_template("links/delete.html", viewing=view_assessment(with_result=False))


@blueprint.post("/slet")
def delete(assessment_id: int) -> ResponseReturnValue:
    """Delete the assessment and all that belongs to it."""
    delete_assessment(get_access())
    drop_link(assessment_id)
    return redirect(url_for("start.resume"))


def _show_again(message: str) -> ResponseReturnValue:
    """Show the page with what was sent still in its fields, with a message."""
    return _render(error=message), 400


def _render(*, is_new: bool = False, made: str = "", error: str = "") -> str:
    access = get_access()
    viewing = view_assessment(with_result=False)
    typed = request.form if error else {}
    token = held_links().get(str(access.assessment_id))
    if token is None:
        abort(404)
    return render_template(
        "links/index.html",
        viewing=viewing,
        access=access,
        link=url_for("start.open_link", token=token, _external=True),
        links=list_links(access) if access.role.can_share else (),
        roles=list(Role),
        is_new=is_new,
        made=made,
        error=error,
        title=typed.get("title", viewing.assessment.title),
        label=typed.get("label", ""),
        role=typed.get("role", ""),
    )
