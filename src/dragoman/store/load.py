"""A kept run taken up again: the same record that was kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, Row, Select, select

from dragoman.model.identity import digest
from dragoman.model.problem import NothingFound, StoreError
from dragoman.model.record import RECORD_VERSION, Record
from dragoman.store import schema
from dragoman.store.database import reading
from dragoman.store.json import first_fault, record_from
from dragoman.store.odd import as_read
from dragoman.store.rows import KEPT, Kept
from dragoman.store.skeleton import PLACE, whole


def load(place: Path | str, run: str | None = None) -> Record:
    """The run of an id or number, else the last one kept.

    Raises NothingFound for a run that is not there, StoreError where the store cannot be used.
    """
    with reading(place) as db:
        return record_of(db, run_called(db, run))


def run_called(db: Connection, name: str | None) -> Row[Any]:
    """The row of a run by its id or number, the last one without a name."""
    table = schema.run
    kept = db.execute(select(table).order_by(table.c.kept)).all()
    found = [row for row in kept if name is None or name in (row.id, str(row.number))]
    if found:
        return found[-1]
    names = ", ".join(f"{row.number} ({row.id})" for row in kept) or "none"
    raise NothingFound(f"No run {name or ''} is kept. Kept: {names}." if name else "No run is kept.")


def record_of(db: Connection, run: Row[Any]) -> Record:
    """The record of a run. Raises StoreError for one of a newer contract, or one that is damaged."""
    if run.record > RECORD_VERSION:
        raise StoreError(f"run {run.id}: of contract {run.record}, newer than {RECORD_VERSION}: upgrade dragoman")
    made = {"record": run.record, "version": run.version, "model": run.model, "options": run.options}
    try:
        lists = {kind.list: rows_of(db, run.number, kind) for kind in KEPT}
        return record_from({"dragoman": made, "articles": articles_of(db, run.number), **lists})
    except ValidationError as error:
        raise StoreError(f"run {run.id}: {first_fault(error)}; make it anew with `dragoman run`") from error
    except (IndexError, KeyError, TypeError, AttributeError) as error:
        raise StoreError(f"run {run.id}: damaged; make it anew with `dragoman run` in another folder") from error


def articles_of(db: Connection, run: int) -> list[dict[str, Any]]:
    article, body = schema.article, schema.body
    asked = select(article.c.row, body.c.text, body.c.odd, body.c.digest).join(body, body.c.number == article.c.body)
    kept = db.execute(asked.where(article.c.run == run).order_by(article.c.nth))
    return [{**row, "text": whole_text(text, odd, known)} for row, text, odd, known in kept]


def whole_text(text: str, odd: list[list[int]], known: str) -> str:
    """The text of an article as it was read. Raises StoreError where it is not any more."""
    found = as_read(text, odd)
    if digest(found) != known:
        raise StoreError("damaged: the text of an article has changed; run `dragoman run` again into another folder")
    return found


def rows_of(db: Connection, run: int, kind: Kept, ids: Select[Any] | None = None) -> list[dict[str, Any]]:
    """The rows of one list with their evidence back in its place: all of them, or those of the ids asked for."""
    table = kind.table
    asked = select(table.c.id, table.c.row).where(table.c.run == run).order_by(table.c.nth)
    kept = db.execute(asked if ids is None else asked.where(table.c.id.in_(ids)))
    places = places_of(db, run, kind.list, ids)
    return [whole(row, places.get(identifier, [])) for identifier, row in kept]


def places_of(db: Connection, run: int, name: str, ids: Select[Any] | None) -> Mapping[str, list[dict[str, Any]]]:
    """The evidence of one list, by the row it belongs to, in order."""
    table, article, body = schema.evidence, schema.article, schema.body
    own = (article.c.run == table.c.run) & (article.c.id == table.c.article)
    asked = select(table, body.c.odd).join(article, own).join(body, body.c.number == article.c.body)
    asked = asked.where(table.c.run == run, table.c.list == name).order_by(table.c.of, table.c.nth)
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in db.execute(asked if ids is None else asked.where(table.c.of.in_(ids))).mappings():
        inside = [(at - row["start"], code) for at, code in row["odd"] if row["start"] <= at < row["end"]]
        words = {"quote": as_read(row["quote"], inside)}
        found[row["of"]].append({key: row[key] for key in PLACE} | words)
    return found
