"""Arithmetic of weeks, months and years, as closed intervals of days.

A week begins on Monday. Only days that Python's calendar has: what runs out of it is cut at its ends. Knows
nothing of words or anchors.
"""

from __future__ import annotations

import calendar
from datetime import date

from dragoman.annotate.times.expressions import Edge
from dragoman.model.when import When

MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
DAYS_IN = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
# What "some days", "recent weeks" or "the coming years" come to: so many, at most.
VAGUE_COUNT = 7


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or nothing where the calendar has none.

    >>> day_or_none(2025, 2, 30)
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None


def period_of(unit: str, day: date) -> When:
    """The week, month, year ... that a day stands in.

    >>> period_of("week", date(2025, 5, 16)).start, period_of("quarter", date(2025, 5, 16)).start
    (datetime.date(2025, 5, 12), datetime.date(2025, 4, 1))
    """
    if unit in ("day", "hour", "minute"):
        return When(day, day)
    if unit in DAYS_IN:
        monday = moved(day, -day.weekday())
        if unit == "weekend":
            return When(moved(monday, 5), moved(monday, 6))
        return When(monday, moved(monday, DAYS_IN[unit] - 1))
    length = MONTHS_IN[unit]
    first = (day.year * 12 + day.month - 1) // length * length
    start = month_start(first)
    return When(start, moved(month_start(first + length), -1))


def month_start(months: int) -> date:
    """The first day of a month, counted from the year 0."""
    months = min(max(months, 12), 9999 * 12 + 11)
    return date(months // 12, months % 12 + 1, 1)


def moved(day: date, days: int) -> date:
    """The day so many days later, or the last there is."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def shifted(day: date, count: int, unit: str) -> date:
    """The day so many units later; the last of the month where it has no such day.

    >>> shifted(date(2025, 1, 31), 1, "month"), shifted(date(2025, 5, 16), -2, "week")
    (datetime.date(2025, 2, 28), datetime.date(2025, 5, 2))
    """
    if unit in ("hour", "minute"):
        return moved(day, (abs(count) // 24 if unit == "hour" else 0) * (1 if count > 0 else -1))
    if unit in DAYS_IN:
        return moved(day, count * DAYS_IN[unit])
    start = month_start(day.year * 12 + day.month - 1 + count * MONTHS_IN[unit])
    return start.replace(day=min(day.day, calendar.monthrange(start.year, start.month)[1]))


def as_precise(day: date, unit: str) -> When:
    """As much around a day as is meant when it is told in this unit: "two weeks ago" is no single day."""
    if unit in ("week", "fortnight", "weekend"):
        return When(moved(day, -3), moved(day, 3))
    return (
        period_of("day" if unit in ("hour", "minute") else unit, day)
        if unit not in ("decade", "century")
        else (period_of("year", day))
    )


def part_of(when: When, edge: Edge) -> When:
    """A third of a period, early, in the middle or late; its first or last tenth and some, at its start or end.

    >>> print(part_of(When.month(2025, 2), Edge.LATE).start, part_of(When.year(2022), Edge.EARLY).end)
    2025-02-19 2022-04-30
    """
    if edge in (Edge.START, Edge.END):
        few = max(when.days // 12, min(when.days // 3, 10), 1)
        return (
            When(when.start, moved(when.start, few - 1))
            if edge is Edge.START
            else When(moved(when.end, 1 - few), when.end)
        )
    third = months_third(when) or (
        moved(when.start, (when.days + 2) // 3 - 1),
        moved(when.end, -((when.days - 1) // 3)),
    )
    if edge in (Edge.EARLY, Edge.EARLIER):
        return When(when.start, third[0])
    if edge in (Edge.LATE, Edge.LATER):
        return When(third[1], when.end)
    return When(moved(third[0], 1), moved(third[1], -1))


def months_third(when: When) -> tuple[date, date] | None:
    """The ends of the first and the starts of the last third of a whole number of months, three or more."""
    if when.start.day != 1 or moved(when.end, 1).day != 1:
        return None
    first = when.start.year * 12 + when.start.month - 1
    length = when.end.year * 12 + when.end.month - first
    if length < 3:
        return None
    step = length // 3
    return moved(month_start(first + step), -1), month_start(first + length - step)
