"""The tables as CSV files, for R, spreadsheets and anything else: UTF-8, one line end, a header in every file.

A cell of words that a spreadsheet would compute begins with an apostrophe: see `cells`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from dragoman.model.record import Record
from dragoman.show.export.cells import as_text
from dragoman.show.export.kind import utf8
from dragoman.show.export.tables import Table, tables


def files(record: Record) -> Mapping[str, bytes]:
    """One file for each table."""
    return {f"{table.name}.csv": utf8(as_csv(table)) for table in tables(record)}


def as_csv(table: Table) -> str:
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow([column.name for column in table.columns])
    lines.writerows([as_text(cell) for cell in row] for row in table.rows)
    return text.getvalue()
