"""How a line of the exchange ledger is put into words, in a table to paste into a memo and with the words it rests on.

Each answer and each party of whom none is told has its place; an allegation stands with whoever makes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rich.box import Box
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.model.record import ProposalRow, ResponseRow, Terms, ViolationRow
from dragoman.show.lookup import Lookup
from dragoman.show.views.row import Shown
from dragoman.show.views.support import evidence_lines, origin, said_by
from dragoman.show.wording import closed_up, count, dated

NO_ANSWER = "no answer reported"
RULES = Box("    \n    \n ===\n    \n ---\n ---\n    \n    \n", ascii=True)
MAKER = re.compile(r", (?:offered|demanded|threatened|proposed|between)\b")
MOST = 3  # terms in a cell; the rest is counted
LONGEST = 60  # characters of a condition in a cell


def ledger(offers: Sequence[ProposalRow], lookup: Lookup) -> Table:
    """The offers, one a line: what and on which terms, from whom to whom, every answer, what became of it."""
    table = Table(box=RULES, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), expand=True, show_lines=True)
    for title, ratio in (("Offer", 32), ("From, to", 15), ("Answers", 19)):
        table.add_column(title, ratio=ratio, overflow="fold")
    table.add_column("Outcome", width=10, overflow="fold")
    for row in offers:
        table.add_row(offered(row, lookup), between(row, lookup), answered(row, lookup), became(row, lookup))
    return table


def offered(row: ProposalRow, lookup: Lookup) -> Text:
    """What is offered, when, on which terms, and the id to ask for its words."""
    text = Text(MAKER.split(row.label)[0], style="bold")
    told = [short(term) for term in one_of_each(row.terms, lookup)]
    lines = [f"{row.kind}, {dated(row.date)}" if row.date else row.kind, *told[:MOST]]
    lines += [f"and {count(len(told) - MOST, 'more term')}"] if len(told) > MOST else []
    for line in lines:
        text.append(f"\n{line}", style="not bold")
    return text.append(f"\n{row.id}", style="not bold dim")


def one_of_each(row: Terms, lookup: Lookup) -> Iterator[str]:
    """The terms, the first wording of each."""
    first = {term.name: term for term in reversed(row.further)}
    kept = tuple(term for term in row.further if first[term.name] is term)
    yield from terms(replace(row, further=kept), lookup)


def short(term: str) -> str:
    return term if len(term) <= LONGEST else f"{term[:LONGEST].rpartition(' ')[0]} …"


def between(row: ProposalRow, lookup: Lookup) -> Text:
    makers = [lookup.name(party) or party for party in row.proposers] or ["proposer unknown"]
    asked = [lookup.name(party) or party for party in row.to] or ["nobody named"]
    return Text("\n".join([*makers, *(f"→ {name}" for name in asked)]))


def answered(row: ProposalRow, lookup: Lookup) -> Text:
    """Every answer once, however many tell it; then those of whom none is told."""
    told = dict.fromkeys(f"{answerer(response, lookup)}: {response.stance}" for response in row.responses)
    silent = [f"{lookup.name(party) or party}: {NO_ANSWER}" for party in row.no_answer]
    return Text("\n".join([*told, *silent]) or "none reported")


def became(row: ProposalRow, lookup: Lookup) -> Text:
    text = Text(row.outcome)
    if len({told.outcome for told in row.outcome_by_article}) > 1:
        text.append("\n(outlets differ)")
    return text.append("\n(breach alleged)") if row.violations else text


def terms(row: Terms, lookup: Lookup) -> Iterator[str]:
    """What an offer comes to, term by term; conditions in the words of the articles, the same words once."""
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
    yield from dict.fromkeys(f"on condition: {closed_up(place.quote)}" for place in row.conditions)
    yield from dict.fromkeys(f"{term.name}: {closed_up(term.evidence.quote)}" for term in row.further)


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


def in_words(row: ProposalRow, item: Shown, lookup: Lookup) -> Iterable[Text | Padding]:
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
