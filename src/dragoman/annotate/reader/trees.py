"""Trees: the best tree over the words of each sentence, and the label of each of its arcs.

Takes scores of arcs as given, and does not know where they come from. Each tree has one root.
"""

import numpy as np
import numpy.typing as npt

from dragoman.annotate.reader.arborescence import arborescence, total
from dragoman.annotate.reader.network import Floats, labels, relation_weights

Ints = npt.NDArray[np.int64]
NEVER = -1e9


def tree(arc: Floats) -> Ints:
    """Heads of n words from (n, n + 1) scores whose first column is the root: 0 for the root, else 1 + head."""
    count = len(arc)
    top = arc.max(axis=1, keepdims=True)
    likely = arc - top - np.log(np.exp(arc - top).sum(axis=1, keepdims=True))
    scores = np.full((count + 1, count + 1), NEVER, np.float64)
    scores[1:] = likely
    scores[np.arange(1, count + 1), np.arange(1, count + 1)] = NEVER
    greedy: Ints = scores[1:].argmax(axis=1)
    if (greedy == 0).sum() == 1 and _reaches_root(greedy):
        return greedy
    heads = arborescence(scores)
    roots = [i for i in range(1, count + 1) if heads[i] == 0]
    if len(roots) > 1:
        heads = max((_rooted(scores, root) for root in roots), key=lambda found: total(scores, found))
    return heads[1:]


def _rooted(scores: npt.NDArray[np.float64], root: int) -> Ints:
    only = scores.copy()
    only[1:, 0] = NEVER
    only[root, 0] = scores[root, 0]
    return arborescence(only)


def _reaches_root(heads: Ints) -> bool:
    """Does every word hang, in the end, on the root?"""
    up = np.concatenate([[0], heads])
    for _ in range(len(up).bit_length()):
        up = up[up]
    return not up.any()


def relations(dependent: Floats, head: Floats, is_root: npt.NDArray[np.bool_]) -> Ints:
    """The labels of n arcs from the (n, 96) vectors of their ends; `root` for roots and for no others."""
    names = labels()["rel"]
    ones = np.ones((len(dependent), 1), np.float32)
    left = np.concatenate([dependent, ones], axis=1) @ relation_weights()
    right = np.concatenate([head, ones], axis=1)
    scores = np.einsum("nri,ni->nr", left.reshape(len(left), len(names), -1), right)
    root = names.index("root")
    scores[:, root] = np.where(is_root, -NEVER, NEVER)
    found: Ints = scores.argmax(axis=1)
    return found
