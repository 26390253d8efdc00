"""The record that a command shows: the last run of a folder, with the corrections of that folder laid over it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.show.cli import output

if TYPE_CHECKING:
    from dragoman.model.record import Record


def kept_record(source: Path) -> Record:
    """The record at a folder or file; on stderr stands that it is corrected. Raises StoreError where there is none."""
    from dragoman.store.folder import load

    record = load(source)
    tell_corrections(record)
    return record


def tell_corrections(record: Record) -> None:
    """Say that a record is not shown as it was read, and which corrections found nothing to correct."""
    applied = sum(row.applied for row in record.corrections)
    if applied:
        told = "correction is" if applied == 1 else "corrections are"
        output.warn(f"{applied} {told} laid over what was read (dragoman correct list)")
    for row in record.corrections:
        if not row.applied:
            output.warn(f"correction {row.id} is not applied: {row.why}")
