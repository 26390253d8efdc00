"""The folder a run is kept in: `record.json`, and the corrections that are laid over it."""

from __future__ import annotations

from pathlib import Path

from dragoman.model.problem import StoreError
from dragoman.model.record import Record
from dragoman.store.files import DATABASE, corrections_in, write
from dragoman.store.json import from_json, to_json

RECORD = "record.json"


def keep(record: Record, folder: Path) -> Path:
    """Write the record into the folder, made where it is missing; gives back the file.

    Raises StoreError where the folder cannot be written.
    """
    return write(folder / RECORD, to_json(record))


def load(path: Path, *, store: str | None = None, corrected: bool = True) -> Record:
    """The record kept at a folder or file, with the corrections beside it laid over it, unless it is asked for as read.

    With `store`, the URL of a database, it is the last run kept there; so it is of the folder's own store where the
    folder has no record.json. Raises StoreError where there is none or it is damaged.
    """
    record = as_read(path) if store is None else last_run_in(store)
    return with_corrections(record, path) if corrected else record


def with_corrections(record: Record, path: Path) -> Record:
    """A record with the corrections of a folder laid over it. Raises StoreError where their file is broken."""
    if not corrections_in(path).exists():
        return record
    from dragoman.store.corrections.file import kept_corrections
    from dragoman.store.corrections.laying import laid_over

    return laid_over(record, kept_corrections(path))


def last_run_in(store: Path | str) -> Record:
    """The last run of a store."""
    from dragoman.store.load import load as load_run

    return load_run(store)


def as_read(path: Path) -> Record:
    """The record as it was read."""
    file = path / RECORD if path.is_dir() else path
    if path.is_dir() and not file.exists() and (path / DATABASE).exists():
        return last_run_in(path)
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise StoreError(f"{file}: no record is kept here; make one with `dragoman run PATH`") from error
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{file}: cannot be read ({error}); make it anew with `dragoman run`") from error
    return from_json(text, path=str(file))
