"""What is signed: the cookie and the token against forged forms, which nearly every page asks for, and sealed data."""

import hashlib
from functools import lru_cache
from typing import Any

from flask import Flask, current_app, request, session
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import generate_csrf
from itsdangerous import BadData, URLSafeSerializer, URLSafeTimedSerializer


class Cookies(SecureCookieSessionInterface):
    """Flask's own signed cookie. What signs and checks it is made once, and not for every request."""

    def get_cookie_secure(self, app: Flask) -> bool:
        """Keep the cookie to HTTPS where the visitor came by it, and everywhere if the settings say so."""
        return request.is_secure or super().get_cookie_secure(app)

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """Give what signs, as Flask makes it: it follows from the app and its keys."""
        return _make_serializer(app, app.secret_key, tuple(app.config["SECRET_KEY_FALLBACKS"] or ()))


@lru_cache(maxsize=8)
def _make_serializer(
    app: Flask, _key: str | bytes | None, _fallbacks: tuple[str | bytes, ...]
) -> URLSafeTimedSerializer | None:
    return SecureCookieSessionInterface().get_signing_serializer(app)


def csrf_token() -> str:
    """Give the token that forms of this visitor carry, as Flask-WTF makes it."""
    config = current_app.config
    kept = session.get(config["WTF_CSRF_FIELD_NAME"])
    # A token that grows old has to be signed anew for each page; ours holds as long as the cookie.
    if kept is None or config["WTF_CSRF_TIME_LIMIT"] is not None:
        return str(generate_csrf())
    return _sign(current_app.secret_key, kept)


# The token says what stands in the visitor's own cookie, signed with the app's key, and nothing about the page.
@lru_cache(maxsize=1024)
def _sign(_key: str | bytes | None, _kept: str) -> str:
    return str(generate_csrf())


def seal(purpose: str, data: Any) -> str:
    """Write JSON data so that a form can carry it and bring it back: it can be read there, and not changed."""
    return str(_sealer(purpose).dumps(data))


def unseal(purpose: str, sealed: str) -> Any | None:
    """Give what was sealed for a purpose; None where it was not sealed here, or for something else."""
    try:
        return _sealer(purpose).loads(sealed)
    except BadData:
        return None


def _sealer(purpose: str) -> URLSafeSerializer:
    config = current_app.config
    keys = [*(config["SECRET_KEY_FALLBACKS"] or ()), config["SECRET_KEY"]]
    options = {"key_derivation": "hmac", "digest_method": hashlib.sha256}
    return URLSafeSerializer(keys, salt=f"sealed:{purpose}", signer_kwargs=options)
