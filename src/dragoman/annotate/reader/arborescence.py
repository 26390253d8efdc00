"""The best tree that hangs on a root: a maximum spanning arborescence.

The algorithm of Chu and Liu (1965) and Edmonds (1967), as McDonald et al. (2005) parse with it: every node takes its
best head; a cycle is drawn together into one node and the smaller graph solved. The library for it has no wheels for
every Python that this project runs on, so it stands here. Takes scores as they are and knows nothing of words.
"""

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


def arborescence(scores: Matrix) -> Ints:
    """The head of each node, where scores[i, j] is that of head j for node i and node 0 the root (its head is 0).

    >>> arborescence(np.array([[0, 0, 0], [1, 0, 9], [2, 8, 0]], float)).tolist()
    [0, 2, 0]
    """
    own = scores.copy()
    np.fill_diagonal(own, -np.inf)
    heads: Ints = own.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    return _expanded(own, heads, cycle)


def _cycle(heads: Ints) -> list[int]:
    """The nodes of a cycle, in ascending order; empty where every node hangs on the root."""
    seen = np.zeros(len(heads), np.int64)
    seen[0] = -1
    for start in range(1, len(heads)):
        node = start
        while seen[node] == 0:
            seen[node] = start
            node = int(heads[node])
        if seen[node] == start:
            found = [node]
            while heads[found[-1]] != node:
                found.append(int(heads[found[-1]]))
            return sorted(found)
    return []


def _expanded(scores: Matrix, heads: Ints, cycle: list[int]) -> Ints:
    """The heads once the cycle is drawn together, the smaller graph solved, and the cycle broken where it must be."""
    inside = np.zeros(len(heads), np.bool_)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    members = np.array(cycle)
    gained = scores[np.ix_(members, outside)] - scores[members, heads[members]][:, None]
    last = len(outside)
    small = np.full((last + 1, last + 1), -np.inf)
    small[:last, :last] = scores[np.ix_(outside, outside)]
    small[:last, last] = scores[np.ix_(outside, members)].max(axis=1)
    small[last, :last] = gained.max(axis=0)
    solved = arborescence(small)
    found = heads.copy()
    for place, node in enumerate(outside[1:], start=1):
        head = solved[place]
        found[node] = outside[head] if head < last else members[scores[node, members].argmax()]
    entered = solved[last]
    found[members[gained[:, entered].argmax()]] = outside[entered]
    return found


def total(scores: Matrix, heads: Ints) -> float:
    """The sum of the scores of a tree's arcs."""
    return float(scores[np.arange(1, len(heads)), heads[1:]].sum())
