"""The tables as one workbook, a sheet each, for people who sort and filter by hand.

The same record gives the same bytes: the times that a workbook keeps of its making are set to one day. A cell holds
32,767 characters, so the text of a longer article is cut there; a sheet holds 1,048,576 lines, so a larger table is
refused.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from dragoman.model.problem import UsageError
from dragoman.model.record import Record
from dragoman.show.export.cells import Cell, as_text, for_xml
from dragoman.show.export.kind import library, utf8
from dragoman.show.export.tables import Table, tables

LONGEST = 32_767
MOST = 1_048_575
SHEET_NAME = 31
MADE = (1980, 1, 1, 0, 0, 0)
TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def files(record: Record) -> Mapping[str, bytes]:
    """One workbook. Raises UsageError where a table has more rows than a sheet has lines."""
    book = library("openpyxl").Workbook(write_only=True)
    for table in tables(record):
        add_sheet(book, table)
    made = io.BytesIO()
    book.save(made)
    return {"record.xlsx": timeless(made.getvalue())}


def add_sheet(book: Any, table: Table) -> None:
    if len(table.rows) > MOST:
        raise UsageError(f"{table.name} has {len(table.rows):,} rows, more than a sheet: export csv or parquet instead")
    sheet = book.create_sheet(table.name[:SHEET_NAME])
    sheet.freeze_panes = "A2"
    sheet.append([column.name for column in table.columns])
    for row in table.rows:
        sheet.append(fitted(row))


def fitted(row: Sequence[Cell]) -> list[Cell]:
    """A row as a sheet can hold it: words made safe and cut, numbers and days as they are."""
    return [words(cell) if isinstance(cell, str | tuple) else cell for cell in row]


def words(cell: str | tuple[str, ...]) -> str:
    return for_xml(utf8(as_text(cell)).decode())[:LONGEST]


def timeless(book: bytes) -> bytes:
    """The same workbook with one fixed day for every time in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = TIMES.sub(rb"\g<1>1980-01-01T00:00:00Z", old.read(name))
            new.writestr(zipfile.ZipInfo(name, MADE), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()
