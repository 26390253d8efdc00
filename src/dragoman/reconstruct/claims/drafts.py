"""Claims and disagreements before they are rows: places in articles, and what they are held to say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from dragoman.model.evidence import Evidence
from dragoman.model.record import On, PositionRow, SupportRow
from dragoman.model.text import Article, Span


class Names(Protocol):
    """What entities and sides are called."""

    def get(self, key: str, default: str, /) -> str:
        """The name of one."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Words of an article, and the id of the statement they stand in (empty where the article says it itself)."""

    span: Span
    statement: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """One way to have it, with every place that has it so."""

    value: str
    places: tuple[Place, ...]

    @property
    def articles(self) -> frozenset[str]:
        return frozenset(place.span.article for place in self.places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Positions on one question. `kind` refinement where they can all hold; `why` says so in one line."""

    on: On
    question: str
    why: str
    positions: tuple[Position, ...]
    event: str | None = None
    refines: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing told: its places, those that deny it or have it differently, and its clearest wording."""

    text: Place
    places: tuple[Place, ...]
    differs: tuple[Place, ...] = ()
    denies: tuple[Place, ...] = ()


def support_row(place: Place, articles: Mapping[str, Article], stance: str = "says") -> SupportRow:
    return SupportRow(
        article=place.span.article,
        evidence=Evidence.of(articles[place.span.article], place.span),
        statement=place.statement or None,
        stance=stance,  # type: ignore[arg-type]
    )


def position_row(position: Position, articles: Mapping[str, Article]) -> PositionRow:
    places = sorted(set(position.places), key=lambda p: (articles[p.span.article].path, p))
    return PositionRow(value=position.value, support=tuple(support_row(place, articles) for place in places))
