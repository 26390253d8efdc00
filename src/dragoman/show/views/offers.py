"""The exchange ledger: each offer with its terms, each party's answer, and what became of it, per source.

A party that is reported to have been asked and not to have answered is told as such, never left out. How a line looks
on a screen is for `ledger`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import RenderableType
from rich.text import Text

from dragoman.model.record import ProposalRow
from dragoman.show.lookup import Lookup
from dragoman.show.views.ledger import answerer, answers, in_words, ledger, terms, violation
from dragoman.show.views.row import Shown, View, days_of, joined
from dragoman.show.views.support import articles_of, known, labels, names

__all__ = ["OFFERS", "answerer", "answers", "terms", "violation"]
FEW = 4  # offers that are told in their words below the table


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


def screen(shown: Sequence[Shown], lookup: Lookup) -> Iterable[RenderableType]:
    """The ledger as a table; where it is short, each line with its words below."""
    by_id = {row.id: row for row in lookup.record.proposals}
    offers = [by_id[item.id] for item in shown]
    yield ledger(offers, lookup)
    yield Text()
    if len(shown) > FEW:
        yield Text("The words of one: dragoman why ID. Of each answer: dragoman show answers.", style="dim")
        return
    for item in shown:
        yield from in_words(by_id[item.id], item, lookup)
        yield Text()


OFFERS = View(
    key="proposals",
    about="the exchange ledger: offers, terms, answers, outcome",
    brief=("label", "kind", "from", "to", "date", "terms", "answers", "outcome", "outlets", "id"),
    rows=rows,
    screen=screen,
)
