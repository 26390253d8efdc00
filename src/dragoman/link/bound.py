"""The most that two statements can come to as one utterance, by the words both have: far cheaper than to align them.

Is never less than `sameness`, so that what falls short here need not be laid side by side. Decides nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from dragoman.link.alignment import TURN
from dragoman.link.sameness import (
    A_RUN,
    BACK,
    BASE,
    FEW,
    FEW_BY_ONE,
    FEW_TOLD,
    INDIRECT,
    PART_FEW,
    RUN,
    SURE,
    TOO_FEW,
    WITHIN,
    besides_words,
)
from dragoman.link.utterances import Utterance, Word, sentences_of, weight_of

LITTLE = 1e-6  # what sums of floats may differ by


def could_be_one(left: Utterance, right: Utterance) -> bool:
    """Whether the two may be one utterance; False only where `sameness` cannot be sure of it."""
    besides = sum(reason.weight for reason in besides_words(left, right))
    return any(most + besides + LITTLE >= SURE for most in by_words(left, right))


def by_words(left: Utterance, right: Utterance) -> Iterator[float]:
    """The most that each way to compare their words can give."""
    by_one = left.speaker is not None and right.speaker is not None and left.speaker.id == right.speaker.id
    if left.quoted and right.quoted:
        few = FEW_BY_ONE if by_one else FEW
        yield most(left.quoted, right.quoted, few)
        here, there = sentences_of(left.quoted), sentences_of(right.quoted)
        if len(here) > 1 or len(there) > 1:
            yield from (most(one, other, few + PART_FEW) for one, other in product(here, there))
    if left.quoted != left.words or right.quoted != right.words:
        yield most(left.words, right.words, FEW_TOLD) + INDIRECT


def most(left: Sequence[Word], right: Sequence[Word], few: float) -> float:
    """The most that two runs of words can give, were all that they share in one place."""
    weights = weight_of(left), weight_of(right)
    shared = max(
        found(short, long)
        for short, long, fits in ((left, right, 0), (right, left, 1))
        if weights[fits] == min(weights)
    )
    share = min(1.0, shared / min(weights)) if min(weights) else 1.0
    value = BASE + (WITHIN + BACK) * share
    if shared > A_RUN:
        value += RUN * min(shared - A_RUN, A_RUN)
    return value + TOO_FEW * (few - shared) if shared < few else value


def found(short: Sequence[Word], long: Sequence[Word]) -> float:
    """The weight of the words of the shorter run that the longer has, as they are or as turns."""
    lemmas = {word.lemma for word in long}
    turns = frozenset().union(*(word.turns for word in long))
    return sum(word.weight * (1.0 if word.lemma in lemmas else TURN) for word in short if is_in(word, lemmas, turns))


def is_in(word: Word, lemmas: set[str], turns: frozenset[int]) -> bool:
    return word.lemma in lemmas or not word.turns.isdisjoint(turns)
