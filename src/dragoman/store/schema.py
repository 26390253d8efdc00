"""The tables in which runs are kept: one for each list of the record, one of all evidence, one of the articles' texts.

A row of the record is kept once, as JSON in `row`, its evidence taken out and kept in `evidence`, where the database
itself refuses words that do not stand at their place (see `verbatim`). The other columns are what questions ask for,
copied from the row. Does not say how rows get in or out (`save`, `load`), and is changed only together with a new
revision under `migrations`.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.schema import SchemaItem

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

run = Table(
    "run",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("kept", Integer, nullable=False, comment="the order of keeping; a run kept again comes last"),
    Column("record", Integer, nullable=False, comment="the version of the contract"),
    Column("version", String, nullable=False),
    Column("model", String, nullable=False),
    Column("options", JSON, nullable=False),
)

body = Table(
    "body",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("digest", String, nullable=False, unique=True),
    Column("text", Text, nullable=False, comment="the text of an article; runs share it"),
    Column("odd", JSON, nullable=False, comment="characters that no database holds: place and code of each"),
)

layers = Table(
    "layers",
    metadata,
    Column("key", String, primary_key=True, comment="of the article as it was resolved: text and metadata"),
    Column("maker", String, nullable=False, comment="of the program and the model that read it"),
    Column("content", LargeBinary, nullable=False),
)

traits = Table(
    "traits",
    metadata,
    Column("key", String, primary_key=True, comment="of the article, as of its layers"),
    Column("maker", String, nullable=False, comment="of the program that told them"),
    Column("content", LargeBinary, nullable=False, comment="what all articles together are asked about it"),
)

compared = Table(
    "compared",
    metadata,
    Column("key", String, primary_key=True, comment="of the articles of a circle or story, and of who is who in them"),
    Column("maker", String, nullable=False, comment="of the program that compared them"),
    Column("content", LargeBinary, nullable=False),
)

source = Table(
    "source",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("digest", String, nullable=False, unique=True),
    Column("content", LargeBinary, nullable=False, comment="what a file gave before the whole set was known"),
)


def of_run() -> Column[int]:
    return Column("run", Integer, ForeignKey("run.number", ondelete="CASCADE"), primary_key=True)


run_source = Table(
    "run_source",
    metadata,
    of_run(),
    Column("nth", Integer, primary_key=True),
    Column("source", Integer, ForeignKey("source.number"), nullable=False),
)

known_rows = Table(
    "known_rows",
    metadata,
    of_run(),
    Column("content", LargeBinary, nullable=False, comment="the hash of each row, by its list and id"),
)


def rows(name: str, *items: SchemaItem) -> Table:
    """A table of the rows of one list, in the order of the record (`nth`)."""
    return Table(
        name,
        metadata,
        of_run(),
        Column("id", String, primary_key=True),
        Column("nth", Integer, nullable=False),
        *items,
        Column("row", JSON, nullable=False),
    )


def parts(name: str, *items: SchemaItem) -> Table:
    """A table of what stands inside the rows: whose row (`list`, `of`), and its place there (`nth`)."""
    return Table(
        name,
        metadata,
        of_run(),
        Column("list", String, primary_key=True),
        Column("of", String, primary_key=True),
        Column("nth", Integer, primary_key=True),
        *items,
    )


def in_article() -> tuple[SchemaItem, ...]:
    key = ForeignKeyConstraint(["run", "article"], ["article.run", "article.id"], ondelete="CASCADE")
    return Column("article", String, nullable=False), key, Index(None, "run", "article")


def by_entity(column: str) -> tuple[SchemaItem, ...]:
    """A column that names an entity, which must be there by the end of the transaction."""
    key = ForeignKeyConstraint(["run", column], ["entity.run", "entity.id"], deferrable=True, initially="DEFERRED")
    return Column(column, String), key, Index(None, "run", column)


def span() -> tuple[SchemaItem, ...]:
    return Column("first_day", Date), Column("last_day", Date)


article = rows(
    "article",
    Column("body", Integer, ForeignKey("body.number"), nullable=False),
    Column("path", String, nullable=False),
    Column("label", String, nullable=False),
    Column("outlet", String),
    Column("url", String),
    Column("title", String),
    Column("published", Date),
    Column("copy_of", String),
    Column("agency", String),
    Column("sha256", String, nullable=False),
)
entity = rows(
    "entity",
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("country", String),
    *by_entity("side"),
)
time = rows("time", *in_article(), *span())
statement = rows(
    "statement",
    *in_article(),
    *by_entity("source"),
    Column("kind", String, nullable=False),
    Column("manner", String, CheckConstraint("manner IN ('direct', 'indirect', 'mixed')", name="manner")),
    Column("act", String, nullable=False),
    Column("negated", Boolean, nullable=False),
)
event = rows("event", Column("type", String), Column("status", String, nullable=False), *span())
meeting = rows(
    "meeting", Column("label", String), Column("level", String), Column("status", String, nullable=False), *span()
)
proposal = rows(
    "proposal", Column("label", String), Column("kind", String), Column("outcome", String, nullable=False), *span()
)
claim = rows(
    "claim",
    Column("text", Text, nullable=False),
    Column("independent", Integer, CheckConstraint("independent >= 0", name="independent"), nullable=False),
    Column("standing", String, CheckConstraint("standing IN ('corroborated', 'contested', 'single')", name="standing")),
)
disagreement = rows(
    "disagreement",
    Column("question", Text, nullable=False),
    Column("on", String, nullable=False),
    Column("event", String),
    Column("claim", String),
)
refinement = rows("refinement", Column("on", String, nullable=False))
framing = rows("framing", *in_article(), *by_entity("target"), Column("kind", String, nullable=False))
story = rows("story", Column("label", String))
timeline = rows("timeline", Column("ref", String), Column("reported", Date), *span())
gap = rows("gap", Column("kind", String, nullable=False), Column("text", Text, nullable=False), Column("ref", String))

evidence = parts(
    "evidence",
    Column("part", String, nullable=False, comment="the part of the row: content/0, source/evidence"),
    *in_article(),
    Column("start", Integer, CheckConstraint("start >= 0", name="start"), nullable=False),
    Column("end", Integer, CheckConstraint('"end" > start', name="end"), nullable=False),
    Column("quote", Text, nullable=False),
)
mention = parts("mention", *by_entity("entity"), *in_article(), Column("form", String, nullable=False))
party = parts("party", Column("role", String, nullable=False), *by_entity("entity"))
response = parts(
    "response",
    *by_entity("by"),
    Column("stance", String, nullable=False),
    Column("statement", String),
    Column("day", Date),
)
support = parts(
    "support",
    *in_article(),
    Column("position", Integer, comment="which position of a disagreement; none for a claim"),
    Column("statement", String),
    Column("stance", String, CheckConstraint("stance IN ('says', 'differs', 'denies')", name="stance")),
)
