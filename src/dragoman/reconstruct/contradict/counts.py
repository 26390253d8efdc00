"""Disagreements on an amount: one thing counted in two accounts, or by two voices of one, told of values that differ.

Amounts of two articles are of one thing where what surrounds them is alike, or their clauses mean nearly the same, and
each is the other's best match there: the nouns may differ ("fighters", "gunmen"), the deed may not (killed, held), nor
the day. What a share fetched differs from hour to hour. Within one article two voices count one thing where the second
has a bare number for it ("the port counted 640"). A round number and a close one, "more than" and what is more, a part
and its whole and a toll of the same days that has grown are refinements.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from math import inf, log, sqrt

from dragoman.model.gists import nearness as clauses_near
from dragoman.model.meanings import meaning, nearness
from dragoman.reconstruct.claims.drafts import Dispute, Position
from dragoman.reconstruct.claims.pages import Page
from dragoman.reconstruct.contradict.amounts import HARM, Amount, amounts_in
from dragoman.reconstruct.contradict.figures import anybody
from dragoman.reconstruct.contradict.numbers import Counted, refines
from dragoman.reconstruct.contradict.surroundings import CLAUSE

SURE = -0.8  # what the signs of two amounts must come to
DONE = {"dead": "killed", "hurt": "wounded", "held": "held", "freed": "released", "moved": "displaced"}
MANY = 4  # values in one dispute
SOMEBODY = ("people", "things", *HARM)
MOST = 3.5  # by how many times two counts of people may differ
CLOSE = 1.65  # and two of anything else
LEAST_CLOSE = 1.02
VOICES = 12.0  # and two voices of one article
KINDRED = 0.6  # how near two nouns must be that count one thing
FEW = 20  # amounts from which on a word that two of them have near is rare
COMMON = 60  # a word near so many amounts brings no pairs


SIGNS = ("words", "names", "share", "meant", "day", "one dated", "noun", "deed", "thing")
WEIGHTS = (0.7, 2.2, 4.7, 1.2, 1.1, -0.7, 0.3, 0.2, 0.9)  # fitted on annotated clusters: equal or contested numbers
CONSTANT = -3.6
ALIKE, LIKE = 6.0, 0.5  # what it counts how near two clauses are in meaning, and from where on
OF_LIKE = 0.05  # how near the things must be for that
PRICED = ("share", "stock", "bond", "index")
QUOTED = ("close", "open", "trade", "rise", "fall", "gain", "lose", "drop", "climb", "slip", "rose", "fell")


def count_disputes(
    pages: Mapping[str, Page],
    statements: Mapping[tuple[str, int], str],
    stories: Sequence[Sequence[str]],
    copies: Mapping[str, str],
) -> Iterator[Dispute]:
    """One for each thing that accounts or voices of a story count differently; refinements are marked as such."""
    for story in stories:
        own = [page for article, page in pages.items() if article in story and article not in copies]
        told = [amount for page in own for amount in amounts_in(page, statements)]
        days = {page.annotated.article.id: page.annotated.article.published for page in own}
        for one, other in voices_apart(told):
            yield from disputes([(one, other)], days, "one article has two voices count one thing differently")
        yield from disputes(list(accounts_apart(told)), days, "one thing, counted differently")


def disputes(pairs: Sequence[tuple[Amount, Amount]], days: Mapping[str, date | None], why: str) -> Iterator[Dispute]:
    """One for each set of amounts that pairs join, and one for each pair of which both can hold."""
    groups: list[list[Amount]] = []
    order = {article: place for place, article in enumerate(days)}
    for one, other in pairs:
        refined = both_hold(one, other, days)
        if refined is not None:
            yield dispute([one, other], order, refined, refines=True)
            continue
        near = [group for group in groups if one in group or other in group]
        if near and len(near[0]) < MANY and len(near) == 1:
            near[0].extend(a for a in (one, other) if a not in near[0])
        elif not near:
            groups.append([one, other])
    yield from (dispute(group, order, why, refines=False) for group in groups)


def dispute(told: Sequence[Amount], order: Mapping[str, int], why: str, *, refines: bool) -> Dispute:
    """The dispute on what these amounts count, in the order of the articles."""
    in_order = sorted(told, key=lambda a: (order[a.place.span.article], a.place))
    return Dispute(
        on="number",
        question=question(in_order),
        why=why,
        positions=tuple(Position(a.words, (a.place,)) for a in in_order),
        refines=refines,
    )


def question(told: Sequence[Amount]) -> str:
    """What is asked of several amounts: by the deed where there is one, else in the words of the clearest."""
    named = next((a for a in told if not a.bare and a.noun not in anybody()), told[0])
    if named.kind.startswith("money"):
        return f"How much was it: {named.words}?"
    if named.kind == "time":
        return f"How long was it: {named.words}?"
    deed = DONE.get(next((a.deed for a in told if a.deed), ""))
    return f"How many were {deed}?" if deed else f"How many: {named.words}?"


def both_hold(one: Amount, other: Amount, days: Mapping[str, date | None]) -> str | None:
    """Why two amounts can both hold, or nothing where they cannot."""
    if one.part != other.part and (one.low < other.low) == one.part:
        return "a part and its whole"
    told = tuple(days.get(a.place.span.article) for a in (one, other))
    grows = one.deed in HARM and fresh(one, told[0]) and fresh(other, told[1])
    if one.high == other.high == inf:  # two lower bounds are two tolls
        one, other = replace(one, high=one.low), replace(other, high=other.low)
    return refines(counted(one), counted(other), told, grows=grows)


def fresh(amount: Amount, published: date | None) -> bool:
    """Whether it is told while it may still grow: of a day not long before, or of no day."""
    near = {f"{published - timedelta(days):%m-%d}" for days in range(4)} if published else set()
    return published is None or amount.days <= near


def counted(amount: Amount) -> Counted:
    """An amount as `refines` compares it."""
    return Counted(amount.noun, amount.low, amount.high, amount.words, amount.about)


def accounts_apart(told: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """Amounts of two articles that are of one thing and differ, the surest first; each is the other's best match."""
    near = scored(told)
    best: dict[tuple[int, str], tuple[float, int]] = {}
    for (i, j), score in near.items():
        for here, there in ((i, j), (j, i)):
            key = (here, told[there].place.span.article)
            best[key] = max(best.get(key, (-inf, -1)), (score, -there))
    for (i, j), score in sorted(near.items(), key=lambda item: (-item[1], item[0])):
        one, other = told[i], told[j]
        mutual = -best[i, other.place.span.article][1] == j and -best[j, one.place.span.article][1] == i
        if score >= SURE and mutual and differ(one, other) and not agreed(told, one, other):
            yield (one, other)


def scored(told: Sequence[Amount]) -> dict[tuple[int, int], float]:
    """How sure it is that two comparable amounts of different articles are of one thing."""
    held = Counter(key for amount in told for key in amount.context)
    many = max(len(told), FEW) + 2
    rare = {key: log(many / number) / log(many) for key, number in held.items()}
    return {
        (i, j): sureness(signs(told[i], told[j], rare), clauses_near(told[i].gist, told[j].gist))
        for i, j in candidates(told)
    }


def sureness(found: Sequence[float], like: float) -> float:
    """What the signs of two amounts come to; of like things also how near their clauses are in meaning."""
    things = found[SIGNS.index("thing")]
    meant = ALIKE * max(0.0, like - LIKE) if things >= OF_LIKE else 0.0
    return CONSTANT + meant + sum(w * x for w, x in zip(WEIGHTS, found, strict=True))


def is_quoted(amount: Amount) -> bool:
    """Whether it is what a share, a bond or an index stood at, or by how much it moved."""
    own = {key for key, weight in amount.context.items() if weight >= CLAUSE}
    return any(word in own for word in PRICED) and any(word in own for word in QUOTED)


def signs(one: Amount, other: Amount, rare: Mapping[str, float]) -> tuple[float, ...]:
    """In the order of SIGNS: what the surroundings share, and how near the nouns and the things are."""
    shared = {key: min(w, other.context[key]) * rare[key] for key, w in one.context.items() if key in other.context}
    left, right = ({key: w * rare[key] for key, w in a.context.items()} for a in (one, other))
    names = sum(w for key, w in shared.items() if key.startswith("E:"))
    whole = sum(shared.values())
    meant = meaning({k: w for k, w in left.items() if k[1:2] != ":"}) @ meaning(
        {k: w for k, w in right.items() if k[1:2] != ":"}
    )
    return (
        whole - names,
        names,
        whole / sqrt(max(sum(left.values()) * sum(right.values()), 0.01)),
        round(float(meant), 3),
        float(bool(one.days & other.days)),
        float(bool(one.days) != bool(other.days)),
        noun_near(one, other),
        float(bool(one.deed) and one.deed == other.deed),
        thing_near(one, other),
    )


def noun_near(one: Amount, other: Amount) -> float:
    """How near what is counted is: one noun, people of any kind, nouns near in meaning; half where one is bare."""
    if one.bare or other.bare:
        return 0.5
    if one.noun == other.noun:
        return 1.0
    return 0.6 if one.noun in anybody() or other.noun in anybody() else max(0.0, nearness(one.noun, other.noun))


def thing_near(one: Amount, other: Amount) -> float:
    """How near the words are that the amounts are of: a "rise" and what is "raised"."""
    return max((nearness(a, b) for a in one.things for b in other.things), default=0.0)


def agreed(told: Sequence[Amount], one: Amount, other: Amount) -> bool:
    """Whether either article has the other's number too: then both may be told of several things."""
    articles = (one.place.span.article, other.place.span.article)
    return any(
        a.place.span.article in articles
        and a.place.span.article != b.place.span.article
        and a.low == b.low
        and (a.kind == b.kind or a.bare)
        for b in (one, other)
        for a in told
    )


def differ(one: Amount, other: Amount) -> bool:
    """Whether two amounts differ, but by no more than accounts of one thing do."""
    most, least = max(one.low or one.high, other.low or other.high), min(one.low or one.high, other.low or other.high)
    if least <= 0 or most == least:
        return False
    return most / least <= (MOST if one.kind in SOMEBODY and other.kind in SOMEBODY else CLOSE)


def candidates(told: Sequence[Amount]) -> list[tuple[int, int]]:
    """Amounts of different articles that share something near them that few have, by their places, in order."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, amount in enumerate(told):
        for key in amount.context:
            holders[key].append(place)
    found = {
        (i, j)
        for _, places in sorted(holders.items())
        if len(places) <= COMMON
        for i, j in combinations(places, 2)
        if told[i].place.span.article != told[j].place.span.article and comparable(told[i], told[j])
    }
    return sorted(found)


def comparable(one: Amount, other: Amount) -> bool:
    """Whether two amounts may be of one thing: of one kind, or both of people, of no two deeds and no two days."""
    if (one.days and other.days and not one.days & other.days) or one.wanted != other.wanted:
        return False
    if is_quoted(one) or is_quoted(other):
        return False
    if one.kind == other.kind:
        return one.deed == other.deed or not (one.deed and other.deed)
    if one.kind not in SOMEBODY or other.kind not in SOMEBODY:
        return "" not in (one.noun, other.noun) and nearness(one.kind, other.kind) >= KINDRED
    return not (one.deed and other.deed) or one.deed == other.deed


def voices_apart(told: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """Amounts of one article of which the second is another teller's bare number for what was counted just before."""
    for place, other in enumerate(told):
        if not other.teller or other.part:
            continue
        for one in reversed(told[max(0, place - 3) : place]):
            if one.place.span.article != other.place.span.article or other.sentence - one.sentence > 1:
                break
            if not (other.bare or other.pointing or one.pointing):
                continue
            if (
                comparable(replace(one, wanted=other.wanted), other)
                and other_teller(one, other)
                and voiced_apart(one, other)
            ):
                yield one, other
                break


def other_teller(one: Amount, other: Amount) -> bool:
    """Whether somebody else tells the second: who is told to put "the figure" at another value is somebody else."""
    return other.pointing or one.teller != other.teller


def voiced_apart(one: Amount, other: Amount) -> bool:
    """Whether the numbers of two voices differ, but by no more than those of rivals do."""
    most, least = max(one.low, other.low), min(one.low, other.low)
    return least > 0 and LEAST_CLOSE <= most / least <= VOICES and not one.part
