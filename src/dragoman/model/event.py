"""Events as texts tell them, and the happenings they come to."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.mention import Mention
from dragoman.model.plover import Context, EventType, Status
from dragoman.model.text import Span
from dragoman.model.when import TimeMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number that belongs to an event: `of` what (killed, wounded, days, money, votes ...), in which unit."""

    of: str
    value: float
    unit: str | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One place where an article tells an event.

    `span` is the clause, `trigger` the words that carry it. `type` is None for a dated happening of no PLOVER type. Of
    a reciprocal event ("they met") all parties are actors. `statement` is the place, among the article's statements,
    of the one it stands in; None where the article tells it in its own voice.
    """

    span: Span
    trigger: Span
    type: EventType | None
    status: Status
    mode: str | None = None
    contexts: tuple[Context, ...] = ()
    actors: tuple[Mention, ...] = ()
    recipients: tuple[Mention, ...] = ()
    place: Mention | None = None
    date: TimeMention | None = None
    numbers: tuple[Quantity, ...] = ()
    statement: int | None = None


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Which mention of which article: the article's id, and the place among its events."""

    article: str
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening, with every place that tells of it."""

    id: str
    mentions: tuple[EventPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """Who leads the people a party sends: "Ukraine's delegation, led by Umerov". `party` is None where untold."""

    head: Mention
    party: Mention | None
    span: Span
