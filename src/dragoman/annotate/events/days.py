"""Which expression of time dates an event: the one nearest to its trigger in the tree, within its sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dragoman.annotate.tree import Tree
from dragoman.model.flow import Annotated
from dragoman.model.reading import Reading
from dragoman.model.when import TimeMention

FARTHEST = 5  # steps in the tree


def placed_times(annotated: Annotated) -> list[tuple[int, TimeMention]]:
    """The article's times with the token that each begins at."""
    starts = [token.start for token in annotated.reading.tokens]
    return [(bisect_left(starts, time.span.start), time) for time in annotated.times]


def nearest_time(
    head: int, tree: Tree, reading: Reading, times: Sequence[tuple[int, TimeMention]]
) -> TimeMention | None:
    """The time that dates the clause of a word, or None. `times` are given as `placed_times` does."""
    sentence = reading.sentence_of(head)
    near = [(i, time) for i, time in times if sentence.first <= i < sentence.last]
    scored = [(steps(head, i, tree), abs(i - head), time) for i, time in near]
    reached = [item for item in scored if item[0] <= FARTHEST]
    return min(reached, key=lambda item: item[:2])[2] if reached else None


def steps(left: int, right: int, tree: Tree) -> int:
    """How many arcs lie between two tokens of a sentence; a step down into another clause counts double."""
    up = {index: distance for distance, index in enumerate(path_up(left, tree))}
    for distance, index in enumerate(path_up(right, tree)):
        if index in up:
            return up[index] + distance + clauses_between(right, index, tree)
    return FARTHEST + 1


def clauses_between(low: int, high: int, tree: Tree) -> int:
    crossed = 0
    for index in path_up(low, tree):
        if index == high:
            break
        relation = tree.tokens[index].relation
        crossed += relation in ("acl:relcl", "ccomp", "advcl", "parataxis", "conj") and tree.tokens[index].tag == "VERB"
    return crossed


def path_up(index: int, tree: Tree) -> list[int]:
    path = [index]
    while not tree.tokens[path[-1]].is_root and len(path) < 50:
        path.append(tree.tokens[path[-1]].head)
    return path
