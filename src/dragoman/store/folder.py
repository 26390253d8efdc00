"""The folder a run is kept in: `record.json`, and the corrections that are laid over it."""

from __future__ import annotations

from pathlib import Path

from dragoman.model.problem import StoreError
from dragoman.model.record import Record
from dragoman.store.files import corrections_in, write
from dragoman.store.json import from_json, to_json

RECORD = "record.json"


def keep(record: Record, folder: Path) -> Path:
    """Write the record into the folder, made where it is missing; gives back the file.

    Raises StoreError where the folder cannot be written.
    """
    return write(folder / RECORD, to_json(record))


def load(path: Path, *, corrected: bool = True) -> Record:
    """The record kept at a folder or file, with the corrections beside it laid over it, unless it is asked for as read.

    Raises StoreError where there is none or it is damaged.
    """
    record = as_read(path)
    return with_corrections(record, path) if corrected else record


def with_corrections(record: Record, path: Path) -> Record:
    """A record with the corrections of a folder laid over it. Raises StoreError where their file is broken."""
    if not corrections_in(path).exists():
        return record
    from dragoman.store.corrections.file import kept_corrections
    from dragoman.store.corrections.laying import laid_over

    return laid_over(record, kept_corrections(path))


def as_read(path: Path) -> Record:
    """The record as it was read."""
    file = path / RECORD if path.is_dir() else path
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise StoreError(f"{file}: no record is kept here; make one with `dragoman run PATH`") from error
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{file}: cannot be read ({error}); make it anew with `dragoman run`") from error
    return from_json(text, path=str(file))
