"""Which moves belong to one proposal, within an article and across articles.

In an article, moves are taken in the order of the text: a named matter goes to the open proposal it agrees with, one
that only points back ("the offer", "it") to the latest that fits. Then the proposals of different articles are
joined where kind, length, days and those who made them agree. Nothing is joined on names alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.model.flow import Annotated, Linked
from dragoman.model.mention import Mention
from dragoman.model.negotiation import ANSWERS, Matter, MatterKind, Move, MoveKind
from dragoman.model.when import When
from dragoman.reconstruct.articles import by_path
from dragoman.reconstruct.statements import entity_of

KINDRED = (frozenset({MatterKind.TALKS, MatterKind.SUMMIT}),)
OPENING = frozenset({MoveKind.PROPOSE, MoveKind.SIGN, *ANSWERS})
SENTENCES = 3_000  # characters back that a pointing word reaches


@dataclass(frozen=True, slots=True)
class Turn:
    """A move with its parties known: `by` and `to` are entities, `sides` what they stand for."""

    article: str
    move: Move
    by: tuple[str, ...]
    to: tuple[str, ...]
    owner: tuple[str, ...]
    by_sides: frozenset[str]
    owner_sides: frozenset[str]

    @property
    def proposes(self) -> bool:
        return self.move.kind is MoveKind.PROPOSE

    @property
    def answers(self) -> bool:
        return self.move.kind in ANSWERS


@dataclass(slots=True)
class Exchange:
    """One proposal in the making: its turns in the order of the text."""

    turns: list[Turn] = field(default_factory=list)

    @property
    def kind(self) -> MatterKind:
        named = [t.move.matter.kind for t in self.turns if t.move.matter.kind is not MatterKind.OTHER]
        return max(named, key=named.count) if named else MatterKind.OTHER

    @property
    def matters(self) -> list[Matter]:
        return [turn.move.matter for turn in self.turns]

    @property
    def duration(self) -> int | None:
        return next((m.duration_days for m in self.matters if m.duration_days), None)

    @property
    def start(self) -> When | None:
        return next((m.start.when for m in self.matters if m.start and m.start.when), None)

    @property
    def proposer_sides(self) -> frozenset[str]:
        made = [t.by_sides for t in self.turns if t.proposes] + [t.owner_sides for t in self.turns]
        return frozenset().union(*made)


def exchanges(linked: Linked) -> list[Exchange]:
    """Every proposal with all its moves, in the order of the articles and of the text."""
    joined: list[Exchange] = []
    for annotated in by_path(linked):
        for exchange in in_article(list(turns_of(annotated, linked))):
            home = best_home(exchange, joined)
            if home is None:
                joined.append(exchange)
            else:
                home.turns += exchange.turns
    return joined


def turns_of(annotated: Annotated, linked: Linked) -> Iterator[Turn]:
    sides = {entity.id: entity.side or entity.country or entity.id for entity in linked.entities}

    def known(mentions: Sequence[Mention]) -> tuple[str, ...]:
        found = (entity_of(annotated, linked, mention) for mention in mentions)
        return tuple(dict.fromkeys(e for e in found if e is not None))

    for move in annotated.moves:
        by, owner = known(move.by), known(move.matter.owner)
        yield Turn(
            article=annotated.article.id,
            move=move,
            by=by,
            to=known(move.to),
            owner=owner,
            by_sides=frozenset(sides.get(e, e) for e in by),
            owner_sides=frozenset(sides.get(e, e) for e in owner),
        )


def in_article(turns: Sequence[Turn]) -> list[Exchange]:
    """The proposals of one article."""
    found: list[Exchange] = []
    for turn in turns:
        home = meant(turn, found) if points_back(turn) else agreeing(turn, found)
        if home is not None:
            home.turns.append(turn)
        elif turn.move.kind in OPENING and not turn.move.matter.anaphoric:
            found.append(Exchange([turn]))
    return found


def points_back(turn: Turn) -> bool:
    return turn.move.matter.anaphoric or (turn.move.matter.kind is MatterKind.OTHER and bool(turn.owner))


def meant(turn: Turn, found: Sequence[Exchange]) -> Exchange | None:
    """The latest proposal that a pointing word can mean; nobody answers an offer of his own."""
    best: tuple[float, int] | None = None
    for place, exchange in enumerate(found):
        distance = turn.move.span.start - exchange.turns[-1].move.span.start
        if distance > SENTENCES:
            continue
        fit = -distance / SENTENCES
        if turn.owner_sides:
            fit += 1 if turn.owner_sides & exchange.proposer_sides else -2
        if turn.answers and turn.by_sides and turn.by_sides <= exchange.proposer_sides:
            fit -= 1
        if best is None or fit > best[0]:
            best = (fit, place)
    return found[best[1]] if best is not None and best[0] > -1 else None


def agreeing(turn: Turn, found: Sequence[Exchange]) -> Exchange | None:
    """The latest proposal whose kind and terms a named matter agrees with."""
    alone = Exchange([turn])
    for exchange in reversed(found):
        if agreement(alone, exchange) > 0:
            return exchange
    return None


def best_home(exchange: Exchange, joined: Sequence[Exchange]) -> Exchange | None:
    """The proposal of earlier articles that this one is, or None."""
    scored = [(agreement(exchange, other), -place) for place, other in enumerate(joined)]
    best = max(scored, default=(0.0, 0))
    return joined[-best[1]] if best[0] > 0.5 else None


def agreement(left: Exchange, right: Exchange) -> float:
    """How well two agree: above 0 they may be one, higher is surer. Any conflict of terms gives -1."""
    if not kindred(left.kind, right.kind) or conflict(left, right):
        return -1
    score = 0.5 if left.kind is right.kind else 0.25
    if left.duration and left.duration == right.duration:
        score += 1
    if left.start and right.start:
        score += 1
    if left.proposer_sides and right.proposer_sides:
        score += 0.5 if left.proposer_sides & right.proposer_sides else -1
    return score


def kindred(left: MatterKind, right: MatterKind) -> bool:
    if MatterKind.OTHER in (left, right):
        return False
    return left is right or any({left, right} <= kinds for kinds in KINDRED)


def conflict(left: Exchange, right: Exchange) -> bool:
    if left.duration and right.duration and left.duration != right.duration:
        return True
    return bool(left.start and right.start and not left.start.overlaps(right.start))
