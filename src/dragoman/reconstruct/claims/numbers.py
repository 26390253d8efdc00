"""The value of a number as one word has it: digits, words, and what is joined to either by a hyphen.

Reads single words only ("34", "1,000", "thirty-day", "two-thirds" as 2); scales that stand apart are not joined.
"""

from __future__ import annotations

import re

WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
VALUES = {word: float(i) for i, word in enumerate(WORDS)} | {
    word: float(10 * i) for i, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), start=3)
}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "dozen": 12.0}
DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def number_in(text: str) -> float | None:
    """The value, or nothing where the word counts nothing.

    >>> number_in("1,000"), number_in("thirty-day"), number_in("twenty-four"), number_in("G7"), number_in("truce")
    (1000.0, 30.0, 24.0, None, None)
    """
    parts = text.casefold().split("-")
    if DIGITS.fullmatch(parts[0]):
        return float(parts[0].replace(",", ""))
    value = VALUES.get(parts[0], SCALES.get(parts[0]))
    if value is not None and value >= 20 and len(parts) > 1 and VALUES.get(parts[1], 10) < 10:
        return value + VALUES[parts[1]]
    return value
