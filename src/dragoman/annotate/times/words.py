"""The words of a paragraph as the grammar of times sees them.

Cuts text into runs of letters, runs of digits and single marks, each with its place. Does not depend on the
language model, so that a date is found wherever it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.annotate.times.vocabulary import NUMBERS, ORDINALS

WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
DASHES = frozenset("-–—‐‑‒−")
MONEY = frozenset("$€£¥₹₽₴₺#№")


@dataclass(frozen=True, slots=True)
class Words:
    """Words in order; asking beyond either end gives an empty word."""

    texts: tuple[str, ...]
    lows: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Words:
        """The words of `text[start:end]`, with places in the whole text.

        >>> Words.of("On May 16th, 2025", 3, 17).lows
        ('may', '16', 'th', ',', '2025')
        """
        found = list(WORD.finditer(text, start, end))
        texts = tuple(match.group() for match in found)
        return cls(texts, tuple(t.lower().replace("’", "'") for t in texts), tuple(match.span() for match in found))

    def __len__(self) -> int:
        return len(self.texts)

    def low(self, i: int) -> str:
        return self.lows[i] if 0 <= i < len(self.lows) else ""

    def text(self, i: int) -> str:
        return self.texts[i] if 0 <= i < len(self.texts) else ""

    def capital(self, i: int) -> bool:
        return self.text(i)[:1].isupper()

    def glued(self, i: int) -> bool:
        """Whether word i touches the one before it."""
        return 0 < i < len(self.texts) and self.places[i][0] == self.places[i - 1][1]

    def digits(self, i: int, *lengths: int) -> int | None:
        """The number of word i where it is digits, as many as one of `lengths` says."""
        word = self.text(i)
        return int(word) if word.isdecimal() and word.isascii() and len(word) in lengths else None

    def skip(self, i: int, *lows: str) -> int:
        """The place after word i where it is one of these, else i itself."""
        return i + 1 if self.low(i) in lows else i

    def whole(self, i: int, end: int) -> bool:
        """Whether the digits from i up to end are no part of a larger number, sum, share or name."""
        before, after = self.low(i - 1), self.low(end)
        if self.glued(i) and (before in MONEY or before in ("/", "+", "=", "@", "_") or before.isalnum()):
            return False
        if self.glued(i) and before in (".", ",", ":") and self.glued(i - 1) and self.low(i - 2).isdigit():
            return False
        if before in MONEY:
            return False
        if self.glued(end) and (after in ("%", "°", "/", "_", "=", "@") or after.isalnum()):
            return False
        return not (
            self.glued(end) and after in (",", ".", ":") and self.glued(end + 1) and self.low(end + 1).isdigit()
        )


def number_at(words: Words, i: int) -> tuple[int, int] | None:
    """A count in digits or words, and the place after it.

    >>> number_at(Words.of("twenty-four hours", 0, 17), 0)
    (24, 3)
    """
    digits = words.digits(i, 1, 2, 3)
    if digits is not None:
        return (digits, i + 1) if words.whole(i, i + 1) else None
    value = NUMBERS.get(words.low(i))
    if value is None:
        return None
    if words.low(i + 1) == "hundred":
        return value * 100, i + 2
    step = i + 2 if words.low(i + 1) in DASHES else i + 1
    more = NUMBERS.get(words.low(step), 0)
    return (value + more, step + 1) if value >= 20 and 0 < more < 10 else (value, i + 1)


def ordinal_at(words: Words, i: int) -> tuple[int, int] | None:
    """An ordinal in digits or words, and the place after it.

    >>> ordinal_at(Words.of("21st", 0, 4), 0), ordinal_at(Words.of("thirty-first", 0, 12), 0)
    ((21, 2), (31, 3))
    """
    digits = words.digits(i, 1, 2, 3)
    if digits is not None:
        return (digits, i + 2) if words.glued(i + 1) and words.low(i + 1) in ("st", "nd", "rd", "th") else None
    if words.low(i) in ORDINALS:
        return ORDINALS[words.low(i)], i + 1
    tens = NUMBERS.get(words.low(i), 0)
    step = i + 2 if words.low(i + 1) in DASHES else i + 1
    ones = ORDINALS.get(words.low(step), 0)
    return (tens + ones, step + 1) if tens in (20, 30) and 0 < ones < 10 else None
