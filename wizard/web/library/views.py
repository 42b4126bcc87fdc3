"""The library: to search and browse, a page for every entry, and what the report is."""

from difflib import get_close_matches
from functools import partial

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from wizard.core.library import KINDS, folders_of
from wizard.core.query import MOST_LETTERS
from wizard.core.relations import Ref
from wizard.web.context import get_provided
from wizard.web.library.asking import find, read_asked
from wizard.web.library.conditions import read_condition
from wizard.web.library.nearest import find_nearest
from wizard.web.library.reading import count_readable
from wizard.web.pieces import is_piece

#: The page of the library that is about no entry.
_ABOUT = "om-rapporten"

blueprint = Blueprint("library", __name__, url_prefix="/bibliotek")


@blueprint.get("", strict_slashes=False)
def index() -> ResponseReturnValue:
    """Search, or browse by kind, area, challenge, sector and organisation."""
    content = get_provided().content
    found = find(content, read_asked(content, request.args))
    if is_piece():
        return render_template("library/_piece.html", found=found)
    return render_template("library/index.html", found=found, longest=MOST_LETTERS)


@blueprint.get(f"/{_ABOUT}", strict_slashes=False)
def about_report() -> ResponseReturnValue:
    """Tell what the report is, how it was made, and where it contradicts itself or cannot be read."""
    content = get_provided().content
    return render_template("library/about-report.html", readable=count_readable(content))


@blueprint.get("/<folder>", strict_slashes=False)
def folder(folder: str) -> ResponseReturnValue:
    """Go on to what the folder holds."""
    if folder not in KINDS:
        return _show_missing("", folder)
    return redirect(url_for("library.index", slags=folder))


@blueprint.get("/<folder>/<id_>", strict_slashes=False)
def entry(folder: str, id_: str) -> ResponseReturnValue:
    """Show an entry with what it has to do with."""
    content = get_provided().content
    holding = content.library.holdings.get(Ref(folder, id_))
    if holding is None:
        return _show_missing(folder, id_)
    read = partial(read_condition, content)
    return render_template(f"library/{folder}.html", holding=holding, entry=holding.item, read=read)


def _show_missing(folder: str, id_: str) -> ResponseReturnValue:
    """Say that there is no such page, and offer the nearest."""
    is_about = not folder and bool(get_close_matches(id_, [_ABOUT]))
    nearest = () if is_about else find_nearest(get_provided().content, folder, id_)
    kind = folder if folder in folders_of(get_provided().content) else ""
    return make_response(render_template("library/missing.html", nearest=nearest, is_about=is_about, kind=kind), 404)
