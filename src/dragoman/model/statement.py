"""Attributions: someone is reported to have said something (PARC, PolNeAR)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.mention import Mention
from dragoman.model.text import Span
from dragoman.model.when import TimeMention


class Manner(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What is done by saying it (Searle 1976, cut to what negotiators do)."""

    ASSERT = "assert"
    ASK = "ask"
    DEMAND = "demand"
    OFFER = "offer"
    ACCEPT = "accept"
    REFUSE = "refuse"
    THREATEN = "threaten"
    PROMISE = "promise"
    DENY = "deny"
    BELIEVE = "believe"
    INTEND = "intend"
    OTHER = "other"


class SourceKind(StrEnum):
    NAMED = "named"
    ORGANIZATION = "organization"
    ANONYMOUS = "anonymous"
    MEDIA = "media"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who is quoted. `span` is None where nobody is named at all ("reportedly").

    `mention` is the mention that the source comes to, for `link` to say who it is.
    """

    kind: SourceKind
    span: Span | None
    mention: Mention | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Someone is reported to have said something.

    `content` is several spans when the cue stands in the middle:
    "We will sign," the minister said, "if they do."
    `inside` is the place, among the article's statements, of the one in whose content this one stands.
    `via` is whoever the article has it from, outermost first. `channel` is where it was said.
    `negated` says that it was not said ("did not say"), `supposed` that it may be or would be ("may announce", "if he
    says"): the article tells of such words, and nobody has spoken them.
    """

    source: Source
    cue: Span | None
    content: tuple[Span, ...]
    manner: Manner
    act: Act
    negated: bool = False
    supposed: bool = False
    inside: int | None = None
    channel: str | None = None
    addressee: Mention | None = None
    via: tuple[Source, ...] = ()
    date: TimeMention | None = None

    @property
    def made(self) -> bool:
        """Whether the article tells that it was said."""
        return not (self.negated or self.supposed)
