"""What each piece of a text means: the words that follow one another in one clause, with one short vector.

The network gives each word its share of what its sentence means (`training/gists.py`); here they are added up piece by
piece, and kept as bytes. What is near to what is asked of `model.gists`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dragoman.annotate.reader import Floats
from dragoman.model.gists import NOTHING, Gists
from dragoman.model.reading import Sentence, Token

MOST = 127  # what a signed byte holds


def gists_of(words: Floats, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Gists:
    """The pieces of a text, from a row of numbers for each of its words; none where the network has no such rows."""
    if not words.size:
        return NOTHING
    clauses, opening = clause_of(tokens), {sentence.first for sentence in sentences}
    firsts = [i for i in range(len(tokens)) if i == 0 or i in opening or clauses[i] != clauses[i - 1]]
    lengths = np.diff([*firsts, len(tokens)])
    summed = np.add.reduceat(words, firsts, axis=0, dtype=np.float64)
    means = np.rint(summed / lengths[:, None]).clip(-MOST, MOST).astype(np.int8)
    return Gists(tuple(firsts), means.tobytes())


def clause_of(tokens: Sequence[Token]) -> list[int]:
    """Of each token the one that heads its clause."""
    found = [-1] * len(tokens)
    for token in tokens:
        way, at = [], token
        while found[at.index] < 0 and not at.heads_clause:
            way.append(at.index)
            at = tokens[at.head]
        head = at.index if found[at.index] < 0 else found[at.index]
        for index in (*way, at.index):
            found[index] = head
    return found
