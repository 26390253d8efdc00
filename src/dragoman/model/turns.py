"""Which words stand for one another where an utterance is translated twice or re-worded by a desk.

The groups are data (`turns.toml`). Does not weigh words and does not compare utterances.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

TURNS = Path(__file__).parent / "turns.toml"
KEPT = 50_000  # lemmas remembered
SPELLINGS = (("isation", "ization"), ("ise", "ize"), ("yse", "yze"), ("our", "or"), ("tre", "ter"), ("ence", "ense"))


class Turns(BaseModel):
    """The file of groups, as read at the door."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    groups: tuple[tuple[str, ...], ...]
    opposites: tuple[tuple[str, str], ...]
    phrasal: dict[str, str]


@lru_cache(maxsize=KEPT)
def spelling(lemma: str) -> str:
    """The lemma in one spelling for both sides of the ocean.

    >>> spelling("terrorise"), spelling("defence"), spelling("four")
    ('terrorize', 'defense', 'four')
    """
    for british, american in SPELLINGS:
        if lemma.endswith(british) and len(lemma) > len(british) + 2:
            return lemma.removesuffix(british) + american
    return lemma


@lru_cache(maxsize=KEPT)
def turns_of(lemma: str) -> frozenset[int]:
    """The numbers of the groups that a lemma stands in.

    >>> turns_of("response") & turns_of("reaction") != frozenset()
    True
    """
    return _groups().get(lemma, frozenset())


@lru_cache(maxsize=KEPT)
def opposites_of(lemma: str) -> frozenset[str]:
    """The lemmas that cannot be meant where this one is.

    >>> "accept" in opposites_of("reject"), "refuse" in opposites_of("reject")
    (True, False)
    """
    return _opposites().get(lemma, frozenset())


def plain_verb(verb: str, particle: str) -> str:
    """The plain verb that a verb with its particle stands for, else the verb.

    >>> plain_verb("turn", "down"), plain_verb("turn", "up")
    ('reject', 'turn')
    """
    return _turns().phrasal.get(f"{verb} {particle}", verb)


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(_turns().groups):
        for lemma in group:
            found.setdefault(spelling(lemma), set()).add(number)
    return {lemma: frozenset(numbers) for lemma, numbers in found.items()}


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one, other in _turns().opposites:
        found.setdefault(spelling(one), set()).add(spelling(other))
        found.setdefault(spelling(other), set()).add(spelling(one))
    return {lemma: frozenset(others) for lemma, others in found.items()}


@cache
def _turns() -> Turns:
    with TURNS.open("rb") as file:
        return Turns.model_validate(tomllib.load(file))
