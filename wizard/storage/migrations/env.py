"""Runs the migrations on the connection that `wizard.storage.schema` opened, inside its transaction."""

from alembic import context

from wizard.storage.models import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata)
with context.begin_transaction():
    context.run_migrations()
