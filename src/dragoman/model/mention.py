"""Mentions in a text, the people and bodies they mean, and the decisions that tie the two.

A link is a decision with its reasons: it is looked up, never baked in, so that a wrong one can be taken back
(as nomenklatura keeps its judgements).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.text import Span


class EntityKind(StrEnum):
    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    GROUP = "group"
    AGREEMENT = "agreement"
    EVENT = "event"


class Form(StrEnum):
    """How a mention refers: by name, by a description, by a pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that mean somebody or something.

    `span` holds the words that refer ("Volodymyr Zelensky", "his Turkish counterpart"); `text` are those words.
    `titles` are the descriptions that stand with a name ("Ukrainian President", "a spokesman for the ministry").
    Mentions of one `chain` mean the same one inside their article. `country` is what the mention itself shows. A
    capital that stands for its government is an organization of its country, and in that country's chain.
    """

    span: Span
    text: str
    kind: EntityKind
    form: Form
    chain: int
    titles: tuple[Span, ...] = ()
    country: str | None = None


class Judgement(StrEnum):
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Reason:
    why: str
    weight: float


@dataclass(frozen=True, slots=True)
class Score:
    """A number that can be taken apart.

    >>> print(Score((Reason("same surname", 2.0), Reason("other title", -0.5))))
    1.5 = +2.0 same surname, -0.5 other title
    """

    reasons: tuple[Reason, ...]

    @property
    def value(self) -> float:
        return sum(reason.weight for reason in self.reasons)

    def __str__(self) -> str:
        parts = ", ".join(f"{reason.weight:+.1f} {reason.why}" for reason in self.reasons)
        return f"{self.value:.1f} = {parts}" if parts else "0.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The decision that the mentions of one chain of one article mean an entity, or do not, or may."""

    article: str
    chain: int
    entity: str
    judgement: Judgement
    score: Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or something in the world, as all articles together name it.

    `name` is the fullest form. `side` is the id of the state or body a person speaks for.
    """

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
    country: str | None = None
    side: str | None = None
    roles: tuple[Role, ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A title or office that a text gives somebody."""

    title: str
    span: Span
