"""The answers to offers, one by one. Offers that nobody is reported to have answered are in `offers`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.padding import Padding
from rich.text import Text

from dragoman.model.record import ProposalRow, ResponseRow
from dragoman.show.lookup import Lookup
from dragoman.show.views.ledger import answerer
from dragoman.show.views.row import Shown, View, days_of
from dragoman.show.views.support import articles_of, known, labels, said_by
from dragoman.show.wording import closed_up


def rows(lookup: Lookup) -> list[Shown]:
    return [
        shown(offer, place, response, lookup)
        for offer in lookup.record.proposals
        for place, response in enumerate(offer.responses)
    ]


def shown(offer: ProposalRow, place: int, row: ResponseRow, lookup: Lookup) -> Shown:
    articles = articles_of(row.evidence)
    return Shown(
        id=f"{offer.id}/{place}",
        actors=known(row.by),
        articles=articles,
        days=days_of(row.date),
        cells={
            "offer": offer.id,
            "label": offer.label,
            "by": answerer(row, lookup),
            "stance": row.stance,
            "date": str(row.date.start or "") if row.date else "",
            "outlets": labels(articles, lookup),
            "according_to": said_by(row.statement, lookup).removeprefix("according to ").rstrip(", "),
            "quote": closed_up(row.evidence[0].quote),
            "statement": row.statement or "",
            "article": row.evidence[0].article,
            "at": str(row.evidence[0].start),
        },
    )


def screen(shown: Sequence[Shown], lookup: Lookup) -> Iterable[Text | Padding]:
    for offer, group in groupby(shown, key=lambda item: item.id.partition("/")[0]):
        items = list(group)
        yield Text.assemble((items[0].cells["label"], "bold"), f"  {offer}")
        for cells in (item.cells for item in items):
            when = f", {cells['date']}" if cells["date"] else ""
            yield Padding(Text(f"{cells['by']}: {cells['stance']}{when}"), (0, 0, 0, 2))
            yield Padding(Text(cells["quote"]), (0, 0, 0, 4))
            source = f"according to {cells['according_to']}, " if cells["according_to"] else ""
            yield Padding(Text(f"{source}{cells['outlets']}", style="dim"), (0, 0, 0, 6))
        yield Text()


ANSWERS = View(
    key="proposals",
    about="each answer to an offer, with its words",
    brief=("label", "by", "stance", "date", "quote", "outlets", "offer"),
    rows=rows,
    screen=screen,
    within="responses",
)
