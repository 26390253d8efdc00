"""How well a claim is carried: by how many accounts that do not lean on each other, and whether any contests it.

Says nothing about what is true.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal

from dragoman.model.accounts import account_of
from dragoman.model.record import ArticleRow

Standing = Literal["corroborated", "contested", "single"]


def independent(articles: Collection[str], by_id: Mapping[str, ArticleRow]) -> int:
    """The number of outlets that carry it, after copies and reprints of one wire are counted once."""
    return len({account_of(by_id[article], by_id) for article in articles})


def standing(carried: int, *, contested: bool) -> Standing:
    """
    >>> standing(2, contested=False), standing(3, contested=True), standing(1, contested=False)
    ('corroborated', 'contested', 'single')
    """
    if contested:
        return "contested"
    return "corroborated" if carried > 1 else "single"
