"""The exchange ledger: each offer with its terms, each party's answer, and what became of it, per source.

A party that is reported to have been asked and not to have answered is told as such, never left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.padding import Padding
from rich.text import Text

from dragoman.model.record import ProposalRow, ResponseRow, Terms, ViolationRow
from dragoman.show.lookup import Lookup
from dragoman.show.views.row import Shown, View, days_of, joined
from dragoman.show.views.support import articles_of, evidence_lines, known, labels, names, origin, said_by
from dragoman.show.wording import closed_up, count, dated

NO_ANSWER = "no answer reported"


def rows(lookup: Lookup) -> list[Shown]:
    return [shown(row, lookup) for row in lookup.record.proposals]


def shown(row: ProposalRow, lookup: Lookup) -> Shown:
    articles = articles_of(row.evidence)
    return Shown(
        id=row.id,
        actors=known(*row.proposers, *row.to, *(response.by for response in row.responses)),
        articles=articles,
        days=days_of(row.date),
        cells={
            "id": row.id,
            "label": row.label,
            "kind": row.kind,
            "from": names(row.proposers, lookup),
            "to": names(row.to, lookup),
            "date": str(row.date.start or "") if row.date else "",
            "terms": joined(terms(row.terms, lookup)),
            "answers": joined(answers(row, lookup)),
            "outcome": row.outcome,
            "by_outlet": joined(f"{lookup.label(o.article)}: {o.outcome}" for o in row.outcome_by_article),
            "violations": joined(violation(v, lookup) for v in row.violations),
            "supersedes": row.supersedes or "",
            "rule": row.why,
            "outlets": labels(articles, lookup),
            "quote": row.evidence[0].quote,
            "article": row.evidence[0].article,
            "at": str(row.evidence[0].start),
        },
    )


def terms(row: Terms, lookup: Lookup) -> Iterator[str]:
    """What an offer comes to, term by term; conditions in the words of the articles."""
    if row.start:
        yield f"from {dated(row.start)}"
    if row.end:
        yield f"until {dated(row.end)}"
    if row.duration_days is not None:
        yield count(row.duration_days, "day")
    if row.place:
        yield f"at {lookup.name(row.place) or row.place}"
    if row.scope:
        yield f"scope: {row.scope}"
    yield from (f"on condition: {closed_up(place.quote)}" for place in row.conditions)
    yield from (f"{term.name}: {closed_up(term.evidence.quote)}" for term in row.further)


def answers(row: ProposalRow, lookup: Lookup) -> Iterator[str]:
    """Each party's answer in the order told, then those of whom none is reported."""
    yield from (answer(response, lookup) for response in row.responses)
    yield from (f"{lookup.name(party) or party}: {NO_ANSWER}" for party in row.no_answer)


def answer(row: ResponseRow, lookup: Lookup) -> str:
    when = f" on {dated(row.date)}" if row.date else ""
    return f"{answerer(row, lookup)}: {row.stance}{when}"


def answerer(row: ResponseRow, lookup: Lookup) -> str:
    """Who answered, by name; else in the words of the article, else that nobody is named."""
    if row.by is not None:
        return lookup.name(row.by) or row.by
    return f"“{closed_up(row.named.quote)}”" if row.named else "nobody named"


def violation(row: ViolationRow, lookup: Lookup) -> str:
    """An allegation, always with whoever makes it."""
    accused = lookup.name(row.of) or "somebody not named"
    accuser = lookup.name(row.alleged_by) or "the article"
    return f"{accused} broke it, {accuser} says" + (f" ({dated(row.date)})" if row.date else "")


def screen(shown: Sequence[Shown], lookup: Lookup) -> Iterable[Text | Padding]:
    by_id = {row.id: row for row in lookup.record.proposals}
    for item in shown:
        yield from one(by_id[item.id], item, lookup)
        yield Text()


def one(row: ProposalRow, item: Shown, lookup: Lookup) -> Iterable[Text | Padding]:
    cells = item.cells
    when = f" · {dated(row.date)}" if row.date else ""
    yield Text.assemble((row.label, "bold"), f"  {row.kind}, outcome: {row.outcome}")
    parties = f"{cells['from'] or 'proposer unknown'} → {cells['to'] or 'nobody named'}"
    yield Padding(Text(f"{parties}{when} · {row.id}"), (0, 0, 0, 2))
    yield from (Padding(Text.assemble(("term: ", "dim"), term), (0, 0, 0, 2)) for term in terms(row.terms, lookup))
    for response in row.responses:
        yield Padding(Text.assemble(("answer: ", "dim"), answer(response, lookup)), (0, 0, 0, 2))
        yield Padding(Text(closed_up(response.evidence[0].quote)), (0, 0, 0, 6))
        told = f"{said_by(response.statement, lookup)}{origin(response.evidence[0].article, lookup)}"
        yield Padding(Text(told, style="dim"), (0, 0, 0, 8))
    for party in row.no_answer:
        yield Padding(Text.assemble(("answer: ", "dim"), f"{lookup.name(party) or party}: {NO_ANSWER}"), (0, 0, 0, 2))
    yield from (
        Padding(Text.assemble(("alleged: ", "dim"), violation(v, lookup)), (0, 0, 0, 2)) for v in row.violations
    )
    if len({o.outcome for o in row.outcome_by_article}) > 1:
        yield Padding(Text.assemble(("outcome by outlet: ", "dim"), cells["by_outlet"]), (0, 0, 0, 2))
    yield from evidence_lines(row.evidence, lookup, indent=4)


OFFERS = View(
    key="proposals",
    about="the exchange ledger: offers, terms, answers, outcome",
    brief=("label", "kind", "from", "to", "date", "terms", "answers", "outcome", "outlets", "id"),
    rows=rows,
    screen=screen,
)
