"""The best tree is the best of all trees."""

from __future__ import annotations

from itertools import product

import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.reader.arborescence import arborescence, total

Matrix = npt.NDArray[np.float64]


def hangs_on_root(heads: tuple[int, ...]) -> bool:
    for node in range(1, len(heads)):
        for _ in heads:
            node = heads[node]
        if node != 0:
            return False
    return True


def best_of_all(scores: Matrix) -> float:
    count = len(scores)
    every = product([0], *(range(count) for _ in range(count - 1)))
    return max(total(scores, np.array(heads)) for heads in every if hangs_on_root(heads))


@given(st.integers(2, 5).flatmap(lambda n: st.lists(st.floats(-9, 9), min_size=n * n, max_size=n * n)))
def test_no_tree_is_better(flat: list[float]) -> None:
    count = int(len(flat) ** 0.5)
    scores = np.array(flat).reshape(count, count)
    heads = arborescence(scores)
    assert hangs_on_root(tuple(heads.tolist()))
    assert abs(total(scores, heads) - best_of_all(scores)) < 1e-9
