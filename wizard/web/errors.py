"""Pages for what goes wrong: in Danish, with a way on, the right status, and nothing of the inside."""

from collections.abc import Callable

from flask import Flask, Response, current_app, g, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from wizard.errors import AccessError, KiKlarError, NotFoundError
from wizard.web.context import get_provided
from wizard.web.pieces import is_piece

#: The statuses with a page of their own; the rest share one.
_KNOWN = (400, 403, 404, 405, 413)

#: Tells htmx to put the middle of what comes in the middle of the page, and not where the piece was.
_WHOLE_PAGE = {"HX-Retarget": "#indhold", "HX-Reselect": "#indhold", "HX-Reswap": "outerHTML"}

Redisplay = Callable[[str], ResponseReturnValue]
_KEY = "ki-klar-redisplay"


def register(app: Flask) -> None:
    """Register every error page with the app."""
    app.extensions.setdefault(_KEY, {})
    app.register_error_handler(CSRFError, _show_stale_form)
    app.register_error_handler(AccessError, _show_no_access)
    app.register_error_handler(NotFoundError, _show_not_found)
    app.register_error_handler(HTTPException, _show_http)
    app.register_error_handler(Exception, _show_fault)


def keeps_input(app: Flask, endpoint: str, redisplay: Redisplay) -> None:
    """Have a forged or expired form at `endpoint` shown again with what was typed; nothing of it is saved."""
    app.extensions.setdefault(_KEY, {})[endpoint] = redisplay


def _show_stale_form(_error: CSRFError) -> ResponseReturnValue:
    redisplay: Redisplay | None = current_app.extensions[_KEY].get(request.endpoint)
    if redisplay:
        try:
            return redisplay(get_provided().content.phrases("message.stale-form"))
        except (HTTPException, KiKlarError):
            # What it was about is not there, so there is nothing to show again.
            return _draw("stale-form", 400)
    return _draw("stale-form", 400)


def _show_no_access(_error: AccessError) -> ResponseReturnValue:
    # Where the browser does hold a link, and it only does not go so far, there is a way back.
    access = g.get("access")
    back = url_for("assess.tasks", assessment_id=access.assessment_id) if access else ""
    return _draw("403", 403, back=back)


def _show_not_found(_error: NotFoundError) -> ResponseReturnValue:
    return _draw("404", 404)


def _show_http(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    if status < 400:  # noqa: PLR2004 - a redirect is no error
        return error.get_response()
    response = _draw(str(status) if status in _KNOWN else "other", status)
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        response.allow.update(error.valid_methods)
    return response


def _show_fault(error: Exception) -> ResponseReturnValue:
    if current_app.testing:
        raise error
    current_app.logger.error("fault at %s", request.endpoint, exc_info=error)
    return _draw("other", 500)


def _draw(name: str, status: int, **values: str) -> Response:
    response = make_response(render_template(f"errors/{name}.html", **values), status)
    if is_piece():
        # A page has come where a piece was asked for: it takes the place of the page.
        response.headers.update(_WHOLE_PAGE)
    return response
