"""The page where one chooses a report, and the reports themselves."""

from flask import Blueprint, Response, abort, render_template, request
from flask.typing import ResponseReturnValue

from wizard.services.reports import FILES, Edition, Format, make_report
from wizard.web.context import Viewing, view_assessment

blueprint = Blueprint("report", __name__, url_prefix="/selvevaluering/<int:assessment_id>")

#: The address of a report below that of what it is about. Which edition, and whether the answers go with it, stands
#: behind the question mark.
DOWNLOAD = f"/rapport.<any({', '.join(Format)}):ending>"

#: What says that the answers stay out of a PDF.
_WITHOUT = "uden"


@blueprint.get("/rapport")
def index(assessment_id: int) -> ResponseReturnValue:
    """Show what there is to choose from."""
    return render_choice(view_assessment(with_result=False))


@blueprint.get(DOWNLOAD)
def download(assessment_id: int, ending: str) -> ResponseReturnValue:
    """Give a report."""
    return send_report(view_assessment(with_result=True), ending)


def render_choice(viewing: Viewing) -> str:
    """Draw the page for an assessment or for the example."""
    return render_template("report/index.html", viewing=viewing, files=FILES, editions=Edition)


def send_report(viewing: Viewing, ending: str) -> Response:
    """Send a report of an assessment or of the example, in the edition that the address asks for."""
    format_ = Format(ending)
    edition = _read_edition(format_)
    with_answers = _read_choice("svar", ("med", _WITHOUT)) != _WITHOUT
    made = make_report(format_, viewing.assessment, viewing.summary, edition=edition, with_answers=with_answers)
    response = Response(made, mimetype=FILES[format_].mimetype)
    # A browser shows a PDF, and does not know what to do with the rest.
    response.headers.set(
        "Content-Disposition", "inline" if format_ is Format.PDF else "attachment", filename=_name(format_, edition)
    )
    return response


def _read_edition(format_: Format) -> Edition:
    """Read the edition that is asked for; 404 where the format has no such edition."""
    asked = _read_choice("udgave", (Edition.FULL, *FILES[format_].editions))
    return Edition(asked) if asked else Edition.FULL


def _read_choice(name: str, known: tuple[str, ...]) -> str:
    """Read what stands behind the question mark; 404 where it is nothing that is known."""
    asked = request.args.get(name, "")
    if asked and asked not in known:
        abort(404)
    return asked


def _name(format_: Format, edition: Edition) -> str:
    which = "" if edition is Edition.FULL else f"-{edition.value}"
    return f"ki-klar-rapport{which}.{format_.value}"
