"""From an expression of time and its setting to days, with the reason.

Only days that the calendar has: February 30 comes to nothing, and says so. Does not look at words. Days that
are counted from others are in `counting`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import MAXYEAR, date

from dragoman.annotate.times import counting
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
    Shift,
    Stretch,
    Timed,
    Unresolved,
    Weekday,
)
from dragoman.annotate.times.feasts import feast_day
from dragoman.annotate.times.periods import day_or_none, month_start, moved, part_of, period_of
from dragoman.annotate.times.setting import Setting, Tense, Value
from dragoman.annotate.times.years import year_of
from dragoman.model.when import Anchor, When

NOWHERE = Value(None, None, "runs out of the calendar")


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


def calendar_day(told: CalendarDay, setting: Setting, weekday: int | None) -> Value:
    if not 1 <= told.day <= 31:
        return Value(None, None, "no such day in the calendar")
    if told.month is None:
        return counting.day_of_month(told.day, weekday, setting)
    year, anchor, why = year_of(told.month, told.day, told.year, setting, weekday)
    if year is None:
        return Value(None, None, why)
    found = day_or_none(year, told.month, told.day)
    if found is None:
        return Value(None, None, "no such day in the calendar")
    return Value(When(found, found), anchor, f"calendar day, {why}")


def calendar_month(told: CalendarMonth, setting: Setting) -> Value:
    if told.shift is not None:
        year, anchor, why = shifted_year(told.month, 1, told.shift, setting)
    else:
        year, anchor, why = year_of(told.month, 15, told.year, setting)
    if year is None or not 1 <= year <= MAXYEAR:
        return Value(None, None, why)
    return Value(When.month(year, told.month), anchor, f"calendar month, {why}")


def calendar_year(year: int) -> Value:
    if not 1 <= year <= MAXYEAR:
        return Value(None, None, "a year before our era is not dated")
    return Value(When.year(year), None, "calendar year, as written")


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


def season(told: Season, setting: Setting) -> Value:
    """By its months in the north; winter begins in December of the year before where it is told with a year."""
    if told.shift is not None:
        year, anchor, why = shifted_year(told.month, 3, told.shift, setting)
    else:
        year, anchor, why = year_of(told.month, 15, told.year, setting)
    if year is None or not 2 <= year < MAXYEAR:
        return Value(None, None, why)
    first = year * 12 + told.month - 1
    return Value(When(month_start(first), moved(month_start(first + 3), -1)), anchor, f"season of the north, {why}")


def shifted_year(month: int, months: int, shift: Shift, setting: Setting) -> tuple[int | None, Anchor | None, str]:
    """The year of last spring, this summer, next March, by the day of publication; how many months each is long."""
    day = setting.published
    if day is None:
        return None, None, counting.NO_DAY.why
    begun = day.month >= month
    if shift is Shift.LAST:
        over = (day.year * 12 + day.month) >= (day.year * 12 + month + months)
        return day.year - (not over), Anchor.PUBLISHED, "the last before the day of publication"
    if shift is Shift.NEXT:
        return day.year + begun, Anchor.PUBLISHED, "the next after the day of publication"
    return day.year, Anchor.PUBLISHED, "in the year of publication"


def fraction(told: Fraction, setting: Setting) -> Value:
    months = 12 // told.of
    year, anchor, why = year_of((told.number - 1) * months + 1, 15, told.year, setting)
    if year is None or not 1 <= year < MAXYEAR:
        return Value(None, None, why)
    first = year * 12 + (told.number - 1) * months
    return Value(When(month_start(first), moved(month_start(first + months), -1)), anchor, f"part of a year, {why}")


def feast(told: Feast, setting: Setting) -> Value:
    some = feast_day(told.name, setting.published.year if setting.published is not None else 2000)
    if some is None:
        return NOWHERE
    if told.name == "9/11":
        return Value(When(some, some), None, "known by its day")
    if told.shift in (Shift.LAST, Shift.NEXT) and setting.published is not None:
        forward = told.shift is Shift.NEXT
        year: int | None = setting.published.year + (
            some < setting.published if forward else -(some >= setting.published)
        )
        anchor: Anchor | None = Anchor.PUBLISHED
        why = f"the {told.shift.name.lower()} by the day of publication"
    else:
        year, anchor, why = year_of(some.month, some.day, told.year or told.shift, setting)
    found = feast_day(told.name, year) if year is not None and 1 <= year <= MAXYEAR else None
    return Value(When(found, found), anchor, f"feast day, {why}") if found is not None else Value(None, None, why)


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
