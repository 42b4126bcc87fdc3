"""Assessments with their answers, ratings, checklist, events and links."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "assessment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("creation_hash", sa.String(64), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("content_version", sa.String(100), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_assessment"),
        sa.UniqueConstraint("creation_hash", name="uq_assessment_creation_hash"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "answer",
        _assessment_id(),
        sa.Column("question_id", sa.String(100), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.Column("text", sa.String(10_000), nullable=False),
        sa.Column("note", sa.String(10_000), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", "question_id", name="pk_answer"),
        _belongs("answer"),
    )
    op.create_table(
        "rating",
        _assessment_id(),
        sa.Column("challenge_id", sa.String(100), nullable=False),
        sa.Column("dimension", sa.String(40), nullable=False),
        sa.Column("consequence", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", "challenge_id", "dimension", name="pk_rating"),
        _belongs("rating"),
    )
    op.create_table(
        "checklist_point",
        _assessment_id(),
        sa.Column("item_id", sa.String(200), nullable=False),
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("note", sa.String(10_000), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", "item_id", name="pk_checklist_point"),
        _belongs("checklist_point"),
    )
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        _assessment_id(),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("what", sa.String(220), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
        _belongs("event"),
    )
    op.create_index("ix_event_assessment_id_id", "event", ["assessment_id", "id"])
    op.create_table(
        "link",
        sa.Column("id", sa.Integer(), nullable=False),
        _assessment_id(),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("label", sa.String(200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_link"),
        sa.UniqueConstraint("token_hash", name="uq_link_token_hash"),
        _belongs("link"),
    )
    op.create_index("ix_link_assessment_id", "link", ["assessment_id"])


def downgrade() -> None:
    for table in ("link", "event", "checklist_point", "rating", "answer", "assessment"):
        op.drop_table(table)


def _assessment_id() -> sa.Column[int]:
    return sa.Column("assessment_id", sa.Integer(), nullable=False)


def _belongs(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_assessment_id_assessment"
    return sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name=name, ondelete="CASCADE")
