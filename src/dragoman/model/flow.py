"""The values that travel through the rooms, each holding the one before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.model.event import Delegation, Event, EventMention
from dragoman.model.framing import Choice
from dragoman.model.mention import Entity, Link, Mention
from dragoman.model.negotiation import Move
from dragoman.model.problem import Problem
from dragoman.model.reading import Reading
from dragoman.model.statement import Statement
from dragoman.model.text import Article, Span
from dragoman.model.when import TimeMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One run of quoted words, its marks included; several spans where paragraphs reopen it."""

    spans: tuple[Span, ...]
    closed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """An article with its layers. A layer is empty until its step has run.

    `faint` are places that may tell an event and are not kept as events unless another article tells it too.
    """

    article: Article
    reading: Reading = field(default_factory=lambda: Reading((), (), ()))
    quotations: tuple[Quotation, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[EventMention, ...] = ()
    faint: tuple[EventMention, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    moves: tuple[Move, ...] = ()
    framing: tuple[Choice, ...] = ()
    problems: tuple[Problem, ...] = ()

    def is_said(self, place: int | None) -> bool:
        """Whether the statement at a place, and whatever it stands in, is told of as made; None is the article."""
        while place is not None and self.statements[place].made:
            place = self.statements[place].inside
        return place is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """All articles, with what ties them together.

    `copies` gives for the id of an article the id of the one that it reprints. `who` answers, for an article's
    id and a chain of mentions in it, the entity it means, or nothing. `wordings` gives for an article's id and
    the place of a statement in it an id shared by the same utterance as other articles word it.
    `stories` are the ids of the articles that tell one story, every article in one. `circles` are those of articles
    that are compared at all, each of whole stories; none are told where all articles are of one. `called` gives, for
    an article's id and a chain, how it is called there.
    """

    articles: tuple[Annotated, ...]
    entities: tuple[Entity, ...] = ()
    links: tuple[Link, ...] = ()
    copies: Mapping[str, str] = field(default_factory=dict)
    who: Mapping[tuple[str, int], str] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    wordings: Mapping[tuple[str, int], str] = field(default_factory=dict)
    stories: tuple[tuple[str, ...], ...] = ()
    circles: tuple[tuple[str, ...], ...] = ()
    called: Mapping[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)
