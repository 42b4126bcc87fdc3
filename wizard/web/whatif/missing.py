"""A challenge's page that is not there."""

from collections.abc import Callable

from flask import render_template
from flask.typing import ResponseReturnValue

from wizard.web.context import Viewing, get_provided
from wizard.web.library.nearest import find_nearest

_FOLDER = "udfordringer"


def show_missing(viewing: Viewing, id_: str, address_of: Callable[[str], str]) -> ResponseReturnValue:
    """Say that there is no such page, and offer those of the nearest challenges. `address_of` gives one's by its id."""
    found = find_nearest(get_provided().content, _FOLDER, id_)
    nearest = [(address_of(holding.ref.id), holding.title) for holding in found if holding.ref.folder == _FOLDER]
    return render_template("whatif/missing.html", viewing=viewing, nearest=nearest), 404
