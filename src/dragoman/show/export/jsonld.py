"""The record as linked data: schema.org where it has the word, Web Annotation for evidence, PROV-O for the making.

The context stands in the file, so that reading it asks nothing of the network. Articles are `schema:NewsArticle`,
statements `schema:Quotation` (direct) or `schema:Claim` by their speaker, claims `schema:Claim`, events and meetings
`schema:Event`. schema.org has no word for offers between parties, answers and disagreements: they are written in words
of our own, under `urn:dragoman:word:`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.model.record import Record
from dragoman.show.export.annotations import annotated
from dragoman.show.export.kind import utf8
from dragoman.show.export.linked import CONTEXT, Node, known, name_of
from dragoman.show.export.linked_rows import article, claim, disagreement, entity, event, meeting, offer, statement
from dragoman.show.export.tables import NOTE
from dragoman.show.lookup import Lookup
from dragoman.store.json import run_id

MAKER = name_of("software")


def files(record: Record) -> Mapping[str, bytes]:
    """One document."""
    made = {"@context": CONTEXT, "@graph": list(graph(record))}
    return {"record.jsonld": utf8(json.dumps(made, ensure_ascii=False, indent=1) + "\n")}


def graph(record: Record) -> Iterator[Node]:
    """The nodes: first the making, then the articles, then what was made of them, then the evidence."""
    lookup = Lookup.of(record)
    run = name_of(run_id(record))
    yield from making(record, run)
    yield from (article(row) for row in record.articles)
    for node in rows(record, lookup):
        yield known(node | {"prov:wasGeneratedBy": run})
    yield from annotated(record, lookup)


def rows(record: Record, lookup: Lookup) -> Iterator[Node]:
    yield from (entity(row) for row in record.entities)
    yield from (statement(row, lookup) for row in record.statements)
    yield from (event(row) for row in record.events)
    yield from (meeting(row) for row in record.meetings)
    yield from (node for row in record.proposals for node in offer(row))
    yield from (claim(row) for row in record.claims)
    yield from (node for row in record.disagreements for node in disagreement(row))


def making(record: Record, run: str) -> Iterator[Node]:
    """How the record was made: by which program, from which articles, with which options."""
    made = record.dragoman
    yield {
        "@id": MAKER, "@type": ["prov:SoftwareAgent", "schema:SoftwareApplication"], "schema:name": "Dragoman",
        "schema:softwareVersion": made.version, "schema:softwareRequirements": made.model,
    }  # fmt: skip
    options: dict[str, Any] = {str(key): str(value) for key, value in sorted(made.options.items())}
    yield known({
        "@id": run, "@type": "prov:Activity", "prov:wasAssociatedWith": MAKER, "schema:description": NOTE,
        "prov:used": [name_of(row.id) for row in record.articles],
        "dragoman:options": json.dumps(options) if options else None,
    })  # fmt: skip
