"""What makes adding cheap: what was read in each text, and what each file of a run gave.

The tables stand here as they were then; `schema` has them as they are now.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    UniqueConstraint,
)

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "layers",
        Column("key", String, nullable=False, comment="of the article as it was resolved: text and metadata"),
        Column("maker", String, nullable=False, comment="of the program and the model that read it"),
        Column("content", LargeBinary, nullable=False),
        PrimaryKeyConstraint("key", name="pk_layers"),
    )
    op.create_table(
        "source",
        Column("number", Integer, nullable=False),
        Column("digest", String, nullable=False),
        Column("content", LargeBinary, nullable=False, comment="what a file gave before the whole set was known"),
        PrimaryKeyConstraint("number", name="pk_source"),
        UniqueConstraint("digest", name="uq_source_digest"),
    )
    op.create_table(
        "run_source",
        Column("run", Integer, nullable=False),
        Column("nth", Integer, nullable=False),
        Column("source", Integer, nullable=False),
        PrimaryKeyConstraint("run", "nth", name="pk_run_source"),
        ForeignKeyConstraint(["run"], ["run.number"], name="fk_run_source_run", ondelete="CASCADE"),
        ForeignKeyConstraint(["source"], ["source.number"], name="fk_run_source_source"),
    )
