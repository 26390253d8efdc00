"""How likely two clauses, or two sentences, of different articles tell one thing, by weights learned from clusters.

A logistic regression over a dozen signs: what share of both is told by both, whether a day, a voice or a verb is
shared, how near their words are in meaning. The weights, of clauses and of sentences apart, are made by
`training/claims_alike.py` from annotated clusters. Clauses that have other doers are never one; whether two that are
one agree is not asked here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from math import exp, sqrt
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.model.meanings import meaning
from dragoman.reconstruct.claims.alike import candidates, is_headed, other_parties, shared_keys, words_in
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
    tellings: Sequence[Telling], near: Sequence[tuple[int, int]], of: str = "clauses"
) -> dict[tuple[int, int], float]:
    """The chance, from 0 to 1, that two of the tellings that are `near` tell one thing; by their places, in order."""
    constant, each = weights(of)
    found = signs_of(tellings, near)
    return {
        pair: 1 / (1 + exp(-constant - sum(w * x for w, x in zip(each, signs, strict=True))))
        for pair, signs in found.items()
    }


def signs_of(
    tellings: Sequence[Telling], near: Sequence[tuple[int, int]] | None = None
) -> dict[tuple[int, int], tuple[float, ...]]:
    """The signs of every two tellings that share two keys (`near`, where that is known) and do not part their doers."""
    vectors = meanings_of(tellings)
    return {
        (i, j): signs(tellings[i], tellings[j], round(float(vectors[i] @ vectors[j]), 3))
        for i, j in (candidates(tellings) if near is None else near)
        if not other_parties(tellings[i], tellings[j])
    }


def meanings_of(tellings: Sequence[Telling]) -> Vectors:
    """One row for each telling: the direction of its words' vectors, weighed; nought where none is known."""
    import numpy as np

    rows = np.zeros((len(tellings), len(meaning({}))), np.float32)
    for place, telling in enumerate(tellings):
        rows[place] = meaning({key: weight for key, weight in telling.keys.items() if key[1:2] != ":"})
    return rows


def signs(one: Telling, other: Telling, near: float) -> tuple[float, ...]:
    """In the order of SIGNS; `near` is how near the two are in meaning by all their words."""
    shared = shared_keys(one, other)
    told = {key: weight for key, weight in shared.items() if key in one.words}
    one_number = not one.numbers.isdisjoint(other.numbers)
    return (
        sum(shared.values()) / sqrt(one.total * other.total),
        float(words_in(told)),
        sum(told.values()),
        sum(weight for key, weight in shared.items() if key[:2] in ("E:", "V:")),
        near,
        float(is_headed(one, other, told)),
        float(not one.dates.isdisjoint(other.dates)),
        float(one_number),
        float(bool(one.numbers and other.numbers) and not one_number),
        float(one.unreal == other.unreal),
        float(one.subject and other.subject),
    )
