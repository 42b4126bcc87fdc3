"""A report in, a new assessment out, and a page that tells what came over and what did not."""

import secrets
from hashlib import sha256
from pathlib import PurePath

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from wizard.services.access import find_access
from wizard.services.restoring import UnusableFileError, get_restoration, read_report, restore
from wizard.web.access import hold_link
from wizard.web.context import get_provided, view_assessment
from wizard.web.errors import keeps_input
from wizard.web.fields import errors_of, text_of
from wizard.web.restoring.forms import ReportForm

blueprint = Blueprint("restoring", __name__)


@blueprint.record
def _keep_input(state: object) -> None:
    keeps_input(state.app, "restoring.upload", _show_again)  # type: ignore[attr-defined]  # Flask's BlueprintSetupState


@blueprint.get("/fortsaet/rapport")
def choose() -> ResponseReturnValue:
    """Ask for a report."""
    return _render(secrets.token_urlsafe(24))


@blueprint.post("/fortsaet/rapport")
def upload() -> ResponseReturnValue:
    """Make an assessment of the report, keep its link in the cookie, and tell what came over."""
    form = ReportForm()
    if not form.validate():
        errors = errors_of(form)
        key = secrets.token_urlsafe(24) if "key" in errors else text_of(form.key)
        return _render(key, _say(errors.get("report", "message.stale-file"))), 400
    content = get_provided().content
    file = form.report.data
    raw = file.read()
    try:
        restored = read_report(content, raw, name=PurePath(file.filename).stem)
    except UnusableFileError as error:
        return _render(text_of(form.key), error.reason), 400
    # The same form with another file is not a double click, and must not open what the first file became.
    key = f"{text_of(form.key)}:{sha256(raw).hexdigest()}"
    created = restore(restored, key, current_app.config["SECRET_KEY"], content.version)
    access = find_access(created.token)
    if access is None:
        # The form was sent again long after, and the link that it made has been revoked since.
        return redirect(url_for("restoring.choose"))
    hold_link(access, created.token)
    return redirect(url_for("restoring.show", assessment_id=created.assessment_id))


@blueprint.get("/selvevaluering/<int:assessment_id>/hentet")
def show(assessment_id: int) -> ResponseReturnValue:
    """Tell what came over from the report, and what did not with what stood there."""
    viewing = view_assessment(with_result=False)
    restoration = get_restoration(assessment_id, viewing.assessment.content_version)
    return render_template("restoring/restored.html", viewing=viewing, restoration=restoration)


def _show_again(_message: str) -> ResponseReturnValue:
    # A browser gives no file back to its field, so the usual message would not be true.
    return _render(request.form.get("key") or secrets.token_urlsafe(24), _say("message.stale-file")), 400


def _say(key: str) -> str:
    return get_provided().content.phrases(key)


def _render(key: str, error: str = "") -> str:
    return render_template("restoring/choose.html", key=key, error=error[:1].upper() + error[1:])
