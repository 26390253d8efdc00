"""Which list of the record is kept in which table, and where a column finds its value in a row.

Rows are taken as the JSON of the contract has them. Does not write.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Date, Table

from dragoman.store import schema

Row = dict[str, Any]
SPAN = {"first_day": "date.start", "last_day": "date.end"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A list and its table. `paths` are the columns that are not simply a key of the row."""

    list: str
    table: Table
    paths: Mapping[str, str] = field(default_factory=dict)


KEPT = (
    Kept(list="entities", table=schema.entity),
    Kept(list="times", table=schema.time, paths={"first_day": "start", "last_day": "end"}),
    Kept(list="statements", table=schema.statement, paths={"source": "source.entity", "kind": "source.kind"}),
    Kept(list="events", table=schema.event, paths=SPAN),
    Kept(list="meetings", table=schema.meeting, paths=SPAN),
    Kept(list="proposals", table=schema.proposal, paths=SPAN),
    Kept(list="claims", table=schema.claim),
    Kept(list="disagreements", table=schema.disagreement),
    Kept(list="framing", table=schema.framing),
    Kept(list="stories", table=schema.story),
    Kept(list="refinements", table=schema.refinement),
    Kept(list="timeline", table=schema.timeline, paths=SPAN),
    Kept(list="gaps", table=schema.gap),
)
"""Every list of the record but the articles, whose texts are kept apart."""

ROLES = ("proposers", "to", "no_answer", "parties", "mediators", "actors", "recipients")


def columns_of(table: Table, row: Row, paths: Mapping[str, str]) -> Row:
    """The values of a table's columns in a row, days as days."""
    own = [column for column in table.columns if column.name not in ("run", "nth", "row", "body")]
    return {column.name: value_of(column.type, at(row, paths.get(column.name, column.name))) for column in own}


def value_of(kind: object, value: Any) -> Any:
    return dt.date.fromisoformat(value) if isinstance(kind, Date) and value else value


def at(row: Row, path: str) -> Any:
    """The value at a path of keys, None where a part on the way is missing.

    >>> at({"date": {"start": "1995-11-01"}}, "date.start"), at({"date": None}, "date.start")
    ('1995-11-01', None)
    """
    value: Any = row
    for key in path.split("."):
        value = value[key] if value else None
    return value


def mentions(entity: Row) -> Sequence[Row]:
    return [{"entity": entity["id"], "article": m["article"], "form": m["form"]} for m in entity["mentions"]]


def parties(row: Row) -> Sequence[Row]:
    """Who takes part in a row, and as what."""
    return [{"role": role, "entity": entity} for role in ROLES for entity in row.get(role) or ()]


def responses(proposal: Row) -> Sequence[Row]:
    return [
        {
            "by": answer["by"], "stance": answer["stance"], "statement": answer["statement"],
            "day": value_of(schema.response.c.day.type, at(answer, "date.start")),
        }
        for answer in proposal["responses"]
    ]  # fmt: skip


def supports(row: Row) -> Sequence[Row]:
    """Which articles carry a claim, or a position of a disagreement."""
    held = [(None, row.get("support") or ()), *((n, p["support"]) for n, p in enumerate(row.get("positions") or ()))]
    return [
        {"position": position, "article": s["article"], "statement": s["statement"], "stance": s["stance"]}
        for position, supports in held
        for s in supports
    ]


PARTS = (
    (schema.mention, ("entities",), mentions),
    (schema.party, ("events", "meetings", "proposals"), parties),
    (schema.response, ("proposals",), responses),
    (schema.support, ("claims", "disagreements", "refinements"), supports),
)
"""What is kept of the inside of rows, so that it can be asked for: the table, the lists, and how it is found."""
