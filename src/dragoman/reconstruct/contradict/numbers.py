"""Whether two counts of one thing can both hold: one told less precisely, rounded, or brought up to date later.

What counts one thing is for `counts`, `tolls` and `lengths`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import inf

from dragoman.model.reading import Token

ROUND = 0.1  # by how much a round number may miss
AT_LEAST = ("more", "over", "least", "exceed", "above", "exceeding")
AT_MOST = ("less", "under", "most", "fewer", "nearly", "almost", "below")
ABOUT = frozenset({"about", "around", "some", "roughly", "nearly", "almost", "approximately", "estimated", "up"})


@dataclass(frozen=True, slots=True)
class Counted:
    """So many of something: from and to are equal where the number is told as exact."""

    of: str
    low: float
    high: float
    words: str
    about: bool


def refines(one: Counted, other: Counted, days: Sequence[date | None], *, grows: bool = True) -> str | None:
    """Why two counts can both hold, or nothing where they cannot. `grows`: later counts bring it up to date."""
    if one.low <= other.high and other.low <= one.high:
        return "one number is less precise than the other"
    most = max(one.low, other.low)
    if abs(one.low - other.low) <= ROUND * most and (one.about or other.about or round_number(one.low)):
        return "a rounded number"
    first, last = days
    if grows and first and last and first != last and (last > first) == (other.low > one.low):
        return "a number that a later report brings up to date"
    return None


def round_number(value: float) -> bool:
    return value >= 10 and value % 10 == 0


def words_near(tokens: Sequence[Token]) -> set[str]:
    """The forms before a number; "no more than" is no "more"."""
    forms = {form for t in tokens for form in (t.lemma, t.text.casefold())}
    return (forms - {"more"}) | {"most"} if "no" in forms and "more" in forms else forms


def bounds(value: float, near: set[str]) -> tuple[float, float]:
    if near & set(AT_LEAST):
        return value, inf
    if near & set(AT_MOST):
        return 0.0, value
    return value, value
