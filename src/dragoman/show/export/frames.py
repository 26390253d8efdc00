"""The tables as pandas data frames with typed columns.

Days are days, whole numbers stay whole where some are missing, and lists stay tuples. Words stand as they were written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.model.problem import UsageError
from dragoman.model.record import Record
from dragoman.show.export.columns import Kind
from dragoman.show.export.kind import library
from dragoman.show.export.tables import Table, tables

if TYPE_CHECKING:
    from pandas import DataFrame

TYPES = {
    Kind.TEXT: "string", Kind.INTEGER: "Int64", Kind.NUMBER: "float64", Kind.BOOLEAN: "boolean",
    Kind.DAY: "datetime64[s]", Kind.WORDS: "object",
}  # fmt: skip


def frame(record: Record, what: str) -> DataFrame:
    """One table. Raises UsageError for a table there is not."""
    found = {table.name: table for table in tables(record)}
    if what not in found:
        raise UsageError(f"{what}: no such table; choose one of {', '.join(found)}")
    return framed(found[what])


def framed(table: Table) -> DataFrame:
    pandas: Any = library("pandas")
    columns = {
        column.name: pandas.Series([row[place] for row in table.rows], dtype=TYPES[column.kind])
        for place, column in enumerate(table.columns)
    }
    made: DataFrame = pandas.DataFrame(columns, columns=[column.name for column in table.columns])
    return made
