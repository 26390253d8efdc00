"""Whether two tellings tell the same thing, and groups of those that do.

Likeness is the share of what both tell, weighed; telling of other doers is telling something else. Whether the two
agree (day, number, yes or no) is not asked here: tellings of one thing that differ are what `contradict` looks for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import combinations
from math import log, sqrt

from dragoman.model.turns import turns_of
from dragoman.reconstruct.claims.tellings import Telling

SAME = 0.28  # of the weight of both
LEAST = 1.2  # what both must share
LEAST_TOLD = 0.5  # of it, in words and not in names
LEAST_NAMED, LEAST_BY_NAME = 0.5, 1.0  # where names say it, with one word of what is said of them
FEWEST = 2  # words that both must share, or one and a number
OTHER_HEAD = 0.7  # what a likeness counts where what is said of the parties is not among what is shared
SUPPOSED = 0.6  # what it counts where only one of the two is told as a fact
COMMON = 80  # a key in so many tellings brings no pairs
NAMES = ("E:", "S:", "D:", "K:", "V:")


def told_here(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings of one story with their keys weighed by how few others there tell them."""
    held = Counter(key for telling in tellings for key in telling.keys)
    most = log(len(tellings) + 2)
    return [
        replace(t, keys={k: w * log((len(tellings) + 2) / held[k]) / most for k, w in t.keys.items()}) for t in tellings
    ]


def alike(one: Telling, other: Telling) -> float:
    """How much of what the two tell is told by both, from 0 to 1; 0 where they cannot be one."""
    if other_parties(one, other):
        return 0.0
    shared = {key: min(weight, other.keys[key]) for key, weight in one.keys.items() if key in other.keys}
    told = {key: weight for key, weight in shared.items() if key[:2] not in NAMES}
    named = sum(weight for key, weight in shared.items() if key[:2] in ("E:", "V:"))
    headed = bool((one.said & other.said) or (one.said | other.said) & told.keys())
    whole, words = sum(shared.values()), words_in(told)
    enough = words >= FEWEST and whole >= LEAST and sum(told.values()) >= LEAST_TOLD
    by_name = words > 0 and headed and named >= LEAST_NAMED and whole >= LEAST_BY_NAME
    if not enough and not by_name:
        return 0.0
    share = (1.0 if headed else OTHER_HEAD) * (1.0 if one.unreal == other.unreal else SUPPOSED)
    return share * whole / sqrt(one.total * other.total)


def words_in(told: Collection[str]) -> int:
    """How many words are shared: a word and its sense count once."""
    plain = [key for key in told if not key.startswith("T:")]
    senses = {f"T:{turn}" for key in plain for turn in turns_of(key)}
    return len(plain) + sum(key.startswith("T:") and key not in senses for key in told)


def other_parties(one: Telling, other: Telling) -> bool:
    """Whether both say who does it, and say it of different sides; or the same two sides with parts changed."""
    if one.doers and other.doers and not one.doers & other.doers:
        return True
    return bool(one.done_to and other.done_to and one.doers & other.doers and not one.done_to & other.done_to)


def groups_of(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Tellings of two articles or more that tell one thing: each group around one that all others are alike to.

    A telling may stand in several groups, since a clause may tell two things; a group that lies within another is
    left out.
    """
    scores = pairs(tellings)
    around: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), score in scores.items():
        if score >= SAME:
            around[i][j] = around[j][i] = score

    def carried(centre: int) -> tuple[int, float, int]:
        near = around[centre]
        return (-len({tellings[i].article for i in near}), -sum(near.values()), centre)

    kept: list[frozenset[int]] = []
    for centre in sorted(around, key=carried):
        members = frozenset([centre, *around[centre]])
        if not any(len(members & other) > 0.5 * len(members) for other in kept):
            kept.append(members)
    return [[tellings[i] for i in sorted(members)] for members in kept]


def pairs(tellings: Sequence[Telling]) -> dict[tuple[int, int], float]:
    """The likeness of tellings of different articles that share two keys that few have."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, telling in enumerate(tellings):
        for key in telling.keys:
            holders[key].append(place)
    shared: Counter[tuple[int, int]] = Counter()
    for key, places in sorted(holders.items()):
        if len(places) <= COMMON and key[:2] not in ("S:", "K:"):
            shared.update(combinations(places, 2))
    near = (pair for pair, number in shared.items() if number > 1)
    apart = ((i, j) for i, j in near if tellings[i].article != tellings[j].article)
    scored = ((pair, alike(tellings[pair[0]], tellings[pair[1]])) for pair in apart)
    return {pair: score for pair, score in scored if score > 0}
