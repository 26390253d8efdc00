"""The grammar of English expressions of time in news.

At each word with which a rule may begin (`OPENING`) every rule is tried, and the longest expression wins; then the
word after it is looked at. Each rule looks a few words ahead and no further, so that the cost is linear in the text.
Here stand the intervals; the smaller rules stand in `dates`, `relative`, `named`, `days`, `hours`, `timed` and `parts`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.annotate.times.dates import MONTH_SHIFTS, YEARS_BY_WORD, day_at, day_first_day, year_after
from dragoman.annotate.times.days import WEEKDAY_SHIFTS
from dragoman.annotate.times.expressions import (
    CalendarDay,
    CalendarMonth,
    CalendarYear,
    Deictic,
    Expression,
    Interval,
    Part,
    Same,
    Season,
    Timed,
    Weekday,
)
from dragoman.annotate.times.named import FEASTS_BY_FIRST, SHIFTS
from dragoman.annotate.times.parts import EDGES, EDGES_OF, simple
from dragoman.annotate.times.relative import ABOUT, DEICTIC, LENGTHS, PUBLISHED, STORY, VAGUE
from dragoman.annotate.times.vocabulary import (
    MONTHS,
    NUMBERS,
    OF_TIME,
    ORDINALS,
    PARTS_OF_DAY,
    SEASONS,
    SHORT_WEEKDAYS,
    UNITS,
    WEEKDAYS,
    context,
)
from dragoman.annotate.times.words import DASHES, Words

Found = tuple[Expression, int] | None

TOWARDS = ("to", "until", "till", "through", "thru")
# How many words before its first word of time an expression may begin: "in less than twenty-four".
REACH = 6
MOVED = context("moved")
SMALL = context("small")
OPENING = frozenset(
    {*MONTHS, *WEEKDAYS, *SHORT_WEEKDAYS, *UNITS, *PARTS_OF_DAY, *SEASONS, *NUMBERS, *ORDINALS, *FEASTS_BY_FIRST}
    | {*WEEKDAY_SHIFTS, *MONTH_SHIFTS, *YEARS_BY_WORD, *SHIFTS, *DEICTIC, *STORY, *PUBLISHED, *LENGTHS, *EDGES}
    | {*EDGES_OF, *ABOUT, *VAGUE, "tonight", "the", "from", "between", "in", "within", "more", "less", "final", "small"}
    | {"q", "'", "‘"}
)
ENDS = (CalendarDay, CalendarMonth, CalendarYear, Deictic, Part, Same, Season, Timed, Weekday)


@dataclass(frozen=True, slots=True)
class Expressed:
    """An expression of time and the words, first up to not including end, that it stands in."""

    first: int
    end: int
    expression: Expression


def expressions(words: Words) -> Iterator[Expressed]:
    """The expressions of time among these words, in order, none inside another."""
    end = 0
    for i in starts(words):
        if i < end or not may_open(words, i):
            continue
        found = expression_at(words, i)
        if found is not None:
            end = found[1]
            yield Expressed(i, end, found[0])


def starts(words: Words) -> Iterator[int]:
    """The places at which an expression may begin: a word of time or a number stands there or soon after."""
    last = -1
    for i, low in enumerate(words.lows):
        if low in OF_TIME or low.isdigit():
            yield from range(max(i - REACH, last + 1), i + 1)
            last = i


def may_open(words: Words, i: int) -> bool:
    """Whether an expression may begin with this word."""
    low = words.lows[i]
    return low in OPENING or low.isdigit() or words.low(i + 1) == "calendar"


def expression_at(words: Words, i: int) -> Found:
    """The expression that begins at word i: an interval, or one end of it alone."""
    opened = words.low(i) in ("from", "between")
    alone = None if opened else simple(words, i)
    at = i + opened
    first = (simple(words, at) if opened else alone) or day_of_later_month(words, at)
    first = first or (now(words, at) if opened else None)
    return (interval(words, i, first) if first is not None else None) or alone


def interval(words: Words, i: int, first: tuple[Expression, int]) -> Found:
    """From May 8 to May 11, between March and April, May 8-11, Monday to Thursday, 1846-48."""
    low = words.low(i)
    at = i + 1 if low in ("from", "between") else i
    if not isinstance(first[0], ENDS) or was_moved(words, i):
        return None
    link = links(words, first[1], low)
    if link is None:
        return None
    last = simple(words, link) or rest_of(first[0], words, link) or (now(words, link) if at > i else None)
    if last is None or not isinstance(last[0], ENDS) or not alike(first[0], last[0], opened=at > i):
        last = rest_of(first[0], words, link)
    return (Interval(with_year_of(first[0], last[0]), last[0]), last[1]) if last is not None else None


def links(words: Words, i: int, opened_by: str) -> int | None:
    """The place after the word that joins the ends of an interval, if one stands at word i."""
    low = words.low(i)
    if low in DASHES or low in TOWARDS or (opened_by == "between" and low == "and"):
        return i + 1
    return i + 1 if low in ("and", "/") and words.digits(i + 1, 1, 2) is not None else None


def was_moved(words: Words, i: int) -> bool:
    """Whether something is put off from one day to another, which is no interval."""
    return any(word in MOVED for word in words.lows[max(i - 6, 0) : i])


def now(words: Words, i: int) -> Found:
    """Between Monday and now."""
    return (Deictic(0), i + 1) if words.low(i) == "now" else None


def alike(first: Expression, last: Expression, *, opened: bool) -> bool:
    """Whether the two may be the ends of one interval: no hour to a year, no day to a year unless "from" opens it."""
    if isinstance(first, Timed) or isinstance(last, Timed):
        return isinstance(first, Timed) and isinstance(last, Timed)
    days = (CalendarDay, Weekday, Deictic, Same)
    return opened or isinstance(first, days) == isinstance(last, days)


def rest_of(first: Expression, words: Words, i: int) -> Found:
    """The second end where it leaves out what the first has told: the 11 of "May 8-11", the 48 of "1846-48"."""
    if isinstance(first, CalendarDay) and first.month is not None:
        day = day_at(words, i)
        if day is None or day[0] <= first.day or not stands_as_day(words, day[1]):
            return None
        year, end = year_after(words, day[1])
        return CalendarDay(day[0], first.month, year if first.year is None else first.year), end
    short = words.digits(i, 2)
    if not isinstance(first, CalendarYear) or short is None or short <= first.year % 100 or not words.whole(i, i + 1):
        return None
    return CalendarYear(first.year - first.year % 100 + short), i + 1


def stands_as_day(words: Words, i: int) -> bool:
    """Whether the number before word i ends there, and does not count what follows."""
    return not words.low(i).isalpha() or words.low(i) in SMALL


def day_of_later_month(words: Words, i: int) -> Found:
    """The 8 of "8-11 May" and "8 to 11 May"."""
    day = day_at(words, i)
    if day is None or words.low(day[1]) not in (*DASHES, *TOWARDS, "and"):
        return None
    later = day_first_day(words, day[1] + 1)
    if later is None or not isinstance(later[0], CalendarDay) or later[0].day <= day[0]:
        return None
    return CalendarDay(day[0], later[0].month, later[0].year), day[1]


def with_year_of(first: Expression, last: Expression) -> Expression:
    """The first end with the year that only the last end tells: from March to August 2011."""
    if isinstance(first, Part):
        return replace(first, of=with_year_of(first.of, last))
    if not isinstance(first, CalendarDay | CalendarMonth | Season) or first.year is not None:
        return first
    year = getattr(last.second if isinstance(last, Same) else last, "year", None)
    if not isinstance(year, int):
        return first
    over = isinstance(first, CalendarMonth) and isinstance(last, CalendarMonth) and first.month > last.month
    return replace(first, year=year - over)
