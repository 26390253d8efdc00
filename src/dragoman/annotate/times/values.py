"""From an expression of time and its setting to days, with the reason.

Only days that the calendar has: February 30 comes to nothing, and says so. Does not look at words.
"""

from __future__ import annotations

from datetime import MAXYEAR, date

from dragoman.annotate.times.expressions import CalendarDay, CalendarMonth, CalendarYear, Expression, Same, Weekday
from dragoman.annotate.times.setting import Setting, Value
from dragoman.annotate.times.years import year_of
from dragoman.model.when import When


def value_of(expression: Expression, setting: Setting) -> Value:
    """The days an expression means in its setting, what they were resolved against, and the rule."""
    match expression:
        case CalendarDay():
            return calendar_day(expression, setting, None)
        case CalendarMonth():
            return calendar_month(expression, setting)
        case CalendarYear(year):
            return calendar_year(year)
        case Same(first, second):
            return same(first, second, setting)
    return Value(None, None, "no rule for this expression")


def calendar_day(day: CalendarDay, setting: Setting, weekday: int | None) -> Value:
    month = day.month
    if month is None:
        return Value(None, None, "a day of a month that is not told")
    year, anchor, why = year_of(month, day.day, day.year, setting, weekday)
    if year is None:
        return Value(None, None, why)
    found = day_or_none(year, month, day.day)
    if found is None:
        return Value(None, None, "no such day in the calendar")
    return Value(When(found, found), anchor, f"calendar day, {why}")


def calendar_month(month: CalendarMonth, setting: Setting) -> Value:
    year, anchor, why = year_of(month.month, 15, month.year, setting)
    if year is None or not 1 <= year <= MAXYEAR:
        return Value(None, None, why)
    return Value(When.month(year, month.month), anchor, f"calendar month, {why}")


def calendar_year(year: int) -> Value:
    if not 1 <= year <= MAXYEAR:
        return Value(None, None, "a year before our era is not dated")
    return Value(When.year(year), None, "calendar year, as written")


def same(first: Expression, second: Expression, setting: Setting) -> Value:
    """One day told twice. The calendar day decides; a weekday or "today" that does not fit it is noted."""
    if not isinstance(second, CalendarDay):
        first, second = second, first
    if not isinstance(second, CalendarDay):
        return value_of(first, setting)
    weekday = first.weekday if isinstance(first, Weekday) else None
    found = calendar_day(second, setting, weekday)
    if found.when is None:
        return found
    if weekday is not None and found.when.start.weekday() != weekday:
        return Value(found.when, found.anchor, f"{found.why}; the weekday does not fit it")
    return found


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or nothing where the calendar has none.

    >>> day_or_none(2025, 2, 30)
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None
