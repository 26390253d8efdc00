"""A record kept as a run, in one transaction.

A program that is killed leaves the store as it was, or with the run whole. A run is known by its content: the same
record again is the same run, and only comes last. Texts are kept once for all runs, and rows that the last run has are
copied from it inside the database (see `taking`). Does not change other runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, CursorResult, Table, func, insert, select, update

from dragoman.model.identity import digest
from dragoman.model.problem import StoreError
from dragoman.model.record import ArticleRow, Record
from dragoman.store import schema
from dragoman.store.database import writing
from dragoman.store.json import plain_row, run_id
from dragoman.store.odd import odd, storable
from dragoman.store.rows import KEPT, PARTS, Kept, Row, columns_of
from dragoman.store.skeleton import taken_apart
from dragoman.store.sources import keep_sources, portions
from dragoman.store.taking import keep_prints, prints_of, take


class Overtaken(StoreError):  # noqa: N818 - it says what happened
    """Another program kept a run since the last one was looked at."""


def save(record: Record, place: Path | str, *, sources: Sequence[bytes] = (), after: int | None = None) -> str:
    """Keep a record in the store at a folder, file or URL; gives back the id of the run.

    `sources` is what each of its files gave, so that articles can be added to the run later (see `engine.adding`).
    With `after` it is kept only if the last run is still the one of that number (0 where there was none), else
    Overtaken is raised. Raises StoreError, with the mend, where it cannot be kept.
    """
    record = replace(record, corrections=())
    identifier = run_id(record)
    with writing(place) as db:
        last = db.scalar(select(func.max(schema.run.c.kept))) or 0
        if after is not None and last_run(db) != after:
            raise Overtaken("another program keeps runs here at the same time; try again")
        if not db.execute(update(schema.run).where(schema.run.c.id == identifier).values(kept=last + 1)).rowcount:
            add(db, record, identifier, last + 1, last_run(db))
        if sources:
            keep_sources(
                db, db.scalars(select(schema.run.c.number).where(schema.run.c.id == identifier)).one(), sources
            )
    return identifier


def last_run(db: Connection) -> int:
    """The number of the run that was kept last, 0 where there is none."""
    return db.scalar(select(schema.run.c.number).order_by(schema.run.c.kept.desc()).limit(1)) or 0


def add(db: Connection, record: Record, identifier: str, kept: int, base: int) -> None:
    """Keep a run; `base` is the number of one whose rows may be copied, 0 where there is none."""
    made = plain_row(record.dragoman)
    added = db.execute(insert(schema.run).values(id=identifier, kept=kept, **made))
    run = key_of(added)
    write(db, schema.article, [{"run": run, **row} for row in articles(db, record.articles)])
    prints = prints_of(record)
    new = take(db, run, base, record, prints)
    for kind in KEPT:
        keep(db, run, kind, new[kind.list])
    keep_prints(db, run, prints)


def articles(db: Connection, rows: Sequence[ArticleRow]) -> Iterator[Row]:
    """The articles, each with the number of its text, which is added where no run has it."""
    names = [digest(article.text) for article in rows]
    known = bodies_of(db, names)
    for nth, (article, name) in enumerate(zip(rows, names, strict=True)):
        if name not in known:
            known[name] = new_body(db, name, article.text)
        row = plain_row(replace(article, text=""))
        bare = {key: value for key, value in row.items() if key != "text"}
        yield {**columns_of(schema.article, row, {}), "nth": nth, "body": known[name], "row": bare}


def bodies_of(db: Connection, digests: Sequence[str]) -> dict[str, int]:
    """The numbers of the texts that are kept already, by their hashes."""
    body = schema.body
    asked = (select(body.c.digest, body.c.number).where(body.c.digest.in_(some)) for some in portions(digests))
    return {name: number for one in asked for name, number in db.execute(one)}


def new_body(db: Connection, name: str, text: str) -> int:
    """The number of a text that no run had."""
    return key_of(db.execute(insert(schema.body).values(digest=name, text=storable(text), odd=odd(text))))


def key_of(added: CursorResult[Any]) -> int:
    """The number that a new row was given."""
    (number,) = added.inserted_primary_key or (0,)
    return int(number)


def keep(db: Connection, run: int, kind: Kept, placed: Sequence[tuple[int, Row]]) -> None:
    """Rows of one list with their places in it, their evidence, and what of their inside can be asked for."""
    rows = [row for _, row in placed]
    apart = [taken_apart(row) for row in rows]
    write(db, kind.table, [
        {**columns_of(kind.table, row, kind.paths), "run": run, "nth": nth, "row": bare}
        for (nth, row), (bare, _) in zip(placed, apart, strict=True)
    ])  # fmt: skip
    write(db, schema.evidence, [
        {"run": run, "list": kind.list, "of": row["id"], "nth": nth, "part": part, **place}
        for row, (_, places) in zip(rows, apart, strict=True)
        for nth, (part, place) in enumerate(places)
    ])  # fmt: skip
    for table, lists, found in PARTS:
        if kind.list in lists:
            write(db, table, [
                {"run": run, "list": kind.list, "of": row["id"], "nth": nth, **part}
                for row in rows
                for nth, part in enumerate(found(row))
            ])  # fmt: skip


def write(db: Connection, table: Table, rows: list[Row]) -> None:
    if rows:
        db.execute(insert(table), [{key: storable(value) for key, value in row.items()} for row in rows])
