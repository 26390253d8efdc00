"""Runs: stretches of words with one label, from probabilities of B, I and O labels.

The best sequence in which an I follows a B or an I of its kind (Viterbi), so that two names side by side
stay two. It does not look at the words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.annotate.reader.network import Floats

SURELY_OUTSIDE = 0.999
NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` up to, not including, `last`; `score` is the mean probability of their labels."""

    first: int
    last: int
    kind: str
    score: float


def runs(probabilities: Floats, names: Sequence[str]) -> list[Run]:
    """The runs of a text, in order; names[0] is O, the others are B-kind and I-kind."""
    allowed = _allowed(names)
    found: list[Run] = []
    unsure = np.concatenate([[False], probabilities[:, 0] < SURELY_OUTSIDE, [False]])
    edges = np.flatnonzero(unsure[1:] != unsure[:-1])
    for begin, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        path = _best_path(np.log(probabilities[begin:end] + 1e-9), allowed)
        found += _runs_of(path, begin, probabilities, names)
    return found


def _allowed(names: Sequence[str]) -> Floats:
    """allowed[i, j]: 0 where label j may follow label i, else never; a run may not begin with an I."""
    allowed = np.zeros((len(names), len(names)), np.float32)
    for j, name in enumerate(names):
        if name.startswith("I-"):
            for i, before in enumerate(names):
                allowed[i, j] = 0 if before[2:] == name[2:] and before != "O" else NEVER
    return allowed


def _best_path(likely: Floats, allowed: Floats) -> list[int]:
    total = likely[0] + allowed[0]
    back = np.zeros(likely.shape, np.int64)
    for i in range(1, len(likely)):
        ways = total[:, None] + allowed
        back[i] = ways.argmax(axis=0)
        total = ways.max(axis=0) + likely[i]
    path = [int(total.argmax())]
    for i in range(len(likely) - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return path[::-1]


def _runs_of(path: list[int], begin: int, probabilities: Floats, names: Sequence[str]) -> list[Run]:
    found: list[Run] = []
    i = 0
    while i < len(path):
        kind = names[path[i]][2:]
        last = i + 1
        if kind:
            while last < len(path) and names[path[last]] == f"I-{kind}":
                last += 1
            score = float(np.mean([probabilities[begin + k, path[k]] for k in range(i, last)]))
            found.append(Run(begin + i, begin + last, kind, score))
        i = last
    return found
