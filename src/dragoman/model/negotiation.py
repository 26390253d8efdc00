"""The moves of a negotiation as single texts tell them; the ledger is made of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.mention import Mention
from dragoman.model.text import Span
from dragoman.model.when import TimeMention


class MatterKind(StrEnum):
    """What is negotiated about."""

    TALKS = "talks"
    CEASEFIRE = "ceasefire"
    SUMMIT = "summit"
    AGREEMENT = "agreement"
    EXCHANGE = "exchange"
    SANCTIONS = "sanctions"
    LEGISLATION = "legislation"
    OTHER = "other"


class MoveKind(StrEnum):
    """What is done about it: put forward, answered, spoken of, or what became of it."""

    PROPOSE = "propose"
    ACCEPT = "accept"
    REJECT = "reject"
    CONDITIONAL = "conditional"
    COUNTER = "counter"
    DEFER = "defer"
    ATTEND = "attend"
    REFER = "refer"
    SIGN = "sign"
    IN_FORCE = "in force"
    LAPSE = "lapse"
    BREAK = "break"
    FAIL = "fail"
    VIOLATE = "violate"


class How(StrEnum):
    """In which form something is put to another party."""

    OFFER = "offer"
    DEMAND = "demand"
    ULTIMATUM = "ultimatum"
    PLAN = "plan"


ANSWERS = frozenset({MoveKind.ACCEPT, MoveKind.REJECT, MoveKind.CONDITIONAL, MoveKind.COUNTER, MoveKind.DEFER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Words that limit an offer; `name` says what they are about."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """The thing that is offered or answered, as one place tells it.

    `span` are its words ("an unconditional 30-day ceasefire"); `owner` is whose it is said to be ("Putin's offer").
    `put` is a noun that says that somebody put it forward ("a request").
    `anaphoric` is a matter that only points back ("the offer", "it"); `definite` one that is taken as known ("the
    truce"). `words` are the lemmas of its words with a content of their own. `areas` are the fields that
    it is limited to (energy, sea, a road ...). `further` are terms told in words, each
    with the name of what it is about (monitoring, prisoners, guarantees ...).
    """

    span: Span
    kind: MatterKind
    head: str
    put: bool = False
    anaphoric: bool = False
    definite: bool = False
    words: frozenset[str] = frozenset()
    owner: tuple[Mention, ...] = ()
    parties: tuple[Mention, ...] = ()
    duration_days: int | None = None
    start: TimeMention | None = None
    end: TimeMention | None = None
    place: Mention | None = None
    scope: Span | None = None
    conditions: tuple[Condition, ...] = ()
    further: tuple[Condition, ...] = ()
    areas: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One move: `by` whom, `to` whom, about what; `date` when it was made; `span` the words that tell it.

    `alleged_by` is who says that somebody broke it. `how` is the form in which a proposal is put; `firm` is False
    where it is only wished, or told without a maker; `tentative` is a wish that stands only if its maker takes part.
    `named` are the words for whoever makes it, known as a party or not.
    `outright` is an answer by a plain verb of answering ("rejected"), which is about something that was put forward.
    `chance` is how likely the reader takes its words for an answer where no rule does, `support` the same where one
    does, `about` the kind of thing that it takes them to answer.
    `statement` is the place, among the article's statements, of the one that it is or stands in.
    """

    kind: MoveKind
    span: Span
    matter: Matter
    by: tuple[Mention, ...] = ()
    to: tuple[Mention, ...] = ()
    date: TimeMention | None = None
    statement: int | None = None
    how: How = How.PLAN
    alleged_by: Mention | None = None
    named: Span | None = None
    outright: bool = False
    firm: bool = True
    tentative: bool = False
    chance: float | None = None
    support: float = 0.0
    about: MatterKind | None = None
