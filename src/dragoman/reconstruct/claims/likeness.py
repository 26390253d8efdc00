"""How likely two clauses, or two sentences, of different articles tell one thing, by weights learned from clusters.

A logistic regression over a dozen signs: what share of both is told by both, whether a day, a voice or a verb is
shared, how near their words are in meaning. The weights, of clauses and of sentences apart, are made by
`training/claims_alike.py` from annotated clusters. Clauses that have other doers are never one; whether two that are
one agree is not asked here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp, sqrt
from operator import mul
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.model.meanings import meanings
from dragoman.reconstruct.claims.alike import Both, both_of, both_tell, candidates
from dragoman.reconstruct.claims.tellings import Telling

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

WEIGHTS = Path(__file__).with_suffix(".toml")
SIGNS = ("share", "words", "told", "named", "near", "head", "day", "number", "numbers differ", "supposed", "subjects")


@cache
def weights(of: str = "clauses") -> tuple[float, tuple[float, ...]]:
    """The constant, and the weight of each sign in the order of SIGNS, for "clauses" or for "sentences"."""
    rows = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))[of]
    return rows["constant"], tuple(rows["weights"][name] for name in SIGNS)


def likely(
    tellings: Sequence[Telling], both: Mapping[tuple[int, int], Both], of: str = "clauses"
) -> dict[tuple[int, int], float]:
    """The chance, from 0 to 1, that two tellings tell one thing, by what `both` tell; by their places, in order."""
    constant, each = weights(of)
    found = signs_of(tellings, both)
    return {pair: 1 / (1 + exp(-constant - sum(map(mul, each, signs)))) for pair, signs in found.items()}


def signs_of(
    tellings: Sequence[Telling], both: Mapping[tuple[int, int], Both] | None = None
) -> dict[tuple[int, int], tuple[float, ...]]:
    """The signs of every two tellings that share two keys and do not part their doers (`both`, where that is known)."""
    vectors = meanings_of(tellings)
    both = both_of(tellings, candidates(tellings)) if both is None else both
    return {
        (i, j): signs(tellings[i], tellings[j], round(float(vectors[i] @ vectors[j]), 3), shared)
        for (i, j), shared in both.items()
    }


def meanings_of(tellings: Sequence[Telling]) -> Vectors:
    """One row for each telling: the direction of its words' vectors, weighed; nought where none is known."""
    return meanings([{key: weight for key, weight in t.keys.items() if key[1:2] != ":"} for t in tellings])


def signs(one: Telling, other: Telling, near: float, shared: Both | None = None) -> tuple[float, ...]:
    """In the order of SIGNS; `near` is how near the two are in meaning by all their words, `shared` what both tell."""
    both = shared or both_tell(one, other)
    one_number = not one.numbers.isdisjoint(other.numbers)
    return (
        both.whole / sqrt(one.total * other.total),
        float(both.words),
        both.said,
        both.named,
        near,
        float(both.headed),
        float(not one.dates.isdisjoint(other.dates)),
        float(one_number),
        float(bool(one.numbers and other.numbers) and not one_number),
        float(one.unreal == other.unreal),
        float(one.subject and other.subject),
    )
