"""How far a statement in the making is believed to be one: a score that can be taken apart.

Each sign has a weight, learnt by `training/attribution_belief.py` from completely annotated news, in which whatever is
not marked as somebody's words is none. Knows weights, no texts.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from dragoman.annotate.attribution.signs import Sign

FILE = Path(__file__).parent / "belief.toml"


@cache
def weights() -> Mapping[str, float]:
    """The weight of each sign."""
    table: Mapping[str, float] = tomllib.loads(FILE.read_text(encoding="utf-8"))["weights"]
    return table


@cache
def least() -> float:
    """The belief below which nothing is told."""
    return float(tomllib.loads(FILE.read_text(encoding="utf-8"))["least"])


def belief(signs: Iterable[Sign]) -> float:
    """The chance, from 0 to 1, that a draft with these signs is a statement."""
    known = weights()
    total = sum(known[name] * size for name, size in signs if name in known)
    return 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))


@cache
def edges() -> Mapping[str, float]:
    """The weight of each sign where the edges of a content are in question."""
    table: Mapping[str, float] = tomllib.loads(FILE.read_text(encoding="utf-8"))["edges"]
    return table


def fit(signs: Iterable[Sign]) -> float:
    """How well the edges of a draft's content fit, to be compared with other edges for the same cue."""
    known = edges()
    return sum(known[name] * size for name, size in signs if name in known)
