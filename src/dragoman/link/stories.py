"""Which articles tell one story, and which are compared at all: by the rare words they share, at one threshold.

Words are weighed by how rare they are in the news and here; the days of publication count against articles that are
far apart. Groups grow around their closest pairs and keep a high likeness on average, so that one article in
between does not make one story of two. Circles are wider: whole stories, and articles that are alike by way of others,
however long the news of it goes on, so that a later account still meets what it tells of. There words are weighed by
the news alone, so that whether two articles are akin depends on nothing but these two: an article that is added brings
circles together and parts none. Does not name a story: that is for `reconstruct`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from math import log, sqrt

from dragoman.link.traits import Traits, traits_in
from dragoman.model.flow import Linked
from dragoman.model.rarity import rarity
from dragoman.model.text import Article

ALIKE = 0.12  # fitted by training/disagreements_stories.py
AKIN = 0.18  # by the weights of the news alone: half the lowest likeness that holds an annotated cluster together
COMMON = 80  # a word in so many articles brings no pairs
KEYS, FEWER_KEYS = 30, 15  # how many of its heaviest words an article is looked up by; where much more is asked
NEAR, FAR, YEARS = 21, 60, 365  # days
FADED = ((NEAR, 1.0), (FAR, 0.8), (YEARS, 0.5))
AGES = 0.1  # what a likeness counts beyond that

Vector = Mapping[str, float]


def link_stories(linked: Linked, traits: Sequence[Traits] = ()) -> Linked:
    """With `stories` and `circles`: the ids of the articles of each, every article in one, in order of its first id.

    Copies go with what they reprint, whatever their number.
    """
    words = {one.article.id: one.words for one in traits or traits_in(linked)}
    articles = [annotated.article for annotated in linked.articles if annotated.article.id not in linked.copies]
    ids = [article.id for article in articles]
    texts = [words[article] for article in ids]
    scores = {(i, j): score * faded(articles[i], articles[j]) for (i, j), score in pairs(vectors_of(texts)).items()}
    groups = grouped(len(articles), scores)
    whole = [pair for group in groups for pair in pairwise(group)]
    circles = chained(len(articles), [*whole, *akin(texts)])
    return replace(
        linked, stories=with_copies(groups, ids, linked.copies), circles=with_copies(circles, ids, linked.copies)
    )


def akin(texts: Sequence[Mapping[str, int]]) -> list[tuple[int, int]]:
    """Which two are alike by themselves, whatever other texts there are."""
    words = set().union(*texts)
    near = pairs(weighed(texts, {word: weight(word, 1, 1) for word in words}), FEWER_KEYS)
    return [pair for pair, score in near.items() if score >= AKIN]


def with_copies(
    groups: Sequence[Sequence[int]], ids: Sequence[str], copies: Mapping[str, str]
) -> tuple[tuple[str, ...], ...]:
    """The articles of each group by their ids, copies beside what they reprint."""
    found = [[ids[i] for i in group] for group in groups]
    group_of = {article: number for number, group in enumerate(found) for article in group}
    for copy in sorted(copies):
        found[group_of[original(copy, copies)]].append(copy)
    return tuple(sorted(tuple(sorted(group)) for group in found))


def original(article: str, copies: Mapping[str, str]) -> str:
    """What a copy goes back to, by way of other copies too."""
    while article in copies:
        article = copies[article]
    return article


def vectors_of(texts: Sequence[Mapping[str, int]]) -> list[Vector]:
    """Each text as a vector of length one over its words; the common ones are left out."""
    held = Counter(word for text in texts for word in text)
    return weighed(texts, {word: weight(word, number, len(texts)) for word, number in held.items()})


def weighed(texts: Sequence[Mapping[str, int]], weights: Mapping[str, float]) -> list[Vector]:
    """The same by weights that are given."""
    found: list[Vector] = []
    for text in texts:
        raw = {w: (1 + log(n)) * weights[w] for w, n in sorted(text.items())}
        kept = {w: value for w, value in raw.items() if value > 0}
        length = sqrt(sum(value * value for value in kept.values())) or 1.0
        found.append({w: value / length for w, value in kept.items()})
    return found


def weight(word: str, held: int, of: int) -> float:
    """What a word says of the story: how rare it is in the news, and, in many articles, how rare it is here."""
    here = log(1 + of / held) / log(1 + of) if of > 20 else 1.0
    rare = rarity(word)
    return 0.0 if rare < 0.3 else rare * here


def pairs(vectors: Sequence[Vector], keys: int = KEYS) -> dict[tuple[int, int], float]:
    """The likeness of every two that share one of their heavier words and are alike at all."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, vector in enumerate(vectors):
        for word in sorted(vector, key=lambda w: (-vector[w], w))[:keys]:
            holders[word].append(place)
    found: dict[tuple[int, int], float] = {}
    for _, places in sorted(holders.items()):
        near = places[:COMMON]
        for a, i in enumerate(near):
            for j in near[a + 1 :]:
                if (i, j) not in found:
                    found[i, j] = likeness(vectors[i], vectors[j])
    return found


def likeness(one: Vector, other: Vector) -> float:
    if len(other) < len(one):
        one, other = other, one
    return sum(value * other[word] for word, value in one.items() if word in other)


def faded(one: Article, other: Article) -> float:
    """How much a likeness counts between articles so many days apart."""
    if one.published is None or other.published is None:
        return 1.0
    days = abs((one.published - other.published).days)
    return next((share for limit, share in FADED if days <= limit), AGES)


def grouped(size: int, scores: Mapping[tuple[int, int], float], alike: float = ALIKE) -> list[list[int]]:
    """Groups whose members are alike on average, grown from the closest pairs; alone is a group too."""
    group = {place: [place] for place in range(size)}
    for (i, j), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        one, other = group[i], group[j]
        if score < alike:
            break
        if one is other:
            continue
        if average(one, other, scores) >= alike:
            joined = sorted([*one, *other])
            group |= dict.fromkeys(joined, joined)
    return [group[place] for place in range(size) if group[place][0] == place]


def chained(size: int, alike: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Groups in which each is alike to another, and by way of others to all.

    >>> chained(4, [(0, 1), (1, 3)])
    [[0, 1, 3], [2]]
    """
    group = {place: [place] for place in range(size)}
    for i, j in alike:
        one, other = group[i], group[j]
        if one is not other:
            one.extend(other)
            group |= dict.fromkeys(other, one)
    return [sorted(group[place]) for place in range(size) if min(group[place]) == place]


def average(one: Sequence[int], other: Sequence[int], scores: Mapping[tuple[int, int], float]) -> float:
    found = [scores.get((min(i, j), max(i, j)), 0.0) for i in one for j in other]
    return sum(found) / len(found)
