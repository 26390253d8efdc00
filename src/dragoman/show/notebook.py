"""The façade for Python: build a record, load a kept one, and see its lists as tables.

    >>> import dragoman
    >>> record = dragoman.build("articles")          # doctest: +SKIP
    >>> record.to_pandas("statements")               # doctest: +SKIP
    >>> record.why("st-3f9a2c1d")                    # doctest: +SKIP

Does nothing that the rooms below do not do; it only gives them short names.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.model import record as model
from dragoman.model.problem import UsageError
from dragoman.show.displayed import Record as Record
from dragoman.show.displayed import displayed

if TYPE_CHECKING:
    from pandas import DataFrame

Where = str | PathLike[str]


def build(*paths: Where, meta: Where | None = None, as_of: date | None = None, jobs: int | None = None) -> Record:
    """The record of what these files and folders say, as it stood on the day `as_of` where that is given.

    Raises NothingFound where there are no articles.
    """
    from dragoman.engine.build import build as build_record

    files = [fspath(path) for path in paths]
    return displayed(build_record(files, meta=Path(meta) if meta else None, as_of=as_of, jobs=jobs))


def load(path: Where = "dragoman-out") -> Record:
    """The record kept in a folder or file. Raises StoreError where there is none or it is damaged."""
    from dragoman.store.folder import load as load_record

    return displayed(load_record(Path(path)))


def table(record: model.Record, what: str) -> list[dict[str, str]]:
    """One list of the record as flat rows, as `dragoman show WHAT --format csv` has them.

    Raises UsageError for a list that is not shown.
    """
    from dragoman.show.lookup import Lookup
    from dragoman.show.views import VIEWS

    if what not in VIEWS:
        raise UsageError(f"{what}: no such list; choose one of {', '.join(VIEWS)}")
    rows: Sequence[dict[str, str]] = [dict(row.cells) for row in VIEWS[what].rows(Lookup.of(record))]
    return list(rows)


def to_pandas(record: model.Record, what: str) -> DataFrame:
    """One table of the record, with typed columns: the tables that `dragoman export csv` writes, by the same names.

    Raises UsageError for a table there is not, and says what to install where pandas is missing.
    """
    from dragoman.show.export.frames import frame

    return frame(record, what)


def report(record: model.Record) -> str:
    """The record as one HTML page, to be written to a file or shown in a notebook."""
    from dragoman.show.report import page

    return page(record)
