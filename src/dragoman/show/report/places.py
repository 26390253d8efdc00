"""The places in the articles that rows of the report point to, and the anchors they get.

Statements have anchors of their own besides (see `highlight`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import fields, is_dataclass
from functools import cache

from dragoman.model.evidence import Evidence
from dragoman.model.record import Record

VALUE = re.compile(r"\b(Evidence|Date|Terms|\w+Row|\w+Ref)\b")
"""The types that hold evidence, by their names in the record."""

LISTS = ("meetings", "proposals", "claims", "disagreements", "refinements", "framing", "timeline", "gaps")


def anchor(place: Evidence) -> str:
    """The anchor of a place.

    >>> anchor(Evidence("ar-1", 3, 9, "signed"))
    'e-ar-1-3-9'
    """
    return f"e-{place.article}-{place.start}-{place.end}"


def places_by_article(record: Record) -> dict[str, list[Evidence]]:
    """Every place that the report links to, each once, in order, under its article."""
    every = {place for name in LISTS for place in evidence_in(getattr(record, name))}
    for statement in record.statements:
        every.update(statement.content)
    found: dict[str, list[Evidence]] = defaultdict(list)
    for place in sorted(every):
        found[place.article].append(place)
    return found


def evidence_in(part: object) -> list[Evidence]:
    """The evidence anywhere inside a row, or inside many."""
    found: list[Evidence] = []
    gather(part, found)
    return found


def gather(part: object, found: list[Evidence]) -> None:
    if isinstance(part, Evidence):
        found.append(part)
    elif isinstance(part, tuple):
        for item in part:
            gather(item, found)
    else:
        for name in holding(type(part)):  # type: ignore[arg-type]  # types have hashes
            gather(getattr(part, name), found)


@cache
def holding(kind: type) -> tuple[str, ...]:
    """The fields of rows of a kind that may hold evidence: those that are more than text, numbers and days.

    >>> from dragoman.model.record import SupportRow
    >>> holding(SupportRow)
    ('evidence',)
    """
    return tuple(f.name for f in fields(kind) if VALUE.search(str(f.type))) if is_dataclass(kind) else ()
