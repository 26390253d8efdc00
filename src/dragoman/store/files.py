"""The files beside a store: written whole or not at all, so that no reader ever meets half of one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from dragoman.model.problem import StoreError

CORRECTIONS = "corrections.yaml"
DATABASE = "dragoman.db"


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


def corrections_in(path: Path) -> Path:
    """The file of corrections that belongs to the folder of a run, or to a record or store in it."""
    return (path if path.is_dir() or not path.suffix else path.parent) / CORRECTIONS
