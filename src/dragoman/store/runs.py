"""The runs that are kept, each with its manifest: by what it was made, of which inputs, and how much is in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from dragoman.store import schema
from dragoman.store.rows import KEPT


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One article that was read; `sha256` is the hash of its text."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A kept run. `number` counts the runs of one store; `id` comes from the content and is the same in every store."""

    number: int
    id: str
    version: str
    model: str
    options: Mapping[str, str]
    first_day: dt.date | None
    last_day: dt.date | None
    rows: Mapping[str, int]
    inputs: tuple[Input, ...]


def kept_runs(db: Connection) -> list[Run]:
    """Every run, the last one kept at the end."""
    return [
        Run(
            number=row.number, id=row.id, version=row.version, model=row.model, options=row.options,
            first_day=days[0], last_day=days[1], rows=rows_in(db, row.number), inputs=inputs_of(db, row.number),
        )
        for row in db.execute(select(schema.run).order_by(schema.run.c.kept))
        for days in [days_of(db, row.number)]
    ]  # fmt: skip


def days_of(db: Connection, run: int) -> tuple[dt.date | None, dt.date | None]:
    """The first and last day on which an article of the run appeared."""
    day = schema.article.c.published
    first, last = db.execute(select(func.min(day), func.max(day)).where(schema.article.c.run == run)).one()
    return first, last


def rows_in(db: Connection, run: int) -> dict[str, int]:
    """How many rows each list has."""
    tables = {"articles": schema.article, **{kind.list: kind.table for kind in KEPT}}
    asked = {name: select(func.count()).select_from(t).where(t.c.run == run) for name, t in tables.items()}
    return {name: db.scalar(count) or 0 for name, count in asked.items()}


def inputs_of(db: Connection, run: int) -> tuple[Input, ...]:
    article = schema.article
    kept = db.execute(select(article.c.path, article.c.sha256).where(article.c.run == run).order_by(article.c.nth))
    return tuple(Input(path=path, sha256=sha256) for path, sha256 in kept)
