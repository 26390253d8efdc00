"""The façade for Python: build a record, load a kept one, and see its lists as tables.

    >>> import dragoman
    >>> record = dragoman.build("articles")          # doctest: +SKIP
    >>> record.to_pandas("statements")               # doctest: +SKIP
    >>> record.why("st-3f9a2c1d")                    # doctest: +SKIP

Does nothing that the rooms below do not do; it only gives them short names.
"""

from __future__ import annotations

from datetime import date
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.model import record as model
from dragoman.show.displayed import Record as Record
from dragoman.show.displayed import displayed
from dragoman.show.flat import table as table

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
