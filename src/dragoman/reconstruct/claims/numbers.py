"""The value of a number as one word has it: digits, words, and what is joined to either by a hyphen.

Reads single words only ("34", "1,000", "thirty-day", "two-thirds" as 2); scales that stand apart are not joined.
"""

from __future__ import annotations

import re
from functools import lru_cache

WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
VALUES = {word: float(i) for i, word in enumerate(WORDS)} | {
    word: float(10 * i) for i, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), start=3)
}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "dozen": 12.0}
KEPT = 50_000  # words remembered
DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


@lru_cache(maxsize=KEPT)
def number_in(text: str) -> float | None:
    """The value, or nothing where the word counts nothing.

    >>> number_in("1,000"), number_in("thirty-day"), number_in("twenty-four"), number_in("G7"), number_in("truce")
    (1000.0, 30.0, 24.0, None, None)
    >>> number_in("one-million"), number_in("million")
    (1000000.0, 1000000.0)
    """
    first, *rest = text.casefold().split("-")
    value = value_of(first, rest)
    scale = next((SCALES[part] for part in rest if part in SCALES), 1.0)
    return None if value is None else value * scale


def value_of(first: str, rest: list[str]) -> float | None:
    """The value before any scale: digits, a word, or a ten with its unit."""
    if DIGITS.fullmatch(first):
        return float(first.replace(",", ""))
    value = VALUES.get(first, SCALES.get(first))
    if value is not None and value >= 20 and rest and VALUES.get(rest[0], 10) < 10:
        return value + VALUES[rest[0]]
    return value
