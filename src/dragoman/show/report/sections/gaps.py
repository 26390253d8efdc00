"""The gaps: what is missing, unknown or could not be read, by kind, with the mend."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from dragoman.model.evidence import Evidence
from dragoman.show.lookup import Lookup
from dragoman.show.report.parts import Drawer, Words, every
from dragoman.show.views import gaps
from dragoman.show.views.row import Shown


@dataclass(frozen=True, slots=True)
class Gap:
    """`place` is the file and line, or the outlets, that it is about, where no words are."""

    id: str
    text: str
    place: str
    words: tuple[Words, ...]
    drawer: Drawer | None


@dataclass(frozen=True, slots=True)
class Kind:
    name: str
    gaps: tuple[Gap, ...]


def view(lookup: Lookup) -> tuple[Kind, ...] | None:
    evidence = {row.id: row.evidence for row in lookup.record.gaps}
    grouped = groupby(gaps.rows(lookup), key=lambda row: row.cells["kind"])
    return (
        tuple(
            Kind(kind.replace("-", " "), tuple(gap(row, evidence[row.id], lookup) for row in rows))
            for kind, rows in grouped
        )
        or None
    )


def gap(row: Shown, evidence: tuple[Evidence, ...], lookup: Lookup) -> Gap:
    words = every(evidence, lookup)
    place = "" if words else row.cells["place"] or row.cells["outlets"]
    drawer = Drawer(row.id, row.cells["text"], words) if words else None
    return Gap(row.id, row.cells["text"], place, words[:1], drawer)
