"""Which expression of time dates an event: the one nearest to its trigger in the tree, within its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.annotate.events.triggers import Trigger
from dragoman.annotate.tree import Tree
from dragoman.model.reading import Reading
from dragoman.model.when import TimeMention

FARTHEST = 5  # steps in the tree


def day_of(
    trigger: Trigger, tree: Tree, reading: Reading, times: Sequence[tuple[int, TimeMention]]
) -> TimeMention | None:
    """The time that dates a trigger, or None. `times` are given with the token that each begins at."""
    sentence = reading.sentence_of(trigger.head)
    near = [(i, time) for i, time in times if sentence.first <= i < sentence.last]
    scored = [(steps(trigger.head, i, tree), abs(i - trigger.head), time) for i, time in near]
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
