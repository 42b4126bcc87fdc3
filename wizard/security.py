"""Headers, cookies, forged forms, and secrets kept out of the log."""

import logging
import re
from datetime import timedelta

from flask import Flask, Response, request
from flask_wtf.csrf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from wizard.config import Config

#: The most bytes of a request; a page of answers with every note filled is well below it.
MAX_REQUEST = 2_000_000

_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)
CONTENT_SECURITY_POLICY = "; ".join(_DIRECTIVES)

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # An address with a link's secret must not travel on.
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}

_PLAIN = logging.Formatter()
_SECRET_IN_ADDRESS = re.compile(r"(/adgang/)[^\s/?\"']+")


class SecretFilter(logging.Filter):
    """Takes the secret out of the address of a link before a line is logged."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record; it is always logged."""
        record.msg = _without_secret(record.getMessage())
        record.args = None
        if record.exc_info:
            # A formatter takes what stands here already, and the message of an error may hold an address.
            record.exc_text = _without_secret(_PLAIN.formatException(record.exc_info))
        return True


def _without_secret(text: str) -> str:
    return _SECRET_IN_ADDRESS.sub(r"\1…", text)


def protect(app: Flask, config: Config) -> None:
    """Set up everything here for the app."""
    app.config.update(
        SECRET_KEY=config.secret_key,
        MAX_CONTENT_LENGTH=MAX_REQUEST,
        MAX_FORM_MEMORY_SIZE=MAX_REQUEST,
        SESSION_COOKIE_NAME="ki-klar",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=config.secure_cookies,
        PERMANENT_SESSION_LIFETIME=timedelta(days=180),
        SESSION_REFRESH_EACH_REQUEST=False,
        # A form may stand open through a long meeting; its token lives as long as the cookie does.
        WTF_CSRF_TIME_LIMIT=None,
        # With a Referrer-Policy of no-referrer there is no referrer to compare.
        WTF_CSRF_SSL_STRICT=False,
    )
    CSRFProtect(app)
    app.after_request(_add_headers)
    app.logger.addFilter(SecretFilter())
    if config.proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]  # the way that Flask documents
            app.wsgi_app, x_for=config.proxies, x_proto=config.proxies, x_host=config.proxies
        )


def _add_headers(response: Response) -> Response:
    response.headers.update(HEADERS)
    if request.endpoint != "static":
        # What a project writes is never left in a shared computer's cache.
        response.headers["Cache-Control"] = "no-store"
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = "max-age=31536000"
    return response
