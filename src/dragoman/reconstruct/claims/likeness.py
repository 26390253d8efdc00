"""How likely two clauses, or two sentences, of different articles tell one thing, by weights learned from clusters.

A logistic regression over a dozen signs: what share of both is told by both, whether a day, a voice or a verb is
shared, how much nearer the two are in meaning, with what stands around them, than is usual in their story, whether
articles open with them. The weights, of clauses and of sentences apart, are made by `training/claims_alike.py` from
annotated clusters. Clauses that have other doers are never one; whether two that are one agree is not asked here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from math import exp, sqrt
from operator import mul
from pathlib import Path

from dragoman.reconstruct.claims.alike import Both, both_of, both_tell, candidates
from dragoman.reconstruct.claims.nearness import how_near, nearest
from dragoman.reconstruct.claims.tellings import Telling

WEIGHTS = Path(__file__).with_suffix(".toml")
SIGNS = (
    "share", "words", "told", "named", "nearer", "around", "opening", "head", "day", "number", "numbers differ",
    "supposed", "subjects",
)  # fmt: skip
OPENING = 3  # sentences with which an article opens


@cache
def weights(of: str = "clauses") -> tuple[float, tuple[float, ...]]:
    """The constant, and the weight of each sign in the order of SIGNS, for "clauses" or for "sentences"."""
    rows = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))[of]
    return rows["constant"], tuple(rows["weights"][name] for name in SIGNS)


def likely(
    tellings: Sequence[Telling], both: dict[tuple[int, int], Both], of: str = "clauses"
) -> dict[tuple[int, int], float]:
    """The chance, from 0 to 1, that two tellings tell one thing, by what `both` tell; by their places, in order."""
    constant, each = weights(of)
    found = signs_of(tellings, both)
    return {pair: 1 / (1 + exp(-constant - sum(map(mul, each, signs)))) for pair, signs in found.items()}


def signs_of(
    tellings: Sequence[Telling], both: dict[tuple[int, int], Both] | None = None
) -> dict[tuple[int, int], tuple[float, ...]]:
    """The signs of every two tellings that do not part their doers and share two keys, or are nearest in meaning.

    `both` are the former, where they are known, with what they share.
    """
    both = both_of(tellings, candidates(tellings)) if both is None else both
    more = both_of(tellings, (pair for pair in nearest(tellings) if pair not in both))
    every = sorted((both | more).items())
    near = how_near(tellings, [pair for pair, _ in every])
    return {
        (i, j): signs(tellings[i], tellings[j], how, shared) for ((i, j), shared), how in zip(every, near, strict=True)
    }


def signs(one: Telling, other: Telling, near: tuple[float, float], shared: Both | None = None) -> tuple[float, ...]:
    """In the order of SIGNS; `near` is as `how_near` has it of the two, `shared` what both tell."""
    both = shared or both_tell(one, other)
    one_number = not one.numbers.isdisjoint(other.numbers)
    return (
        both.whole / sqrt(one.total * other.total),
        float(both.words),
        both.said,
        both.named,
        *near,
        float(max(one.sentence, other.sentence) < OPENING),
        float(both.headed),
        float(not one.dates.isdisjoint(other.dates)),
        float(one_number),
        float(bool(one.numbers and other.numbers) and not one_number),
        float(one.unreal == other.unreal),
        float(one.subject and other.subject),
    )
