"""How rare words are in the news: what two texts share by it says more than what every text holds.

Counts are of words, not of meanings, and stem from English news about politics; unknown words count as rare.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import log
from pathlib import Path

TABLE = Path(__file__).parent / "rarity.tsv"
OF = 10_000  # articles that the counts are of
UNKNOWN = 5  # articles that a word not in the table is taken to stand in


@lru_cache(maxsize=50_000)
def rarity(*forms: str) -> float:
    """How rare a word is, from 0 (in every article) to 1; of several forms the commonest decides.

    >>> rarity("the") < 0.1, rarity("minister") < rarity("decorative") <= 1.0
    (True, True)
    """
    counts = _counts()
    held = max(counts.get(form.casefold(), UNKNOWN) for form in forms)
    return log(OF / min(held, OF)) / log(OF / UNKNOWN)


@cache
def _counts() -> dict[str, int]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {word: max(UNKNOWN, int(count)) for word, count in rows}
