"""Whether a meeting was held, planned, proposed, cancelled or declined, by all that is told of it.

A refusal or cancellation counts where its clause holds the words that name the meeting. That "a meeting" is spoken of
does not say that it was held.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.model.plover import EventType, Status
from dragoman.model.record import EventMentionRow, EventRow
from dragoman.reconstruct.meetings.tellings import Telling, tells_of_senders

STATUS = {
    Status.HAPPENED: "held",
    Status.ALLEGED: "held",
    Status.PLANNED: "planned",
    Status.PROPOSED: "proposed",
    Status.CONDITIONAL: "proposed",
    Status.DENIED: "cancelled",
}
ORDER = ("held", "planned", "declined", "cancelled", "proposed")
NOUNS = ("meeting", "summit", "talk", "encounter", "conference", "visit", "call", "conversation", "dialogue")
DECLINING = re.compile(
    r"\b(?:will not|would not|(?:wo|would)n[’']t|refus(?:es?|ed|ing) to|declin(?:es?|ed|ing) to)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
CANCELLING = ("cancel", "call", "postpon", "scrap", "suspend")


class Refusals:
    """The refusals and cancellations of the articles, to be asked about a meeting."""

    def __init__(self, events: Sequence[EventRow]) -> None:
        self._by_article: dict[str, list[EventMentionRow]] = {}
        for event in events:
            for m in event.mentions:
                if m.type in (EventType.REJECT, EventType.SANCTION):
                    self._by_article.setdefault(m.article, []).append(m)

    def of(self, mention: EventMentionRow) -> Iterator[str]:
        """What the article says became of the meeting that a mention names."""
        trigger = mention.trigger
        for refusal in self._by_article.get(mention.article, ()):
            place = refusal.evidence
            if place.start <= trigger.start and trigger.end <= place.end and refusal.status is Status.HAPPENED:
                cancels = refusal.trigger.quote.casefold().startswith(CANCELLING)
                if cancels or refusal.type is EventType.REJECT:
                    yield "cancelled" if cancels else "declined"


def status_of(told: Sequence[Telling], refusals: Refusals) -> str:
    """The status that the firmest telling gives; a bare noun ("a meeting of the two") and one that points tell least.

    What was declined or called off in so many words was not held as planned.
    """
    firm: list[str] = []
    bare: list[str] = []
    ended: list[str] = []
    for telling in told:
        ended += ["cancelled"] if telling.off else list(refusals.of(telling.mention))
        said = "declined" if is_declined(telling.mention) else STATUS[telling.mention.status]
        weak = said == "held" and (telling.off or telling.only_points or tells_little(telling.mention))
        (bare if weak else firm).append(said)
    if "held" in firm or not ended:
        return min(firm or bare, key=ORDER.index)
    return min(ended, key=ORDER.index)


def is_declined(mention: EventMentionRow) -> bool:
    """Whether somebody will not meet: "will not meet the envoy", "refused to sit down with the union"."""
    before = mention.evidence.quote[: mention.trigger.start - mention.evidence.start]
    return mention.status is Status.DENIED and DECLINING.search(before) is not None


def tells_little(mention: EventMentionRow) -> bool:
    """Whether it only names a meeting, or who was sent to it."""
    return is_bare_noun(mention) or tells_of_senders(mention)


def is_bare_noun(mention: EventMentionRow) -> bool:
    """Whether only a noun tells of it, with an indefinite article before it."""
    before = mention.evidence.quote[: mention.trigger.start - mention.evidence.start].casefold().split()
    return mention.trigger.quote.casefold().endswith(NOUNS) and bool({"a", "an"} & set(before[-4:]))
