"""Months that are somebody's name in an article: Theresa May, Mr. March.

Where one is, a bare "May" is taken for the person unless its words leave no doubt. Does not judge a month that
has a day or a year beside it: that is a date whoever else is called so.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.annotate.times.expressions import CalendarMonth, Expression
from dragoman.annotate.times.vocabulary import MONTHS, WEEKDAYS, context
from dragoman.annotate.times.words import Words

NO_NAME = context("before_month") | context("small") | frozenset(MONTHS) | frozenset(WEEKDAYS)
SURELY = frozenset("in since until during late early mid last next this throughout".split())


def named_months(paragraphs: Iterable[Words]) -> frozenset[str]:
    """The months that stand as a surname, after a first name or a title.

    >>> named_months([Words.of("Theresa May met him in June.", 0, 28)])
    frozenset({'may'})
    """
    return frozenset(
        words.low(i)
        for words in paragraphs
        for i in range(1, len(words))
        if words.low(i) in MONTHS and len(words.low(i)) > 2 and is_surname(words, i)
    )


def is_surname(words: Words, i: int) -> bool:
    titled = words.low(i - 1) == "." and words.low(i - 2) in ("mr", "mrs", "ms", "dr")
    before = i - 2 if titled else i - 1
    named = words.capital(i) and words.capital(before) and words.text(before).isalpha()
    dated = words.low(i + 1).isdigit() or words.low(i + 1) == "of" or words.low(i + 1) in MONTHS
    return named and not dated and not words.glued(i) and words.low(before) not in NO_NAME


def is_somebody(expression: Expression, words: Words, i: int, names: frozenset[str]) -> bool:
    """Whether an expression at word i is no month but the person of that name."""
    if not isinstance(expression, CalendarMonth) or expression.year is not None or expression.shift is not None:
        return False
    return words.low(i) in names and words.low(i - 1) not in SURELY
