"""Which happenings of different articles are one, however worded; and what is faint in one and told in another.

Each outlet tells one happening in words of its own. So tellings of one story are also held against those of other
articles that are nearest to them, by what their clauses and the sentences around mean and by rare words, days, sides
and types, whatever they share: the signs are those of `agreement` and some more, with weights learned from annotated
clusters (`training/events_across.py`). What is faint joins a happening that another article tells, never another
faint one. Groups of one happening join where their tellings are likely one on the whole; days that are far apart hold
them apart.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.link.agreement import NEXT, Rarity, day_key, gap, reasons
from dragoman.link.happenings import Told
from dragoman.link.nearness import Nearness
from dragoman.link.products import Products
from dragoman.model.flow import Annotated, Linked
from dragoman.model.gists import Meanings
from dragoman.model.mention import Reason, Score
from dragoman.model.usual import all_nearer_than_usual, nearer_than_usual

if TYPE_CHECKING:
    from dragoman.model.gists import Whole

WEIGHTS = Path(__file__).parent / "lexicon" / "across.toml"
LIKELY = -2.0  # the score from which two tellings join, by annotators who do not write down all that is told twice
ON_THE_WHOLE = -3.0  # of two groups
FAR = -6.0  # the score of tellings that were not held against one another
EACH, MOST = 3, 12  # so many of each other article, and of all, a telling is held against
MANY = 6000  # tellings of a story that are held against one another, all with all
MEANT, AROUND = 6.6, 4.9  # what counts in finding the nearest: what a clause means, and the sentences around it,
WORDS, DAY, SIDE, TYPE = 0.6, 0.8, 0.3, 0.5  # rare words, a day, a side and a type that both have
FEW_DAYS = 3
AS_WEIGHED = frozenset({"articles of one story", "same words around it", "same day"})
"""Reasons that count by their weight; of the others it counts that they are given."""
NUMBERS = frozenset({"same number", "same large number"})  # here a number counts, whatever it is taken to be of


@dataclass(frozen=True, slots=True)
class Telling:
    """What is compared of a telling, what its clause and the sentences around mean; and whether it is only faint."""

    told: Told
    gist: Whole
    around: Whole
    faint: bool = False


@cache
def weights() -> Mapping[str, float]:
    """The weight of each sign; "always" stands for what is so of any two."""
    table: Mapping[str, float] = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))["weights"]
    return table


def joined_across(
    linked: Linked, groups: Sequence[Sequence[Told]], faint: Sequence[Told], rarity: Rarity
) -> list[list[Told]]:
    """The groups of one happening each, some of them joined, some with what is faint in other articles."""
    told = [telling for group in groups for telling in group]
    tellings = [*with_meanings(linked, told, faint=False), *with_meanings(linked, faint, faint=True)]
    scores = {pair: score.value for pair, score in scored(linked, tellings, rarity)}
    places = iter(range(len(told)))
    known = [[next(places) for _ in group] for group in groups]
    found = grouped(tellings, scores, known)
    order = {annotated.article.id: place for place, annotated in enumerate(linked.articles)}

    def placed(telling: Told) -> tuple[int, int]:
        return order[telling.article], telling.at.place

    return [sorted((tellings[place].told for place in members), key=placed) for members in found]


def with_meanings(linked: Linked, told: Iterable[Told], *, faint: bool) -> Iterator[Telling]:
    """The tellings with what they mean."""
    articles = {annotated.article.id: annotated for annotated in linked.articles}
    pages: dict[str, Page] = {}
    for one in told:
        if one.article not in pages:
            pages[one.article] = Page(articles[one.article])
        yield Telling(one, *pages[one.article].meanings_at(one), faint)


class Page:
    """What the clauses of an article mean."""

    def __init__(self, annotated: Annotated) -> None:
        tokens = annotated.reading.tokens
        self.sentences = annotated.reading.sentences
        self.starts = [token.start for token in tokens]
        self.firsts = [sentence.first for sentence in self.sentences]
        self.meanings = Meanings(annotated.reading.gists, len(tokens))
        self.events = (*annotated.events, *annotated.faint)

    def meanings_at(self, told: Told) -> tuple[Whole, Whole]:
        """What the clause of a telling means, and its sentence with those before and after it."""
        event = self.events[told.at.place]
        trigger = bisect_left(self.starts, event.trigger.start)
        sentence = max(0, bisect_left(self.firsts, trigger + 1) - 1)
        held = self.sentences[max(0, sentence - 1) : sentence + 2]
        first, last = bisect_left(self.starts, event.span.start), bisect_left(self.starts, event.span.end)
        return self.meanings.of(first, last), self.meanings.of(held[0].first, held[-1].last)


def scored(linked: Linked, tellings: Sequence[Telling], rarity: Rarity) -> Iterator[tuple[tuple[int, int], Score]]:
    """How likely those that are nearest to one another are one happening, story by story."""
    each = weights()
    for pair, signs in signs_of(linked, tellings, rarity):
        told = tuple(Reason(sign, round(each[sign] * value, 3)) for sign, value in signs.items() if sign in each)
        yield pair, Score((Reason("always", each["always"]), *told))


def signs_of(
    linked: Linked, tellings: Sequence[Telling], rarity: Rarity
) -> Iterator[tuple[tuple[int, int], Mapping[str, float]]]:
    """What speaks for or against those that are nearest to one another being one happening, by their places."""
    import numpy as np

    place_of: defaultdict[str, list[int]] = defaultdict(list)
    for place, telling in enumerate(tellings):
        place_of[telling.told.article].append(place)
    whole = tuple(annotated.article.id for annotated in linked.articles)
    for story in linked.stories or (whole,):
        places = few_enough([place for article in sorted(story) for place in place_of[article]], tellings)
        here = [tellings[place] for place in places]
        pairs = nearest(here, rarity)
        if not pairs:
            continue
        articles = [telling.told.article for telling in here]
        nearness = Nearness(linked.articles, {(articles[i], articles[j]) for i, j in pairs})
        meant = nearer_than_usual(np.array([telling.gist for telling in here]), articles, pairs)
        around = nearer_than_usual(np.array([telling.around for telling in here]), articles, pairs)
        for (i, j), near, by in zip(pairs, meant, around, strict=True):
            close = nearness.of(articles[i], articles[j])
            pair = (places[i], places[j]) if places[i] < places[j] else (places[j], places[i])
            yield pair, signs(here[i], here[j], rarity, close, near, by)


def few_enough(places: Sequence[int], tellings: Sequence[Telling]) -> Sequence[int]:
    """The tellings of a story; of very many, those that are not faint, and none where these are too many as well."""
    if len(places) > MANY:
        places = [place for place in places if not tellings[place].faint]
    return places if len(places) <= MANY else ()


def signs(
    one: Telling, other: Telling, rarity: Rarity, nearness: float, near: float, around: float
) -> Mapping[str, float]:
    """What speaks for or against two tellings being one happening; each sign with how much of it there is."""
    left, right = one.told, other.told
    found = {"nearer than usual": near, "sentences nearer than usual": around}
    for reason in reasons(left, right, rarity, nearness):
        if reason.why not in NUMBERS:
            found[reason.why] = reason.weight if reason.why in AS_WEIGHED else 1.0
    shared = words_of(left) & words_of(right)
    found["rare words in common"] = sum(sorted(rarity.get(word, 0.0) for word in shared))
    if left.sides and right.sides:
        found["share of sides"] = len(left.sides & right.sides) / min(len(left.sides), len(right.sides))
    found["numbers in common"] = len({n for _, n in left.numbers} & {n for _, n in right.numbers})
    found["kept"] = 2.0 - one.faint - other.faint
    return found


def words_of(told: Told) -> frozenset[str]:
    return told.content | told.words


def nearest(tellings: Sequence[Telling], rarity: Rarity) -> list[tuple[int, int]]:
    """Tellings of different articles that are each among the nearest to the other, by their places, in order."""
    import numpy as np

    articles = [telling.told.article for telling in tellings]
    if len(set(articles)) < 2:
        return []
    meant = all_nearer_than_usual(np.array([telling.gist for telling in tellings]), articles)
    around = all_nearer_than_usual(np.array([telling.around for telling in tellings]), articles)
    products = Products([vector(telling.told, rarity) for telling in tellings])
    chosen: list[set[int]] = []
    for place, (by_meaning, by_around) in enumerate(zip(meant, around, strict=True)):
        alike = MEANT * by_meaning + AROUND * by_around + products.of(place)
        chosen.append(set(some_of_each(np.argsort(-alike, kind="stable").tolist(), articles, place)))
    return sorted((i, j) for i, near in enumerate(chosen) for j in near if i < j and i in chosen[j])


def some_of_each(ordered: Iterable[int], articles: Sequence[str], place: int) -> Iterator[int]:
    """The first so many of `ordered` in other articles than that of `place`, and the first few of each article only."""
    count: Counter[str] = Counter({articles[place]: EACH})
    for other in ordered:
        if count[articles[other]] < EACH:
            count[articles[other]] += 1
            yield other
        if count.total() >= MOST + EACH:
            return


def vector(told: Told, rarity: Rarity) -> Mapping[str, float]:
    """What a telling shares with others, so that what two have in common weighs as much as it says."""
    found = {f"word {word}": sqrt(WORDS * rarity.get(word, 0.0)) for word in words_of(told)}
    found |= {f"day {day_key(when)} {when.end}": sqrt(DAY) for when in told.days}
    found |= {f"side {side}": sqrt(SIDE) for side in told.sides}
    found |= {f"type {kind.value}": sqrt(TYPE) for kind in told.types}
    return dict(sorted(found.items()))


def grouped(
    tellings: Sequence[Telling], scores: Mapping[tuple[int, int], float], known: Sequence[Sequence[int]]
) -> list[list[int]]:
    """The groups, those joined that are likely one, the likeliest first; of what is faint only what has joined one."""
    members = {group[0]: list(group) for group in known}
    group_of = {place: group[0] for group in known for place in group}
    for place, telling in enumerate(tellings):
        if telling.faint:
            members[place], group_of[place] = [place], place
    for (i, j), value in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        first, second = sorted((group_of[i], group_of[j]))
        if value < LIKELY or first == second or not fit(tellings, scores, members[first], members[second]):
            continue
        for place in members[second]:
            group_of[place] = first
        members[first] += members.pop(second)
    return [group for _, group in sorted(members.items()) if not tellings[group[0]].faint]


def fit(
    tellings: Sequence[Telling], scores: Mapping[tuple[int, int], float], left: Sequence[int], right: Sequence[int]
) -> bool:
    """Whether two groups are likely one on the whole; what is faint joins a happening of other articles only."""
    if tellings[right[0]].faint and (
        tellings[left[0]].faint or any(tellings[i].told.article == tellings[right[0]].told.article for i in left)
    ):
        return False
    if any(far_apart(tellings[i].told, tellings[j].told) for i in left for j in right):
        return False
    pairs = (
        (min(i, j), max(i, j)) for i in left for j in right if tellings[i].told.article != tellings[j].told.article
    )
    values = [scores.get(pair, FAR) for pair in pairs]
    return bool(values) and sum(values) / len(values) >= ON_THE_WHOLE


def far_apart(left: Told, right: Told) -> bool:
    """Whether both are dated, and not as accounts of one happening differ at times."""
    if not left.days or not right.days or max(left.days[0].days, right.days[0].days) > FEW_DAYS:
        return False
    return gap(left.days[0], right.days[0]) > NEXT
