"""Which proposal an answer is about: signs for and against each that its article tells, each with a weight.

The signs: how far the answer stands from where the proposal was told, who made it and who was asked, what words and
what kind they share, what the rules take it for, and how likely the words are an answer at all. The weights are learnt
by `training/exchange_links.py`. What else belongs to a proposal is for `exchanges`.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from dragoman.model.negotiation import MatterKind, MoveKind
from dragoman.reconstruct.ledger.exchange import Exchange
from dragoman.reconstruct.ledger.matching import likeness
from dragoman.reconstruct.ledger.turns import Turn

FILE = Path(__file__).with_name("likely.toml")
STEPS = (60, 150, 300, 600, 1200, 2400)  # characters
CHANCES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8)
FEW_WORDS = (1, 2, 4)


@cache
def weights() -> Mapping[str, float]:
    """The weight of each sign."""
    table: Mapping[str, float] = tomllib.loads(FILE.read_text(encoding="utf-8"))["weights"]
    return table


@cache
def least() -> float:
    """The share of all chances that the best must have."""
    return float(tomllib.loads(FILE.read_text(encoding="utf-8"))["least"])


def likeliest(turn: Turn, found: Sequence[Exchange]) -> Exchange | None:
    """The proposal that an answer is likeliest about; None where it more likely answers none of them."""
    scores = [strength(signs_of(turn, exchange, found)) for exchange in found]
    if not scores:
        return None
    total = 1 + sum(math.exp(score) for score in scores)  # that it answers none counts 1
    best = max(range(len(scores)), key=lambda place: (scores[place], place))
    return found[best] if math.exp(scores[best]) / total >= least() else None


def strength(signs: Iterator[str]) -> float:
    known = weights()
    return math.fsum(known.get(sign, 0.0) for sign in signs)


def signs_of(turn: Turn, exchange: Exchange, found: Sequence[Exchange]) -> Iterator[str]:
    """What speaks for and against one proposal of those found."""
    yield from of_answer(turn)
    yield from of_distance(turn, exchange, found)
    yield from of_parties(turn, exchange)
    yield from of_words(turn, exchange)
    yield "one" if len(found) == 1 else "few" if len(found) < 4 else "many"
    most = max(len(other.turns) for other in found)
    if len(exchange.turns) == most:
        yield "most spoken of"
    if exchange is found[0]:
        yield "first told"


def of_answer(turn: Turn) -> Iterator[str]:
    """How likely the words are an answer at all."""
    read = "by rule" if turn.move.chance is None else "heard"
    chance = turn.move.chance or turn.move.support
    step = f"chance {step_of(chance, CHANCES)}"
    yield read
    yield f"{read}, {step}"
    yield f"{read}, {turn.move.kind.value}"
    yield f"{read}, {'names its maker' if turn.by else 'tells whose' if turn.known else 'by nobody'}"
    if turn.move.statement is not None:
        yield f"{read}, said"
    if turn.heading:
        yield f"{read}, heading"
    if turn.move.outright:
        yield "outright"
    yield f"{read}, about {'nothing named' if turn.matter.anaphoric else turn.matter.kind.value}"


def of_distance(turn: Turn, exchange: Exchange, found: Sequence[Exchange]) -> Iterator[str]:
    at = turn.move.span.start
    here = [t for t in exchange.turns if t.article == turn.article and t is not turn]
    if not here:
        yield "told elsewhere only"
        yield f"told elsewhere only, {'nothing' if turn.matter.anaphoric else 'something'} named"
    elif all(t.article == turn.article for t in exchange.turns):
        yield "told here only"
    made = [t.move.span.start for t in here if not t.answers] or [t.move.span.start for t in here]
    before = [start for start in made if start <= at]
    if before:
        step = f"{step_of(at - max(before), STEPS)} behind"
        yield step
        nearer = sum(
            any(t.article == turn.article and max(before) < t.move.span.start < at for t in other.turns)
            for other in found
            if other is not exchange
        )
        yield f"{min(nearer, 3)} between"
        if turn.matter.anaphoric:
            yield f"{step}, nothing named"
            yield f"{min(nearer, 3)} between, nothing named"
    after = [start for start in made if start > at]
    if after:
        yield f"{step_of(min(after) - at, STEPS)} ahead"
        if not before:
            yield f"only ahead, {step_of(min(after) - at, STEPS)}"
    if any(t.move.span.overlaps(turn.move.span) for t in here if not t.answers):
        yield "in its words"
    answers = [t for t in exchange.turns if t.answers and t is not turn]
    same = [t for t in answers if t.by_sides & turn.by_sides]
    if any(t.move.kind is turn.move.kind for t in same):
        yield "answered so by the same"
    elif same:
        yield "answered otherwise by the same"
    elif answers:
        yield "answered by others"


def of_parties(turn: Turn, exchange: Exchange) -> Iterator[str]:
    if exchange.makers and turn.by_sides:
        own = turn.by_sides & exchange.makers
        yield "by its maker" if own and turn.by_sides <= exchange.makers else "by another"
        if set(turn.by) & {party for t in exchange.turns if t.proposes for party in t.by}:
            yield "by its very maker"
    elif not exchange.makers:
        yield "made by nobody known"
    if turn.by_sides and exchange.asked:
        yield "by who was asked" if turn.by_sides & exchange.asked else "by who was not asked"
    if turn.owner_sides and exchange.makers:
        yield "of its owner" if turn.owner_sides & exchange.makers else "of another owner"
    if turn.to_sides and exchange.makers:
        yield "to its maker" if turn.to_sides & exchange.makers else "to another"


def of_words(turn: Turn, exchange: Exchange) -> Iterator[str]:
    shared = turn.said & exchange.words
    yield f"{step_of(len(shared), FEW_WORDS)} words in common"
    if shared and len(shared) * 2 >= len(turn.said):
        yield "most words in common"
    if not turn.matter.anaphoric and turn.matter.kind is not MatterKind.OTHER:
        yield "same kind" if turn.matter.kind is exchange.kind else "other kind"
        value = likeness(Exchange([turn]), exchange).value
        yield "alike" if value > 0.5 else "somewhat alike" if value > 0 else "unlike"
    if turn.move.about is not None:
        sure = "same" if turn.move.about is exchange.kind else "other"
        yield f"heard of {sure} kind"
    if exchange.kind is MatterKind.OTHER:
        yield "of no kind"
    if any(t.move.kind is MoveKind.REFER for t in exchange.turns) and not any(t.proposes for t in exchange.turns):
        yield "only mentioned"


def step_of(value: float, steps: Sequence[float]) -> str:
    """The name of the step that a value falls into."""
    return next((f"under {step}" for step in steps if value < step), f"{steps[-1]} or more")
