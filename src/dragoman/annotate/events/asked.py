"""Who is to meet, where a meeting is asked for, offered or refused: the one who asks, and the one who is asked.

"Ito invited Ortega to talks" tells of talks of both. Adds parties to consultations that name fewer than two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.model.event import EventMention
from dragoman.model.mention import Mention
from dragoman.model.plover import EventType

ASKING = frozenset({EventType.REQUEST, EventType.AGREE, EventType.REJECT, EventType.THREATEN})


def with_parties_asked(events: Sequence[EventMention]) -> Iterator[EventMention]:
    """The events in their order, each meeting that is asked for with those who ask and are asked."""
    asking = [event for event in events if event.type in ASKING]
    for event in events:
        if event.type is not EventType.CONSULT or len(event.actors) + len(event.recipients) > 1:
            yield event
            continue
        above = [a for a in asking if is_asked(event, a)]
        nearest = min(above, key=lambda a: abs(a.trigger.start - event.trigger.start), default=None)
        if nearest is None:
            yield event
            continue
        parties = distinct((*event.actors, *nearest.actors, *nearest.recipients))
        yield replace(event, actors=tuple(m for m in parties if m not in event.recipients))


def is_asked(event: EventMention, asking: EventMention) -> bool:
    """Whether a meeting is what is asked for, or where the answer is given ("at talks, Ito accepted the plan")."""
    if event.mode == "visit" or not asking.span.holds(event.trigger) or asking.trigger.overlaps(event.trigger):
        return False
    return asking.trigger.end <= event.trigger.start or asking.type in (EventType.AGREE, EventType.REJECT)


def distinct(mentions: Sequence[Mention]) -> list[Mention]:
    """One mention of each chain, in order."""
    return list({mention.chain: mention for mention in reversed(mentions)}.values())[::-1]
