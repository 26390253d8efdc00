"""Rules for single days: weekdays, and one day told twice.

"Friday, May 16" is one expression. Does not know which Thursday is meant: that is for `values`.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.annotate.times import dates, named, relative
from dragoman.annotate.times.expressions import CalendarDay, Deictic, Expression, Period, Same, Shift, Weekday
from dragoman.annotate.times.vocabulary import SHORT_WEEKDAYS, WEEKDAYS, context
from dragoman.annotate.times.words import DASHES, Words, ordinal_at

Found = tuple[Expression, int] | None
Rule = Callable[[Words, int], Found]

SMALL = context("small")

WEEKDAY_SHIFTS = {
    "last": Shift.LAST,
    "this": Shift.THIS,
    "next": Shift.NEXT,
    "coming": Shift.NEXT,
    "following": Shift.SAME,
    "that": Shift.SAME,
    "past": Shift.LAST,
}


def weekday(words: Words, i: int) -> Found:
    """Thursday, last Thursday, Thursday last week; a short form only before a date."""
    at = words.skip(i, "the")
    shift = WEEKDAY_SHIFTS.get(words.low(at))
    if words.low(i) == "the" and shift is Shift.NEXT:
        shift = Shift.SAME
    at = at + 1 if shift is not None else i
    number = WEEKDAYS.get(words.low(at))
    if number is None or not words.capital(at) or (words.low(i) == "the" and shift is None):
        return short_weekday(words, i)
    of_week = relative.period(words, words.skip(at + 1, "of", "in"))
    if of_week is not None and isinstance(of_week[0], Period) and of_week[0].unit == "week":
        return Weekday(number, None, of_week[0]), of_week[1]
    return Weekday(number, shift), at + 1


def short_weekday(words: Words, i: int) -> Found:
    number = SHORT_WEEKDAYS.get(words.low(i))
    if number is None or not words.capital(i):
        return None
    end = words.skip(words.skip(i + 1, "."), ",")
    return (Weekday(number), words.skip(i + 1, ".")) if longest(CALENDAR_DAYS, words, end) else None


def longest(rules: tuple[Rule, ...], words: Words, i: int) -> Found:
    """The expression at word i that takes most words, the earlier rule's where two take as many."""
    best: Found = None
    for rule in rules:
        found = rule(words, i)
        if found is not None and (best is None or found[1] > best[1]):
            best = found
    return best


def core(words: Words, i: int) -> Found:
    """The longest expression at word i, joined with what follows where both tell one day."""
    found = longest(CORE, words, i)
    return joined(found, words) if found is not None else None


def joined(found: tuple[Expression, int], words: Words) -> Found:
    """ "Friday, May 16" and "Monday (July 25)" are one day told twice."""
    first, end = found
    if isinstance(first, CalendarDay):
        return weekday_in_brackets(first, end, words)
    if not isinstance(first, Weekday | Deictic):
        return found
    opened = words.low(end) == "("
    at = words.skip(end, ",", "(")
    at = words.skip(at, "the") if isinstance(first, Weekday) else at
    second = longest((*CALENDAR_DAYS, numbered_day if isinstance(first, Weekday) else weekday), words, at)
    if second is None or (opened and words.low(second[1]) != ")") or (at == end and isinstance(first, Deictic)):
        return found
    told = joined(second, words) or second
    return Same(first, told[0]), told[1] + opened


def numbered_day(words: Words, i: int) -> Found:
    """The 15 of "Thursday 15" and "Thursday the 15th", where nothing is counted by it."""
    day = dates.day_at(words, i)
    if day is None or words.low(i - 1) in (",", "(") or not 1 <= day[0] <= 31:
        return None
    ends = not words.low(day[1]).isalpha() or words.low(day[1]) in SMALL
    return (CalendarDay(day[0], None, None), day[1]) if ends and words.low(day[1]) not in DASHES else None


def the_numbered_day(words: Words, i: int) -> Found:
    """On the 15th."""
    ordinal = ordinal_at(words, i + 1) if words.low(i) == "the" and words.text(i + 1).isdecimal() else None
    placed = words.low(i - 1) in ("on", "until", "by", "since", "from", "to", "before", "after", "of", "for")
    if ordinal is None or not placed or not 1 <= ordinal[0] <= 31:
        return None
    ends = not words.low(ordinal[1]).isalpha() or words.low(ordinal[1]) in SMALL - {"of", "in"}
    return (CalendarDay(ordinal[0], None, None), ordinal[1]) if ends else None


def weekday_in_brackets(day: CalendarDay, end: int, words: Words) -> tuple[Expression, int]:
    """Sept. 13 (Thursday), 2018."""
    number = WEEKDAYS.get(words.low(end + 1))
    if words.low(end) != "(" or words.low(end + 2) != ")" or number is None:
        return day, end
    year, after = dates.year_after(words, end + 3) if day.year is None else (day.year, end + 3)
    return Same(Weekday(number), CalendarDay(day.day, day.month, year)), after


CALENDAR_DAYS: tuple[Rule, ...] = (dates.iso_day, dates.figures_day, dates.month_first_day, dates.day_first_day)
CORE: tuple[Rule, ...] = (
    *CALENDAR_DAYS,
    weekday,
    the_numbered_day,
    named.other_calendar,
    dates.month_of_year,
    named.feast,
    named.decade,
    named.century,
    named.season,
    named.fraction,
    relative.deictic,
    relative.away,
    relative.stretch,
    relative.period,
    relative.in_length,
    dates.bare_year,
)
