"""Goals: the better answers that a project has set itself to reach."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "goal",
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.String(100), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", "question_id", name="pk_goal"),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name="fk_goal_assessment_id_assessment", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    op.drop_table("goal")
