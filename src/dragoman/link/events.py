"""Which mentions of events tell one happening.

Mentions are compared only where they share a block: a type and a party, a type and a day, or a number. Each pair has
a score that can be read; a mention joins the group it fits best, and a hard conflict (other days, other places,
no party in common) keeps it out. Look-alikes stay apart: two strikes on one town, two rounds of talks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.model.event import Event, EventMention, EventPlace
from dragoman.model.flow import Annotated, Linked
from dragoman.model.identity import Ids
from dragoman.model.mention import Mention, Reason, Score
from dragoman.model.plover import EventType
from dragoman.model.when import When

JOINED = 2.0
SAME_FIELD = (
    frozenset({EventType.CONSULT, EventType.COOPERATE}),
    frozenset({EventType.AGREE, EventType.CONCEDE, EventType.RETREAT}),
    frozenset({EventType.ASSAULT, EventType.COERCE}),
    frozenset({EventType.REQUEST, EventType.THREATEN}),
    frozenset({EventType.REJECT, EventType.SANCTION}),
)


@dataclass(frozen=True, slots=True)
class Told:
    """A mention of an event with what is compared: parties as entities and as their countries or sides."""

    at: EventPlace
    mention: EventMention
    words: str
    parties: frozenset[str]
    sides: frozenset[str]
    place: str | None
    when: When | None
    numbers: frozenset[tuple[str, float]]


def link_events(linked: Linked) -> Linked:
    """The articles with their happenings, in the order of the mention that opens each."""
    told = [item for annotated in linked.articles for item in told_in(annotated, linked)]
    ids = Ids()
    groups = grouped(told)
    events = tuple(Event(id=ids.new("ev", *key_of(group)), mentions=tuple(t.at for t in group)) for group in groups)
    return replace(linked, events=events)


def key_of(group: Sequence[Told]) -> tuple[object, ...]:
    first = group[0]
    return (first.at.article, first.mention.trigger.start, first.mention.trigger.end, first.mention.type.value)


def told_in(annotated: Annotated, linked: Linked) -> Iterator[Told]:
    sides = {entity.id: entity.side or entity.country or entity.id for entity in linked.entities}
    for place, mention in enumerate(annotated.events):
        parties = [who(annotated, linked, m) for m in (*mention.actors, *mention.recipients)]
        known = frozenset(p for p in parties if p)
        yield Told(
            at=EventPlace(annotated.article.id, place),
            mention=mention,
            words=annotated.article.quote(mention.trigger).casefold(),
            parties=known,
            sides=frozenset(sides.get(p, p) for p in known),
            place=who(annotated, linked, mention.place) if mention.place else None,
            when=mention.date.when if mention.date else None,
            numbers=frozenset((n.of, n.value) for n in mention.numbers),
        )


def who(annotated: Annotated, linked: Linked, mention: Mention) -> str | None:
    return linked.who.get((annotated.article.id, mention.chain))


def grouped(told: Sequence[Told]) -> list[list[Told]]:
    """The mentions in groups that tell one happening. The fullest mentions open groups, so that order is no matter."""
    fullest = sorted(told, key=lambda t: (-fullness(t), t.at.article, t.at.place))
    groups: list[list[Told]] = []
    blocks: defaultdict[object, list[int]] = defaultdict(list)
    for item in fullest:
        near = sorted({number for key in keys(item) for number in blocks[key]})
        scored = [(fit(item, groups[number]), -number) for number in near]
        best, place = max(scored, default=(0.0, 0))
        number = -place if best >= JOINED else len(groups)
        if number == len(groups):
            groups.append([])
        groups[number].append(item)
        for key in keys(item):
            if not blocks[key] or blocks[key][-1] != number:
                blocks[key].append(number)
    return [sorted(group, key=lambda t: (t.at.article, t.at.place)) for group in groups]


def fullness(told: Told) -> int:
    return len(told.parties) + bool(told.place) + 2 * bool(told.when and told.when.days <= 7) + len(told.numbers)


def keys(told: Told) -> Iterator[object]:
    """The blocks a mention stands in: what it shares with anything it may be joined to."""
    field = next((i for i, types in enumerate(SAME_FIELD) if told.mention.type in types), told.mention.type.value)
    for side in told.sides:
        yield field, side
    for of, value in told.numbers:
        yield field, of, value
    if told.when is not None and told.when.days <= 3:
        yield field, told.when.start, told.place


def fit(item: Told, group: Sequence[Told]) -> float:
    """How well a mention fits a group: its mean score with the members, none if it conflicts with one of them."""
    scores = [score(item, other).value for other in group]
    return sum(scores) / len(scores) if min(scores) > -2 else min(scores)


def score(left: Told, right: Told) -> Score:
    """Reasons for and against two mentions telling one happening."""
    return Score(tuple(reason for reason in reasons(left, right)))


def reasons(left: Told, right: Told) -> Iterator[Reason]:
    yield from of_type(left, right)
    yield from of_parties(left, right)
    yield from of_day(left, right)
    if left.place and right.place:
        yield Reason("same place", 1.0) if left.place == right.place else Reason("other place", -1.0)
    if left.numbers & right.numbers:
        yield Reason("same number", 1.5)
    if left.at.article == right.at.article and left.mention.trigger.overlaps(right.mention.span):
        yield Reason("one clause, two events", -3.0)


def of_type(left: Told, right: Told) -> Iterator[Reason]:
    if left.mention.type is right.mention.type:
        yield Reason("same type", 0.5)
    elif any({left.mention.type, right.mention.type} <= field for field in SAME_FIELD):
        yield Reason("kindred type", -0.5)
    else:
        yield Reason("other type", -4.0)
    if left.words == right.words:
        yield Reason("same words", 1.0)


def of_parties(left: Told, right: Told) -> Iterator[Reason]:
    if not left.sides or not right.sides:
        return
    shared = left.sides & right.sides
    if not shared:
        yield Reason("no party in common", -4.0)
    elif shared == left.sides or shared == right.sides:
        yield Reason("same parties" if len(shared) > 1 else "one party in common", 0.75 * min(len(shared), 2))
    else:
        yield Reason("some parties differ", -0.5)
    if left.parties & right.parties:
        yield Reason("same person or body", 0.5)


def of_day(left: Told, right: Told) -> Iterator[Reason]:
    if left.when is None or right.when is None:
        return
    if left.when.start == right.when.start and left.when.end == right.when.end:
        yield Reason("same day", 1.5 if left.when.days <= 3 else 0.75)
    elif left.when.overlaps(right.when):
        yield Reason("days that overlap", 0.5)
    elif abs((left.when.start - right.when.start).days) <= 1:
        yield Reason("the next day", -0.25)
    else:
        yield Reason("other days", -4.0)
