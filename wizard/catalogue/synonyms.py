"""Phrases that mean the same in a search: `guidance/synonyms.yaml`."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from wizard.catalogue.checks import SYNONYMS, check_length
from wizard.catalogue.faults import Faults
from wizard.catalogue.files import Shape, Text
from wizard.catalogue.reading import read_file
from wizard.core.query import LONGEST_PHRASE, known_by


class SynonymsShape(Shape):
    """Groups of phrases that mean the same."""

    groups: list[Annotated[list[Text], Field(min_length=2)]]


def read_synonyms(root: Path, faults: Faults) -> tuple[tuple[str, ...], ...]:
    """Read the groups below `root`, noting each fault; none where there is no such file."""
    path = root / SYNONYMS
    shape = read_file(SynonymsShape, path, SYNONYMS, faults) if path.exists() else None
    groups = tuple(tuple(group) for group in shape.groups) if shape else ()
    _check_groups(groups, faults)
    return groups


def _check_groups(groups: tuple[tuple[str, ...], ...], faults: Faults) -> None:
    """A phrase without a word that tells something finds nothing; one that stands twice would mean two things."""
    seen: set[tuple[str, ...]] = set()
    for place, phrase in ((place, phrase) for place, group in enumerate(groups) for phrase in group):
        field = f"groups.{place}"
        words = tuple(word.text for word in known_by(phrase))
        check_length(SYNONYMS, field, phrase, LONGEST_PHRASE, faults)
        if not words:
            faults.add(SYNONYMS, field, "synonym-empty", phrase=phrase)
        elif words in seen:
            faults.add(SYNONYMS, field, "synonym-twice", phrase=phrase)
        seen.add(words)
