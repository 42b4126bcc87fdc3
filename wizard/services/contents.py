"""The content, as the rest of the product gets it."""

from pathlib import Path

from wizard.catalogue.example import load_example
from wizard.catalogue.faults import ContentError, Fault
from wizard.catalogue.loader import load_content
from wizard.core.assessment import Assessment
from wizard.core.content import Content

__all__ = ["ContentError", "Fault", "get_content", "get_example"]


def get_content(root: Path) -> Content:
    """Load the content below `root`, checked. Raises `ContentError` with every fault."""
    return load_content(root)


def get_example(root: Path, content: Content) -> Assessment:
    """Load the finished example, checked against the content. Raises `ContentError` with every fault."""
    return load_example(root, content)
