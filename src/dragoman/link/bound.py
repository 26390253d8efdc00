"""The most that two statements can come to as one utterance, by the words both have: far cheaper than to align them.

Is never less than `sameness`, so that what falls short here need not be laid side by side. Every statement is made
ready once (`ready`), since it is held against many others. Decides nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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
    REPRINTED,
    RUN,
    SAME_SPEAKER,
    SURE,
    TOO_FEW,
    WITHIN,
    besides_words,
)
from dragoman.link.utterances import Utterance, Word, sentences_of, weight_of

LITTLE = 1e-6  # what sums of floats may differ by


@dataclass(frozen=True, slots=True)
class Held:
    """The words of a run: what each lemma weighs in it, which have turns, and its sentences, where it has several."""

    weight: float
    weights: Mapping[str, float]
    lemmas: frozenset[str]
    turned: tuple[tuple[str, frozenset[int]], ...]
    turns: frozenset[int]
    sentences: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class Ready:
    """An utterance with its words as they are held against others; `quoted` is None where nothing is quoted."""

    utterance: Utterance
    quoted: Held | None
    words: Held
    amid: bool


def ready(utterance: Utterance) -> Ready:
    """An utterance made ready to be held against others."""
    amid = utterance.quoted != utterance.words
    quoted = in_sentences(utterance.quoted) if utterance.quoted else None
    return Ready(utterance, quoted, held(utterance.words), amid)


def in_sentences(words: Sequence[Word]) -> Held:
    """A run with each of its sentences, itself alone where it has but one."""
    parts = sentences_of(words)
    whole = held(words)
    return held(words, tuple(held(part) for part in parts)) if len(parts) > 1 else held(words, (whole,))


def held(words: Sequence[Word], sentences: tuple[Held, ...] = ()) -> Held:
    """A run of words with what each lemma weighs in it."""
    weights: defaultdict[str, float] = defaultdict(float)
    turns: dict[str, frozenset[int]] = {}
    for word in words:
        weights[word.lemma] += word.weight
        if word.turns:
            turns[word.lemma] = word.turns
    every = frozenset().union(*turns.values())
    return Held(weight_of(words), weights, frozenset(weights), tuple(turns.items()), every, sentences)


def could_be_one(left: Ready, right: Ready) -> bool:
    """Whether the two may be one utterance; False only where `sameness` cannot be sure of it."""
    one, other = left.utterance, right.utterance
    likely = SAME_SPEAKER + (REPRINTED if one.original == other.original else 0.0)
    if not any(most + likely + LITTLE >= SURE for most in by_words(left, right)):
        return False
    besides = sum(reason.weight for reason in besides_words(one, other))
    return any(most + besides + LITTLE >= SURE for most in by_words(left, right))


def by_words(left: Ready, right: Ready) -> Iterator[float]:
    """The most that each way to compare their words can give."""
    if left.amid or right.amid:
        yield most(left.words, right.words, FEW_TOLD) + INDIRECT
    if left.quoted and right.quoted:
        one, other = left.utterance.speaker, right.utterance.speaker
        few = FEW_BY_ONE if one is not None and other is not None and one.id == other.id else FEW
        yield most(left.quoted, right.quoted, few)
        if len(left.quoted.sentences) > 1 or len(right.quoted.sentences) > 1:
            parts = product(left.quoted.sentences, right.quoted.sentences)
            yield from (most(here, there, few + PART_FEW) for here, there in parts)


def most(left: Held, right: Held, few: float) -> float:
    """The most that two runs of words can give, were all that they share in one place."""
    if left.weight == right.weight:
        shared = max(found(left, right), found(right, left))
    else:
        shared = found(left, right) if left.weight < right.weight else found(right, left)
    smaller = min(left.weight, right.weight)
    share = min(1.0, shared / smaller) if smaller else 1.0
    value = BASE + (WITHIN + BACK) * share
    if shared > A_RUN:
        value += RUN * min(shared - A_RUN, A_RUN)
    return value + TOO_FEW * (few - shared) if shared < few else value


def found(short: Held, long: Held) -> float:
    """The weight of the words of the shorter run that the longer has, as they are or as turns."""
    common = short.lemmas & long.lemmas
    weight = sum(short.weights[lemma] for lemma in common)
    if not short.turns.isdisjoint(long.turns):
        for lemma, turns in short.turned:
            if lemma not in common and not turns.isdisjoint(long.turns):
                weight += TURN * short.weights[lemma]
    return weight
