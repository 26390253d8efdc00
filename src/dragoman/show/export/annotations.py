"""Evidence as W3C Web Annotations: the row is the body, the place in the article the target.

Each place is told twice, by its characters and by its words with a little of the text around them, as the Web
Annotation model has it, so that it can still be found where another program keeps the text otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from dragoman.model.evidence import Evidence
from dragoman.model.record import Record
from dragoman.show.export.linked import Node, name_of
from dragoman.show.export.places import places
from dragoman.show.lookup import Lookup

AROUND = 32
LISTS = ("entities", "statements", "events", "meetings", "proposals", "claims", "disagreements")


def annotated(record: Record, lookup: Lookup) -> Iterator[Node]:
    """One annotation for each place of each row that is exported."""
    for name in (f.name for f in fields(record) if f.name in LISTS):
        for row in getattr(record, name):
            for part, place in places(row):
                yield annotation(row.id, part, place, lookup)


def annotation(row: str, part: str, place: Evidence, lookup: Lookup) -> Node:
    text = lookup.articles[place.article].text
    return {
        "@id": name_of(f"{row}#{part}"), "@type": "oa:Annotation", "oa:motivatedBy": "oa:linking",
        "oa:hasBody": name_of(row), "dragoman:part": part,
        "oa:hasTarget": {
            "@type": "oa:SpecificResource", "oa:hasSource": name_of(place.article),
            "oa:hasSelector": [
                {"@type": "oa:TextPositionSelector", "oa:start": place.start, "oa:end": place.end},
                {
                    "@type": "oa:TextQuoteSelector", "oa:exact": place.quote,
                    "oa:prefix": text[max(0, place.start - AROUND) : place.start],
                    "oa:suffix": text[place.end : place.end + AROUND],
                },
            ],
        },
    }  # fmt: skip
