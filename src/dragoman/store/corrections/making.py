"""A correction made from ids, tried on the record, and kept; and taken back.

    correct(folder, "same", ["en-1a2b3c4d", "en-5e6f7a8b"], note="one minister, spelt twice")
    undo(folder, "co-9c8d7e6f")

Works on the last run of a folder, or of the database that is named. A correction that would change nothing is refused
and not written.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from dragoman.model.problem import NothingFound, UsageError
from dragoman.model.record import CorrectionRow, Record
from dragoman.store.corrections.correction import Correction, InArticle, What
from dragoman.store.corrections.file import add_correction, kept_corrections, take_back
from dragoman.store.corrections.laying import laid_over
from dragoman.store.corrections.pointing import pointer_to
from dragoman.store.files import corrections_in
from dragoman.store.folder import load


def correct(
    folder: Path,
    what: What,
    ids: Sequence[str],
    *,
    article: str | None = None,
    note: str | None = None,
    by: str | None = None,
    store: str | None = None,
) -> CorrectionRow:
    """Keep a correction of some rows in a folder; gives back what it does.

    `store` is the URL of a database, where the runs are kept in one.
    `different` needs the id of the `article` in which the row is another than elsewhere. Raises NothingFound for an
    id that no row has, UsageError for a correction that says the contrary of another or can change nothing.
    """
    with alone(folder):
        record, before = load(folder, store=store, corrected=False), kept_corrections(folder)
        correction = made(laid_over(record, before), what, ids, article=article, note=note, by=by)
        *_, row = laid_over(record, [*before, correction]).corrections
        if not row.applied:
            raise UsageError(f"nothing is corrected: {row.why} ({row.text})")
        add_correction(folder, correction)
    return row


def undo(folder: Path, identifier: str) -> Correction:
    """Take a correction back. Raises NothingFound where none has this id."""
    with alone(folder):
        found = take_back(folder, identifier)
    if found is None:
        ids = ", ".join(correction.id for correction in kept_corrections(folder)) or "none"
        raise NothingFound(f"No correction has the id {identifier}. Kept: {ids}.")
    return found


def made(
    record: Record, what: What, ids: Sequence[str], *, article: str | None, note: str | None, by: str | None
) -> Correction:
    """A correction of these rows of a record, not yet kept."""
    if what == "note" and not (note or "").strip():
        raise UsageError("a note needs words")
    if what == "different" and article is None:
        raise UsageError("name the article in which it is not the same as elsewhere")
    articles = {row.id: row for row in record.articles}
    if article is not None and article not in articles:
        raise NothingFound(f"No article has the id {article}.")
    where = InArticle(sha256=articles[article].sha256, path=articles[article].path) if article else None
    rows = tuple(pointer_to(*row_called(record, identifier), articles) for identifier in ids)
    return Correction(what=what, rows=rows, article=where, note=note, by=by)


def row_called(record: Record, identifier: str) -> tuple[str, Any]:
    """The list and row of an id. Raises NothingFound where no row has it."""
    for name in (f.name for f in fields(record) if f.name not in ("dragoman", "corrections")):
        for row in getattr(record, name):
            if row.id == identifier:
                return name, row
    raise NothingFound(f"No row has the id {identifier}.")


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """While nobody else corrects in this folder, where the system can see to it."""
    try:
        import fcntl

        handle = os.open(corrections_in(folder).parent, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
