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
    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
    country: str | None
    side: str | None
    roles: tuple[RoleRow, ...]
    mentions: tuple[MentionRow, ...]
    links: tuple[LinkRow, ...] = ()


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
    inside: str | None
    channel: str | None
    addressee: str | None
    via: tuple[ViaRef, ...]
    date: Date | None
    wording: str | None

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("a statement needs content")


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
class Record:
    """The whole record. Lists that hold `object` are promised by the contract and empty as yet."""

    dragoman: Made
    articles: tuple[ArticleRow, ...]
    entities: tuple[EntityRow, ...]
    times: tuple[TimeRow, ...]
    statements: tuple[StatementRow, ...]
    events: tuple[object, ...] = ()
    meetings: tuple[object, ...] = ()
    proposals: tuple[object, ...] = ()
    claims: tuple[object, ...] = ()
    disagreements: tuple[object, ...] = ()
    framing: tuple[object, ...] = ()
    stories: tuple[StoryRow, ...] = ()
    refinements: tuple[object, ...] = ()
    timeline: tuple[TimelineRow, ...] = ()
    gaps: tuple[GapRow, ...] = ()
