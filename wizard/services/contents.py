"""The content, as the rest of the product gets it."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from wizard.catalogue.example import load_example
from wizard.catalogue.faults import ContentError, Fault
from wizard.catalogue.loader import find_stale, load_content
from wizard.core.assessment import Assessment
from wizard.core.content import Content

__all__ = ["ContentError", "Fault", "find_stale", "get_content", "get_example", "get_today"]

_DENMARK = ZoneInfo("Europe/Copenhagen")


def get_content(root: Path, *, today: date | None = None) -> Content:
    """Load the content below `root`, checked. Raises `ContentError` with every fault.

    Only where `today` is given is a date that lies after it a fault.
    """
    return load_content(root, today=today)


def get_example(root: Path, content: Content) -> Assessment:
    """Load the finished example, checked against the content. Raises `ContentError` with every fault."""
    return load_example(root, content)


def get_today() -> date:
    """Give the day that it is in Denmark, by which the dates in the content are held."""
    return datetime.now(_DENMARK).date()
