"""One place that tells of a meeting, with all that says which meeting it means.

Who meets, on which day, where, by which way; whether the words point to a meeting told before ("the talks"), and
whether they tell of one more ("a second round"). Joins nothing: that is for `joining`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from dragoman.model.flow import Annotated
from dragoman.model.plover import EventType, Status
from dragoman.model.record import Date, EventMentionRow, EventRow
from dragoman.reconstruct.meetings.ahead import looking_ahead
from dragoman.reconstruct.meetings.beside import of_its_own
from dragoman.reconstruct.meetings.off import is_off
from dragoman.reconstruct.meetings.parties import Present, Who, is_where, present_at

TALKS = frozenset(
    "talk meeting negotiation summit round meet met conference consultation session convene gather roundtable "
    "encounter sit sat come came face faced see saw seen spend spent receive received left dine dined lunch lunched "
    "dinner first second third fourth fifth one another previous next last set planned".split()
)
PRESS = re.compile(r"\b(?:news|press|media)[\s-]+(?:conference|briefing|meeting|call)s?\b", re.IGNORECASE)
SIDES = re.compile(r"\s(?:(?:the|both|all|two|warring|rival)\s+){1,3}(?:sides|parties|delegations|teams|negotiators)\b")
PHONE = re.compile(r"\b(?:by|over the|on the|in a|during a) (?:tele)?phone\b", re.IGNORECASE)
NOT_HELD = (Status.PLANNED, Status.PROPOSED, Status.CONDITIONAL, Status.DENIED)
BEFORE = 48  # characters before a noun that show whether it points back
POINTS = re.compile(
    r"(?:\b(?:the|this|that|these|those|both)|\w+[’']s?)\s+"
    r"(?:(?!(?:to|in|of|at|for|with|and|who|from|on|by|that|a|an|sides|parties|will|would|had|have)\b)[\w-]+[\s-]+){0,4}$",
    re.IGNORECASE,
)
MORE = re.compile(
    r"\b(?:second|third|fourth|fifth|another|further|next|new|more|fresh|again|follow-up|earlier|previous)\b",
    re.IGNORECASE,
)
CALLED = re.compile(
    r"\b(?:the|both|two|warring|rival)\s+(?:(?:two|warring|rival)\s+)?"
    r"(?:(?P<sides>sides|parties|delegations|teams|negotiators|delegates)"
    r"|(?P<leaders>leaders|presidents|premiers|ministers|commanders|men|women))\b",
    re.IGNORECASE,
)
"""Parties that are told without a name."""
EARLIER = re.compile(r"\b(?:earlier|previous)\b", re.IGNORECASE)
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
ORDINAL = re.compile(rf"\b({'|'.join(ORDINALS)})\s+(?:[\w-]+\s+)?(?:round|session)\b", re.IGNORECASE)
LEADING = re.compile(r"\b(?:le[da]d?|leads|head|heads|headed|chair\w*|send|sent|sends|represent\w*)\b", re.IGNORECASE)
SENT = re.compile(r"\b(?:delegations?|teams?|envoys?|missions?)\b", re.IGNORECASE)
MEDIATED = re.compile(
    r"([\w.’' ]{2,40}?)-(?:led|mediated|brokered|sponsored|hosted|facilitated|chaired)\s+(?:[\w-]+\s+){0,3}$"
)
HOSTING = ("host", "bring", "brought")  # whoever does it brings others together
CARRIED = ("the day that the story told last", "the time told just before")


@dataclass(frozen=True, slots=True)
class Telling:
    """A mention of a consultation. `place_in` is its article's place and its own there.

    `parted` is the mention as its parties take part: those who meet apart from those who bring them together.
    `calls` says what its clause calls them without a name: "sides" ("the two delegations", and of an earlier
    meeting), "leaders", or nothing.
    """

    event: str
    mention: EventMentionRow
    parted: tuple[EventMentionRow, ...]
    place_in: tuple[int, int]
    present: Present
    sides: frozenset[str]
    points: bool
    more: bool
    ordinal: str | None
    off: bool
    calls: str | None
    published: date | None

    @property
    def way(self) -> str:
        """By which way they meet: "phone", "visit", "third-party", or "talks"."""
        mode = self.mention.mode
        return mode if mode in ("phone", "visit", "third-party") else "talks"

    @property
    def day(self) -> Date | None:
        """The days that are told for it, not those that the story happened to be at."""
        return self.mention.date if has_day(self.mention) else None

    @property
    def only_points(self) -> bool:
        """Whether it says nothing of its own about who, where and when."""
        return self.points and not self.more and not (self.sides or self.mention.place or self.day)

    @property
    def is_held(self) -> bool:
        return self.mention.status not in NOT_HELD


def tellings(events: Sequence[EventRow], articles: Mapping[str, Annotated], who: Who) -> list[Telling]:
    """Every telling of a consultation, in the order of the articles and of their text."""
    order = {article: place for place, article in enumerate(articles)}
    told = chain.from_iterable(told_in(event, articles, order, who) for event in events)
    return sorted(told, key=lambda t: (t.place_in, t.mention.trigger.end))


def told_in(
    event: EventRow, articles: Mapping[str, Annotated], order: Mapping[str, int], who: Who
) -> Iterator[Telling]:
    for whole in (m for told in event.mentions if (m := as_meeting(told, who)) is not None):
        text = articles[whole.article].article.text
        if is_for_the_press(whole, text):
            continue
        mention = looking_ahead(of_its_own(whole, text), articles[whole.article].article.published)
        parted = tuple(parts_of(mention, text, who))
        present = present_at(parted, mention.place, who)
        near = words_near(mention, text)
        ordinal, called = ORDINAL.search(near), CALLED.search(mention.evidence.quote)
        yield Telling(
            event.id,
            mention,
            parted,
            (order[mention.article], mention.trigger.start),
            present,
            frozenset(side for p in present.parties if (side := who.side(p)) is not None),
            points=points_back(mention, text),
            more=MORE.search(near) is not None,
            ordinal=ordinal[1].lower() if ordinal else None,
            off=is_off(mention, text),
            calls=called.lastgroup if called else "sides" if EARLIER.search(near) else None,
            published=articles[mention.article].article.published,
        )


def as_meeting(mention: EventMentionRow, who: Who) -> EventMentionRow | None:
    """The mention where it tells of people who meet; an invitation to a place on a day proposes it."""
    if mention.type is EventType.CONSULT:
        return None if tells_of_senders(mention) and not has_day(mention) else mention
    if is_by_telephone(mention, who):
        return replace(mention, mode="phone")
    if is_invitation(mention):
        mention = invited_to(mention, who)
    came = mention.status in (Status.HAPPENED, Status.PLANNED)
    if not (came and is_invitation(mention) and has_day(mention)):
        return None
    guests = tuple(r for r in mention.recipients if not who.is_place(r) or r in who.states.values())
    place = mention.place or next((r for r in mention.recipients if r not in guests), None)
    if not guests and SIDES.search(mention.evidence.quote, mention.trigger.end - mention.evidence.start) is None:
        return None
    if len(guests) == 1 and place is None:
        return None
    actors = mention.actors if len(guests) == 1 else ()
    return replace(mention, status=Status.PROPOSED, actors=actors, recipients=guests, place=place)


def invited_to(mention: EventMentionRow, who: Who) -> EventMentionRow:
    """An invitation with the country it is to as its place, no guest: "invited the premier to Peru"."""
    there = [r for r in mention.recipients if who.is_place(r) and is_where(who.rows[r], mention)]
    if not there:
        return mention
    guests = tuple(r for r in mention.recipients if r not in there)
    return replace(mention, recipients=guests, place=mention.place or there[0])


def is_by_telephone(mention: EventMentionRow, who: Who) -> bool:
    """Whether two persons spoke, whatever about: "assured him of support by telephone"."""
    if mention.status is not Status.HAPPENED or PHONE.search(mention.evidence.quote) is None:
        return False
    return all(any(map(who.is_person, side)) for side in (mention.actors, mention.recipients))


def is_invitation(mention: EventMentionRow) -> bool:
    """Whether somebody is asked to come: "invited both sides back on Saturday"."""
    return mention.type is not EventType.CONSULT and mention.trigger.quote.casefold().startswith("invite")


def is_for_the_press(mention: EventMentionRow, text: str) -> bool:
    """Whether those who ask are reporters: "at a news conference"."""
    trigger = mention.trigger
    return any(m.end() >= trigger.start for m in PRESS.finditer(text, max(0, trigger.start - BEFORE), trigger.end))


def has_day(mention: EventMentionRow) -> bool:
    """Whether it tells a day of its own, not that which the story happened to be at."""
    told = mention.date
    return told is not None and told.start is not None and not told.why.startswith(CARRIED)


def tells_of_senders(mention: EventMentionRow) -> bool:
    """Whether it tells who leads or sends people, not that they met."""
    words = mention.trigger.quote
    return LEADING.search(words) is not None and SENT.search(words) is not None


def parts_of(mention: EventMentionRow, text: str, who: Who) -> Iterator[EventMentionRow]:
    """The mention without those who mediate or host, and another one of them: "the Union-led talks"."""
    near = text[max(0, mention.trigger.start - 2 * BEFORE) : mention.trigger.start]
    before = MEDIATED.search(near) if "-" in near else None
    hosts = mention.trigger.quote.casefold().startswith(HOSTING) and not any(map(who.may_be_hosted, mention.recipients))
    between = [a for a in mention.actors if hosts or (before and who.is_named(a, before[1]))]
    if not between:
        yield mention
        return
    yield replace(mention, actors=tuple(a for a in mention.actors if a not in between))
    yield replace(mention, actors=tuple(between), recipients=(), mode="third-party")


def words_near(mention: EventMentionRow, text: str) -> str:
    """The trigger with a few words before it."""
    start = max(mention.evidence.start, mention.trigger.start - BEFORE)
    return text[start : mention.trigger.end]


def points_back(mention: EventMentionRow, text: str) -> bool:
    """Whether it is a noun that means a meeting told elsewhere: "the talks", "Friday's meeting".

    A trigger of several words is one where its noun has the article: "left the meeting".
    """
    noun = mention.trigger.quote.rsplit(None, 1)[-1]
    start = mention.trigger.end - len(noun)
    return POINTS.search(text[max(0, start - BEFORE) : start]) is not None


def is_of_talks(mention: EventMentionRow) -> bool:
    """Whether the words of a mention are of people who sit together, not of contacts and exchanges at large."""
    words = {word.strip(",").removesuffix("s") for word in mention.trigger.quote.casefold().split()}
    return bool(words & TALKS)
