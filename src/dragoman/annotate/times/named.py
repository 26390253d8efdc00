"""Rules for periods and days that have a name: the 1990s, the 19th century, summer, Q1, Easter.

A season without anything beside it is left alone: "the spring offensive", "summer camp". Feasts stand in
calendar.toml; those that each country or the moon fixes are not there.
"""

from __future__ import annotations

from dragoman.annotate.times.dates import YEARS_BY_WORD, is_year, year_after
from dragoman.annotate.times.expressions import (
    Century,
    Decade,
    Expression,
    Feast,
    Fraction,
    Season,
    Shift,
    Unresolved,
)
from dragoman.annotate.times.vocabulary import DECADES, FEASTS, OTHER_MONTHS, SEASONS, context
from dragoman.annotate.times.words import WORD, Words, ordinal_at

Found = tuple[Expression, int] | None

SHIFTS = {"last": Shift.LAST, "past": Shift.LAST, "this": Shift.THIS, "next": Shift.NEXT, "coming": Shift.NEXT}
SMALL = context("small")


def decade(words: Words, i: int) -> Found:
    """The 1990s, the '90s, the nineties."""
    at = words.skip(i, "the")
    year = words.digits(at, 4)
    if year is not None and year % 10 == 0 and 1500 <= year <= 2090:
        end = plural_end(words, at + 1)
        sure = words.glued(at + 1) and words.low(at + 1) == "s"
        placed = at > i or words.low(i - 1) in ("early", "late", "mid", "-", "since", "late-", "in")
        return (Decade(year), end) if end is not None and (sure or placed) else None
    marked = words.skip(at, "'", "‘")
    short = words.digits(marked, 2)
    if short is not None and short % 10 == 0 and marked > i:
        end = plural_end(words, marked + 1)
        return (Decade(1900 + short), end) if end is not None and not words.low(at - 1).isdigit() else None
    if at > i and words.low(at) in DECADES and words.low(at + 1) not in ("of",):
        return Decade(1900 + DECADES[words.low(at)]), at + 1
    return None


def plural_end(words: Words, i: int) -> int | None:
    """The place after the s of "1990s", "1990's" or, torn apart, "1990 s"."""
    at = words.skip(i, "'")
    return at + 1 if words.low(at) == "s" else None


def century(words: Words, i: int) -> Found:
    """The 19th century, the twentieth century."""
    at = words.skip(i, "the")
    ordinal = ordinal_at(words, at)
    if ordinal is None:
        return None
    end = words.skip(ordinal[1], "-")
    if words.low(end) not in ("century", "centuries") or ordinal[0] > 30:
        return None
    if words.low(end + 1) in ("bc", "bce"):
        return Unresolved("a year before our era is not dated"), end + 2
    return Century(ordinal[0]), end + 1


def season(words: Words, i: int) -> Found:
    """Summer 2012, the summer of 2012, last spring, in autumn."""
    at = words.skip(i, "the")
    shift = SHIFTS.get(words.low(at))
    at = at + 1 if shift is not None else at
    month = SEASONS.get(words.low(at))
    if month is None:
        return None
    if shift is not None:
        return Season(month, shift=shift), at + 1
    year, end = year_after(words, at + 1)
    if year is not None:
        return Season(month, year), end
    before = words.low(i - 1)
    placed = before in ("in", "during", "by", "until", "since", "early", "late", "mid", "over", "before", "after", "-")
    closed = not words.low(at + 1).isalpha() or words.low(at + 1) in SMALL - {"of", "his", "he", "her", "its"}
    bare = words.low(at) in ("spring", "fall") and at == i and before not in ("in", "early", "late", "mid", "-")
    return (Season(month), at + 1) if placed and closed and not bare else None


def fraction(words: Words, i: int) -> Found:
    """Q1 2025, the second quarter of 2025, the first half of this year."""
    if words.low(i) == "q" and words.glued(i + 1) and words.digits(i + 1, 1) in (1, 2, 3, 4):
        year, end = year_after(words, i + 2)
        return Fraction(int(words.text(i + 1)), 4, year), end
    at = words.skip(i, "the")
    ordinal = ordinal_at(words, at)
    if ordinal is None or words.low(ordinal[1]) not in ("quarter", "half"):
        return None
    of = 4 if words.low(ordinal[1]) == "quarter" else 2
    year, end = year_after(words, ordinal[1] + 1)
    if year is None:
        year, end = of_the_year(words, ordinal[1] + 1)
    return (Fraction(ordinal[0], of, year), end) if year is not None and ordinal[0] <= of else None


def of_the_year(words: Words, i: int) -> tuple[Shift | None, int]:
    return (Shift.THIS, i + 3) if words.lows[i : i + 3] == ("of", "the", "year") else (None, i)


def feast(words: Words, i: int) -> Found:
    """Easter, last Christmas, Victory Day 2024, this year's Bastille Day."""
    shift, at = feast_shift(words, i)
    for name, lows in FEASTS_BY_FIRST.get(words.low(at), ()):
        if words.lows[at : at + len(lows)] == lows and words.capital(at) and words.capital(at + len(lows) - 1):
            year, end = year_after(words, at + len(lows))
            return Feast(name, year, shift), end
    return nine_eleven(words, i)


def feast_shift(words: Words, i: int) -> tuple[Shift | None, int]:
    """Last, next, this year's, last year's, before a feast."""
    shift = YEARS_BY_WORD.get(words.low(i))
    if shift is None:
        return None, i
    if words.low(i + 1) == "year" and words.low(i + 2) == "'" and words.low(i + 3) == "s":
        return shift, i + 4
    return shift, i + 1


def nine_eleven(words: Words, i: int) -> Found:
    """9/11 is known by its date."""
    glued = words.glued(i + 1) and words.glued(i + 2) and not words.glued(i)
    if words.lows[i : i + 3] != ("9", "/", "11") or not glued or words.low(i + 3) == "/":
        return None
    return Feast("9/11"), i + 3


def other_calendar(words: Words, i: int) -> Found:
    """25 Khordad 1404: a day of another calendar is seen, and not converted."""
    day = words.digits(i, 1, 2)
    month = OTHER_MONTHS.get(words.low(i + 1))
    if day is None or month is None or not words.capital(i + 1):
        return None
    end = i + 3 if words.digits(i + 2, 4) is not None and not is_year(words, i + 3) else i + 2
    return Unresolved(f"a day of the {month} calendar, which is not converted"), end


def _feasts_by_first() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """The names of feasts with their words, by the first word, the longest first."""
    split = {name: tuple(match.group() for match in WORD.finditer(name)) for name in FEASTS}
    return {
        first: tuple(
            sorted(((n, lows) for n, lows in split.items() if lows[0] == first), key=lambda x: (-len(x[1]), x))
        )
        for first in sorted({lows[0] for lows in split.values()})
    }


FEASTS_BY_FIRST = _feasts_by_first()
