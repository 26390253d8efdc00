"""From an expression of time and its setting to days, with the reason.

Only days that the calendar has: February 30 comes to nothing, and says so. Does not look at words. Days that
are counted from others are in `counting`, what the calendar names in `calendar_values`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.annotate.times import counting
from dragoman.annotate.times.calendar_values import (
    calendar_day,
    calendar_month,
    calendar_year,
    feast,
    fraction,
    season,
)
from dragoman.annotate.times.expressions import (
    Away,
    CalendarDay,
    CalendarMonth,
    CalendarYear,
    Century,
    Decade,
    Deictic,
    Edge,
    Expression,
    Feast,
    Fraction,
    Interval,
    Length,
    Nth,
    Part,
    Period,
    Same,
    Season,
    Stretch,
    Timed,
    Unresolved,
    Weekday,
)
from dragoman.annotate.times.periods import moved, part_of, period_of
from dragoman.annotate.times.setting import Setting, Tense, Value
from dragoman.model.when import Anchor, When


def value_of(expression: Expression, setting: Setting) -> Value | None:
    """The days an expression means in its setting, with the rule; nothing where it is a mere duration there."""
    match expression:
        case CalendarDay():
            return calendar_day(expression, setting, None)
        case CalendarMonth():
            return calendar_month(expression, setting)
        case CalendarYear(year):
            return calendar_year(year)
        case Weekday():
            return counting.weekday(expression, setting)
        case Deictic(days):
            return counting.deictic(days, setting)
        case Period():
            return counting.period(expression, setting)
        case Away():
            return away(expression, setting)
        case Stretch():
            return counting.stretch(expression, setting)
        case Length():
            return length(expression, setting)
        case Decade(first):
            return Value(When(date(first, 1, 1), date(first + 9, 12, 31)), None, "decade, as written")
        case Century(number):
            return Value(
                When(date(max(100 * number - 100, 1), 1, 1), date(100 * number - 1, 12, 31)),
                None,
                "century, as written",
            )
        case Season():
            return season(expression, setting)
        case Fraction():
            return fraction(expression, setting)
        case Feast():
            return feast(expression, setting)
        case Nth():
            return nth(expression, setting)
        case Timed():
            return timed(expression, setting)
        case Part():
            return part(expression, setting)
        case Same():
            return same(expression, setting)
        case Interval():
            return interval(expression, setting)
        case Unresolved(why):
            return Value(None, None, why)


def away(told: Away, setting: Setting) -> Value:
    if told.start is None:
        return counting.away(told, setting)
    start = value_of(told.start, setting)
    if start is None or start.when is None:
        return Value(None, None, "counted from a day that is not known")
    day = start.when.end if told.forward else start.when.start
    return counting.away_from(day, told, start.anchor)


def length(told: Length, setting: Setting) -> Value | None:
    """In three days: a time where the clause looks forward."""
    if setting.tense not in (Tense.FUTURE, Tense.CONDITIONAL):
        return None
    return counting.away(Away(told.count, told.unit, forward=True), setting)


def nth(told: Nth, setting: Setting) -> Value | None:
    """The first week, last Friday, second half of a period."""
    whole = value_of(told.of, setting)
    if whole is None or whole.when is None:
        return whole
    found = nth_in(told, whole.when)
    if found is None or not whole.when.overlaps(found):
        return Value(None, None, "the period has no such part")
    return Value(found, whole.anchor, f"part of a period; {whole.why}")


def nth_in(told: Nth, whole: When) -> When | None:
    if told.weekday is not None:
        first = moved(whole.start, (told.weekday - whole.start.weekday()) % 7)
        last = moved(whole.end, -((whole.end.weekday() - told.weekday) % 7))
        day = moved(first, 7 * (told.number - 1)) if told.number > 0 else last
        return When(day, day)
    if told.unit == "half":
        middle = moved(whole.start, whole.days // 2)
        return When(whole.start, moved(middle, -1)) if told.number == 1 else When(middle, whole.end)
    if told.unit == "week":
        start = moved(whole.start, 7 * (told.number - 1)) if told.number > 0 else moved(whole.end, -6)
        return When(start, moved(start, 6))
    if told.unit == "day":
        day = moved(whole.start, told.number - 1) if told.number > 0 else whole.end
        return When(day, day)
    if told.number < 0:
        return period_of(told.unit, whole.end)
    found = period_of(told.unit, whole.start)
    for _ in range(told.number - 1):
        found = period_of(told.unit, moved(found.end, 1))
    return found


def timed(told: Timed, setting: Setting) -> Value | None:
    """A day with its hour; an hour alone is of the day the story is at, else of publication."""
    found = value_of(told.day, setting) if told.day is not None else hour_alone(setting)
    if found is None or found.when is None:
        return found
    return replace(found, when=replace(found.when, time=told.time))


def hour_alone(setting: Setting) -> Value:
    day = setting.story_day or setting.published
    if day is None:
        return Value(None, None, "an hour of a day that is not told")
    if setting.story_day is not None:
        return Value(When(day, day), Anchor.PREVIOUS, "hour of the day the story is at")
    return Value(When(day, day), Anchor.PUBLISHED, "hour of the day of publication")


def part(told: Part, setting: Setting) -> Value | None:
    """Early 2022; earlier this week is up to the day of publication, later this week is from it."""
    whole = value_of(told.of, setting)
    if whole is None or whole.when is None:
        return whole
    day = setting.published
    if told.edge is Edge.EARLIER and day is not None and whole.when.start <= day <= whole.when.end:
        return Value(When(whole.when.start, day), whole.anchor, f"{whole.why}, up to the day of publication")
    if told.edge is Edge.LATER and day is not None and whole.when.start <= day <= whole.when.end:
        return Value(When(day, whole.when.end), whole.anchor, f"{whole.why}, from the day of publication")
    return Value(part_of(whole.when, told.edge), whole.anchor, f"{told.edge} in it; {whole.why}")


def same(told: Same, setting: Setting) -> Value | None:
    """One day told twice. The calendar day decides; a weekday that does not fit it is noted."""
    if not isinstance(told.second, CalendarDay):
        return value_of(told.first, setting)
    weekday = told.first.weekday if isinstance(told.first, Weekday) else None
    found = calendar_day(told.second, setting, weekday)
    if found.when is not None and weekday is not None and found.when.start.weekday() != weekday:
        return replace(found, why=f"{found.why}; the weekday does not fit it")
    return found


def interval(told: Interval, setting: Setting) -> Value | None:
    """From the first day of the one to the last day of the other."""
    first, last = value_of(told.first, setting), value_of(told.last, setting)
    if first is None or first.when is None:
        return last
    if last is None or last.when is None:
        return first
    start, end = first.when.start, last.when.end
    if end < start and isinstance(told.last, Weekday):
        end = moved(start, (end - start).days % 7)
    if end < start and last.anchor is not None and isinstance(told.last, CalendarDay | CalendarMonth):
        later = value_of(replace(told.last, year=last.when.end.year + 1), setting)
        end = later.when.end if later is not None and later.when is not None else end
    if end < start:
        return Value(None, None, "its end lies before its beginning")
    return Value(When(start, end, first.when.time), first.anchor or last.anchor, f"interval; {first.why}")
