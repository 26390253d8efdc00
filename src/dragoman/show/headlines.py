"""The lines of the first screen about the negotiation itself: meetings, offers and answers, disagreements.

Each list begins with what most articles tell (of meetings, those that were held), is cut after a few lines, and says
how many more there are. A list without rows is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rich.padding import Padding
from rich.text import Text

from dragoman.model.evidence import Attested
from dragoman.model.record import PositionRow, ProposalRow
from dragoman.show.lookup import Lookup
from dragoman.show.views.ledger import NO_ANSWER, answerer
from dragoman.show.views.row import joined
from dragoman.show.wording import closed_up, dated

LINES = 3
Row = TypeVar("Row", bound=Attested)


def headlines(lookup: Lookup) -> Iterable[Text | Padding]:
    record = lookup.record
    yield from listed("Meetings", list(meetings(lookup)), "meetings")
    yield from listed("Offers and answers", list(offers(lookup)), "offers")
    yield from listed(
        "Disagreements", [(d.question, positions(d.positions)) for d in record.disagreements], "disagreements"
    )


def listed(title: str, lines: Sequence[tuple[str, str]], what: str) -> Iterator[Text | Padding]:
    """A few lines under a title, each with its small print."""
    if not lines:
        return
    more = f"  {LINES} of {len(lines)}; `dragoman show {what}` tells all" if len(lines) > LINES else ""
    yield Text()
    yield Text.assemble((title, "bold"), more)
    for line, small in lines[:LINES]:
        yield Padding(Text(line), (0, 0, 0, 2))
        if small:
            yield Padding(Text(small, style="dim"), (0, 0, 0, 4))


def most_told(rows: Sequence[Row]) -> list[Row]:
    """Rows that more articles tell of before those that fewer do, else as in the record."""
    return sorted(rows, key=lambda row: -len({place.article for place in row.evidence}))


def meetings(lookup: Lookup) -> Iterator[tuple[str, str]]:
    for row in sorted(most_told(lookup.record.meetings), key=lambda row: row.status != "held"):
        when = dated(row.date) if row.date else "day unknown"
        yield f"{row.label}  {row.status}, {when}", joined(lookup.name(party) for party in row.parties)


def offers(lookup: Lookup) -> Iterator[tuple[str, str]]:
    for row in most_told(lookup.record.proposals):
        yield f"{row.label}  {row.outcome}", "; ".join(answers_in_short(row, lookup)) or "no answer reported"


def answers_in_short(row: ProposalRow, lookup: Lookup) -> Iterator[str]:
    """Each stance with all who are told to have taken it, in the order first told; then those of whom none is told."""
    for stance in dict.fromkeys(response.stance for response in row.responses):
        yield f"{stance}: " + joined_once(answerer(r, lookup) for r in row.responses if r.stance == stance)
    if row.no_answer:
        yield f"{NO_ANSWER}: " + joined_once(lookup.name(party) or party for party in row.no_answer)


def joined_once(names: Iterable[str]) -> str:
    """The names in a row, each once."""
    return ", ".join(dict.fromkeys(names))


def positions(rows: Sequence[PositionRow]) -> str:
    """What each side holds, in a row."""
    return " / ".join(closed_up(row.value) for row in rows)
