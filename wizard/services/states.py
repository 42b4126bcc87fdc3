"""Assessments kept in memory, so that what a page shows is read only when it has changed.

What stands in an assessment changes only together with its revision (`changes.changing`), whichever process changes it.
So the head is asked for every time, with its revision, and what stood under it when it was last read is good for as
long as it is the same. A database put back from a backup counts the same revisions again, but not at the same moments.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from wizard.core.assessment import Assessment
from wizard.storage.database import Engine, db


class Head(NamedTuple):
    """An assessment without what is written in it."""

    id: int
    title: str
    revision: int
    content_version: str
    created_at: datetime
    updated_at: datetime


@dataclass(slots=True)
class _Place:
    """Where an assessment is kept."""

    assessment: Assessment | None = None


def find_kept(head: Head, *, with_result: bool) -> Assessment | None:
    """Find what stands under a head, where this process has read it before.

    `with_result` is with ratings, points and goals. Needs an application context.
    """
    return _place(db.engine, head, with_result).assessment


def keep(head: Head, assessment: Assessment, *, with_result: bool) -> Assessment:
    """Keep what stands under a head, and give it. Needs an application context."""
    _place(db.engine, head, with_result).assessment = assessment
    return assessment


@lru_cache(maxsize=64)
def _place(_engine: Engine, _head: Head, _with_result: bool) -> _Place:  # noqa: FBT001 - lru_cache counts on the place
    return _Place()
