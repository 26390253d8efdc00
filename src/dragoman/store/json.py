"""The record as JSON and back: the contract at the door.

Writing takes our own values as they are; reading trusts nothing, since a file may come from anywhere.
"""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import msgspec

from dragoman.model.identity import DIGITS
from dragoman.model.problem import StoreError
from dragoman.model.record import RECORD_VERSION, Record

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError


@cache
def adapter() -> TypeAdapter[Record]:
    from pydantic import TypeAdapter

    return TypeAdapter(Record)


def to_json(record: Record) -> str:
    """The record as one JSON object, keys in the order of the contract, ending in a line end."""
    try:
        return msgspec.json.format(msgspec.json.encode(record), indent=1).decode() + "\n"
    except UnicodeEncodeError:  # halves of surrogate pairs, which no UTF-8 has
        return json.dumps(msgspec.to_builtins(record), ensure_ascii=False, indent=1) + "\n"


def encoded(value: object) -> bytes:
    """A value as JSON on one line: the same value gives the same bytes."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:  # halves of surrogate pairs, which no UTF-8 has
        return json.dumps(msgspec.to_builtins(value)).encode("ascii")


def plain_row(row: object) -> dict[str, Any]:
    """A row as JSON has it, in plain lists and dictionaries."""
    found: dict[str, Any] = json.loads(encoded(row))
    return found


def run_id(record: Record) -> str:
    """The id of the run that a record is: the same for the same record."""
    return f"ru-{sha256(encoded(record)).hexdigest()[:DIGITS]}"


def from_json(text: str, *, path: str) -> Record:
    """The record that the text holds; `path` is named where it does not hold one.

    Raises StoreError for a text that is no record, and for a record of a newer contract.
    """
    found = quickly(text)
    if found is not None and found.dragoman.record <= RECORD_VERSION:
        return found
    try:
        raw = json.loads(text)
        version = raw["dragoman"]["record"]
        if version > RECORD_VERSION:
            raise StoreError(f"{path}: a record of contract {version}, newer than {RECORD_VERSION}: upgrade dragoman")
        return adapter().validate_python(raw)
    except (ValueError, KeyError, TypeError) as error:
        from pydantic import ValidationError

        what = first_fault(error) if isinstance(error, ValidationError) else "it is not a record"
        raise StoreError(f"{path}: {what}; make it anew with `dragoman run`") from error


def quickly(text: str) -> Record | None:
    """The record of a text in which all is right, without saying of any other what is wrong."""
    try:
        return msgspec.json.decode(text, type=Record)
    except (ValueError, TypeError):
        return None


def record_from(plain: dict[str, Any]) -> Record:
    """The record of plain values. Raises ValidationError, which says where they are no record."""
    try:
        return msgspec.convert(plain, Record)
    except (ValueError, TypeError):
        return adapter().validate_python(plain)


def first_fault(error: ValidationError) -> str:
    fault = error.errors()[0]
    return f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']}"
