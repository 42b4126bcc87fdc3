"""The addresses of pages. A page has dozens of them, and building one takes longer than drawing a field."""

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from flask import Flask, url_for
from flask.globals import request_ctx
from werkzeug.routing import Map

#: What makes an address depend on more than the routes: the host, for one.
_OPTIONS = frozenset(("_anchor", "_external", "_method", "_scheme"))

_ENDPOINTS = {
    "tasks": "assess.tasks",
    "answers": "assess.answers",
    "result": "result.index",
    "checklist": "result.checklist",
    "report": "report.index",
    "links": "links.index",
    "lower": "whatif.index",
    "tryout": "whatif.tryout",
}


def address(endpoint: str, **values: Any) -> str:
    """Give what `url_for` gives; paths on this host are kept for the next time."""
    if endpoint[0] == "." or not _OPTIONS.isdisjoint(values):
        return url_for(endpoint, **values)
    context = request_ctx._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - Werkzeug's way to look once
    return _build(context.app.url_map, context.request.root_path, endpoint, **values)


def addresses_of(assessment_id: int) -> Mapping[str, str]:
    """Give the addresses that every page about an assessment leads to, by the name of the page."""
    context = request_ctx._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - as above
    return _build_all(context.app.url_map, context.request.root_path, assessment_id)


def mark_files(app: Flask) -> None:
    """Have the address of a static file say which version of it is meant, since browsers keep it for a year."""

    @app.url_defaults
    def add_mark(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static" and app.static_folder and "v" not in values:
            path = Path(app.static_folder) / values["filename"]
            if path.is_file():
                values["v"] = hashlib.sha256(path.read_bytes()).hexdigest()[:8]


# A path follows from the routes, from where the app is mounted, and from the values: nothing else of the request is in
# it. The values are told apart by type too, so that a 1 is never taken for a True.
@lru_cache(maxsize=4096, typed=True)
def _build(_routes: Map, _root: str, endpoint: str, **values: Any) -> str:
    return url_for(endpoint, **values)


@lru_cache(maxsize=512)
def _build_all(_routes: Map, _root: str, assessment_id: int) -> Mapping[str, str]:
    pages = {name: url_for(endpoint, assessment_id=assessment_id) for name, endpoint in _ENDPOINTS.items()}
    return MappingProxyType({**pages, "pdf": url_for("report.download", assessment_id=assessment_id, ending="pdf")})
