"""What all articles together are asked about each one, kept beside its layers, so that these need not be taken up.

What is remembered of stories is remembered of circles of articles too: the note on that column says so.
The table stands here as it was then; `schema` has it as it is now.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, LargeBinary, PrimaryKeyConstraint, String

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "traits",
        Column("key", String, nullable=False, comment="of the article, as of its layers"),
        Column("maker", String, nullable=False, comment="of the program that told them"),
        Column("content", LargeBinary, nullable=False, comment="what all articles together are asked about it"),
        PrimaryKeyConstraint("key", name="pk_traits"),
    )
    if op.get_bind().dialect.name == "postgresql":  # SQLite keeps no notes on columns
        op.alter_column("compared", "key", comment="of the articles of a circle or story, and of who is who in them")
