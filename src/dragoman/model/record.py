"""The record: what the sources say, row by row. This is the product's contract.

Field names here are the keys of the JSON record, in its order; they are never renamed. A row that other
rows name has an `id`. Every row leads to evidence; `articles`, `stories` and gaps about files that could not
be read are the exceptions. Inside the house the values of the other files of `model` are used; rows are
made last.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dragoman.model.evidence import Attested, Evidence
from dragoman.model.mention import EntityKind, Form
from dragoman.model.plover import Context, EventType, Status
from dragoman.model.statement import Act, Manner, SourceKind
from dragoman.model.text import BoilerplateKind, PublishedBy
from dragoman.model.when import Anchor

RECORD_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """By what the record was made. `options` are those that change its content, and no others."""

    record: int = RECORD_VERSION
    version: str
    model: str
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """Days as ISO dates; `text` and `evidence` as written, `anchor` and `why` how they were resolved."""

    start: dt.date | None
    end: dt.date | None
    time: str | None
    text: str
    evidence: Evidence
    anchor: Anchor | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BoilerplateSpan:
    start: int
    end: int
    kind: BoilerplateKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    id: str
    path: str
    label: str
    url: str | None
    outlet: str | None
    title: str | None
    author: str | None
    published: dt.date | None
    published_by: PublishedBy | None
    language: str | None
    text: str
    boilerplate: tuple[BoilerplateSpan, ...]
    sha256: str
    copy_of: str | None
    agency: str | None
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRow:
    title: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow:
    article: str
    start: int
    end: int
    quote: str
    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    """Why the mentions of one article were taken to mean the entity (`judgement` same) or may (unsure)."""

    article: str
    judgement: Literal["same", "different", "unsure"]
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRow:
    """Somebody or something. `country` and `sector` (GOV, MIL, REB, LAB ...) together are an actor's code in PLOVER."""

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
    country: str | None
    side: str | None
    roles: tuple[RoleRow, ...]
    mentions: tuple[MentionRow, ...]
    links: tuple[LinkRow, ...] = ()
    sector: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRow(Date):
    id: str
    article: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRef:
    """Who is quoted. Nobody at all ("reportedly") is anonymous, without evidence."""

    entity: str | None
    kind: SourceKind
    evidence: Evidence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ViaRef:
    entity: str | None
    evidence: Evidence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    id: str
    article: str
    source: SourceRef
    cue: Evidence | None
    content: tuple[Evidence, ...]
    manner: Manner
    act: Act
    negated: bool
    supposed: bool = False
    inside: str | None
    channel: str | None
    addressee: str | None
    via: tuple[ViaRef, ...]
    date: Date | None
    wording: str | None

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("a statement needs content")

    @property
    def made(self) -> bool:
        """Whether an article tells that it was said: neither denied ("did not say") nor supposed ("may announce")."""
        return not (self.negated or self.supposed)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRow:
    of: str
    value: float
    unit: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMentionRow:
    """One place where an article tells an event; `statement` is the id of the statement it stands in."""

    article: str
    evidence: Evidence
    trigger: Evidence
    type: EventType | None
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    date: Date | None
    status: Status
    numbers: tuple[NumberRow, ...]
    statement: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One happening, as the mentions that tell it most fully have it."""

    id: str
    type: EventType | None
    mode: str | None
    contexts: tuple[Context, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    date: Date | None
    status: Status
    mentions: tuple[EventMentionRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadRow:
    """Who leads the delegation of a party."""

    party: str | None
    head: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow(Attested):
    id: str
    label: str
    event: str | None
    date: Date | None
    place: str | None
    parties: tuple[str, ...]
    heads: tuple[HeadRow, ...]
    mediators: tuple[str, ...]
    level: Literal["leaders", "ministers", "delegations", "working", "unknown"]
    status: Literal["held", "planned", "proposed", "cancelled", "declined"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeRow:
    """A term that is told in words: what it is about (`name`), and the words."""

    name: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What an offer comes to; what no account tells is null. `further` holds the terms that have no key here."""

    start: Date | None = None
    end: Date | None = None
    duration_days: int | None = None
    place: str | None = None
    scope: str | None = None
    conditions: tuple[Evidence, ...] = ()
    further: tuple[ScopeRow, ...] = ()


Stance = Literal["accept", "reject", "conditional", "counter", "defer"]
Outcome = Literal["open", "accepted", "rejected", "in force", "lapsed", "broken", "superseded"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseRow(Attested):
    """One answer. `by` is null where it is told of nobody, or of one who is no entity: then `named` has the words."""

    by: str | None
    named: Evidence | None = None
    stance: Stance
    date: Date | None
    statement: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeRow:
    article: str
    outcome: Outcome
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class ViolationRow(Attested):
    """An allegation that somebody (`of`) broke it."""

    of: str | None
    alleged_by: str | None
    date: Date | None
    statement: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """By which rule a field of a row was filled."""

    field: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalRow(Attested):
    """One line of the exchange ledger. `why` names the rule that derived the outcome, `rules` those of the rest."""

    id: str
    label: str
    kind: Literal["talks", "ceasefire", "summit", "agreement", "exchange", "sanctions", "legislation", "other"]
    proposers: tuple[str, ...]
    to: tuple[str, ...]
    date: Date | None
    terms: Terms
    responses: tuple[ResponseRow, ...]
    outcome: Outcome
    outcome_by_article: tuple[OutcomeRow, ...]
    no_answer: tuple[str, ...]
    violations: tuple[ViolationRow, ...]
    supersedes: str | None
    why: str
    rules: tuple[RuleRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportRow:
    article: str
    evidence: Evidence
    statement: str | None
    stance: Literal["says", "differs", "denies"] = "says"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    id: str
    text: str
    support: tuple[SupportRow, ...]
    independent: int
    silent: tuple[str, ...]
    standing: Literal["corroborated", "contested", "single"]

    def __post_init__(self) -> None:
        if not self.support:
            raise ValueError("a claim needs support")


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionRow:
    value: str
    support: tuple[SupportRow, ...]


On = Literal["date", "number", "participants", "polarity", "cause", "characterisation", "wording"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisagreementRow:
    """Positions that cannot all hold, or that word one utterance differently. `why` says so in one line."""

    id: str
    question: str
    on: On
    event: str | None
    claim: str | None
    positions: tuple[PositionRow, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefinementRow:
    """Values that differ and can all hold: precision, rounding, an updated toll, a part and its whole."""

    id: str
    on: str
    positions: tuple[PositionRow, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FramingRow:
    """A choice of words in an article's own voice."""

    id: str
    article: str
    target: str | None
    kind: Literal["label", "loaded", "scare-quotes", "doubt"]
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    id: str
    label: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow(Attested):
    """Something dated: `ref` is the id of the row it tells of, `reported` the day of publication."""

    id: str
    date: Date
    reported: dt.date | None
    ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow:
    """What the reader should know is missing. `text` is one line with the mend."""

    id: str
    kind: str
    text: str
    path: str | None
    line: int | None
    ref: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionRow:
    """What a person corrected, laid over what was read (see `store.corrections`).

    `rows` are the ids of the rows it is about, as they are now; `text` says in one line what it does. One that is not
    `applied` changed nothing, and `why` says for what reason. `evidence` are the words that the rows rested on.
    """

    id: str
    what: Literal["same", "different", "wrong", "note"]
    rows: tuple[str, ...]
    text: str
    note: str | None
    by: str | None
    applied: bool
    why: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The whole record. `corrections` is empty as it is read: a person makes them, and they are kept apart."""

    dragoman: Made
    articles: tuple[ArticleRow, ...]
    entities: tuple[EntityRow, ...]
    times: tuple[TimeRow, ...]
    statements: tuple[StatementRow, ...]
    events: tuple[EventRow, ...] = ()
    meetings: tuple[MeetingRow, ...] = ()
    proposals: tuple[ProposalRow, ...] = ()
    claims: tuple[ClaimRow, ...] = ()
    disagreements: tuple[DisagreementRow, ...] = ()
    framing: tuple[FramingRow, ...] = ()
    stories: tuple[StoryRow, ...] = ()
    refinements: tuple[RefinementRow, ...] = ()
    timeline: tuple[TimelineRow, ...] = ()
    gaps: tuple[GapRow, ...] = ()
    corrections: tuple[CorrectionRow, ...] = ()
