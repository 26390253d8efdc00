"""Rows that a run has in common with the one before it, copied inside the database: only what is new is sent to it.

Each run keeps what its rows are known by (`prints_of`): a row is the same where its list, its id and all its content
are. What the database forbids it forbids of copied rows too. Does not decide which runs are alike: `save` names one.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

import msgspec
from sqlalchemy import Column, Connection, Integer, MetaData, String, Table, exists, insert, literal, select

from dragoman.model.record import Record
from dragoman.store import schema
from dragoman.store.json import encoded, plain_row
from dragoman.store.packed import Damaged, packed_fast, unpacked_fast
from dragoman.store.rows import KEPT, PARTS, Kept, Row

FORM = b"1"
"""Raised whenever something else is kept of the same row, so that no row of an older form is taken over."""
DIGITS = 8
AT_ONCE = 5_000

Prints = dict[str, dict[str, bytes]]
DECODER = msgspec.msgpack.Decoder(dict[str, dict[str, bytes]])

taken = Table(
    "taken",
    MetaData(),
    Column("list", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("nth", Integer, nullable=False),
    prefixes=["TEMPORARY"],
)

left = Table(
    "left_behind",
    MetaData(),
    Column("list", String, primary_key=True),
    Column("id", String, primary_key=True),
    prefixes=["TEMPORARY"],
)
"""The rows of the other run that are not `taken`: they are few, and all else of its inside is copied."""


def prints_of(record: Record) -> Prints:
    """What the rows of a record are known by: their list, their id, and a hash of their content."""
    return {kind.list: {row.id: print_of(row) for row in getattr(record, kind.list)} for kind in KEPT}


def print_of(row: object) -> bytes:
    """The hash of a row's content."""
    return blake2b(encoded(row), digest_size=DIGITS, key=FORM).digest()


def keep_prints(db: Connection, run: int, prints: Prints) -> None:
    """Keep what the rows of a run are known by."""
    if content := packed_fast(prints):
        db.execute(insert(schema.known_rows).values(run=run, content=content))


def prints_in(db: Connection, run: int) -> Prints:
    """What the rows of a run are known by; nothing where that is not known, or damaged."""
    content = db.scalar(select(schema.known_rows.c.content).where(schema.known_rows.c.run == run))
    try:
        return unpacked_fast(bytes(content), DECODER) if content else {}
    except Damaged:
        return {}


def take(db: Connection, run: int, base: int, record: Record, prints: Prints) -> dict[str, list[tuple[int, Row]]]:
    """Copy into a run what another has already; gives back the rows of each list that are new, with their places."""
    known = prints_in(db, base) if base else {}
    new: dict[str, list[tuple[int, Row]]] = {}
    same: list[Row] = []
    other: list[Row] = []
    for kind in KEPT:
        before, now = known.get(kind.list, {}), prints[kind.list]
        other += [{"list": kind.list, "id": row} for row, known_by in before.items() if now.get(row) != known_by]
        new[kind.list] = []
        for nth, row in enumerate(getattr(record, kind.list)):
            if before.get(row.id) == now[row.id]:
                same.append({"list": kind.list, "id": row.id, "nth": nth})
            else:
                new[kind.list].append((nth, plain_row(row)))
    if same:
        copy(db, run, base, same, other)
    return new


def copy(db: Connection, run: int, base: int, same: Sequence[Row], other: Sequence[Row]) -> None:
    """Copy the same rows of another run, each to its place, with their evidence and what is kept of their inside.

    The `other` rows of that run stay behind.
    """
    for table, rows in ((taken, same), (left, other)):
        table.create(db)
        for start in range(0, len(rows), AT_ONCE):
            db.execute(insert(table), rows[start : start + AT_ONCE])
    for kind in KEPT:
        copy_rows(db, run, base, kind)
    for table in (schema.evidence, *(table for table, _, _ in PARTS)):
        copy_parts(db, run, base, table)
    taken.drop(db)
    left.drop(db)


def copy_rows(db: Connection, run: int, base: int, kind: Kept) -> None:
    """Copies the rows of one list that are `taken`."""
    table = kind.table
    wanted = (table.c.run == base) & (table.c.id == taken.c.id) & (taken.c.list == kind.list)
    own: dict[str, Any] = {column.name: column for column in table.columns}
    own |= {"run": literal(run), "nth": taken.c.nth}
    db.execute(insert(table).from_select(list(own), select(*own.values()).where(wanted)))


def copy_parts(db: Connection, run: int, base: int, table: Table) -> None:
    """Copies what one table keeps of the inside of rows that are not left behind."""
    stays = exists().where((left.c.list == table.c.list) & (left.c.id == table.c.of))
    wanted = (table.c.run == base) & ~stays
    own: dict[str, Any] = {column.name: column for column in table.columns} | {"run": literal(run)}
    db.execute(insert(table).from_select(list(own), select(*own.values()).where(wanted)))
