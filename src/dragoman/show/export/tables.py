"""The record as flat tables: one for each list, one for each list inside its rows, and one of all evidence.

A row of a table leads to one place (`article`, `start`, `end`, `quote`: `article.text[start:end] == quote`); all
places stand in the table `evidence`. Offsets count Unicode characters. Does not write a format.
"""

from __future__ import annotations

import json
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import reduce

from dragoman.model.record import Record
from dragoman.show.export.cells import Cell
from dragoman.show.export.columns import Column, Kind, item_of, shape
from dragoman.show.export.places import first_place, places

PLACE = (Column("start", Kind.INTEGER, ()), Column("end", Kind.INTEGER, ()), Column("quote", Kind.TEXT, ()))
PLACED = ("article", "start", "end", "quote")
EVIDENCE = tuple(Column(name, Kind.TEXT, ()) for name in ("list", "row", "part", "article")) + PLACE
ABOUT = (Column("key", Kind.TEXT, ()), Column("value", Kind.TEXT, ()))
NOTE = "what the sources say, not what is true"


@dataclass(frozen=True, slots=True)
class Table:
    """One flat table; every row has a cell for each column."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(record: Record) -> tuple[Table, ...]:
    """All tables, in the order of the record; the evidence and what made the record come last."""
    names = {entity.id: entity.name for entity in record.entities}
    hints = typing.get_type_hints(Record)
    lists = [(f.name, item_of(hints[f.name])) for f in fields(Record) if f.name != "dragoman"]
    flat = [table for name, made in lists for table in flattened(name, made, own_rows(record, name), names)]
    return (*flat, evidence(record, [name for name, _ in lists]), about(record))


def own_rows(record: Record, name: str) -> list[tuple[str, str, object]]:
    return [(row.id, "", row) for row in getattr(record, name)]


def flattened(
    name: str, made: type, rows: Sequence[tuple[str, str, object]], names: Mapping[str, str]
) -> Iterator[Table]:
    """The table of some rows, each with its id and the id of the row it stands in; then those of their lists."""
    yield one_table(name, made, rows, names)
    for path, item in shape(made).children:
        inner = [
            (f"{within}/{nth}", within, part) for within, _, row in rows for nth, part in enumerate(at(row, path) or ())
        ]
        yield from flattened("_".join((name, *path)), item, inner, names)


def one_table(name: str, made: type, rows: Sequence[tuple[str, str, object]], names: Mapping[str, str]) -> Table:
    own = [column for column in shape(made).columns if column.name not in ("id", *PLACED[1:])]
    inner = [Column("within", Kind.TEXT, ())] * ("id" not in {f.name for f in fields(made)})
    placed = [Column("article", Kind.TEXT, ())] * (not any(c.name == "article" for c in own)) + [*PLACE]
    bare_span = [column for column in shape(made).columns if column.name in PLACED[1:]]
    last = placed if shape(made).attested else bare_span
    columns = (Column("id", Kind.TEXT, ()), *inner, *own, *last)
    return Table(name, columns, tuple(cells(columns, row, names) for row in rows))


def cells(columns: Sequence[Column], item: tuple[str, str, object], names: Mapping[str, str]) -> tuple[Cell, ...]:
    identifier, within, row = item
    place = first_place(row)
    given = {"id": identifier, "within": within}
    return tuple(
        given[column.name] if column.name in given else cell(column, row, names) if column.path
        else getattr(place, column.name, None)
        for column in columns
    )  # fmt: skip


def cell(column: Column, row: object, names: Mapping[str, str]) -> Cell:
    """The value of a column in a row; where it is told by name, the names of what has no entity are left out."""
    value = plain(at(row, column.path))
    if not column.named:
        return value
    if isinstance(value, tuple):
        return tuple(names.get(one, "") for one in value)
    return names.get(value) if isinstance(value, str) else None


def plain(value: typing.Any) -> Cell:
    if isinstance(value, Mapping):
        return json.dumps(dict(value), ensure_ascii=False, sort_keys=True, default=str) if value else None
    if isinstance(value, tuple):
        return tuple(str(one) for one in value)
    return str(value) if isinstance(value, str) else typing.cast(Cell, value)


def at(row: object, path: Sequence[str]) -> typing.Any:
    """The value at the end of a path, None where a part on the way is missing."""
    return reduce(lambda value, key: None if value is None else getattr(value, key), path, row)


def evidence(record: Record, lists: Sequence[str]) -> Table:
    """Every place of every row."""
    rows = tuple(
        (name, row.id, part, place.article, place.start, place.end, place.quote)
        for name in lists
        for row in getattr(record, name)
        for part, place in places(row)
    )
    return Table("evidence", EVIDENCE, rows)


def about(record: Record) -> Table:
    """By what the record was made."""
    made = record.dragoman
    told: list[tuple[str, Cell]] = [
        ("note", NOTE), ("record", str(made.record)), ("version", made.version), ("model", made.model),
        *((f"option {key}", str(value)) for key, value in sorted(made.options.items())),
    ]  # fmt: skip
    return Table("about", ABOUT, tuple(told))
