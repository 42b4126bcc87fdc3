"""Free text on its way into storage: cleaned the same way everywhere, and never longer than what is stored."""

from wizard.core.assessment import MAX_NOTE, MAX_OWNER, MAX_TITLE
from wizard.core.writing import tidy
from wizard.errors import TooLongError
from wizard.storage.models import MAX_LABEL

__all__ = ["MAX_LABEL", "MAX_NOTE", "MAX_OWNER", "MAX_TITLE", "clean", "clean_line", "plain_line_ends"]


def plain_line_ends(text: str | None) -> str:
    """Give a text with the line ends that are stored, so that each counts as one letter."""
    return (text or "").replace("\r\n", "\n")


def clean(text: str, field: str, limit: int) -> str:
    """Clean a text: plain line ends, no space around, and nothing that PostgreSQL or UTF-8 cannot hold.

    Raises `TooLongError` with the field's name.
    """
    whole = tidy(text)
    if len(whole) > limit:
        raise TooLongError(field, limit)
    return whole


def clean_line(text: str, field: str, limit: int) -> str:
    """Clean a text that stands on one line. Raises `TooLongError` with the field's name."""
    return clean(" ".join(text.split()), field, limit)
