"""What can be corrected of a row, and what has been."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.record import CorrectionRow
from dragoman.show.explain import heading
from dragoman.show.names import near
from dragoman.show.report.places import evidence_in
from dragoman.show.web.shelf import Held

CAN_BE_ONE = {"entities": "actor", "events": "event", "proposals": "offer"}
"""The lists whose rows may be the same as another, with what one of them is."""
OFFERED = 60
"""Rows that are offered, the nearest by name; any other can be named by its id."""


@dataclass(frozen=True, slots=True)
class Correctable:
    """What can be corrected of a row: which others it may be the same as, in which articles it may be another."""

    id: str
    kind: str
    can_be_one: bool
    others: tuple[tuple[str, str], ...]
    articles: tuple[tuple[str, str], ...]
    made: tuple[CorrectionRow, ...]


def correctable(held: Held, name: str, identifier: str) -> Correctable:
    row = held.rows[identifier][1]
    others: tuple[tuple[str, str], ...] = ()
    articles: tuple[tuple[str, str], ...] = ()
    if name in CAN_BE_ONE:
        names = dict(choices(held, name))
        called = names.pop(identifier)
        close = set(near(called, names.values(), limit=OFFERED))
        others = tuple((one, told) for one, told in names.items() if told in close)[:OFFERED]
        ids = sorted({place.article for place in evidence_in(row)} | {m.article for m in getattr(row, "mentions", ())})
        articles = tuple((one, held.lookup.label(one)) for one in ids)
    made = tuple(one for one in held.lookup.record.corrections if identifier in one.rows)
    return Correctable(
        identifier, CAN_BE_ONE.get(name, "row"), name in CAN_BE_ONE, others, articles if len(articles) > 1 else (), made
    )


def choices(held: Held, name: str) -> list[tuple[str, str]]:
    """Every row of a list by id and name, in order of name."""
    rows = getattr(held.lookup.record, name)
    return held.made(
        ("names", name), lambda: sorted(((r.id, heading(r, held.lookup)) for r in rows), key=lambda p: p[1])
    )
