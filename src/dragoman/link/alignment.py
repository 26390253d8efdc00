"""How much of one run of words stands in another, and where.

Words match when they are the same lemma or stand for one another in turns of phrase. The shorter run is laid
against the stretch of the longer one that holds most of it, so that a long speech does not hold everything by
accident. Does not say whether two runs are one utterance: that is `wordings`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.link.turns import opposed
from dragoman.link.utterances import FULL, Word

TURN = 0.8  # what a word counts that stands for another
SLACK, ROOM = 1.5, 3  # how much longer than the shorter run a stretch may be


@dataclass(frozen=True, slots=True)
class Alignment:
    """`within`: the share of the shorter run found; `back`: the share of the stretch that is matched.

    `shared` is the weight of what matches, `longer` how often the longer run holds the shorter by weight.
    `negations`, `numbers` and `opposites` count what one says otherwise than the other.
    """

    within: float
    back: float
    shared: float
    longer: float
    negations: int
    numbers: int
    opposites: int


NONE = Alignment(0.0, 0.0, 0.0, 1.0, 0, 0, 0)


def aligned(left: Sequence[Word], right: Sequence[Word]) -> Alignment:
    """The alignment of two runs of words, in whichever order they are given."""
    short, long = sorted((left, right), key=lambda run: (_weight(run), [word.lemma for word in run]))
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
        within=shared / _weight(short),
        back=shared / max(_weight(stretch), _weight(short)),
        shared=shared,
        longer=_weight(long) / _weight(short),
        negations=_negations(short, stretch, [(i, j - first) for i, j in pairs]),
        numbers=min(sum(word.number for word in here), sum(word.number for word in there)),
        opposites=sum(opposed(word.lemma, other.lemma) for word in here for other in there),
    )


def match(left: Word, right: Word) -> float:
    """What the two words count as one: 1 for the same, less for turns, 0 for others."""
    if left.lemma == right.lemma:
        return 1.0
    return TURN if left.turns & right.turns else 0.0


def _laid(short: Sequence[Word], long: Sequence[Word]) -> list[list[tuple[int, int]]]:
    """The matches of the shorter run with each stretch of the longer that is about its length."""
    size = int(len(short) * SLACK) + ROOM
    starts = range(max(1, len(long) - size + 1))
    table = [[j for j, other in enumerate(long) if match(word, other)] for word in short]
    return [_pairs(short, long, table, start, start + size) for start in starts]


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


def _weight(words: Sequence[Word]) -> float:
    return sum(word.weight for word in words)


def _matched(short: Sequence[Word], long: Sequence[Word], pairs: Sequence[tuple[int, int]]) -> float:
    return sum(match(short[i], long[j]) * short[i].weight for i, j in pairs)


def _negations(short: Sequence[Word], stretch: Sequence[Word], pairs: Sequence[tuple[int, int]]) -> int:
    """How many matched words stand under a negation in one only. "I do not think he won" is "I think he did not"."""
    if sum(word.negations for word in short) == sum(word.negations for word in stretch):
        return 0
    return sum(
        short[i].negations % 2 != stretch[j].negations % 2
        for i, j in pairs
        if FULL in (short[i].weight, stretch[j].weight)
    )


def _others(words: Sequence[Word], matched: set[int]) -> list[Word]:
    return [word for place, word in enumerate(words) if place not in matched]


def _width(pairs: Sequence[tuple[int, int]]) -> int:
    places = [j for _, j in pairs]
    return max(places, default=0) - min(places, default=0)
