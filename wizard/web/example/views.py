"""The finished example: result, checklist, answers and reports, read-only."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from wizard.web.assess.pages import find_walk
from wizard.web.context import get_provided, view_example
from wizard.web.report.views import DOWNLOAD, render_choice, send_report
from wizard.web.result.views import render_checklist, render_result
from wizard.web.whatif.views import render_challenge, render_index, render_tryout

blueprint = Blueprint("example", __name__, url_prefix="/eksempel")


@blueprint.get("")
def index() -> ResponseReturnValue:
    """Go to where a visitor wants to be: the result."""
    return redirect(url_for("example.result"))


@blueprint.get("/resultat")
def result() -> ResponseReturnValue:
    """Show the example's result."""
    return render_result(view_example())


@blueprint.get("/tjekliste")
def checklist() -> ResponseReturnValue:
    """Show the example's checklist."""
    return render_checklist(view_example())


@blueprint.get("/saenk-risikoen")
def lower() -> ResponseReturnValue:
    """Show what would lower the example's risks."""
    return render_index(view_example())


@blueprint.get("/saenk-risikoen/<challenge>")
def lower_challenge(challenge: str) -> ResponseReturnValue:
    """Show what would lower one of the example's risks."""
    return render_challenge(view_example(), challenge)


@blueprint.get("/proev")
def tryout() -> ResponseReturnValue:
    """Show what other answers would give in the example."""
    return render_tryout(view_example())


@blueprint.get("/svar")
def answers() -> ResponseReturnValue:
    """Show the example's answers."""
    viewing = view_example()
    walk = find_walk(get_provided().content, viewing.assessment)
    return render_template("assess/answers.html", viewing=viewing, walk=walk)


@blueprint.get("/rapport")
def report() -> ResponseReturnValue:
    """Show which reports there are of the example."""
    return render_choice(view_example())


@blueprint.get(DOWNLOAD)
def download(ending: str) -> ResponseReturnValue:
    """Give a report of the example."""
    return send_report(view_example(), ending)
