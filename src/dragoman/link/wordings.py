"""Which statements of different articles are one utterance: identical, shortened, translated twice, re-worded.

Pairs are looked for by the rare words they share, so that the cost grows with what is quoted and not with its
square; `sameness` judges each. Groups are made around their longest statement, which every other must match, so that
a chain of half-alike statements does not become one. Does not merge statements: each keeps its own row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from dragoman.link.bound import could_be_one, ready
from dragoman.link.sameness import SURE, sameness
from dragoman.link.utterances import FULL, Utterance, utterances_of, weight_of
from dragoman.model.flow import Linked
from dragoman.model.identity import Ids

COMMON = 60  # a word in so many different statements brings no pairs
RAREST = 16  # how many words of a statement are asked for others
OVERLAP, OVERLAP_BY_ONE = 0.45, 0.3  # the share of full words that makes a closer look worth while; of one speaker


def link_wordings(linked: Linked) -> Linked:
    """With `wordings`: for statements that other articles print too, an id that all of them share."""
    equal = _equal(utterances_of(linked))
    equal_to = {(same[0].article, same[0].place): same for same in equal}
    wordings: dict[tuple[str, int], str] = {}
    ids = Ids()
    for group in groups([same[0] for same in equal]):
        members = [member for first in group for member in equal_to[first.article, first.place]]
        if len({member.article for member in members}) > 1:
            shared = ids.new("wo", *(word.lemma for word in group[0].words))
            wordings |= dict.fromkeys(((member.article, member.place) for member in members), shared)
    return replace(linked, wordings=dict(sorted(wordings.items())))


def _equal(utterances: Sequence[Utterance]) -> list[list[Utterance]]:
    """Statements that look equal and are sure to be one, together, so that each is judged once; others alone."""
    alike: dict[tuple[str, ...], list[Utterance]] = defaultdict(list)
    for utterance in utterances:
        alike[_print(utterance)].append(utterance)
    equal: list[list[Utterance]] = []
    for _, same in sorted(alike.items()):
        other = next((u for u in same if u.original != same[0].original), same[-1])
        if len(same) == 1 or sameness(same[0], other).value >= SURE:
            equal.append(same)
        else:
            equal += [[utterance] for utterance in same]
    return equal


def groups(utterances: Sequence[Utterance]) -> list[list[Utterance]]:
    """The utterances in groups of one, two or more that are the same; the longest of each comes first."""
    length = [weight_of(utterance.words) for utterance in utterances]
    made = [ready(utterance) for utterance in utterances]

    @cache
    def sure(left: int, right: int) -> float:
        one, other = min(left, right), max(left, right)
        return sameness(utterances[one], utterances[other]).value if could_be_one(made[one], made[other]) else 0.0

    group = {place: [place] for place in range(len(utterances))}
    pairs = [(-score, left, right) for left, right in candidates(utterances) if (score := sure(left, right)) >= SURE]
    for _, left, right in sorted(pairs):
        one, other = sorted((group[left], group[right]), key=lambda g: (-length[g[0]], g[0]))
        if one is not other and all(sure(one[0], member) >= SURE for member in other):
            one.extend(other)
            group |= dict.fromkeys(other, one)
    return [[utterances[place] for place in group[first]] for first in group if group[first][0] == first]


def candidates(utterances: Sequence[Utterance]) -> list[tuple[int, int]]:
    """The places of pairs of different articles that share a rare word and not only that, in order."""
    full = [_full(utterance) for utterance in utterances]
    count = [sum(isinstance(key, str) for key in keys) for keys in full]
    speaker = [utterance.speaker.id if utterance.speaker else "" for utterance in utterances]
    article = [utterance.article for utterance in utterances]
    near = list(_near(utterances, full))
    found: list[tuple[int, int]] = []
    for place, others in enumerate(near):
        own, words, who, where = full[place], count[place], speaker[place], article[place]
        for other in others:
            if article[other] == where or (other < place and place in near[other]):
                continue
            by = speaker[other]
            by_one = who == by if who and by else who != by  # the same, or only one is known
            share = OVERLAP_BY_ONE if by_one else OVERLAP
            if len(own & full[other]) >= share * min(words, count[other]):
                found.append((place, other) if place < other else (other, place))
    return sorted(found)


def _near(utterances: Sequence[Utterance], full: Sequence[frozenset[str | int]]) -> Iterator[set[int]]:
    """For each statement those that share one of its rarest words."""
    every = [list(_keys(utterance, keys)) for utterance, keys in zip(utterances, full, strict=True)]
    holders: dict[object, list[int]] = defaultdict(list)
    for place, own in enumerate(every):
        for key in own:
            holders[key].append(place)
    for own in every:
        keys = [key for key in own if 1 < len(holders[key]) <= COMMON]
        if len(keys) > RAREST:
            keys = sorted(keys, key=lambda key: (len(holders[key]), str(key)))[:RAREST]
        yield set().union(*(holders[key] for key in keys))


def _full(utterance: Utterance) -> frozenset[str | int]:
    """The full words of a statement, and the turns that they may take."""
    full = [word for word in utterance.words if word.weight == FULL]
    return frozenset([word.lemma for word in full]).union(*(word.turns for word in full))


def _keys(utterance: Utterance, full: frozenset[str | int]) -> Iterator[object]:
    """What a statement may be found by: its full words and their turns, alone and with its speaker; all its words."""
    yield from full
    if utterance.speaker:
        yield from ((utterance.speaker.id, key) for key in full)
    yield " ".join(word.lemma for word in utterance.words)


def _print(utterance: Utterance) -> tuple[str, ...]:
    """What makes two statements equal to the eye: judged once, however many articles carry it."""
    return (
        " ".join(f"{word.lemma}{'!' * word.negated}" for word in utterance.words),
        " ".join(word.lemma for word in utterance.quoted),
        "denied" if utterance.denied else "",
        utterance.speaker.id if utterance.speaker else "",
        utterance.when.isoformat() if utterance.when else "",
    )
