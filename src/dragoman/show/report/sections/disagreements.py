"""The disagreements: a question, the positions in columns, the sentences of each side by side; refinements apart."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.record import DisagreementRow, PositionRow, RefinementRow
from dragoman.show.lookup import Lookup, accounts
from dragoman.show.report.parts import Chip, Drawer, Words, supported
from dragoman.show.wording import closed_up, count

SHOWN = 3
"""So many articles of one position are shown in their sentences, copies last; the others by their chips."""


@dataclass(frozen=True, slots=True)
class Position:
    """One value, by how many independent accounts it is told, and the words that tell it.

    `shown` are the words of a few articles, one sentence of each; `chips` are those of the others.
    """

    value: str
    accounts: str
    words: tuple[Words, ...]
    shown: tuple[Words, ...]
    chips: tuple[tuple[Chip, str], ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """`about` is the id and name of the meeting that the question is about, where there is one."""

    id: str
    question: str
    on: str
    why: str
    about: tuple[str, str] | None
    positions: tuple[Position, ...]
    drawer: Drawer


@dataclass(frozen=True, slots=True)
class Disputes:
    rows: tuple[Dispute, ...]
    refinements: tuple[Dispute, ...]


def view(lookup: Lookup) -> Disputes | None:
    meetings = {key: (m.id, m.label) for m in lookup.record.meetings for key in (m.id, m.event) if key}
    rows = tuple(dispute(row, meetings.get(row.event or ""), lookup) for row in lookup.record.disagreements)
    refinements = tuple(refinement(row, lookup) for row in lookup.record.refinements)
    return Disputes(rows, refinements) if rows or refinements else None


def dispute(row: DisagreementRow, about: tuple[str, str] | None, lookup: Lookup) -> Dispute:
    held = positions(row.positions, lookup)
    return Dispute(row.id, row.question, row.on, row.why, about, held, drawer(row.id, row.question, row.why, held))


def refinement(row: RefinementRow, lookup: Lookup) -> Dispute:
    held = positions(row.positions, lookup)
    question = " / ".join(position.value for position in held)
    return Dispute(row.id, question, row.on, row.why, None, held, drawer(row.id, question, row.why, held))


def positions(rows: tuple[PositionRow, ...], lookup: Lookup) -> tuple[Position, ...]:
    return tuple(position(row, lookup) for row in rows)


def position(row: PositionRow, lookup: Lookup) -> Position:
    articles = [lookup.articles[one] for one in dict.fromkeys(support.article for support in row.support)]
    told = count(accounts(articles, lookup.record.articles), "independent account")
    value = closed_up(row.value)
    words = supported(row.support, lookup, part=value)
    by_article: dict[str, Words] = {}
    for one in words:
        by_article.setdefault(one.chip.article, one)
    first = sorted(by_article.values(), key=lambda one: bool(one.chip.copy_of))
    shown = [one for one in first if not one.chip.copy_of][:SHOWN] or first[:SHOWN]
    rest = [(one.chip, one.anchor) for one in first if one not in shown]
    return Position(value, told, words, tuple(shown), tuple(rest))


def drawer(identifier: str, heading: str, why: str, held: tuple[Position, ...]) -> Drawer:
    return Drawer(identifier, heading, tuple(words for position in held for words in position.words), (why,))
