"""A page for every piece of guidance."""

from collections.abc import Callable, Mapping

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from wizard.core.content import Content
from wizard.core.guidance import Entry
from wizard.web.context import get_provided

blueprint = Blueprint("library", __name__, url_prefix="/bibliotek")

#: The folder in an address -> the entries that stand there.
FOLDERS: Mapping[str, Callable[[Content], Mapping[str, Entry]]] = {
    "omraader": lambda content: content.areas,
    "udfordringer": lambda content: content.challenges,
    "cases": lambda content: content.cases,
    "vaerktoejer": lambda content: content.tools,
    "raad": lambda content: content.advice,
    "projekter": lambda content: content.projects,
}


@blueprint.get("/<folder>/<id_>")
def entry(folder: str, id_: str) -> ResponseReturnValue:
    """Show an entry with what it has to do with."""
    content = get_provided().content
    entries = FOLDERS.get(folder)
    found = entries(content).get(id_) if entries else None
    if found is None:
        abort(404)
    return render_template(f"library/{folder}.html", entry=found)
