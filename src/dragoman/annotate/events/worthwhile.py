"""Which possible events are kept: those whose worth reaches the mark of their article.

A text of a sentence or two tells one thing: there more is asked of an event beside one of another type that is far
above the mark. Not so of a meeting that is told with its day or with both its sides: what comes of it in the same
sentence is another thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.model.event import EventMention
from dragoman.model.plover import EventType
from dragoman.model.reading import Reading

MEETINGS = frozenset(
    "talk meeting negotiation consultation session round summit conference call dinner lunch breakfast "
    "meet sit reconvene convene gather dine".split()
)
TELLING = frozenset(
    "come face receive see spend bring phone telephone speak leave find set plan schedule fix arrange "
    "first second third fourth fifth sixth one another next previous last latest".split()
)
"""Words that tell a meeting only by what stands around them, which has been looked at already."""
STRONG, WEAKER = 1.0, 1.0  # in a short text an event so far above the mark asks so much more of those beside it
DATED, SEEN = 0.5, 1.0  # so much less is asked of a meeting that is told with its day, called one or not


def worthwhile(
    rated: Sequence[tuple[int, EventMention, float]], mark: float, reading: Reading, *, short: bool
) -> Iterator[tuple[int, EventMention]]:
    """Those that reach the mark; in a short text more is asked beside one of another type that is far above it."""
    best: dict[tuple[int, EventType | None], float] = {}
    for head, event, value in rated:
        at = reading.sentence_of(head).first
        best[at, event.type] = max(value, best.get((at, event.type), value))
    for head, event, value in rated:
        at = reading.sentence_of(head).first
        others = max((v for (i, kind), v in best.items() if i == at and kind is not event.type), default=mark)
        asked = WEAKER if short and others >= mark + STRONG else 0.0
        if is_told_meeting(event, reading.tokens[head].lemma):
            seen = reading.tokens[head].lemma.lower() in TELLING
            asked = -(SEEN if seen else DATED) if event.date is not None else 0.0
        if value >= mark + asked:
            yield head, event


def is_told_meeting(event: EventMention, lemma: str) -> bool:
    """Whether it is a meeting, by its word or by what stands around it, with its day or with both its sides."""
    told = event.date is not None or len(event.actors) > 1
    return told and event.type is EventType.CONSULT and lemma.lower() in MEETINGS | TELLING
