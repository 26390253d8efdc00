"""Rules for times counted from another: yesterday, last week, three days ago, the past months, within two weeks.

Does not know from what day they are counted: that is for `values`. A plain duration ("for thirty days") is no
place in time, and no rule takes it.
"""

from __future__ import annotations

from dragoman.annotate.times.expressions import Away, Deictic, Expression, Length, Period, Stretch, Timed, Unresolved
from dragoman.annotate.times.vocabulary import PARTS_OF_DAY, UNITS, context
from dragoman.annotate.times.words import DASHES, Words, number_at

Found = tuple[Expression, int] | None

VAGUE = context("vague")
ABOUT = context("about")
SUPERLATIVE = context("superlative")
DEICTIC = {"today": 0, "yesterday": -1, "tomorrow": 1}
THIS = ("past", "coming")
PUBLISHED = {
    "past": -1,
    "coming": 1,
    "previous": -1,
    "preceding": -1,
    "last": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "upcoming": 1,
}
STORY = {"following": 1, "previous": -1, "preceding": -1, "same": 0, "that": 0}
BACK = {"past": False, "last": False, "previous": False, "recent": False}
FORTH = {"next": True, "coming": True, "following": True}
LENGTHS = BACK | FORTH
AWAY = {
    "ago": False,
    "earlier": False,
    "later": True,
    "before": False,
    "after": True,
    "prior": False,
    "previously": False,
    "from": True,
}


def deictic(words: Words, i: int) -> Found:
    """Today, tomorrow, the day before yesterday, tonight, last night, this morning."""
    low = words.low(i)
    if low in DEICTIC:
        titled = words.capital(i) and words.capital(i - 1) and words.text(i - 1).isalpha()
        return (Deictic(DEICTIC[low]), i + 1) if not titled else None
    if low == "tonight":
        return Timed(Deictic(0), "night"), i + 1
    if low == "last" and words.low(i + 1) == "night":
        return Timed(Deictic(-1), "night"), i + 2
    if low == "this" and words.low(i + 1) in PARTS_OF_DAY:
        return Timed(Deictic(0), PARTS_OF_DAY[words.low(i + 1)]), i + 2
    return day_beyond(words, words.skip(i, "the")) or part_of_story(words, i)


def part_of_story(words: Words, i: int) -> Found:
    """That night, the same evening, the following morning, the night before."""
    at = words.skip(i, "the")
    end = words.skip(at + 1, "same") if words.low(at) == "that" else at + 1
    part = PARTS_OF_DAY.get(words.low(end))
    if part is not None and (words.low(at) in STORY or (words.low(at) == "next" and at > i)):
        return Timed(Period("day", STORY.get(words.low(at), 1), story=True), part), end + 1
    part = PARTS_OF_DAY.get(words.low(at))
    if part is None or at == i or words.low(at + 1) != "before" or names_event(words, at + 2):
        return None
    return Timed(Away(1, "day", forward=False, story=True), part), at + 2


def day_beyond(words: Words, i: int) -> Found:
    """The day before yesterday, the day after tomorrow."""
    three = (words.low(i), words.low(i + 1), words.low(i + 2))
    if three == ("day", "before", "yesterday"):
        return Deictic(-2), i + 3
    return (Deictic(2), i + 3) if three == ("day", "after", "tomorrow") else None


def period(words: Words, i: int) -> Found:
    """Last week, next month, this year; the following week, that same day; the weekend."""
    definite = words.low(i) == "the"
    at = words.skip(i, "the")
    if definite and words.lows[at + 1 : at + 3] == ("after", "next") and unit_at(words, at) is not None:
        return Period(UNITS[words.low(at)], 2), at + 3
    if words.low(at) == "this" and words.low(at + 1) in THIS:
        at = at + 1
    low = words.low(at)
    end = words.skip(at + 1, "same") if low in ("that", "this") else at + 1
    end = words.skip(end, "calendar")
    unit = unit_at(words, end)
    if definite and unit_at(words, at) == "weekend":
        return Period("weekend", 0), at + 1
    if unit is None or words.low(end).endswith("s") or unit in ("hour", "minute"):
        return None
    if (low in STORY and (definite or low not in ("previous", "preceding"))) or end > at + 1:
        return Period(unit, STORY.get(low, 0), story=True), end + 1
    if low not in PUBLISHED or (definite and low in ("last", "this")) or unit == "day":
        return (Period(unit, 1, story=True), end + 1) if (low, unit) == ("next", "day") else this_day(words, at)
    if low in THIS and words.low(at - 1) != "this":
        return None
    return Period(unit, PUBLISHED[low], story=definite and low == "next"), end + 1


def this_day(words: Words, i: int) -> Found:
    """ "This day" is today; "the last week" is a stretch, and not for this rule."""
    return (Deictic(0), i + 2) if (words.low(i), words.low(i + 1)) == ("this", "day") else None


def away(words: Words, i: int) -> Found:
    """Three days ago, two weeks later, a year earlier, two months from now; the day before."""
    length = length_at(words, i) or units_alone(words, i)
    if length is None:
        return day_before(words, i)
    count, unit, end = length
    if unit == "minute":
        return None
    low = words.low(end)
    if low == "hence" or (low == "from" and words.low(end + 1) in ("now", "today")):
        return counted(count, unit, forward=True, story=False), end + (1 if low == "hence" else 2)
    if low not in AWAY or words.low(i - 1) in DASHES:
        return None
    if low == "ago":
        return counted(count, unit, forward=False, story=False), end + 1
    return from_event(count, unit, words, end)


def from_event(count: int | None, unit: str, words: Words, at: int) -> Found:
    """Counted from the day the story is at, or from what is named after "before" and "after"."""
    low = words.low(at)
    if low in ("before", "after", "prior", "from") and names_event(words, at + 1):
        return Unresolved("counted from an event without a date of its own"), at + 1
    return counted(count, unit, forward=AWAY[low], story=True), at + 1


def names_event(words: Words, i: int) -> bool:
    """Whether words follow that name what is counted from."""
    return words.text(i).isalnum() and words.low(i) not in ("and", "but", "when", "while", "in", "at", "on", "by")


def day_before(words: Words, i: int) -> Found:
    """The day before, the week after."""
    at = words.skip(i, "the")
    unit = unit_at(words, at)
    if at == i or unit is None or words.low(at + 1) not in ("before", "after") or words.low(at).endswith("s"):
        return None
    return from_event(1, unit, words, at + 1)


def stretch(words: Words, i: int) -> Found:
    """The past three months, recent weeks, the coming days, within two weeks, the last year."""
    if words.low(i) == "within":
        length = length_at(words, i + 1)
        return (Stretch(length[0], length[1], forward=True), length[2]) if length is not None else None
    at = words.skip(i, "the")
    forward = LENGTHS.get(words.low(at))
    if forward is None:
        return None
    length = length_at(words, at + 1)
    if length is not None:
        return Stretch(length[0], length[1], forward, after_today=forward), length[2]
    unit = unit_at(words, at + 1)
    if unit is None or words.low(i - 1) in ("this", "that") or words.low(at + 1) == "minute":
        return None
    if words.low(at + 1).endswith("s") and words.low(at) in ("recent", "coming", "past", "following", "next"):
        return Stretch(None, unit, forward, after_today=forward), at + 2
    alone = words.low(at) in ("past", "coming") or (at > i and words.low(at) == "last")
    alone = alone and not words.low(at + 1).endswith("s")
    return (Stretch(1, unit, forward, after_today=forward), at + 2) if alone else None


def in_length(words: Words, i: int) -> Found:
    """In three days, from now; "for the first time in three years" looks back."""
    length = length_at(words, i + 1) if words.low(i) == "in" else None
    if length is None:
        return None
    count, unit, end = length
    if count is None or words.low(end) in ("of", "and", "'", "in"):
        return None
    if looks_back(words, i):
        return Stretch(count, unit, forward=False), end
    return Length(count, unit), words.skip(words.skip(end, "'"), "time")


def looks_back(words: Words, i: int) -> bool:
    """Whether something is told to be the first or the greatest of its kind, a few words before."""
    for j in range(i - 1, max(i - 9, -1), -1):
        if words.low(j) in (".", ";", "?", "!"):
            return False
        if words.low(j) in SUPERLATIVE:
            return True
    return False


def length_at(words: Words, i: int) -> tuple[int | None, str, int] | None:
    """How long: the count, nothing where it is vague, the unit and the place after them."""
    at = words.skip(i, *ABOUT)
    at = at + 2 if words.low(at) in ("more", "less") and words.low(at + 1) == "than" else at
    count = number_at(words, at)
    vague = at + 1 if words.low(at) == "a" and words.low(at + 1) in VAGUE else at
    if words.low(vague) in VAGUE:
        end = words.skip(vague + 1, "of", "more")
        count_of: int | None = 2 if words.low(vague) == "couple" else None
    elif count is not None:
        count_of, end = count[0], words.skip(count[1], "more", "full", "whole")
    else:
        return None
    unit = unit_at(words, end)
    return (count_of, unit, end + 1) if unit is not None and unit != "weekend" else None


def units_alone(words: Words, i: int) -> tuple[None, str, int] | None:
    """Weeks ago, days later: how many is not told."""
    unit = unit_at(words, i)
    told = unit is not None and words.low(i).endswith("s") and words.low(i + 1) in ("ago", "earlier", "later")
    return (None, unit, i + 1) if unit is not None and told else None


def unit_at(words: Words, i: int) -> str | None:
    return UNITS.get(words.low(i))


def counted(count: int | None, unit: str, *, forward: bool, story: bool) -> Expression:
    """So many units away; a vague number of them is a stretch."""
    return Stretch(None, unit, forward, story=story) if count is None else Away(count, unit, forward, story)
