"""The folder a run is kept in: `record.json`, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from dragoman.model.problem import StoreError
from dragoman.model.record import Record
from dragoman.store.json import from_json, to_json

RECORD = "record.json"
CORRECTIONS = "corrections.yaml"


def keep(record: Record, folder: Path) -> Path:
    """Write the record into the folder, made where it is missing; gives back the file.

    Raises StoreError where the folder cannot be written.
    """
    return write(folder / RECORD, to_json(record))


def write(path: Path, text: str) -> Path:
    """Write a text as UTF-8, whole or not at all; gives back the file. Raises StoreError where it cannot be."""
    return write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> Path:
    """Write a file beside its place and move it there, so that no reader ever meets half of it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({error.strerror}); name another folder with -o") from error
    return path


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


def corrections_in(path: Path) -> Path:
    """The file of corrections that belongs to the folder of a run, or to a record or store in it."""
    return (path if path.is_dir() or not path.suffix else path.parent) / CORRECTIONS


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
