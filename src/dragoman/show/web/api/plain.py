"""Rows of the record as plain values, as the record's JSON has them."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter
from starlette.responses import Response

from dragoman.show.views import VIEWS
from dragoman.show.web.shelf import Held

ADAPTERS: dict[type, TypeAdapter[Any]] = {}


def plain(row: object) -> Any:
    """A row, or any other value of ours, as JSON has it."""
    kind = type(row)
    if kind not in ADAPTERS:
        ADAPTERS[kind] = TypeAdapter(kind)
    return ADAPTERS[kind].dump_python(row, mode="json")


def row_of(held: Held, what: str, identifier: str) -> Any:
    """The row that an id of a list names: the row itself, or the item of a list within one."""
    name, _, nth = identifier.partition("/")
    row = plain(held.rows[name][1])
    within = VIEWS[what].within
    return row if within is None else {"of": name, **row[within][int(nth)]}


def answered(value: object, status: int = 200) -> Response:
    """Plain values as JSON. Halves of surrogate pairs, which UTF-8 cannot hold, leave as JSON's own escapes."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        content = text.encode("utf-8")
    except UnicodeEncodeError:
        content = json.dumps(value, separators=(",", ":")).encode("ascii")
    return Response(content, status, media_type="application/json")
