"""What a mediator would ask of a live proposal and no account tells: answers, a maker, terms.

Asks of open proposals only, a handful of each; what is settled or past is left alone. Knows nothing of files, days or
voices that are missing: that is for `gaps`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.model.identity import Ids
from dragoman.model.record import EntityRow, GapRow, ProposalRow

# What professionals ask for each kind, most pressing first, and the line that asks it.
ASKED: Mapping[str, tuple[tuple[str, str], ...]] = {
    "ceasefire": (
        ("start", "when it would begin"),
        ("length", "how long it would last"),
        ("scope", "what it covers: all forces and places, or some"),
        ("monitoring", "who would watch over it"),
    ),
    "talks": (("start", "on which day they would be held"), ("place", "where they would be held")),
    "summit": (("start", "on which day it would be held"), ("place", "where it would be held")),
    "agreement": (("start", "when it would take effect"), ("guarantees", "who would guarantee it")),
    "exchange": (("start", "when it would be carried out"), ("conditions", "what is given in return")),
    "sanctions": (("start", "when they would take effect or end"), ("conditions", "what they are made to depend on")),
    "legislation": (("start", "when it would be voted on or take effect"),),
    "other": (),
}


def ledger_gaps(ids: Ids, proposals: Sequence[ProposalRow], entities: Sequence[EntityRow]) -> Iterator[GapRow]:
    """The gaps of each open proposal, in the order of the ledger."""
    who = {row.id: row.name for row in entities}
    for row in proposals:
        if row.outcome == "open":
            yield from without_maker(ids, row)
            yield from without_answer(ids, row, who)
            yield from without_terms(ids, row)


def without_maker(ids: Ids, row: ProposalRow) -> Iterator[GapRow]:
    if not row.proposers:
        text = f"no account names who put this forward: {row.label}; look for a fuller account"
        yield gap(ids, "unnamed-party", row, "maker", text)


def without_answer(ids: Ids, row: ProposalRow, who: Mapping[str, str]) -> Iterator[GapRow]:
    for party in row.no_answer:
        text = f"no answer of {who.get(party, party)} is reported to: {row.label}; look for a later account"
        yield gap(ids, "no-answer", row, party, text)


def without_terms(ids: Ids, row: ProposalRow) -> Iterator[GapRow]:
    told = told_terms(row)
    for name, question in ASKED[row.kind]:
        if name not in told:
            yield gap(ids, "unstated-term", row, name, f"no account says {question}: {row.label}")


def told_terms(row: ProposalRow) -> frozenset[str]:
    """The names of the terms that some account tells; an end or a deadline says when as well."""
    terms = row.terms
    known = {
        "start": terms.start or terms.end,
        "length": terms.duration_days or terms.end,
        "place": terms.place,
        "scope": terms.scope,
        "conditions": terms.conditions,
    }
    return frozenset(name for name, value in known.items() if value) | {term.name for term in terms.further}


def gap(ids: Ids, kind: str, row: ProposalRow, what: str, text: str) -> GapRow:
    return GapRow(
        id=ids.new("ga", kind, row.id, what),
        kind=kind,
        text=text,
        path=None,
        line=None,
        ref=row.id,
        evidence=row.evidence[:1],
    )
