"""Rules that join a day and its hour: Friday at 1:30 p.m., the evening of May 16, early on Thursday.

Does not say what day an hour without one belongs to: that is for `values`.
"""

from __future__ import annotations

from dragoman.annotate.times.days import core
from dragoman.annotate.times.expressions import CalendarDay, Deictic, Expression, Period, Same, Timed, Weekday
from dragoman.annotate.times.hours import hour_at, in_part
from dragoman.annotate.times.vocabulary import PARTS_OF_DAY
from dragoman.annotate.times.words import Words

Found = tuple[Expression, int] | None

TOWARDS_HOUR = (
    "at",
    "around",
    "about",
    "by",
    "before",
    "after",
    "from",
    "until",
    "since",
    "shortly",
    "just",
    ",",
    "on",
)
TOWARDS_DAY = ("on", "of", ",", "in")


def timed(words: Words, i: int) -> Found:
    """A day with its hour or part, in either order, or an hour alone."""
    led = led_by_time(words, i) or part_alone(words, i)
    if led is not None:
        return led
    day = core(words, i)
    if day is None or not is_day(day[0]):
        return day
    part, end = part_after(words, day[1])
    hour = hour_at(words, after_any(words, end, TOWARDS_HOUR, most=2))
    if hour is not None:
        return Timed(day[0], hour[0]), hour[1]
    return (Timed(day[0], part), end) if part is not None else day


def led_by_time(words: Words, i: int) -> Found:
    """1:30 p.m. on Friday, the evening of May 16, early on Thursday, late Wednesday."""
    hour = hour_at(words, i) or part_of(words, i)
    if hour is None:
        return None
    _, end = in_part(words, hour[1])
    at = words.skip(after_any(words, end, TOWARDS_DAY, most=1), "the")
    day = core(words, at)
    if day is not None and is_day(day[0]):
        return Timed(day[0], hour[0]), day[1]
    return (Timed(None, hour[0]), end) if hour_at(words, i) is not None else None


def part_of(words: Words, i: int) -> tuple[str, int] | None:
    """The evening of, in the early hours of, early on, late, before a day; in the morning, overnight."""
    if words.low(i) in ("early", "late") and words.low(i - 1) != "as":
        at = words.skip(i + 1, "on")
        return ("morning" if words.low(i) == "early" else "evening"), at
    at = words.skip(i, "the")
    hours = words.skip(at, "early", "small")
    if hours > at and words.low(hours) == "hours" and words.low(hours + 1) in ("of", "on"):
        return "morning", hours + 2
    part = PARTS_OF_DAY.get(words.low(words.skip(at, "early", "late")))
    after = words.skip(at, "early", "late") + 1
    if part is not None and words.low(after) in ("of", "on") and at > i:
        return part, after
    return None


def part_alone(words: Words, i: int) -> Found:
    """In the morning, of the day the story is at; overnight."""
    if words.low(i) == "overnight":
        return Timed(None, "night"), i + 1
    part, end = in_part(words, i) if words.low(i) == "in" else (None, i)
    return (Timed(None, part), end) if part is not None and words.low(end) != "of" else None


def is_day(expression: Expression) -> bool:
    """Whether it tells a single day, to which an hour may be joined."""
    if isinstance(expression, Period):
        return expression.unit == "day"
    return isinstance(expression, CalendarDay | Weekday | Deictic | Same)


def part_after(words: Words, i: int) -> tuple[str | None, int]:
    """The part of the day that follows a day: Friday morning, Friday at night."""
    part = PARTS_OF_DAY.get(words.low(i))
    return (part, i + 1) if part is not None else in_part(words, i)


def after_any(words: Words, i: int, lows: tuple[str, ...], *, most: int) -> int:
    """The place after at most so many of these words."""
    for _ in range(most):
        i = words.skip(i, *lows)
    return i
