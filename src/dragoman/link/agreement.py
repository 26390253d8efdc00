"""How well two tellings agree: reasons for and against their being one happening, in a score that can be read.

The weights follow a logistic regression on annotated news (`training/events_join.py`), rounded; days and parties weigh
more here, since political news has many look-alikes, and a day that few tellings name weighs most. Knows nothing of
texts: what is compared is in `happenings`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import fsum

from dragoman.link.happenings import Told
from dragoman.model.mention import Reason, Score
from dragoman.model.plover import EventType, Status
from dragoman.model.when import When

JOINED = 0.0
A_FEW_DAYS = 3
MEET_OFTEN = -2.5
MEET_AGAIN = -3.0  # who is ready to meet has met already, or will meet again
NOT_DONE, OTHER_ACTOR, OTHER_WORDS, SAME_SPEAKER = -1.2, -1.5, -0.8, 0.7
SAID_AGAIN = 3.6  # words of speech come again in an article without telling one thing
ENOUGH = 3  # words around a trigger that tell what it is about
TWICE = -3.5
NEXT = 1  # accounts are so many days apart over one happening at times
OTHER_DAYS, NEXT_DAY, OTHER_WEEKS = -10.0, -6.0, -2.5
RARE_DAY, COMMON = 5.0, 0.45  # what the rarest day adds, and how rare a day must be to add anything
LARGE = 20  # from here on a number is told by chance seldom
SAME_LARGE, SAME_SMALL = 1.5, 0.5
AROUND = 4.0  # the same words around both
NOTHING_SAID, ONLY_DAY = -2.0, -0.5
DONE = (Status.HAPPENED, Status.ALLEGED)
TOGETHER = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE, EventType.SUPPORT})


reason = lru_cache(maxsize=10_000)(Reason)  # the same few hundred come again and again


class Rarity(dict[str, float]):
    """How telling each word is; what the words of a clause come to together is added up once."""

    def __init__(self, words: Mapping[str, float]) -> None:
        super().__init__(words)
        self._sums: dict[frozenset[str], float] = {}

    def of(self, words: frozenset[str]) -> float:
        """How telling the words are together, the same in whatever order."""
        if words not in self._sums:
            self._sums[words] = fsum(self.get(word, 0.0) for word in words)
        return self._sums[words]


def score(left: Told, right: Told, rarity: Rarity, nearness: float) -> Score:
    """Reasons for and against two tellings being of one happening.

    `rarity` says how telling a word is, `nearness` how near their articles are.
    """
    return Score(tuple(reasons(left, right, rarity, nearness)))


def reasons(left: Told, right: Told, rarity: Rarity, nearness: float) -> Iterator[Reason]:
    spoken = is_spoken(left, right)
    yield reason("told twice", TWICE)
    yield from of_word(left, right, spoken=spoken)
    where = "one article" if left.article == right.article else "articles of one story"
    yield reason(where, round(nearness * weight_of_story(left, right, spoken=spoken), 2))
    yield from of_parties(left, right, spoken=spoken)
    yield from of_status(left, right)
    yield from of_day(left, right, rarity)
    if spoken and left.actors & right.actors and is_same_day(left, right):
        yield reason("same speaker on one day", SAME_SPEAKER)
    yield from of_place(left, right)
    if same := left.numbers & right.numbers:
        large = any(value >= LARGE for _, value in same)
        yield reason("same large number" if large else "same number", SAME_LARGE if large else SAME_SMALL)
    if spoken and is_bare(left, right):
        yield reason("nothing but the word", NOTHING_SAID)
    elif is_only_day(left, right):
        yield reason("nothing but the day", ONLY_DAY)
    share = content_shared(left, right, rarity)
    if share < 0.05 and spoken and min(len(left.content), len(right.content)) >= ENOUGH:
        yield reason("other words around it", OTHER_WORDS)
    if share >= 0.05 and speaks_of_one(left, right, spoken=spoken):
        yield reason("same words around it", round(AROUND * share, 2))
    if left.article == right.article and (left.points or right.points) and not left.sides ^ right.sides:
        yield reason("points back", 0.5)


def weight_of_story(left: Told, right: Told, *, spoken: bool) -> float:
    """An article of the same story speaks for one happening, above all where the words are alike."""
    if not left.words.isdisjoint(right.words):
        return SAID_AGAIN if spoken else 4.6
    return 2.0 if left.kinds.isdisjoint(right.kinds) else 3.0


def speaks_of_one(left: Told, right: Told, *, spoken: bool) -> bool:
    """Whether the words around two tellings say anything of their being one, where the telling words differ.

    A clause is around all that is told in it. Another outlet names one deed in other words on its day; what was said
    it always puts in its own words.
    """
    if not left.words.isdisjoint(right.words):
        return True
    if left.article == right.article:
        return not (left.clause and right.clause and left.clause.overlaps(right.clause))
    return spoken or is_same_day(left, right)


def of_word(left: Told, right: Told, *, spoken: bool) -> Iterator[Reason]:
    if not left.words.isdisjoint(right.words):
        yield reason("same word", 1.7)
    elif not left.kinds.isdisjoint(right.kinds):
        yield reason("word of the same kind", 0.5)
    elif left.kinds and right.kinds:
        yield reason("word of another kind", -1.2)
    if left.types.isdisjoint(right.types) and (left.types or right.types):
        yield reason("kindred type", -0.75)
    elif spoken:
        yield reason("said more than once", -1.0)
    elif EventType.CONSULT in left.types:
        yield reason("they meet more than once", MEET_OFTEN)


def of_parties(left: Told, right: Told, *, spoken: bool) -> Iterator[Reason]:
    if not left.actors.isdisjoint(right.actors):
        yield reason("same actor", 0.5)
    if not left.recipients.isdisjoint(right.recipients):
        yield reason("same recipient", 0.8)
    one_way = spoken and not (left.types | right.types) & TOGETHER
    if one_way and left.actor_sides and right.actor_sides and not left.actor_sides & right.actor_sides:
        yield reason("other actor", OTHER_ACTOR)
    if not left.sides or not right.sides:
        return
    shared = left.sides & right.sides
    if shared and not left.parties & right.parties:
        yield reason("other people of these sides", -0.75)
    met = left.types == right.types == frozenset({EventType.CONSULT})
    if not shared:
        yield reason("no party in common", -4.5 if met else -1.0)
    elif left.sides == right.sides and len(shared) > 1:
        yield reason("same parties", 1.5)
    elif shared not in (left.sides, right.sides):
        few = len(shared) == 1
        yield reason("some parties differ", (-2.5 if met else -1.0) if few else -0.25)


def of_status(left: Told, right: Told) -> Iterator[Reason]:
    """What was done is not what somebody is only asked to do or might do; a plan may have come about since."""
    one, other = left.status in DONE, right.status in DONE
    if one != other:
        planned = Status.PLANNED in (left.status, right.status)
        if planned and EventType.CONSULT in left.types | right.types and not is_same_day(left, right):
            yield reason("met, and to meet", MEET_AGAIN)
        else:
            yield reason("planned and done", -0.3) if planned else reason("done and not done", NOT_DONE)


def of_day(left: Told, right: Told, rarity: Rarity) -> Iterator[Reason]:
    """What their days say: one that few tellings name says much, the day of the news little."""
    if not left.days or not right.days:
        return
    one, other = left.days[0], right.days[0]
    exact = max(one.days, other.days) <= A_FEW_DAYS
    if apart(one, other):
        yield reason("other days", (OTHER_DAYS if gap(one, other) > NEXT else NEXT_DAY) if exact else OTHER_WEEKS)
    elif (one.start, one.end) == (other.start, other.end):
        telling = RARE_DAY * max(0.0, rarity.get(day_key(one), 0.0) - COMMON)
        yield reason("same day", round(1.0 + telling, 2)) if exact else reason("same weeks", 0.5)
    else:
        yield reason("days that fit", 0.25)


def is_spoken(left: Told, right: Told) -> bool:
    """Whether both are done by words; one without a type is not known to be."""
    return left.spoken and right.spoken


def is_bare(left: Told, right: Told) -> bool:
    """Whether nothing is shared that tells which one: no party, day, place or number."""
    days = left.days and right.days and not apart(left.days[0], right.days[0])
    return not (left.sides & right.sides or days or left.places & right.places or left.numbers & right.numbers)


def is_only_day(left: Told, right: Told) -> bool:
    """Whether nothing but a day is shared: no word or kind of word, party, place or number."""
    alike = left.words & right.words or left.kinds & right.kinds
    return not (alike or left.sides & right.sides or left.places & right.places or left.numbers & right.numbers)


def is_same_day(left: Told, right: Told) -> bool:
    return bool(left.days and right.days and left.days[0].is_day and left.days[0].start == right.days[0].start)


def gap(left: When, right: When) -> int:
    """How many days lie from the end of one to the start of the other."""
    return max((left.start - right.end).days, (right.start - left.end).days)


def day_key(when: When) -> str:
    """The name of a day among what is more or less rare."""
    return f"on {when.start}"


def apart(left: When, right: When) -> bool:
    return not left.overlaps(right)


def of_place(left: Told, right: Told) -> Iterator[Reason]:
    if left.places and right.places:
        yield reason("same place", 0.6) if left.places & right.places else reason("other place", -1.0)


def content_shared(left: Told, right: Told, rarity: Rarity) -> float:
    """The share of the telling words of the shorter clause that the other one holds too."""
    common = left.content & right.content
    shared = fsum(rarity.get(word, 0.0) for word in common) if common else 0.0
    smaller = min(rarity.of(left.content), rarity.of(right.content))
    return shared / (smaller + 2.0)
