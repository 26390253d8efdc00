"""Actors, offers and answers as a graph in GraphML, for Gephi, yEd, igraph and networkx.

Nodes are the entities that take part, and the offers. An edge says who made an offer, to whom it was put, who answered
how, who is said to have broken it, and for whom a person speaks; an edge that the articles tell carries its place and
words. Does not draw: the layout is for the program that reads it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from dragoman.model.evidence import Evidence
from dragoman.model.record import EntityRow, ProposalRow, Record
from dragoman.show.export.cells import for_xml
from dragoman.show.export.kind import utf8

NODE = ("kind", "label", "country", "outcome", "date")
EDGE = ("relation", "stance", "date", "statement", "article", "start", "end", "quote")
NUMBERS = ("start", "end")
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'


@dataclass(frozen=True, slots=True)
class Edge:
    source: str
    target: str
    facts: Mapping[str, object] = field(default_factory=dict)


def files(record: Record) -> Mapping[str, bytes]:
    """One graph."""
    return {"record.graphml": utf8("".join(lines(record)))}


def lines(record: Record) -> Iterator[str]:
    known = {entity.id: entity for entity in record.entities}
    edges = [edge for offer in record.proposals for edge in of_offer(offer)]
    parties = {end for edge in edges for end in (edge.source, edge.target)} & known.keys()
    sides = [speaks_for(known[party]) for party in sorted(parties) if known[party].side in known]
    parties |= {edge.target for edge in sides}
    yield HEAD
    yield from keys()
    yield '<graph id="record" edgedefault="directed">\n'
    yield from (node(entity.id, of_entity(entity)) for entity in record.entities if entity.id in parties)
    yield from (node(offer.id, facts_of(offer)) for offer in record.proposals)
    ends = parties | {offer.id for offer in record.proposals}
    told = [edge for edge in (*edges, *sides) if {edge.source, edge.target} <= ends]
    yield from (drawn(number, edge) for number, edge in enumerate(told))
    yield "</graph>\n</graphml>\n"


def of_offer(offer: ProposalRow) -> Iterator[Edge]:
    """Who made an offer, to whom, who answered, and who is said to have broken it."""
    when = offer.date.start if offer.date else None
    own = {"date": when} | placed(offer.evidence)
    yield from (Edge(party, offer.id, {"relation": "offers"} | own) for party in offer.proposers)
    yield from (Edge(offer.id, party, {"relation": "put to"} | own) for party in offer.to)
    for answer in offer.responses:
        day = answer.date.start if answer.date else None
        told = {"relation": "answers", "stance": answer.stance, "date": day, "statement": answer.statement}
        if answer.by is not None:
            yield Edge(answer.by, offer.id, told | placed(answer.evidence))
    for breach in offer.violations:
        told = {"relation": "said to have broken", "statement": breach.statement}
        if breach.of is not None:
            yield Edge(breach.of, offer.id, told | placed(breach.evidence))


def placed(evidence: tuple[Evidence, ...]) -> dict[str, object]:
    """The first place of a row, as facts of an edge."""
    place = evidence[0]
    return {"article": place.article, "start": place.start, "end": place.end, "quote": place.quote}


def speaks_for(entity: EntityRow) -> Edge:
    return Edge(entity.id, entity.side or "", {"relation": "speaks for"})


def of_entity(entity: EntityRow) -> dict[str, object]:
    return {"kind": entity.kind.value, "label": entity.name, "country": entity.country}


def facts_of(offer: ProposalRow) -> dict[str, object]:
    when = offer.date.start if offer.date else None
    return {"kind": "offer", "label": offer.label, "outcome": offer.outcome, "date": when}


def keys() -> Iterator[str]:
    for owner, names in (("node", NODE), ("edge", EDGE)):
        for name in names:
            kind = "int" if name in NUMBERS else "string"
            yield f'<key id="{owner}-{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>\n'


def node(identifier: str, facts: Mapping[str, object]) -> str:
    return f"<node id={attribute(identifier)}>{data('node', facts)}</node>\n"


def drawn(number: int, edge: Edge) -> str:
    ends = f"source={attribute(edge.source)} target={attribute(edge.target)}"
    return f'<edge id="e{number}" {ends}>{data("edge", edge.facts)}</edge>\n'


def data(owner: str, facts: Mapping[str, object]) -> str:
    """What is known of a node or edge; what is not is left out."""
    known = [(key, for_xml(str(value))) for key, value in facts.items() if value is not None]
    return "".join(f'<data key="{owner}-{key}">{escape(text)}</data>' for key, text in known)


def attribute(text: str) -> str:
    return quoteattr(for_xml(text))
