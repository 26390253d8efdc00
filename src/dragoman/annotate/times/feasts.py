"""The day of a feast in a year, by the rules of calendar.toml.

Only feasts that the calendar or Easter fixes. Does not know which year is meant.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from dragoman.annotate.times.periods import day_or_none
from dragoman.annotate.times.vocabulary import FEASTS


def feast_day(name: str, year: int) -> date | None:
    """The day of a feast in a year.

    >>> feast_day("good friday", 2025), feast_day("thanksgiving", 2025), feast_day("9/11", 1999)
    (datetime.date(2025, 4, 18), datetime.date(2025, 11, 27), datetime.date(2001, 9, 11))
    """
    if name == "9/11":
        return date(2001, 9, 11)
    rule = FEASTS[name]
    if "-" in rule and rule[0].isdigit() and " " not in rule:
        month, day = rule.split("-")
        return day_or_none(year, int(month), int(day))
    first, *rest = rule.split()
    if first in ("easter", "orthodox"):
        sunday = easter_sunday(year, orthodox=first == "orthodox")
        return sunday + timedelta(days=int(rest[0])) if sunday is not None else None
    found = nth_weekday(year, int(first), int(rest[0]), int(rest[1]))
    return found + timedelta(days=int(rest[2]) if len(rest) > 2 else 0) if found is not None else None


def easter_sunday(year: int, *, orthodox: bool) -> date | None:
    """Easter in the years in which the rules of today hold."""
    if not 1583 <= year <= 4099:
        return None
    return easter(year, EASTER_ORTHODOX if orthodox else EASTER_WESTERN)


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date | None:
    """The nth such weekday of a month, from its end where nth is negative."""
    days = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
    place = nth - 1 if nth > 0 else nth
    return date(year, month, days[place]) if -len(days) <= place < len(days) else None
