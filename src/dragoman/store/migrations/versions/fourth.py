"""Full text search in PostgreSQL: the words of each text, kept by the database itself, and an index of them.

Nothing but letters and digits makes a word there, so that paths, hosts and hyphens hide none. Of very long texts only
the beginning is in the index, since a `tsvector` holds no more: `search` reads these whole.
"""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"

WORDS = (
    "ALTER TABLE body ADD COLUMN body_words tsvector GENERATED ALWAYS AS "
    "(to_tsvector('simple', regexp_replace(left(text, 100000), '[^[:alnum:]]+', ' ', 'g'))) STORED",
    "CREATE INDEX ix_body_body_words ON body USING gin (body_words)",
)


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for rule in WORDS:
            op.get_bind().exec_driver_sql(rule)
