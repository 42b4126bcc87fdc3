"""The tables. Every row belongs to one assessment and goes with it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from wizard.core.answers import MAX_TEXT
from wizard.core.assessment import MAX_NOTE, MAX_OWNER, MAX_TITLE
from wizard.storage.columns import OptionIds, UtcDateTime
from wizard.storage.database import Base

MAX_ID = 100
MAX_LABEL = 200
_MAX_WORD = 20
_MAX_WHAT = 2 * MAX_ID + _MAX_WORD
_SHA256 = 64


def _assessment_key(*, primary_key: bool = False, index: bool = False) -> Mapped[int]:
    return mapped_column(ForeignKey("assessment.id", ondelete="CASCADE"), primary_key=primary_key, index=index)


class AssessmentRow(Base):
    """One project's answers over time. `revision` grows by one with every change, `updated_at` says when it did.

    `creation_hash` is the SHA-256 of the key of the form that made it: whoever knows the key gets the owner's link.
    """

    __tablename__ = "assessment"
    # The id of a deleted assessment is never given to another.
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    creation_hash: Mapped[str] = mapped_column(String(_SHA256), unique=True)
    title: Mapped[str] = mapped_column(String(MAX_TITLE))
    content_version: Mapped[str] = mapped_column(String(MAX_ID))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revision: Mapped[int]


class AnswerRow(Base):
    """The answer to one question. `version` counts from 1; a cleared answer keeps its row with nothing in it."""

    __tablename__ = "answer"

    assessment_id: Mapped[int] = _assessment_key(primary_key=True)
    question_id: Mapped[str] = mapped_column(String(MAX_ID), primary_key=True)
    options: Mapped[tuple[str, ...]] = mapped_column(OptionIds)
    text: Mapped[str] = mapped_column(String(MAX_TEXT))
    note: Mapped[str] = mapped_column(String(MAX_NOTE))
    version: Mapped[int]
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)


class RatingRow(Base):
    """How badly a challenge would hurt in one dimension, by the ids of `core.risk`. No row: not rated."""

    __tablename__ = "rating"

    assessment_id: Mapped[int] = _assessment_key(primary_key=True)
    challenge_id: Mapped[str] = mapped_column(String(MAX_ID), primary_key=True)
    dimension: Mapped[str] = mapped_column(String(_MAX_WORD * 2), primary_key=True)
    consequence: Mapped[str] = mapped_column(String(_MAX_WORD))


class ChecklistRow(Base):
    """What the project has written beside one point of its checklist. `version` counts from 1."""

    __tablename__ = "checklist_point"

    assessment_id: Mapped[int] = _assessment_key(primary_key=True)
    item_id: Mapped[str] = mapped_column(String(MAX_ID * 2), primary_key=True)
    owner: Mapped[str] = mapped_column(String(MAX_OWNER))
    deadline: Mapped[date | None]
    status: Mapped[str] = mapped_column(String(_MAX_WORD))
    note: Mapped[str] = mapped_column(String(MAX_NOTE))
    version: Mapped[int]


class GoalRow(Base):
    """The answer that the project strives for in one question. `version` counts from 1; no options: taken off again."""

    __tablename__ = "goal"

    assessment_id: Mapped[int] = _assessment_key(primary_key=True)
    question_id: Mapped[str] = mapped_column(String(MAX_ID), primary_key=True)
    options: Mapped[tuple[str, ...]] = mapped_column(OptionIds)
    version: Mapped[int]


class EventRow(Base):
    """One change: when, in which role, of what, and what stood there before and after. Never holds a secret."""

    __tablename__ = "event"
    __table_args__ = (Index(None, "assessment_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[int] = _assessment_key()
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    role: Mapped[str] = mapped_column(String(_MAX_WORD))
    what: Mapped[str] = mapped_column(String(_MAX_WHAT))
    before: Mapped[Any | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[Any | None] = mapped_column(JSON(none_as_null=True))


class LinkRow(Base):
    """A link to an assessment, which gives whoever has it a role. Only the SHA-256 of its secret is kept."""

    __tablename__ = "link"

    id: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[int] = _assessment_key(index=True)
    role: Mapped[str] = mapped_column(String(_MAX_WORD))
    token_hash: Mapped[str] = mapped_column(String(_SHA256), unique=True)
    label: Mapped[str] = mapped_column(String(MAX_LABEL))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
