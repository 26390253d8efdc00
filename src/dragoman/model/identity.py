"""Ids that are the same in every run.

An id is a prefix and some digits of a hash of the content it stands for: no counter, no clock, no order of
files. Where two rows come to the same digits (the same article twice, or by chance), they are numbered.
"""

from __future__ import annotations

import hashlib
from collections import Counter

DIGITS = 8


def digest(*parts: object) -> str:
    """The hash that ids are cut from, of the parts in order.

    >>> digest("a", 1) == digest("a", 1), digest("a", 1) == digest("a1")
    (True, False)
    """
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()


class Ids:
    """Gives ids out, numbering those that would be equal: give them in a stable order.

    >>> ids = Ids()
    >>> ids.new("st", "said", 3) == ids.new("st", "said", 3)
    False
    """

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def new(self, prefix: str, *parts: object) -> str:
        short = f"{prefix}-{digest(*parts)[:DIGITS]}"
        self._given[short] += 1
        return short if self._given[short] == 1 else f"{short}-{self._given[short]}"
