"""Whether two tellings tell the same thing, and groups of those that do.

Likeness is the share of what both tell, weighed; telling of other doers is telling something else. Whether the two
agree (day, number, yes or no) is not asked here: tellings of one thing that differ are what `contradict` looks for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations
from math import log, sqrt
from typing import NamedTuple

from dragoman.model.meanings import nearness, neighbours
from dragoman.model.turns import opposites_of, turns_of
from dragoman.reconstruct.claims.tellings import Likes, Telling

LEAST = 1.2  # what both must share
LEAST_TOLD = 0.5  # of it, in words and not in names
LEAST_NAMED, LEAST_BY_NAME = 0.5, 1.0  # where names say it, with one word of what is said of them
NEAR, MEANT = 0.6, 0.7  # how near in meaning two words must be, and what such a pair counts
CLOSE, LEAST_CLOSE = 0.36, 0.4  # short clauses that share this much of all they tell, some of it in words
FEWEST = 2  # words that both must share, or one and a number
OTHER_HEAD = 0.8  # what a likeness counts where what is said of the parties is not among what is shared
LEAST_BESIDES = 0.3  # what must be shared besides the verb and who does it
APART = 0.85  # what it counts for each of day and number that the two tell otherwise
SUPPOSED = 0.6  # what it counts where only one of the two is told as a fact
LITTLE = 1e-6  # what sums of floats may differ by
WITHIN = 0.7  # of a group that lies in another, from which on it is left out
COMMON = 80  # a key in so many tellings brings no pairs
NAMES = ("E:", "S:", "D:", "K:", "V:")


class Both(NamedTuple):
    """What two tellings both tell: `keys`, each with the lesser of its weights, in the order of the first.

    `whole` is what they weigh, `said` and `named` what those of them weigh that are words, and names or voices. `words`
    counts the words; `headed` is whether what is said of the parties is among them.
    """

    keys: Mapping[str, float]
    whole: float
    said: float
    words: int
    named: float
    headed: bool


def both_tell(one: Telling, other: Telling) -> Both:
    theirs = other.keys
    keys = {k: least if (least := theirs[k]) < w else w for k, w in one.keys.items() if k in theirs}
    told = {key: weight for key, weight in keys.items() if key in one.words}
    return Both(
        keys,
        sum(keys.values()),
        sum(told.values()),
        words_in(told),
        sum([weight for key, weight in keys.items() if key[:2] in ("E:", "V:")]),
        is_headed(one, other, told),
    )


def both_of(tellings: Sequence[Telling], near: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Both]:
    """What each two of the `near` ones (`candidates`) both tell; those that cannot be one are left out."""
    return {(i, j): both_tell(tellings[i], tellings[j]) for i, j in near if not other_parties(tellings[i], tellings[j])}


def told_here(tellings: Sequence[Telling], near: Mapping[str, Likes]) -> list[Telling]:
    """The tellings of one story with their keys weighed by how few others there tell them; `near` are like words."""
    held = Counter(chain.from_iterable(telling.keys for telling in tellings))
    most = log(len(tellings) + 2)
    rare = {key: log((len(tellings) + 2) / number) for key, number in held.items()}
    return [weighed(t, {k: w * rare[k] / most for k, w in t.keys.items()}, near) for t in tellings]


def likes(tellings: Iterable[Telling]) -> Mapping[str, Likes]:
    """The words of these tellings that are near in meaning to others of them."""
    return neighbours({key for telling in tellings for key in telling.keys if key[1:2] != ":"}, NEAR)


def weighed(telling: Telling, keys: Mapping[str, float], near: Mapping[str, Likes]) -> Telling:
    own = {key: near[key] for key in keys if key in near}
    return replace(
        telling,
        keys=keys,
        near=own,
        total=sum(keys.values()),
        liked=sum(keys[key] for key in own),
        dates=frozenset([key for key in keys if key[:2] == "D:"]),
        numbers=frozenset([key for key in keys if key[:2] == "N:"]),
        words=frozenset([key for key in keys if key[:2] not in NAMES]),
    )


def alike(one: Telling, other: Telling) -> float:
    """How much of what the two tell is told by both, from 0 to 1; 0 where they cannot be one."""
    return 0.0 if other_parties(one, other) else likeness(one, other, both_tell(one, other))


def likeness(one: Telling, other: Telling, both: Both) -> float:
    """The same of two that can be one, by what both tell."""
    headed = both.headed or near_heads(one, other)
    whole, words = both.whole, both.words
    enough = words >= FEWEST and whole >= LEAST and both.said >= LEAST_TOLD
    by_name = words > 0 and headed and both.named >= LEAST_NAMED and whole >= LEAST_BY_NAME
    most = sqrt(one.total * other.total)
    if not (enough or by_name) and (not headed or whole + MEANT * one.liked + LITTLE < CLOSE * most):
        return 0.0
    meant = near_words(one, other)
    whole, words = whole + sum(meant), words + len(meant)
    plain = whole / most
    close = plain >= CLOSE and headed and words > 0 and both.said + sum(meant) >= LEAST_CLOSE
    if not (enough or by_name or close) or not besides(one, other, both.keys, sum(meant)):
        return 0.0
    share = (
        APART ** at_odds(one, other)
        * (1.0 if headed else OTHER_HEAD)
        * (1.0 if one.unreal == other.unreal else SUPPOSED)
    )
    return share * plain


def is_headed(one: Telling, other: Telling, told: Mapping[str, float]) -> bool:
    """Whether what is said of the parties is among what both tell."""
    return bool((one.said & other.said) or (one.said | other.said) & told.keys())


def near_heads(one: Telling, other: Telling) -> bool:
    """Whether what governs the two is near in meaning, and not its opposite."""
    left, right = one.head.lemma.casefold(), other.head.lemma.casefold()
    return nearness(left, right) >= NEAR and right not in opposites_of(left)


def besides(one: Telling, other: Telling, shared: Mapping[str, float], meant: float) -> bool:
    """Whether more is shared than who does something and the verb: a word, a day, a number, another party."""
    verbs = one.said | other.said
    turns = {f"T:{turn}" for key in verbs if key[1:2] != ":" for turn in turns_of(key)}
    words = {k: w for k, w in shared.items() if k[:2] not in NAMES and k not in verbs and k not in turns}
    parties = sum(key.startswith("E:") for key in shared)
    dated = any(key.startswith(("D:", "N:")) for key in shared)
    return sum(words.values()) + meant >= LEAST_BESIDES or parties > 1 or dated


def at_odds(one: Telling, other: Telling) -> int:
    """How many of days and numbers both tell without one in common."""
    both = ((one.dates, other.dates), (one.numbers, other.numbers))
    return sum(bool(here and there) and here.isdisjoint(there) for here, there in both)


def near_words(one: Telling, other: Telling) -> list[float]:
    """What words that only one of the two tells weigh by their likes in the other, each word once."""
    used: set[str] = set()
    found: list[float] = []
    for key, likes in one.near.items():
        if key in other.keys:
            continue
        free = ((w, k) for k, w in likes if k in other.keys and k not in one.keys and k not in used)
        near, like = max(free, default=(0.0, ""))
        if near and like not in opposites_of(key):
            used.add(like)
            found.append(near * MEANT * min(one.keys[key], other.keys[like]))
    return found


def words_in(told: Collection[str]) -> int:
    """How many words are shared: a word and its sense count once."""
    turns = [key for key in told if key[:2] == "T:"]
    if not turns:
        return len(told)
    senses = {f"T:{turn}" for key in told if key not in turns for turn in turns_of(key)}
    return len(told) - sum(key in senses for key in turns)


def other_parties(one: Telling, other: Telling) -> bool:
    """Whether both say who does it, and say it of different sides; or the same two sides with parts changed."""
    if one.doers and other.doers and not one.doers & other.doers:
        return True
    return bool(one.done_to and other.done_to and one.doers & other.doers and not one.done_to & other.done_to)


def groups_of(tellings: Sequence[Telling], scores: Mapping[tuple[int, int], float]) -> list[list[Telling]]:
    """Tellings of two articles or more that tell one thing: each group around one that all others are alike to.

    Whoever joins, the likeliest first, is alike to half of those of other articles that have joined. A telling may
    stand in several groups, since a clause may tell two things; a group that lies mostly within another is left out.
    """
    around: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), score in scores.items():
        around[i][j] = around[j][i] = score
    groups = {centre: joined(centre, tellings, around) for centre in around}

    def carried(centre: int) -> tuple[int, float, int]:
        members = groups[centre]
        told = sum(around[centre][i] for i in members[1:])
        return (-len({tellings[i].article for i in members}), -told, centre)

    kept: list[frozenset[int]] = []
    for centre in sorted(around, key=carried):
        members = frozenset(groups[centre])
        if not any(len(members & other) > WITHIN * len(members) for other in kept):
            kept.append(members)
    return [[tellings[i] for i in sorted(members)] for members in kept]


def joined(centre: int, tellings: Sequence[Telling], around: Mapping[int, Mapping[int, float]]) -> list[int]:
    """The group around a telling, itself first."""
    members = [centre]
    for one in sorted(around[centre], key=lambda one: (-around[centre][one], one)):
        others = [other for other in members if tellings[other].article != tellings[one].article]
        if 2 * sum(other in around[one] for other in others) >= len(others):
            members.append(one)
    return members


def candidates(tellings: Sequence[Telling]) -> list[tuple[int, int]]:
    """Tellings of different articles that share two keys that few have, by their places, in order."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, telling in enumerate(tellings):
        for key in telling.keys:
            holders[key].append(place)
    shared: Counter[tuple[int, int]] = Counter()
    few = (places for key, places in holders.items() if 1 < len(places) <= COMMON and key[:2] not in ("S:", "K:"))
    shared.update(chain.from_iterable(combinations(places, 2) for places in few))
    near = (pair for pair, number in shared.items() if number > 1)
    return sorted((i, j) for i, j in near if tellings[i].article != tellings[j].article)


def pairs(tellings: Sequence[Telling], both: Mapping[tuple[int, int], Both]) -> dict[tuple[int, int], float]:
    """The likeness of those of these tellings that are alike at all, by what each two of them both tell."""
    scored = (((i, j), likeness(tellings[i], tellings[j], shared)) for (i, j), shared in both.items())
    return {pair: score for pair, score in scored if score > 0}
