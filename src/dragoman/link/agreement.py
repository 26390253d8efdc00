"""How well two tellings agree: reasons for and against their being one happening, in a score that can be read.

Each sign has an amount and a weight, learnt by `training/events_agreement.py` from annotated news and kept in
`lexicon/agreement.toml`; what cannot be one happening is set there by hand. Knows nothing of texts: what is compared
is in `happenings`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from dragoman.link.happenings import Told, stem
from dragoman.model.meanings import nearness as nearness_of
from dragoman.model.mention import Reason, Score
from dragoman.model.plover import QUADS, EventType, Quad, Status
from dragoman.model.turns import turns_of
from dragoman.model.when import When

FILE = Path(__file__).parent / "lexicon" / "agreement.toml"
JOINED = 0.2
A_FEW_DAYS = 3
BESIDE = 1  # days by which accounts of one thing may differ
NEAR = 0.55  # how near two words stand that may mean one thing
ALIKE = 0.45  # ... and that what they are about may be one
ENOUGH = 3  # words around a trigger that tell what it is about
LITTLE = 0.05  # of the words around it
NAMES = 2.0  # more of names in common says no more
DONE = (Status.HAPPENED, Status.ALLEGED)
TOGETHER = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE, EventType.SUPPORT})
SPOKEN = frozenset(
    t for t in EventType if QUADS[t] in (Quad.VERBAL_CONFLICT, Quad.VERBAL_COOPERATION) and t is not EventType.CONSULT
)
SPEAKING = ("same", "about the same", "days that fit")  # how signs begin that speak for one happening
GIVING = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE, EventType.REQUEST})
Rarity = Mapping[str, float]
Signs = Iterator[tuple[str, float]]


@cache
def weights() -> Mapping[str, float]:
    """The weight of each sign."""
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {**tables["learnt"], **tables["set"]}


def score(left: Told, right: Told, rarity: Rarity, nearness: float) -> Score:
    """Reasons for and against two tellings being of one happening.

    `rarity` says how telling a word is, `nearness` how near their articles are.
    """
    known = weights()
    found = (
        (sign, round(known[sign] * amount, 2)) for sign, amount in signs(left, right, rarity, nearness) if sign in known
    )
    return Score(tuple(Reason(sign, weight) for sign, weight in found if weight))


def signs(left: Told, right: Told, rarity: Rarity, nearness: float) -> Signs:
    """What speaks for or against, each with its amount."""
    sort = sort_of(left, right)
    yield f"{sort} twice", 1.0
    yield from of_word(left, right, sort, nearness)
    besides = list(of_all_besides(left, right, rarity, sort))
    yield from besides
    if left.article != right.article and not any(sign.startswith(SPEAKING) for sign, _ in besides):
        yield f"nothing but the word in common, {sort}", 1.0
    if left.article == right.article and (left.points or right.points) and not left.sides ^ right.sides:
        yield "points back", 1.0


def of_all_besides(left: Told, right: Told, rarity: Rarity, sort: str) -> Signs:
    """What speaks for or against besides the words that tell them."""
    yield from of_parties(left, right, sort)
    yield from of_status(left, right, sort)
    yield from of_day(left, right)
    if sort == "said" and left.actors & right.actors and is_same_day(left, right):
        yield "same speaker on one day", 1.0
    if left.places and right.places:
        yield "same place" if left.places & right.places else "other place", 1.0
    yield from of_numbers(left, right)
    yield from of_words_around(left, right, rarity, sort)
    yield from of_objects(left, right, rarity, sort)


def sort_of(left: Told, right: Told) -> str:
    """Whether both are words given, both meetings, or anything else."""
    types = left.types | right.types
    if types <= SPOKEN:
        return "said"
    return "met" if types == {EventType.CONSULT} else "done"


def of_word(left: Told, right: Told, sort: str, nearness: float) -> Signs:
    """The words that tell them. An article of the same story speaks for one happening where they are alike."""
    near = 0.0
    if left.words & right.words:
        alike = "same word"
    elif left.kinds & right.kinds:
        alike = "word of the same kind"
    else:
        near = max((likeness(a, b) for a in left.lemmas for b in right.lemmas), default=0.0)
        alike = "near word" if near >= NEAR else "other word"
        if left.kinds and right.kinds:
            yield "word of another kind", 1.0
    yield f"{alike}, {sort}", 1.0
    if near >= NEAR:
        yield "nearness of the words", near - NEAR
    if not left.types & right.types:
        against = any(EventType.REJECT in types for types in (left.types, right.types))
        yield "refused and not refused" if against and (left.types | right.types) & GIVING else "kindred type", 1.0
    where = "one article" if left.article == right.article else "articles of one story"
    yield f"{where}, {alike}", nearness
    if left.noun != right.noun:
        yield "a noun and a verb", 1.0
    elif left.noun:
        yield "two nouns", 1.0


def of_parties(left: Told, right: Told, sort: str) -> Signs:
    if left.actors & right.actors:
        yield "same actor", 1.0
    if left.recipients & right.recipients:
        yield "same recipient", 1.0
    elif left.recipients and right.recipients:
        yield f"other recipient, {sort}", 1.0
    one_way = left.types | right.types <= SPOKEN - TOGETHER
    if one_way and left.actor_sides and right.actor_sides and not left.actor_sides & right.actor_sides:
        yield "other actor", 1.0
    names = sum(1.0 for _ in left.named & right.named)
    if names:
        yield "same names beside it", min(names, NAMES)
    elif left.named and right.named:
        yield "other names beside it", 1.0
    shared = left.sides & right.sides
    if not left.sides or not right.sides:
        yield "no party told" if not left.sides and not right.sides else "parties told once", 1.0
        return
    if shared and not left.parties & right.parties:
        yield "other people of these sides", 1.0
    if not shared:
        yield f"no party in common, {sort}", 1.0
    elif left.sides == right.sides and len(shared) > 1:
        yield f"same parties, {'met' if sort == 'met' else 'done'}", 1.0
    elif left.sides == right.sides:
        yield "same party", 1.0
    elif shared not in (left.sides, right.sides):
        yield f"some parties differ, {'met' if sort == 'met' else 'done'}", 1.0 if len(shared) == 1 else 0.25


def of_status(left: Told, right: Told, sort: str) -> Signs:
    """What was done is not what somebody is only asked to do or might do; a plan may have come about since."""
    one, other = left.status in DONE, right.status in DONE
    if one == other:
        if not one and left.status is not right.status:
            yield "not done in two ways", 1.0
        return
    planned = Status.PLANNED in (left.status, right.status)
    if planned and sort == "met" and not is_same_day(left, right):
        yield "met, and to meet", 1.0
    else:
        yield "planned and done" if planned else "done and not done", 1.0


def of_day(left: Told, right: Told) -> Signs:
    if is_too_late(left, right) or is_too_late(right, left):
        yield "done after the other was printed", 1.0
    if not left.days or not right.days:
        if left.days or right.days:
            yield "day told once", 1.0
        return
    one, other = left.days[0], right.days[0]
    exact = max(one.days, other.days) <= A_FEW_DAYS
    if apart(one, other):
        beside = gap(one, other) <= BESIDE
        yield "other weeks" if not exact else "a day beside" if beside else "other days", 1.0
    elif (one.start, one.end) == (other.start, other.end):
        yield "same day" if exact else "same weeks", 1.0
    else:
        yield "days that fit", 1.0


def is_too_late(told: Told, other: Told) -> bool:
    """Whether one was done after the article was printed that tells the other as done."""
    day = told.days[0].start if told.days else None
    printed = other.published if other.status in DONE else None
    return day is not None and printed is not None and told.status in DONE and (day - printed).days > 0


def is_same_day(left: Told, right: Told) -> bool:
    return bool(left.days and right.days and left.days[0].is_day and left.days[0].start == right.days[0].start)


def apart(left: When, right: When) -> bool:
    return not left.overlaps(right)


def gap(left: When, right: When) -> int:
    """How many days lie from one to the other, where they are apart."""
    return max((right.start - left.end).days, (left.start - right.end).days)


def of_numbers(left: Told, right: Told) -> Signs:
    if left.numbers & right.numbers:
        yield "same number", 1.0
    elif {of for of, _ in left.numbers} & {of for of, _ in right.numbers}:
        yield "other number", 1.0


def of_words_around(left: Told, right: Told, rarity: Rarity, sort: str) -> Signs:
    share = share_of(left.content, right.content, rarity)
    if share >= LITTLE:
        yield f"same words around {'the same word' if left.words & right.words else 'it'}", share
    elif min(len(left.content), len(right.content)) >= ENOUGH:
        yield f"other words around it, {sort}", 1.0


def of_objects(left: Told, right: Told, rarity: Rarity, sort: str) -> Signs:
    """What it is about: what was refused, offered, hit or agreed on."""
    if not left.about or not right.about:
        return
    share = near_share(left.about, right.about, rarity)
    yield (f"about the same, {sort}", share) if share > 0 else (f"about other things, {sort}", 1.0)


def near_share(left: frozenset[str], right: frozenset[str], rarity: Rarity) -> float:
    """The share of the telling words of the shorter that the other holds, as they are or as words near to them."""
    weights = [{word: rarity.get(stem(word), 0.5) for word in sorted(words)} for words in (left, right)]
    short, long = sorted(weights, key=lambda words: sum(words.values()))
    shared = 0.0
    for word, weight in short.items():
        shared += weight * max(likeness(word, other) for other in long)
    return shared / (sum(short.values()) + 2.0)


def likeness(word: str, other: str) -> float:
    """How far two words mean one thing: 1 where they stand for one another, 0 where they are not near."""
    if word == other or turns_of(word) & turns_of(other):
        return 1.0
    near = nearness_of(word, other)
    return near if near >= ALIKE else 0.0


def share_of(left: frozenset[str], right: frozenset[str], rarity: Rarity) -> float:
    """The share of the telling words of the shorter that the other holds too."""
    shared = sum(rarity.get(word, 0.5) for word in sorted(left & right))
    smaller = min(sum(rarity.get(word, 0.5) for word in sorted(words)) for words in (left, right))
    return shared / (smaller + 2.0)
