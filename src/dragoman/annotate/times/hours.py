"""Rules for hours and parts of days: 1:30 p.m. local time, 0900 GMT, ten o'clock, the evening of.

Gives the hour by the clock as written, of whatever zone. Does not say of which day: that is for `values`.
"""

from __future__ import annotations

from dragoman.annotate.times.vocabulary import PARTS_OF_DAY, context
from dragoman.annotate.times.words import Words, number_at

Hour = tuple[str, int] | None

ZONES = context("zones")
BEFORE_HOUR = frozenset(("at", "by", "around", "about", "from", "until", "till", "before", "after", "since", "between"))


def hour_at(words: Words, i: int) -> Hour:
    """An hour of the clock at word i and the place after it, zone included."""
    for rule in (figures_hour, joined_hour, spoken_hour, named_hour):
        found = rule(words, i)
        if found is not None:
            return found[0], after_zone(words, found[1])
    return None


def figures_hour(words: Words, i: int) -> Hour:
    """1:30 p.m., 13:30, 13.30 GMT, 9 a.m."""
    hour = words.digits(i, 1, 2)
    if hour is None or (words.glued(i) and words.low(i - 1) in (":", ".", "/", ",", "-")) or hour > 24:
        return None
    minute, end = minute_at(words, i + 1)
    half, after = half_at(words, end)
    if half is not None:
        return clock(hour, minute or 0, half), after
    if minute is None:
        return None
    colon = words.low(i + 1) == ":"
    told = zone_at(words, end) or (colon and (words.low(i - 1) in BEFORE_HOUR or len(words.text(i)) == 2))
    return (f"{hour % 24:02}:{minute:02}", end) if told and hour <= 24 else None


def minute_at(words: Words, i: int) -> tuple[int | None, int]:
    minute = words.digits(i + 1, 2)
    if words.low(i) not in (":", ".") or minute is None or minute > 59:
        return None, i
    glued = words.glued(i) and words.glued(i + 1)
    return (minute, i + 2) if glued else (None, i)


def half_at(words: Words, i: int) -> tuple[str | None, int]:
    """Which half of the day: a.m., pm, and the place after it."""
    low = words.low(i)
    if low in ("am", "pm"):
        return low, i + 1
    if low in ("a", "p") and words.low(i + 1) == "." and words.low(i + 2) == "m":
        return f"{low}m", words.skip(i + 3, ".") if words.glued(i + 3) else i + 3
    return None, i


def clock(hour: int, minute: int, half: str) -> str:
    """The hour on a clock of 24.

    >>> clock(12, 30, "am"), clock(1, 30, "pm")
    ('00:30', '13:30')
    """
    if hour > 12:
        return f"{hour % 24:02}:{minute:02}"
    return f"{hour % 12 + (12 if half == 'pm' else 0):02}:{minute:02}"


def joined_hour(words: Words, i: int) -> Hour:
    """0900 GMT, 1730 hours."""
    figures = words.digits(i, 4)
    if figures is None or figures // 100 > 24 or figures % 100 > 59 or not zone_at(words, i + 1):
        return None
    return f"{figures // 100 % 24:02}:{figures % 100:02}", i + 1


def spoken_hour(words: Words, i: int) -> Hour:
    """Ten o'clock in the morning."""
    hour = number_at(words, i)
    if hour is None or not 1 <= hour[0] <= 24:
        return None
    end = hour[1]
    if (words.low(end), words.low(end + 1), words.low(end + 2)) != ("o", "'", "clock"):
        return None
    part, end = in_part(words, end + 3)
    return clock(hour[0], 0, "pm" if part in ("afternoon", "evening", "night") else "am"), end


def named_hour(words: Words, i: int) -> Hour:
    """Noon and midnight, where a word before them makes them hours."""
    part = PARTS_OF_DAY.get(words.low(i), "")
    return (part, i + 1) if ":" in part and words.low(i - 1) in BEFORE_HOUR else None


def in_part(words: Words, i: int) -> tuple[str | None, int]:
    """In the morning, at night, of the evening, and the place after it; else nothing and i."""
    if words.low(i) == "at" and words.low(i + 1) in ("night", "dawn", "dusk", "noon", "midday"):
        return PARTS_OF_DAY[words.low(i + 1)], i + 2
    at = words.skip(i, "in", "during", "on")
    at = words.skip(at, "the") if at > i else i
    at = words.skip(at, "early", "late") if at > i else i
    part = PARTS_OF_DAY.get(words.low(at)) if at > i + 1 else None
    return (part, at + 1) if part is not None else (None, i)


def zone_at(words: Words, i: int) -> bool:
    return after_zone(words, i) > i


def after_zone(words: Words, i: int) -> int:
    """The place after a zone: GMT, local time, Moscow time, Kyiv local time."""
    if words.low(i) in ZONES and (words.text(i).isupper() or words.low(i) in ("hrs", "hours")):
        return i + 1
    if words.low(i + 1) == "time" and (words.low(i) == "local" or words.capital(i)):
        return i + 2
    if words.low(i + 2) == "time" and words.low(i + 1) in ("local", "standard", "summer") and words.capital(i):
        return i + 3
    return i
