"""What the rows of each run are known by, so that the next run copies those it has in common with it.

The table stands here as it was then; `schema` has it as it is now. Runs kept before have none: nothing is copied from
them.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, Integer, LargeBinary, PrimaryKeyConstraint

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "known_rows",
        Column("run", Integer, nullable=False),
        Column("content", LargeBinary, nullable=False, comment="the hash of each row, by its list and id"),
        PrimaryKeyConstraint("run", name="pk_known_rows"),
        ForeignKeyConstraint(["run"], ["run.number"], name="fk_known_rows_run", ondelete="CASCADE"),
    )
