"""Runs the migrations on the connection that `wizard.storage.schema` opened, inside its transaction."""

from alembic import context

from wizard.storage import models

context.configure(connection=context.config.attributes["connection"], target_metadata=models.AssessmentRow.metadata)
with context.begin_transaction():
    context.run_migrations()
