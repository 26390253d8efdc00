"""How much of one run of words stands in another, and where.

Words match when they are the same lemma or stand for one another in turns of phrase. The shorter run is laid
against the stretch of the longer one that holds most of it, so that a long speech does not hold everything by
accident. Does not say whether two runs are one utterance: that is `wordings`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.link.utterances import FULL, Word, weight_of
from dragoman.model.turns import opposites_of

TURN = 0.8  # what a word counts that stands for another
SLACK, ROOM = 1.5, 3  # how much longer than the shorter run a stretch may be
BEFORE = 5  # words before the stretch in which a negation still belongs to it


@dataclass(frozen=True, slots=True)
class Alignment:
    """`within`: the share of the shorter run found; `back`: the share of the stretch that is matched.

    `shared` is the weight of what matches, `longer` how often the longer run holds the shorter by weight.
    `run` is the weight of the longest series of matches without a gap.
    `negations`, `numbers` and `opposites` count what one says otherwise than the other.
    """

    within: float
    back: float
    shared: float
    longer: float
    run: float
    negations: int
    numbers: int
    opposites: int


NONE = Alignment(0.0, 0.0, 0.0, 1.0, 0.0, 0, 0, 0)


def aligned(left: Sequence[Word], right: Sequence[Word]) -> Alignment:
    """The alignment of two runs of words, in whichever order they are given."""
    short, long = sorted((left, right), key=lambda run: (weight_of(run), [word.lemma for word in run]))
    if not short:
        return NONE
    pairs = max(_laid(short, long), key=lambda pairs: (_matched(short, long, pairs), -_width(pairs)), default=[])
    if not pairs:
        return NONE
    first, last = min(j for _, j in pairs), max(j for _, j in pairs)
    stretch = long[first : last + 1]
    shared = _matched(short, long, pairs)
    here = _others(short, {i for i, _ in pairs})
    there = _others(stretch, {j - first for _, j in pairs})
    return Alignment(
        within=shared / weight_of(short),
        back=shared / max(weight_of(stretch), weight_of(short)),
        shared=shared,
        longer=weight_of(long) / weight_of(short),
        run=max(_runs(short, long, pairs)),
        negations=_negations(short, long[max(0, first - BEFORE) : last + 1], [(short[i], long[j]) for i, j in pairs]),
        numbers=min(sum(word.number for word in here), sum(word.number for word in there)),
        opposites=_opposites(here, there),
    )


def match(left: Word, right: Word) -> float:
    """What the two words count as one: 1 for the same, less for turns, 0 for others."""
    if left.lemma == right.lemma:
        return 1.0
    return TURN if left.turns & right.turns else 0.0


def _laid(short: Sequence[Word], long: Sequence[Word]) -> list[list[tuple[int, int]]]:
    """The matches of the shorter run with each stretch of the longer that is about its length."""
    size = int(len(short) * SLACK) + ROOM
    places: dict[str | int, list[int]] = {}
    for j, word in enumerate(long):
        for key in _keys(word):
            places.setdefault(key, []).append(j)
    table = [sorted({j for key in _keys(word) for j in places.get(key, [])}) for word in short]
    last = max(0, len(long) - size)
    starts = sorted({min(j, last) for found in table for j in found})
    return [_pairs(short, long, table, start, start + size) for start in starts]


def _keys(word: Word) -> tuple[str | int, ...]:
    """What the word may be matched by."""
    return (word.lemma, *word.turns)


def _pairs(
    short: Sequence[Word], long: Sequence[Word], table: Sequence[Sequence[int]], start: int, stop: int
) -> list[tuple[int, int]]:
    """Each word of the shorter run with its match in the stretch: the one after the last match, else the best."""
    pairs: list[tuple[int, int]] = []
    used: set[int] = set()
    for i, places in enumerate(table):
        free = [j for j in places if start <= j < stop and j not in used]
        if not free:
            continue
        after = pairs[-1][1] + 1 if pairs else start
        best = min(free, key=lambda j: (j != after, -match(short[i], long[j]), abs(j - after)))
        used.add(best)
        pairs.append((i, best))
    return pairs


def _matched(short: Sequence[Word], long: Sequence[Word], pairs: Sequence[tuple[int, int]]) -> float:
    return sum(match(short[i], long[j]) * short[i].weight for i, j in pairs)


def _runs(short: Sequence[Word], long: Sequence[Word], pairs: Sequence[tuple[int, int]]) -> Iterator[float]:
    """The weight of each series of matches that are neighbours in both runs, as it grows."""
    here = 0.0
    before = (-2, -2)
    for i, j in pairs:
        step = _matched(short, long, [(i, j)])
        here = here + step if (i, j) == (before[0] + 1, before[1] + 1) else step
        before = (i, j)
        yield here


def _negations(short: Sequence[Word], stretch: Sequence[Word], matches: Sequence[tuple[Word, Word]]) -> int:
    """How many matched words are negated in one only. "I do not think he won" is "I think he did not win"."""
    if _denials(short) == _denials(stretch):
        return 0
    return sum(here.negated != there.negated for here, there in matches if FULL in (here.weight, there.weight))


def _denials(words: Sequence[Word]) -> int:
    """How many full words are negated."""
    return sum(word.negated for word in words if word.weight == FULL)


def _opposites(here: Sequence[Word], there: Sequence[Word]) -> int:
    lemmas = {word.lemma for word in there}
    return sum(not lemmas.isdisjoint(opposites_of(word.lemma)) for word in here)


def _others(words: Sequence[Word], matched: set[int]) -> list[Word]:
    return [word for place, word in enumerate(words) if place not in matched]


def _width(pairs: Sequence[tuple[int, int]]) -> int:
    places = [j for _, j in pairs]
    return max(places, default=0) - min(places, default=0)
