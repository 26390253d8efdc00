"""The tables as Parquet files with typed columns, for pandas, R, DuckDB and Spark; lists stay lists.

Words stand as they were written: nothing that reads Parquet computes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.model.record import Record
from dragoman.show.export.cells import Cell
from dragoman.show.export.columns import Kind
from dragoman.show.export.kind import library, utf8
from dragoman.show.export.tables import NOTE, Table, tables


def files(record: Record) -> Mapping[str, bytes]:
    """One file for each table."""
    return {f"{table.name}.parquet": as_parquet(table) for table in tables(record)}


def as_parquet(table: Table) -> bytes:
    arrow, parquet = library("pyarrow"), library("pyarrow.parquet")
    types = typed(arrow)
    schema = arrow.schema(
        [arrow.field(column.name, types[column.kind]) for column in table.columns], metadata={"note": NOTE}
    )
    columns = [
        arrow.array([sound(row[place]) for row in table.rows], type=field.type) for place, field in enumerate(schema)
    ]
    sink = arrow.BufferOutputStream()
    parquet.write_table(arrow.table(columns, schema=schema), sink, compression="zstd")
    return bytes(sink.getvalue())


def typed(arrow: Any) -> dict[Kind, Any]:
    return {
        Kind.TEXT: arrow.string(), Kind.INTEGER: arrow.int64(), Kind.NUMBER: arrow.float64(),
        Kind.BOOLEAN: arrow.bool_(), Kind.DAY: arrow.date32(), Kind.WORDS: arrow.list_(arrow.string()),
    }  # fmt: skip


def sound(cell: Cell) -> object:
    """The cell without halves of characters, which no file may hold."""
    if isinstance(cell, tuple):
        return [utf8(word).decode() for word in cell]
    return utf8(cell).decode() if isinstance(cell, str) else cell
