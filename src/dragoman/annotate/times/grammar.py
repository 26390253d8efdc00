"""The grammar of English expressions of time in news.

At each word every rule that may begin there is tried, and the longest expression wins; then the next word after
it is looked at. Each rule looks a few words ahead and no further, so that the cost is linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.annotate.times import dates
from dragoman.annotate.times.expressions import Expression, Same, Weekday
from dragoman.annotate.times.vocabulary import SHORT_WEEKDAYS, WEEKDAYS
from dragoman.annotate.times.words import Words

Found = tuple[Expression, int] | None
Rule = Callable[[Words, int], Found]


@dataclass(frozen=True, slots=True)
class Expressed:
    """An expression of time and the words, first up to not including end, that it stands in."""

    first: int
    end: int
    expression: Expression


def expressions(words: Words) -> Iterator[Expressed]:
    """The expressions of time among these words, in order, none inside another."""
    i = 0
    while i < len(words):
        found = simple(words, i)
        if found is None:
            i += 1
            continue
        yield Expressed(i, found[1], found[0])
        i = found[1]


def weekday(words: Words, i: int) -> Found:
    """Thursday; a short form only before a date."""
    number = WEEKDAYS.get(words.low(i))
    if number is not None and words.capital(i):
        return Weekday(number), i + 1
    number = SHORT_WEEKDAYS.get(words.low(i))
    if number is None or not words.capital(i):
        return None
    end = words.skip(words.skip(i + 1, "."), ",")
    return (Weekday(number), words.skip(i + 1, ".")) if longest(DAYS, words, end) else None


def simple(words: Words, i: int) -> Found:
    """The longest expression at word i, joined with what follows where both tell one day."""
    found = longest(RULES, words, i)
    return joined(found, words) if found is not None else None


def joined(found: tuple[Expression, int], words: Words) -> Found:
    """ "Friday, May 16" and "Monday (July 25)" are one day told twice."""
    first, end = found
    if not isinstance(first, Weekday):
        return found
    opened = words.low(end) == "("
    at = words.skip(end, ",", "(")
    second = longest(DAYS, words, words.skip(at, "the"))
    if second is None or (opened and words.low(second[1]) != ")"):
        return found
    return Same(first, second[0]), second[1] + opened


def longest(rules: tuple[Rule, ...], words: Words, i: int) -> Found:
    """The expression at word i that takes most words, the earlier rule's where two take as many."""
    best: Found = None
    for rule in rules:
        found = rule(words, i)
        if found is not None and (best is None or found[1] > best[1]):
            best = found
    return best


DAYS: tuple[Rule, ...] = (dates.iso_day, dates.figures_day, dates.month_first_day, dates.day_first_day)
RULES: tuple[Rule, ...] = (*DAYS, weekday, dates.month_of_year, dates.bare_year)
