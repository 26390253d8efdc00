"""What Alembic runs: the revisions, on the connection that it is given. Does nothing when merely imported."""

from __future__ import annotations

from alembic import context

from dragoman.store.schema import metadata


def migrate() -> None:
    context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
    with context.begin_transaction():
        context.run_migrations()


if __name__ == "env_py":  # the name under which Alembic loads this file
    migrate()
