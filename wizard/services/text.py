"""Free text on its way into storage: cleaned the same way everywhere, and never longer than what is stored."""

from wizard.errors import TooLongError
from wizard.storage.models import MAX_LABEL, MAX_NOTE, MAX_OWNER, MAX_TITLE

__all__ = ["MAX_LABEL", "MAX_NOTE", "MAX_OWNER", "MAX_TITLE", "clean", "clean_line"]


def clean(text: str, field: str, limit: int) -> str:
    """Clean a text: plain line ends, no space around, and nothing that PostgreSQL or UTF-8 cannot hold.

    Raises `TooLongError` with the field's name.
    """
    whole = text.replace("\r\n", "\n").replace("\x00", "").encode(errors="ignore").decode().strip()
    if len(whole) > limit:
        raise TooLongError(field, limit)
    return whole


def clean_line(text: str, field: str, limit: int) -> str:
    """Clean a text that stands on one line. Raises `TooLongError` with the field's name."""
    return clean(" ".join(text.split()), field, limit)
