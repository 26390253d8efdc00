"""The places in the articles that rows of the report point to, and the anchors they get.

Statements have anchors of their own besides (see `highlight`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from dragoman.model.evidence import Evidence
from dragoman.model.record import Record

LISTS = ("meetings", "proposals", "claims", "disagreements", "refinements", "framing", "timeline", "gaps")


def anchor(place: Evidence) -> str:
    """The anchor of a place.

    >>> anchor(Evidence("ar-1", 3, 9, "signed"))
    'e-ar-1-3-9'
    """
    return f"e-{place.article}-{place.start}-{place.end}"


def places_by_article(record: Record) -> dict[str, list[Evidence]]:
    """Every place that the report links to, each once, in order, under its article."""
    found: dict[str, set[Evidence]] = defaultdict(set)
    for name in LISTS:
        for place in evidence_in(getattr(record, name)):
            found[place.article].add(place)
    for statement in record.statements:
        found[statement.article].update(statement.content)
    return {article: sorted(places) for article, places in found.items()}


def evidence_in(part: object) -> Iterator[Evidence]:
    """The evidence anywhere inside a row."""
    if isinstance(part, Evidence):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from evidence_in(item)
    elif is_dataclass(part):
        for f in fields(part):
            yield from evidence_in(getattr(part, f.name))
