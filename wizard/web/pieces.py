"""Pieces of pages: what a browser with JavaScript asks for alone, to put it in its place on a page."""

from flask import request


def is_piece() -> bool:
    """Whether the browser asks for a piece of a page."""
    return request.headers.get("HX-Request") == "true"
