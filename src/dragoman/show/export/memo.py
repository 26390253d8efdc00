"""A memo in Markdown: in brief, the exchange ledger, the disagreements; a footnote for every place it rests on.

Sentences are verbatim. Does not sum up and does not recommend.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dragoman.model.record import DisagreementRow, ProposalRow, Record, Terms
from dragoman.show.brief import SAID, counted, days
from dragoman.show.export.footnotes import Footnotes, marked
from dragoman.show.export.kind import utf8
from dragoman.show.lookup import Lookup
from dragoman.show.views.inbrief import chosen
from dragoman.show.views.ledger import NO_ANSWER, answer, terms, violation
from dragoman.show.wording import dated


def files(record: Record) -> Mapping[str, bytes]:
    """One memo."""
    return {"memo.md": utf8("\n".join(lines(Lookup.of(record))))}


def lines(lookup: Lookup) -> Iterator[str]:
    """The memo line by line; the footnotes come last, in the order in which they are called."""
    notes = Footnotes(lookup)
    yield "# What the sources say\n"
    yield f"{counted(lookup.record.articles)}. {days(lookup.record.articles)}. {SAID}\n"
    yield from section("In brief", in_brief(lookup, notes), "No claim is told.")
    yield from section("Exchange ledger", ledger(lookup, notes), "No offer is told.")
    yield from section("Disagreements", disagreements(lookup, notes), "No disagreement was found.")
    yield from notes.lines()


def section(title: str, body: Iterable[str], empty: str) -> Iterator[str]:
    yield f"## {title}\n"
    yield from list(body) or [f"{empty}\n"]


def in_brief(lookup: Lookup, notes: Footnotes) -> Iterator[str]:
    for row in chosen(lookup):
        yield f"- {marked(row.text)} ({row.standing}){notes.call(s.evidence for s in row.support)}"
    yield from [""] * bool(lookup.record.claims)


def ledger(lookup: Lookup, notes: Footnotes) -> Iterator[str]:
    for row in lookup.record.proposals:
        yield f"### {marked(row.label)}{notes.call(row.evidence)}\n"
        yield from entry(row, lookup, notes)
        yield ""


def entry(row: ProposalRow, lookup: Lookup, notes: Footnotes) -> Iterator[str]:
    """One offer: from, to, day, terms, each party's answer, its fate."""
    yield f"- From: {named(row.proposers, lookup) or 'proposer unknown'}"
    yield f"- To: {named(row.to, lookup) or 'nobody named'}"
    yield f"- Day: {dated(row.date) if row.date else 'unknown'}"
    yield from agreed(row.terms, lookup, notes)
    for response in row.responses:
        yield f"- Answer: {marked(answer(response, lookup))}{notes.call(response.evidence)}"
    yield from (f"- Answer: {marked(lookup.name(party) or party)}: {NO_ANSWER}" for party in row.no_answer)
    yield from (f"- Alleged: {marked(violation(v, lookup))}{notes.call(v.evidence)}" for v in row.violations)
    yield f"- Outcome: {row.outcome} ({marked(row.why)})"
    for told in row.outcome_by_article:
        yield f"  - {marked(lookup.label(told.article))}: {told.outcome}{notes.call([told.evidence])}"


def agreed(row: Terms, lookup: Lookup, notes: Footnotes) -> Iterator[str]:
    """Each term, with the words it is told in where the record keeps them."""
    told = list(terms(row, lookup))
    first = [day.evidence for day in (row.start, row.end) if day]
    last = [*row.conditions, *(term.evidence for term in row.further)]
    between = [()] * (len(told) - len(first) - len(last))
    places = [*((place,) for place in first), *between, *((place,) for place in last)]
    yield from (f"- Term: {marked(term)}{notes.call(words)}" for term, words in zip(told, places, strict=True))


def named(ids: Iterable[str], lookup: Lookup) -> str:
    return ", ".join(marked(lookup.name(identifier) or identifier) for identifier in ids)


def disagreements(lookup: Lookup, notes: Footnotes) -> Iterator[str]:
    for row in lookup.record.disagreements:
        yield f"### {marked(row.question)}\n"
        yield from positions(row, notes)
        yield ""


def positions(row: DisagreementRow, notes: Footnotes) -> Iterator[str]:
    for position in row.positions:
        yield f"- {marked(position.value)}{notes.call(support.evidence for support in position.support)}"
