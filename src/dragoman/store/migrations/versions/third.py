"""What makes adding cheaper still: what each story came to when it was compared.

The table stands here as it was then; `schema` has it as it is now.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, LargeBinary, PrimaryKeyConstraint, String

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "compared",
        Column("key", String, nullable=False, comment="of the articles of a story, and of who is who in them"),
        Column("maker", String, nullable=False, comment="of the program that compared them"),
        Column("content", LargeBinary, nullable=False),
        PrimaryKeyConstraint("key", name="pk_compared"),
    )
