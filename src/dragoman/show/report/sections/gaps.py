"""The gaps: what is missing, unknown or could not be read, by kind, with the mend."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from dragoman.model.evidence import Evidence
from dragoman.show.lookup import Lookup
from dragoman.show.report.parts import Words, every
from dragoman.show.views import gaps
from dragoman.show.views.row import Shown


@dataclass(frozen=True, slots=True)
class Gap:
    """`place` is the file and line, or the outlets, that it is about."""

    id: str
    text: str
    place: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    name: str
    gaps: tuple[Gap, ...]


def view(lookup: Lookup) -> tuple[Kind, ...] | None:
    evidence = {row.id: row.evidence for row in lookup.record.gaps}
    grouped = groupby(gaps.rows(lookup), key=lambda row: row.cells["kind"])
    return (
        tuple(Kind(kind, tuple(gap(row, evidence[row.id], lookup) for row in rows)) for kind, rows in grouped) or None
    )


def gap(row: Shown, evidence: tuple[Evidence, ...], lookup: Lookup) -> Gap:
    return Gap(row.id, row.cells["text"], row.cells["place"] or row.cells["outlets"], every(evidence, lookup))
