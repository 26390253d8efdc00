"""The days of what the calendar names: May 16, March 2022, the second quarter, last spring, Easter.

The year, where it is left out, comes from `years`. Days that are counted from others are in `counting`.
"""

from __future__ import annotations

from datetime import MAXYEAR

from dragoman.annotate.times import counting
from dragoman.annotate.times.expressions import CalendarDay, CalendarMonth, Feast, Fraction, Season, Shift
from dragoman.annotate.times.feasts import feast_day
from dragoman.annotate.times.periods import day_or_none, month_start, moved
from dragoman.annotate.times.setting import Setting, Value
from dragoman.annotate.times.years import year_of
from dragoman.model.when import Anchor, When

NOWHERE = Value(None, None, "runs out of the calendar")


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
