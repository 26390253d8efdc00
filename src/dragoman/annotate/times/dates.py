"""Rules for dates of the calendar: 16 May 2025, May 16, 2025-05-16, March 2022, in 2014.

Each rule looks at one place and gives an expression and the place after it, or nothing. Does not know what day
is meant where the year is left out: that is for `values`.
"""

from __future__ import annotations

from dragoman.annotate.times.expressions import CalendarDay, CalendarMonth, CalendarYear, Expression, Shift
from dragoman.annotate.times.vocabulary import MONTHS, UNITS, context
from dragoman.annotate.times.words import DASHES, Words, ordinal_at

Found = tuple[Expression, int] | None

ABBREVIATED = frozenset(month for month in MONTHS if len(month) < 5 and month not in ("may", "june", "july"))
BEFORE_YEAR = context("before_year")
BEFORE_MONTH = context("before_month")
OLD_YEAR = frozenset(("(", "c", "c.", "s", "this", "."))
COUNTED = context("counted") | {unit for unit in UNITS if unit != "quarter"}
OVER = context("over")


def iso_day(words: Words, i: int) -> Found:
    """2025-05-16, 2025/05/16, 20 of May in any order of figures: the four digits tell which is the year."""
    year, mark = words.digits(i, 4), words.low(i + 1)
    month, day = words.digits(i + 2, 1, 2), words.digits(i + 4, 1, 2)
    if year is None or month is None or day is None or mark not in ("-", "/", ".") or words.low(i + 3) != mark:
        return None
    if not all(words.glued(j) for j in range(i + 1, i + 5)) or (
        not words.whole(i + 4, i + 5) and words.low(i + 5) != "t"
    ):
        return None
    return (CalendarDay(day, month, year), i + 5) if 1 <= month <= 12 and year >= 1000 else None


def figures_day(words: Words, i: int) -> Found:
    """16/05/2025, 05/16/2025, 16.05.2025: month first only where strokes stand and the figures allow it."""
    first, mark, second = words.digits(i, 1, 2), words.low(i + 1), words.digits(i + 2, 1, 2)
    year = words.digits(i + 4, 4)
    if first is None or second is None or year is None or mark not in ("-", "/", ".") or words.low(i + 3) != mark:
        return None
    if not all(words.glued(j) for j in range(i + 1, i + 5)):
        return None
    month_first = second > 12 or (mark == "/" and first <= 12)
    month, day = (first, second) if month_first else (second, first)
    return (CalendarDay(day, month, year), i + 5) if 1 <= month <= 12 else None


def month_first_day(words: Words, i: int) -> Found:
    """May 16, Sept. 13, May the 16th, May 16, 2025."""
    month = month_at(words, i)
    if month is None:
        return None
    number, at = month
    at = words.skip(at, "the")
    day = day_at(words, at)
    if day is None or (words.low(at - 1) == "the" and not words.low(day[1] - 1).isalpha()):
        return None
    year, end = year_after(words, day[1])
    return CalendarDay(day[0], number, year), end


def day_first_day(words: Words, i: int) -> Found:
    """16 May, the 16th of May 2025, 8-May-2006, the 31st of this month."""
    day = day_at(words, i) or worded_day(words, i)
    if day is None:
        return None
    at = words.skip(day[1], "of", *DASHES)
    month = month_at(words, words.skip(at, "the"))
    if month is None or (words.low(i - 1) in MONTHS and words.glued(i) is False and words.low(at - 1) in DASHES):
        return None
    if words.low(day[1]) in DASHES and not words.glued(at):
        return None
    end = month[1]
    if words.low(end) in DASHES and words.glued(end) and words.digits(end + 1, 4):
        return CalendarDay(day[0], month[0], words.digits(end + 1, 4)), end + 2
    year, end = year_after(words, end)
    return CalendarDay(day[0], month[0], year), end


def month_of_year(words: Words, i: int) -> Found:
    """March 2022, March of 2022, October, 1805; a bare month where nothing speaks against it."""
    shift = MONTH_SHIFTS.get(words.low(i))
    month = month_at(words, i + (shift is not None))
    if month is None:
        return None
    number, at = month
    if shift is not None:
        return (CalendarMonth(number, shift=shift), at) if day_at(words, at) is None else None
    year, end = year_after(words, at)
    if year is not None:
        return CalendarMonth(number, year), end
    dotted = words.low(i) not in ABBREVIATED or words.low(at - 1) == "."
    return (CalendarMonth(number), at) if dotted and is_bare_month(words, i, at) else None


def is_bare_month(words: Words, i: int, at: int) -> bool:
    """Whether a month's name without day or year means the month: not Theresa May, not the March on Rome."""
    before, after = words.low(i - 1), words.low(at)
    if before in BEFORE_MONTH or (before in DASHES and words.low(i - 2) in ("mid", "early", "late")):
        return True
    if words.capital(i - 1) and i > 0 and before not in MONTHS and before not in ("the", "a", "early", "late", "mid"):
        return False
    if words.low(i) in ("may", "march", "august", "april", "june"):
        return _is_month_among_words(words, i, at)
    return not (words.capital(at) and after not in MONTHS)


def _is_month_among_words(words: Words, i: int, at: int) -> bool:
    """The months that are verbs or people's names need a word beside them that goes with a month."""
    before, after = words.low(i - 1), words.low(at)
    if before in ("and", "or", ",", "&", *DASHES) and words.low(i - 2) in MONTHS:
        return True
    if after in ("and", "or", "to", "through", *DASHES) and words.low(at + 1) in MONTHS:
        return True
    if before in ("the", "a", "an", "that"):
        return after.isalpha() and after not in ("on", "of") and not words.capital(at)
    return after in ("last", "next", "this") and words.low(at + 1) == "year"


def bare_year(words: Words, i: int) -> Found:
    """In 2014; "2,014" and "2014 people" are counts."""
    year = words.digits(i, 4)
    if year is None or not is_year(words, i):
        return None
    if words.low(i + 1) in ("bc", "bce"):
        return CalendarYear(-year), i + 2
    return (CalendarYear(year), words.skip(i + 1, "ad", "ce"))


def is_year(words: Words, i: int) -> bool:
    """Whether the four digits of word i are a year."""
    year = words.digits(i, 4)
    if year is None or not 1000 <= year <= 2100 or not words.whole(i, i + 1):
        return False
    before, after = words.low(i - 1), words.low(i + 1)
    if after in COUNTED or (words.glued(i) and before in DASHES and words.low(i - 2).isalpha() and words.glued(i - 1)):
        return after not in COUNTED and before in DASHES and words.low(i - 2) in ("mid", "early", "late", "post", "pre")
    if year < 1900 and before not in BEFORE_YEAR | OLD_YEAR and before not in (*DASHES, *MONTHS):
        return year % 10 != 0 and not after.isalpha()
    return not (before in OVER and year % 10 == 0)


def month_at(words: Words, i: int) -> tuple[int, int] | None:
    """The month named at word i and the place after it, the full stop of a short form included."""
    number = MONTHS.get(words.low(i))
    if number is None or not words.capital(i):
        return None
    if words.low(i) in ABBREVIATED:
        return number, words.skip(i + 1, ".")
    return number, i + 1


def day_at(words: Words, i: int) -> tuple[int, int] | None:
    """A day of a month in digits at word i, "16" or "16th", and the place after it."""
    ordinal = ordinal_at(words, i) if words.text(i).isdecimal() else None
    if ordinal is not None:
        return ordinal if 1 <= ordinal[0] <= 39 else None
    day = words.digits(i, 1, 2)
    if day is None or not 1 <= day <= 39:
        return None
    after = words.low(i + 1)
    dashed = words.glued(i + 1) and after in DASHES
    return (day, i + 1) if dashed or words.whole(i, i + 1) else None


def worded_day(words: Words, i: int) -> tuple[int, int] | None:
    """A day in words before "of": "the first of May"."""
    ordinal = ordinal_at(words, i)
    if ordinal is None or words.low(ordinal[1]) != "of" or ordinal[0] > 31:
        return None
    return ordinal


def year_after(words: Words, i: int) -> tuple[int | Shift | None, int]:
    """The year that follows a month or day at word i, with the place after it; else nothing and i."""
    at = words.skip(i, ",", "of", "in")
    year = words.digits(at, 4)
    if year is not None and 1000 <= year <= 2999 and words.whole(at, at + 1) and words.low(at + 1) not in COUNTED:
        return year, at + 1
    return relative_year(words, i)


def relative_year(words: Words, i: int) -> tuple[Shift | None, int]:
    """Last year, of this year, that same year, after a month or a feast."""
    at = words.skip(i, ",")
    at = words.skip(at, "of", "in")
    at = words.skip(at, "the")
    shift = YEARS_BY_WORD.get(words.low(at))
    end = words.skip(at + 1, "same") if shift is Shift.SAME and words.low(at) != "same" else at + 1
    if shift is None or words.low(end) != "year" or words.low(end + 1) in ("'", "'s"):
        return None, i
    return shift, end + 1


MONTH_SHIFTS = {"last": Shift.LAST, "this": Shift.THIS, "next": Shift.NEXT, "past": Shift.LAST, "coming": Shift.NEXT}
YEARS_BY_WORD = {
    "last": Shift.LAST,
    "this": Shift.THIS,
    "current": Shift.THIS,
    "next": Shift.NEXT,
    "coming": Shift.NEXT,
    "that": Shift.SAME,
    "same": Shift.SAME,
}
