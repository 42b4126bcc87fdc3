"""Start, resume, open a link, and the pages about the product."""

import re
import secrets

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from wizard.services.access import Access, find_access, find_accesses
from wizard.services.assessments import create_assessment
from wizard.web.access import held_links, hold_link
from wizard.web.context import get_provided
from wizard.web.errors import keeps_input
from wizard.web.fields import errors_of, text_of
from wizard.web.start.forms import NewForm, ResumeForm

blueprint = Blueprint("start", __name__)

_TOKEN = re.compile(r"(?:.*/adgang/)?([A-Za-z0-9_-]{20,100})/?")


@blueprint.get("/")
def index() -> ResponseReturnValue:
    """Say what this is and offer start, resume and the example."""
    return render_template("start/index.html")


@blueprint.get("/selvevaluering/ny")
def new() -> ResponseReturnValue:
    """Ask for a name."""
    return render_template("start/new.html", title="", key=secrets.token_urlsafe(24), errors={})


@blueprint.post("/selvevaluering/ny")
def create() -> ResponseReturnValue:
    """Make the assessment, keep its link in the cookie, and show the link."""
    form = NewForm()
    title = text_of(form.title)
    if not form.validate() or not title.strip():
        errors = errors_of(form) or {"title": "message.title-missing"}
        key = secrets.token_urlsafe(24) if "key" in errors else text_of(form.key)
        return render_template("start/new.html", title=title, key=key, errors=errors), 400
    created = create_assessment(
        title, text_of(form.key), current_app.config["SECRET_KEY"], get_provided().content.version
    )
    access = find_access(created.token)
    if access is None:
        # The form was sent again long after, and the link that it made has been revoked since.
        return redirect(url_for("start.new"))
    hold_link(access, created.token)
    return redirect(url_for("links.index", assessment_id=created.assessment_id, ny=1))


@blueprint.get("/fortsaet")
def resume() -> ResponseReturnValue:
    """List the assessments of this browser, and take a pasted link."""
    return _render_resume("", None)


@blueprint.post("/fortsaet")
def resume_link() -> ResponseReturnValue:
    """Open a pasted link, or say that it opens nothing."""
    form = ResumeForm()
    link = text_of(form.link)
    if not form.validate():
        return _render_resume(link, errors_of(form).get("link", "message.link-wrong")), 400
    found = _TOKEN.fullmatch(link.strip())
    access = find_access(found[1]) if found else None
    if found is None or access is None:
        return _render_resume(link, "message.link-wrong"), 400
    return _enter(access, found[1])


@blueprint.get("/adgang/<token>")
def open_link(token: str) -> ResponseReturnValue:
    """Take a private link into the cookie and go on to an address without the secret."""
    access = find_access(token)
    if access is None:
        return _render_resume("", "message.link-wrong"), 404
    return _enter(access, token)


@blueprint.get("/om")
def about() -> ResponseReturnValue:
    """Tell what KI-klar is and what it builds on."""
    return render_template("start/about.html", version=get_provided().version)


@blueprint.get("/privatliv")
def privacy() -> ResponseReturnValue:
    """Tell what happens to what one writes."""
    return render_template("start/privacy.html")


@blueprint.get("/tilgaengelighed")
def accessibility() -> ResponseReturnValue:
    """Tell how accessible the pages are, and what is not."""
    return render_template("start/accessibility.html")


@blueprint.record
def _keep_input(state: object) -> None:
    keeps_input(state.app, "start.resume_link", _show_resume_again)  # type: ignore[attr-defined]  # Flask's BlueprintSetupState
    keeps_input(state.app, "start.create", _show_new_again)  # type: ignore[attr-defined]  # Flask's BlueprintSetupState


def _show_new_again(_message: str) -> ResponseReturnValue:
    title, key = request.form.get("title", ""), request.form.get("key", "")
    return render_template("start/new.html", title=title, key=key, errors={"key": "message.stale-form"}), 400


def _show_resume_again(_message: str) -> ResponseReturnValue:
    return _render_resume(request.form.get("link", ""), "message.stale-form"), 400


def _enter(access: Access, token: str) -> ResponseReturnValue:
    hold_link(access, token)
    return redirect(url_for("assess.tasks", assessment_id=access.assessment_id))


def _render_resume(link: str, error: str | None) -> str:
    held = find_accesses(list(held_links().values()))
    entries = sorted(held.values(), key=lambda entry: entry.updated_at, reverse=True)
    return render_template("start/resume.html", entries=entries, link=link, error=error)
