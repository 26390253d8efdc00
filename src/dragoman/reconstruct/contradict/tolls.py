"""Disagreements on the numbers of one event: so many killed, wounded, held, paid, as its mentions tell it.

Mentions are of one event by `link`; only those that tell a kindred type on days that fit are held against each
other, and no article against itself. Rounding, "at least" and later tolls are refinements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from dragoman.model.plover import Status
from dragoman.model.record import ArticleRow, EventMentionRow, EventRow, NumberRow
from dragoman.model.text import Span
from dragoman.reconstruct.claims.drafts import Dispute, Place, Position
from dragoman.reconstruct.contradict.numbers import ABOUT, AT_LEAST, AT_MOST, Counted, bounds, refines

TOLD = (Status.HAPPENED, Status.ALLEGED)
PARTS = frozenset({"including", "included", "among"})
COUNTED = tuple("killed wounded injured missing arrested detained captured displaced abducted released".split())


def toll_disputes(events: Sequence[EventRow], articles: Sequence[ArticleRow]) -> Iterator[Dispute]:
    """One for each event and count that mentions of different articles tell differently."""
    by_id = {row.id: row for row in articles}
    for event in events:
        held: defaultdict[str, list[tuple[NumberRow, EventMentionRow]]] = defaultdict(list)
        for mention in event.mentions:
            for number in mention.numbers:
                if mention.status not in TOLD or is_part(number, by_id[mention.article].text):
                    continue
                if number.of in COUNTED and not by_id[mention.article].copy_of:
                    held[number.of].append((number, mention))
        for of, found in sorted(held.items()):
            yield from dispute(event, of, found, by_id)


def is_part(number: NumberRow, text: str) -> bool:
    """Whether it is told as a part of the toll: "among them nine children", "nine of them"."""
    before = text[max(0, number.evidence.start - 24) : number.evidence.start].casefold().split()[-3:]
    after = text[number.evidence.end : number.evidence.end + 10].casefold().split()
    return any(word in PARTS for word in before) or after[:2] in (["of", "them"], ["of", "whom"], ["of", "those"])


def dispute(
    event: EventRow, of: str, found: Sequence[tuple[NumberRow, EventMentionRow]], by_id: Mapping[str, ArticleRow]
) -> Iterator[Dispute]:
    values: defaultdict[float, list[tuple[NumberRow, EventMentionRow]]] = defaultdict(list)
    for number, mention in found:
        values[number.value].append((number, mention))
    tellers = [{m.article for _, m in held} for held in values.values()]
    if len(values) < 2 or any(a & b for i, a in enumerate(tellers) for b in tellers[i + 1 :]):
        return
    if not all(one_event(a, b) for _, a in found for _, b in found):
        return
    least, most = min(values), max(values)
    days = tuple(first_day(values[v], by_id) for v in (least, most))
    why = refines(counted(values[least][0], by_id), counted(values[most][0], by_id), days)
    yield Dispute(
        on="number",
        question=f"How many were {of}?",
        why=why or f"one event, with different numbers of {of}",
        positions=tuple(Position(f"{v:g}", tuple(place(m) for _, m in held)) for v, held in sorted(values.items())),
        event=event.id,
        refines=why is not None,
    )


def one_event(one: EventMentionRow, other: EventMentionRow) -> bool:
    """Whether two mentions tell one event: of one type, and in one place or on one day, neither against the other."""
    if one is other:
        return True
    place = one.place == other.place if one.place and other.place else None
    left, right = one.date, other.date
    day = None
    if left and right and left.start and right.start and left.end and right.end:
        day = left.start <= right.end and right.start <= left.end
    return one.type is other.type and False not in (place, day) and True in (place, day)


def first_day(held: Sequence[tuple[NumberRow, EventMentionRow]], by_id: Mapping[str, ArticleRow]) -> date | None:
    return min((day for _, m in held if (day := by_id[m.article].published)), default=None)


def counted(told: tuple[NumberRow, EventMentionRow], by_id: Mapping[str, ArticleRow]) -> Counted:
    number, mention = told
    before = by_id[mention.article].text[max(0, number.evidence.start - 20) : number.evidence.end].casefold().split()
    low, high = bounds(number.value, {w for w in before if w in (*AT_LEAST, *AT_MOST)})
    return Counted(number.of, low, high, number.evidence.quote, any(w in ABOUT for w in before))


def place(mention: EventMentionRow) -> Place:
    e = mention.evidence
    return Place(Span(e.article, e.start, e.end), mention.statement or "")
