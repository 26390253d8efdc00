"""Which mentions of events tell one happening.

Tellings are compared only where they share a block: a kind of word with a party, a day, a place or a number, or a pair
of parties. The best pairs are joined first, and two groups only where their members fit on the whole, so that
look-alikes stay apart: two strikes on one town, two rounds of talks. What different articles tell in words that share
nothing is brought together in `across`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from math import log

from dragoman.link.across import joined_across
from dragoman.link.agreement import JOINED, Rarity, day_key, reasons
from dragoman.link.happenings import Told, faint_in, sides_of, told_in
from dragoman.link.nearness import Nearness
from dragoman.model.event import Event, EventPlace
from dragoman.model.flow import Annotated, Linked
from dragoman.model.identity import Ids

LARGEST = 80  # a block of more tellings says too little
CONFLICT = -4.0
# Kinds of words whose types lie in several fields.
OFFERING = frozenset({"offer", "warning"})


def link_events(linked: Linked) -> Linked:
    """The articles with their happenings, in the order of the mention that opens each."""
    ids, groups = Ids(), [[telling.at for telling in group] for group in happenings(linked)]
    linked, groups = with_taken_up(linked, groups)
    articles = {a.article.id: a for a in linked.articles}
    events = []
    for at in sorted(groups, key=lambda at: (at[0].article, at[0].place)):
        opening = articles[at[0].article].events[at[0].place]
        key = (at[0].article, opening.trigger.start, opening.trigger.end, opening.type.value if opening.type else "")
        events.append(Event(id=ids.new("ev", *key), mentions=tuple(at)))
    return replace(linked, events=tuple(events))


def happenings(linked: Linked) -> list[list[Told]]:
    """All tellings in groups of one happening each; what is faint stands in those of other articles that it tells too.

    Groups and tellings are in the order of the articles.
    """
    sides = sides_of(linked)
    told = [item for annotated in linked.articles for item in told_in(annotated, linked, sides)]
    near = sorted(pairs(told))
    articles = [item.article for item in told]
    apart = {(articles[i], articles[j]) for i, j in near if articles[i] != articles[j]}
    joining = Joining(told, Nearness(linked.articles, apart))
    faint = [item for annotated in linked.articles for item in faint_in(annotated, linked, sides)]
    return joined_across(linked, joining.groups(near), faint, joining.rarity)


def with_taken_up(linked: Linked, groups: Sequence[Sequence[EventPlace]]) -> tuple[Linked, list[list[EventPlace]]]:
    """The articles with what was faint and has been told by another among their events, and the groups as it is now."""
    taken: defaultdict[str, set[int]] = defaultdict(set)
    for at in (at for group in groups for at in group):
        taken[at.article].add(at.place)
    articles: list[Annotated] = []
    places: dict[tuple[str, int], int] = {}
    for annotated in linked.articles:
        every = (*annotated.events, *annotated.faint)
        kept = sorted(taken[annotated.article.id], key=lambda place: (every[place].trigger, every[place].span, place))
        places |= {(annotated.article.id, place): now for now, place in enumerate(kept)}
        articles.append(replace(annotated, events=tuple(every[place] for place in kept), faint=()))
    order = {annotated.article.id: place for place, annotated in enumerate(articles)}
    renamed = [
        sorted(
            (EventPlace(at.article, places[at.article, at.place]) for at in group),
            key=lambda at: (order[at.article], at.place),
        )
        for group in groups
    ]
    return replace(linked, articles=tuple(articles)), renamed


class Joining:
    """Joins tellings into groups, the best pairs first."""

    def __init__(self, told: Sequence[Told], nearness: Nearness) -> None:
        self._told, self._nearness = told, nearness
        self.rarity = rarities(told)
        self._known: dict[tuple[int, int], float] = {}

    def groups(self, near: Sequence[tuple[int, int]]) -> list[list[Told]]:
        """The groups that come of joining what fits, among the pairs given."""
        members = {i: [i] for i in range(len(self._told))}
        group = list(range(len(self._told)))
        scored = [(self._score(i, j), i, j) for i, j in near]
        for value, i, j in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
            first, second = sorted((group[i], group[j]))
            if value <= JOINED or first == second or not self._fit(members[first], members[second]):
                continue
            for k in members[second]:
                group[k] = first
            members[first] += members.pop(second)
        return [[self._told[k] for k in sorted(members[i])] for i in sorted(members)]

    def _fit(self, left: Sequence[int], right: Sequence[int]) -> bool:
        """Whether the members of two groups fit on the whole, and none contradicts another."""
        total = 0.0
        for i in left:
            for j in right:
                pair = (i, j) if i < j else (j, i)
                value = self._known[pair] if pair in self._known else self._score(*pair)
                if value <= CONFLICT:
                    return False
                total += value
        return total / (len(left) * len(right)) > JOINED

    def _score(self, i: int, j: int) -> float:
        if (i, j) not in self._known:
            left, right = self._told[i], self._told[j]
            near = self._nearness.of(left.article, right.article)
            self._known[i, j] = sum([reason.weight for reason in reasons(left, right, self.rarity, near)])
        return self._known[i, j]


def rarities(told: Sequence[Told]) -> Rarity:
    """How telling each word of a clause is: the logarithm of the share of clauses without it."""
    counts = Counter(word for item in told for word in (*item.content, *map(day_key, item.days)))
    most = max(len(told), 2)
    return Rarity({word: log(most / count) / log(most) for word, count in counts.items()})


def pairs(told: Sequence[Told]) -> set[tuple[int, int]]:
    """The tellings that share a block."""
    blocks: defaultdict[object, list[int]] = defaultdict(list)
    for i, item in enumerate(told):
        for key in set(keys(item)):
            blocks[key].append(i)
    return {pair for block in blocks.values() if len(block) <= LARGEST for pair in combinations(block, 2)}


def keys(told: Told) -> Iterator[tuple[object, ...]]:
    """The blocks a telling stands in, in any order."""
    words, field = told.words | told.kinds, told.field
    days = [when.start for when in told.days if when.days <= 7]
    for word in words:
        yield field, word
        yield field, word, told.article
        yield from ((field, word, side) for side in told.sides)
        yield from ((field, word, place) for place in told.places)
        yield from ((field, word, day) for day in days)
    few = [when for when in told.days if when.days <= 3]
    yield from (("on a day", when.start, about) for when in few for about in told.content | told.sides | told.words)
    yield from (("of any field", kind, side) for kind in told.kinds & OFFERING for side in told.sides)
    yield from ((field, *pair) for pair in combinations(sorted(told.sides), 2))
    yield from ((field, side, day) for side in told.sides for day in days)
    yield from ((field, number) for number in told.numbers)
