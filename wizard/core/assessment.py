"""One project's answers as they stand: what a page or a report is drawn from, together with its summary."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from wizard.core.answers import Answers
from wizard.core.goals import Goals
from wizard.core.risk import Ratings

#: The most letters of what a project writes beside its answers.
MAX_TITLE = 200
MAX_OWNER = 200
MAX_NOTE = 10_000


class PointStatus(StrEnum):
    """How far a point of the checklist is."""

    OPEN = "aaben"
    STARTED = "i-gang"
    DONE = "faerdig"
    NOT_RELEVANT = "ikke-relevant"


@dataclass(frozen=True, slots=True)
class PointState:
    """What a project has written on one point of its checklist. `version` counts its changes; 0 is never changed."""

    owner: str = ""
    deadline: date | None = None
    status: PointStatus = PointStatus.OPEN
    note: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A selvevaluering at one revision. Times are aware and in UTC.

    `answers` holds only what is answered, also on hidden branches; `notes` and `versions` are by question id, `points`
    by checklist item id, `goals` and their versions by question id; a goal that was taken off again keeps its version.
    """

    id: int
    title: str
    revision: int
    content_version: str
    created_at: datetime
    updated_at: datetime
    answers: Answers
    notes: Mapping[str, str] = field(default_factory=dict)
    versions: Mapping[str, int] = field(default_factory=dict)
    ratings: Ratings = field(default_factory=dict)
    points: Mapping[str, PointState] = field(default_factory=dict)
    goals: Goals = field(default_factory=dict)
    goal_versions: Mapping[str, int] = field(default_factory=dict)

    def point(self, item: str) -> PointState:
        """Give the state of a checklist item; an untouched one is open."""
        return self.points.get(item, UNTOUCHED)


UNTOUCHED = PointState()
