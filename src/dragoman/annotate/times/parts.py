"""Rules for parts of a period: early 2022, the end of the month, the first week of May, later this year.

Does not know where "early" ends: that is for `values`.
"""

from __future__ import annotations

from dragoman.annotate.times.days import core, longest
from dragoman.annotate.times.expressions import (
    Away,
    CalendarMonth,
    CalendarYear,
    Century,
    Decade,
    Deictic,
    Edge,
    Expression,
    Fraction,
    Nth,
    Part,
    Period,
    Season,
    Timed,
    Unresolved,
    Weekday,
)
from dragoman.annotate.times.relative import away, length_at, period, unit_at
from dragoman.annotate.times.timed import timed
from dragoman.annotate.times.vocabulary import WEEKDAYS
from dragoman.annotate.times.words import DASHES, Words, ordinal_at

Found = tuple[Expression, int] | None

EDGES = {
    "early": Edge.EARLY,
    "mid": Edge.MID,
    "middle": Edge.MID,
    "late": Edge.LATE,
    "earlier": Edge.EARLIER,
    "later": Edge.LATER,
}
EDGES_OF = {
    "beginning": Edge.START,
    "start": Edge.START,
    "outset": Edge.START,
    "middle": Edge.MID,
    "end": Edge.END,
    "close": Edge.END,
    "rest": Edge.LATER,
    "remainder": Edge.LATER,
}
ENDING = ("by", "until", "till", "before", "through")
WIDE = (CalendarMonth, CalendarYear, Century, Decade, Fraction, Period, Season)


def part(words: Words, i: int) -> Found:
    """Early 2022, mid-April, late last month, earlier this week, earlier on Thursday, the early 1990s."""
    at = words.skip(i, "the")
    edge = EDGES.get(words.low(at))
    if edge is None:
        return None
    if words.low(at) == "later" and at > i:
        at = i
    inner = words.skip(at + 1, *DASHES, "in", "on")
    of = core(words, inner) or the_period(words, inner)
    if of is None:
        return None
    if isinstance(of[0], WIDE):
        return Part(edge, of[0]), of[1]
    of_day = isinstance(of[0], Weekday | Deictic) and edge in (Edge.EARLIER, Edge.LATER)
    return timed(words, inner) if of_day or (isinstance(of[0], Timed) and edge is not Edge.MID) else None


def the_period(words: Words, i: int) -> Found:
    """The day, the week, the year, where something beside them makes them this one."""
    unit = unit_at(words, i + 1)
    if words.low(i) != "the" or unit is None or unit in ("hour", "minute") or words.low(i + 1).endswith("s"):
        return None
    return Period(unit, 0, story=unit == "day"), i + 2


def edge_of(words: Words, i: int) -> Found:
    """The end of the year, the beginning of May, year's end, the early weeks of."""
    at = words.skip(i, "the")
    edge = EDGES_OF.get(words.low(at))
    if edge is None or words.low(at + 1) != "of":
        return period_end(words, i) or first_units(words, i)
    return edge_of_length(words, at, edge) or edge_of_period(words, i, at, edge)


def edge_of_period(words: Words, i: int, at: int, edge: Edge) -> Found:
    of = part(words, at + 2) or nth(words, at + 2) or core(words, at + 2) or the_period(words, at + 2)
    if of is None or not isinstance(of[0], (*WIDE, Part, Nth)):
        return None
    return (end_of(of[0], words, i) if edge is Edge.END else Part(edge, of[0])), of[1]


def end_of(of: Expression, words: Words, i: int) -> Expression:
    """The last days; the very last where it is a bound: by the end of June."""
    return Nth(-1, "day", None, of) if words.low(i - 1) in ENDING else Part(Edge.END, of)


def edge_of_length(words: Words, at: int, edge: Edge) -> Found:
    """The end of the thirty days: as long after the day the story is at."""
    length = length_at(words, words.skip(at + 2, "the")) if words.low(at + 2) in ("the", "those", "these") else None
    if edge is not Edge.END or length is None or length[0] is None:
        return None
    return Away(length[0], length[1], forward=True, story=True), length[2]


def period_end(words: Words, i: int) -> Found:
    """Year's end, month end, midweek."""
    unit = unit_at(words, i)
    at = words.skip(words.skip(i + 1, "'"), "s", "-")
    joined = at > i + 1 or words.low(i - 1) in ENDING
    if unit not in ("year", "month", "week") or not joined or words.low(at) != "end" or words.low(at + 1) == "of":
        return None
    return end_of(Period(unit, 0), words, i), at + 1


def first_units(words: Words, i: int) -> Found:
    """The early weeks of the war: of a period if one is named, else of nobody knows what."""
    at = words.skip(i, "the")
    edge = {"early": Edge.EARLY, "opening": Edge.EARLY, "first": Edge.EARLY, "last": Edge.LATE, "final": Edge.LATE}.get(
        words.low(at)
    )
    unit = words.low(at + 1)
    if (
        at == i
        or edge is None
        or unit not in ("days", "weeks", "months", "years", "hours")
        or words.low(at + 2) != "of"
    ):
        return None
    of = core(words, at + 3) or the_period(words, at + 3)
    if of is not None and isinstance(of[0], WIDE):
        return Part(edge, of[0]), of[1]
    return Unresolved("a part of something without a date of its own"), at + 2


def nth(words: Words, i: int, *, within: bool = False) -> Found:
    """The first week of May, the last Friday of next month, the first day of the third quarter of 2022."""
    at = words.skip(i, "the")
    ordinal = (-1, at + 1) if words.low(at) in ("last", "final") else ordinal_at(words, at)
    if ordinal is None:
        return None
    number, end = ordinal
    if words.text(at).isdigit() and words.low(end) == "of":
        return nth_of_month(words, number, end)
    day = WEEKDAYS.get(words.low(end))
    unit = unit_at(words, end) or ("half" if words.low(end) == "half" else None)
    if (day is None and unit not in ("day", "week", "weekend", "half", "month", "decade")) or words.low(
        end + 1
    ) not in ("of", "in", "next", "last", "this"):
        return None
    at = words.skip(end + 1, "of", "in")
    of = (
        (None if within else nth(words, at, within=True)) or part(words, at) or core(words, at) or the_period(words, at)
    )
    if of is None or not isinstance(of[0], (*WIDE, Part, Nth)):
        return None
    return Nth(number, unit or "day", day, of[0]), of[1]


def nth_of_month(words: Words, number: int, i: int) -> Found:
    """The 15th of this month."""
    of = period(words, words.skip(i + 1, "the"))
    if of is None or not isinstance(of[0], Period) or of[0].unit != "month":
        return None
    return Nth(number, "day", None, of[0]), of[1]


def simple(words: Words, i: int) -> Found:
    """The longest expression at word i that is no interval."""
    found = longest((timed, part, edge_of, nth), words, i)
    return counted_from(words, i) or found


def counted_from(words: Words, i: int) -> Found:
    """Two days after May 9, the day before Christmas: counted from a day that is named there."""
    found = away(words, i)
    if found is None or not isinstance(found[0], Unresolved):
        return None
    start = timed(words, words.skip(found[1], "the"))
    if start is None or isinstance(start[0], Away | Unresolved):
        return None
    at = found[1] - 1
    length = length_at(words, i) or (1, unit_at(words, words.skip(i, "the")) or "day", at)
    if length[0] is None:
        return None
    return Away(length[0], length[1], words.low(at) in ("after", "from"), start=start[0]), start[1]
