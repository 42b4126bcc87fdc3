"""The addresses of pages. A page of questions has forty of them, and building one takes longer than drawing a field."""

from functools import lru_cache
from typing import Any

from flask import current_app, request, url_for
from werkzeug.routing import Map

#: What makes an address depend on more than the routes: the host, for one.
_OPTIONS = frozenset(("_anchor", "_external", "_method", "_scheme"))


def address(endpoint: str, **values: Any) -> str:
    """Give what `url_for` gives; paths on this host are kept for the next time."""
    if endpoint.startswith(".") or not _OPTIONS.isdisjoint(values):
        return url_for(endpoint, **values)
    return _build(current_app.url_map, request.script_root, endpoint, **values)


# A path follows from the routes, from where the app is mounted, and from the values: nothing else of the request is in
# it. The values are told apart by type too, so that a 1 is never taken for a True.
@lru_cache(maxsize=4096, typed=True)
def _build(_routes: Map, _root: str, endpoint: str, **values: Any) -> str:
    return url_for(endpoint, **values)
