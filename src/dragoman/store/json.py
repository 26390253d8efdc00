"""The record as JSON and back: the contract at the door.

Writing takes our own values as they are; reading trusts nothing, since a file may come from anywhere.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from dragoman.model.identity import DIGITS, digest
from dragoman.model.problem import StoreError
from dragoman.model.record import RECORD_VERSION, Record


@cache
def adapter() -> TypeAdapter[Record]:
    return TypeAdapter(Record)


def to_json(record: Record) -> str:
    """The record as one JSON object, keys in the order of the contract, ending in a line end."""
    return json.dumps(adapter().dump_python(record, mode="json"), ensure_ascii=False, indent=1) + "\n"


def run_id(plain: Any) -> str:
    """The id of the run that a record (as plain values) is: the same for the same record."""
    return f"ru-{digest(json.dumps(plain))[:DIGITS]}"


def from_json(text: str, *, path: str) -> Record:
    """The record that the text holds; `path` is named where it does not hold one.

    Raises StoreError for a text that is no record, and for a record of a newer contract.
    """
    try:
        raw = json.loads(text)
        version = raw["dragoman"]["record"]
        if version > RECORD_VERSION:
            raise StoreError(f"{path}: a record of contract {version}, newer than {RECORD_VERSION}: upgrade dragoman")
        return adapter().validate_python(raw)
    except (ValueError, KeyError, TypeError) as error:
        what = first_fault(error) if isinstance(error, ValidationError) else "it is not a record"
        raise StoreError(f"{path}: {what}; make it anew with `dragoman run`") from error


def first_fault(error: ValidationError) -> str:
    fault = error.errors()[0]
    return f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']}"
