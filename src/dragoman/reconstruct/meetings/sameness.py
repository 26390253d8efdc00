"""Whether tellings mean one meeting: what forbids it, and what speaks for it, in a score that can be read.

A part is one telling or several that are held to be one meeting. Days, places, ways and parties that cannot both be so
forbid it; shared parties, days and places, words that point back, and the linker's own finding speak for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from dragoman.model.evidence import Evidence
from dragoman.model.mention import Reason, Score
from dragoman.model.record import Date
from dragoman.reconstruct.meetings.parties import Who
from dragoman.reconstruct.meetings.tellings import Telling

FEW = 2  # days by which articles may differ on one meeting
LONGEST = 31
RECENT = 21  # days before a report in which what it tells without a day was held
FEW_DAYS = 7  # a week at most lies in a spell; a month or a year is no day of it
SPELL = ("days up to it", "days from it", "interval")
JOINED = 2.0
NEAR = 1_200  # characters over which "the talks" points back


@dataclass(frozen=True)
class Part:
    """Tellings that are held to be of one meeting."""

    told: tuple[Telling, ...]

    @cached_property
    def sides(self) -> frozenset[str]:
        return frozenset().union(*(t.sides for t in self.told))

    @cached_property
    def days(self) -> tuple[Date, ...]:
        """The days told for it, each once."""
        return tuple({(d.start, d.end, is_spell(d)): d for t in self.told if (d := t.day) is not None}.values())

    @cached_property
    def places(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(t.mention.place for t in self.told if t.mention.place))

    @cached_property
    def articles(self) -> frozenset[str]:
        return frozenset(t.mention.article for t in self.told)

    @cached_property
    def ways(self) -> frozenset[str]:
        return frozenset(t.way for t in self.told)

    @cached_property
    def events(self) -> frozenset[str]:
        return frozenset(t.event for t in self.told)

    @cached_property
    def is_held(self) -> bool:
        """Whether it is told as held, by those words that do more than point at it where there are any."""
        own = [t for t in self.told if not t.only_points] or self.told
        return any(t.is_held for t in own)

    @cached_property
    def only_points(self) -> bool:
        return all(t.only_points for t in self.told)


def likeness(left: Part, right: Part, who: Who) -> Score | None:
    """Reasons for two parts being one meeting, or None where something forbids it."""
    if forbidden(left, right, who):
        return None
    return Score(tuple(reasons(left, right, who)))


def forbidden(left: Part, right: Part, who: Who) -> bool:
    """Whether two parts cannot be one meeting."""
    ordinals = ({t.ordinal for t in p.told if t.ordinal} for p in (left, right))
    one, two = ordinals
    if (one and two and not one & two) or other_places(left, right, who) or other_days(left, right):
        return True
    if other_ways(left, right, who):
        return True
    if len(left.sides) > 1 and len(right.sides) > 1 and not (left.sides <= right.sides or right.sides <= left.sides):
        return True
    if len(left.sides) > 1 and len(right.sides) > 1 and other_rank(left, right, who):
        return True
    if left.only_points or right.only_points:
        return False
    return left.is_held != right.is_held and not same_day(left, right) and other_standing(left, right, who)


def other_ways(left: Part, right: Part, who: Who) -> bool:
    """Whether one is a call and one is not; or one a visit to no place and on no day of the other."""
    if ("phone" in left.ways) != ("phone" in right.ways) and not (left.only_points or right.only_points):
        return True
    if (left.ways == {"visit"}) == (right.ways == {"visit"}) or is_one_clause(left, right):
        return False
    here = any(may_be_one_place(a, b, who) for a in left.places for b in right.places)
    return not (same_day(left, right) and left.sides & right.sides and here)


def is_one_clause(left: Part, right: Part) -> bool:
    """Whether they are told by one clause with the same actor: "flew to Lima to attend a summit"."""
    return bool(left.articles & right.articles) and any(
        set(a.mention.actors) & set(b.mention.actors) and overlap(a.mention.evidence, b.mention.evidence)
        for a in left.told
        for b in right.told
    )


def overlap(left: Evidence, right: Evidence) -> bool:
    return left.article == right.article and left.start < right.end and right.start < left.end


def other_rank(left: Part, right: Part, who: Who) -> bool:
    """Whether leaders meet here and delegations there, with no day and no place in common."""
    common = same_day(left, right) or set(left.places) & set(right.places)
    return not common and leaders_alone(left, who) != leaders_alone(right, who)


def other_standing(left: Part, right: Part, who: Who) -> bool:
    """Whether one held and one not held are two: leaders here, delegations there; or told in one article."""
    if leaders_alone(left, who) != leaders_alone(right, who) and left.sides and right.sides:
        return True
    return bool(left.articles & right.articles) and not (points(left) or points(right))


def leaders_alone(part: Part, who: Who) -> bool:
    """Whether all who are named to meet are persons who lead a state."""
    parties = [p for t in part.told for p in t.present.parties]
    return bool(parties) and all(who.is_leader(p) for p in parties)


def points(part: Part) -> bool:
    return all(t.points and not t.more for t in part.told)


def reasons(left: Part, right: Part, who: Who) -> Iterator[Reason]:
    shared = left.sides & right.sides
    if len(shared) > 1:
        yield Reason("the same parties", 2.5 if left.sides == right.sides else 2.0)
    elif shared:
        yield Reason("one party of both", 1.0 if left.sides == right.sides else 0.8)
    elif left.sides and right.sides:
        yield Reason("other parties", -2.0)
    yield from of_day(left, right)
    if set(left.places) & set(right.places):
        yield Reason("the same place", 1.5)
    elif left.places and right.places:
        yield Reason("a place and what it lies in", 0.7)
    if not (left.sides and right.sides) and same_day(left, right):
        yield Reason("nobody else named", 0.5)
    if left.events & right.events:
        yield Reason("told alike", 0.4)
    if is_one_clause(left, right):
        yield Reason("one clause", 1.5)
    if is_of_long_ago(left, right) or is_of_long_ago(right, left):
        yield Reason("held long before the other is told without a day", -1.5)
    if left.articles & right.articles and any(t.more for t in right.told):
        yield Reason("one more", -2.5)
    elif left.articles & right.articles and points(right):
        yield Reason("points back", 1.0 + 0.5 * is_near(left, right) + 0.5 * right.only_points)
    if not (left.only_points or right.only_points) and left.is_held != right.is_held and not announced(left, right):
        yield Reason("held and not yet held", -1.2)


def announced(left: Part, right: Part) -> bool:
    """Whether earlier reports tell as still to come, for a day that has passed since, what later ones tell as held."""
    planned, held = (right, left) if left.is_held else (left, right)
    before = [t.published for t in planned.told]
    after = [t.published for t in held.told if t.published is not None]
    if held.articles & planned.articles or not after or not planned.days:
        return False
    return all(p is not None and p < min(after) for p in before) and all(
        d.end is not None and d.end <= min(after) for d in planned.days
    )


def is_of_long_ago(dated: Part, other: Part) -> bool:
    """Whether one was held weeks before the other, which is told as held, but of no day, by a later report."""
    if other.days or not dated.days or not other.is_held or dated.articles & other.articles:
        return False
    reports = [t.published for t in other.told if t.published is not None]
    ends = [d.end for d in dated.days if d.end is not None]
    return bool(reports and ends) and (min(reports) - max(ends)).days > RECENT


def of_day(left: Part, right: Part) -> Iterator[Reason]:
    if same_day(left, right):
        yield Reason("the same day", 2.0 if all(any(map(is_spell, p.days)) for p in (left, right)) else 1.5)
    elif any(0 < gap(a, b) <= FEW for a in left.days for b in right.days):
        yield Reason("a day that articles tell otherwise", 0.5)
    elif left.days and right.days:
        yield Reason("another day", -0.5)


def is_near(left: Part, right: Part) -> bool:
    """Whether the second is told soon after the first."""
    last = max(t.place_in for t in left.told)
    first = min(t.place_in for t in right.told)
    return last[0] == first[0] and 0 <= first[1] - last[1] <= NEAR


def other_places(left: Part, right: Part, who: Who) -> bool:
    return any(not may_be_one_place(a, b, who) for a in left.places for b in right.places)


def may_be_one_place(left: str, right: str, who: Who) -> bool:
    """Whether one is the other, its country, or a house or hall that no map shows."""
    one, two = who.rows[left], who.rows[right]
    if left == right or one.name.split(",")[0] == two.name.split(",")[0] or not (one.country and two.country):
        return True
    return one.country == two.country and bool({left, right} & set(who.states.values()))


def other_days(left: Part, right: Part) -> bool:
    """Whether days are told for both that cannot be one meeting's, a few days between articles apart."""
    free = FEW if not left.articles & right.articles and is_tied(left, right) else 0
    return bool(left.days and right.days) and all(gap(a, b) > free for a in left.days for b in right.days)


def is_tied(left: Part, right: Part) -> bool:
    """Whether the same parties or the same place tie two that were held."""
    tied = set(left.places) & set(right.places) or len(left.sides & right.sides) > 1
    short = all(length(d) <= LONGEST for d in (*left.days, *right.days))
    return bool(tied) and (left.is_held == right.is_held or foretells(left, right) or foretells(right, left)) and short


def foretells(planned: Part, held: Part) -> bool:
    """Whether one is announced by reports from before the other was held."""
    before = [t.published for t in planned.told]
    ends = [d.end for d in held.days]
    return (
        not planned.is_held
        and held.is_held
        and all(p is not None and any(e is not None and p <= e for e in ends) for p in before)
    )


def gap(left: Date, right: Date) -> int:
    """How many days lie between two dates; none where they overlap."""
    if left.start is None or left.end is None or right.start is None or right.end is None:
        return 0
    return max((right.start - left.end).days, (left.start - right.end).days, 0)


def length(date: Date) -> int:
    return (date.end - date.start).days + 1 if date.start and date.end else 0


def same_day(left: Part, right: Part) -> bool:
    """Whether a day of both is the same, or one of them lies in a spell that the other tells."""
    return any(is_one_date(a, b) for a in left.days for b in right.days)


def is_one_date(left: Date, right: Date) -> bool:
    if (left.start, left.end) == (right.start, right.end):
        return True
    days = [d for d in (left, right) if not is_spell(d)]
    return len(days) < 2 and all(length(d) <= FEW_DAYS for d in days) and is_shared(left, right)


def is_shared(left: Date, right: Date) -> bool:
    """Whether more than the last day of one and the first of the other is shared, or one is a single day."""
    if left.start is None or left.end is None or right.start is None or right.end is None:
        return True
    shared = (min(left.end, right.end) - max(left.start, right.start)).days + 1
    return shared >= min(2, length(left), length(right))


def is_spell(date: Date) -> bool:
    """Whether a date is some days in a row, not a week, month or year in which the day lies."""
    return any(word in date.why.split(";")[0] for word in SPELL)


def best(part: Part, others: Iterable[tuple[int, Part]], who: Who) -> int | None:
    """Which of some parts, by their numbers, a part belongs to: the likest, the last of those as like."""
    scored = [(score.value, i) for i, other in others if (score := likeness(other, part, who)) is not None]
    value, place = max(scored, default=(0.0, -1))
    return place if value >= JOINED else None
