"""The words of linked data that the export uses, and how our ids become names in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from dragoman.model.record import Date

Node = dict[str, Any]


def reference(term: str) -> dict[str, str]:
    """A key whose value is the name of another node."""
    return {"@id": term, "@type": "@id"}


LINKS = (
    "prov:wasGeneratedBy prov:wasAssociatedWith prov:used prov:wasDerivedFrom schema:spokenByCharacter schema:isPartOf "
    "schema:appearance schema:claimInterpreter schema:attendee schema:organizer schema:actor schema:location "
    "schema:affiliation schema:agent schema:recipient schema:url schema:about oa:hasBody oa:hasTarget oa:hasSource "
    "oa:motivatedBy dragoman:offeredBy dragoman:putTo dragoman:answers dragoman:noAnswerOf dragoman:about "
    "dragoman:position dragoman:statedIn dragoman:supersedes dragoman:copyOf dragoman:silent"
).split()
DAYS = "schema:datePublished schema:startDate schema:endDate".split()
CONTEXT: Node = {
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dragoman": "urn:dragoman:word:",
    **{term: reference(term) for term in LINKS},
    **{term: {"@id": term, "@type": "xsd:date"} for term in DAYS},
}


def name_of(identifier: str) -> str:
    """
    >>> name_of("pr-3f9a/0")
    'urn:dragoman:pr-3f9a/0'
    """
    return f"urn:dragoman:{quote(identifier)}"


def names_of(ids: Iterable[str | None]) -> list[str]:
    return [name_of(identifier) for identifier in ids if identifier]


def known(node: Node) -> Node:
    """The node without the keys of which nothing is known."""
    return {key: value for key, value in node.items() if value is not None and value != []}


def days(when: Date | None) -> Node:
    """The first and last day of something, where they are known."""
    if when is None or when.start is None or when.end is None:
        return {}
    return {"schema:startDate": when.start.isoformat(), "schema:endDate": when.end.isoformat()}
