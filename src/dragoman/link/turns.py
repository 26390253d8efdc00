"""Which words stand for one another where an utterance is translated twice or re-worded by a desk.

The groups are data (`lexicon/turns.toml`). Does not weigh words and does not compare utterances.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

TURNS = Path(__file__).parent / "lexicon" / "turns.toml"
SPELLINGS = (("isation", "ization"), ("ise", "ize"), ("yse", "yze"), ("our", "or"), ("tre", "ter"), ("ence", "ense"))


class Turns(BaseModel):
    """The file of groups, as read at the door."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    groups: tuple[tuple[str, ...], ...]
    opposites: tuple[tuple[str, str], ...]


def spelling(lemma: str) -> str:
    """The lemma in one spelling for both sides of the ocean.

    >>> spelling("terrorise"), spelling("defence"), spelling("four")
    ('terrorize', 'defense', 'four')
    """
    for british, american in SPELLINGS:
        if lemma.endswith(british) and len(lemma) > len(british) + 2:
            return lemma.removesuffix(british) + american
    return lemma


@cache
def turns_of(lemma: str) -> frozenset[int]:
    """The numbers of the groups that a lemma stands in.

    >>> turns_of("response") & turns_of("reaction") != frozenset()
    True
    """
    return _groups().get(lemma, frozenset())


def opposed(left: str, right: str) -> bool:
    """Whether the lemmas cannot both be meant.

    >>> opposed("reject", "accept"), opposed("reject", "refuse")
    (True, False)
    """
    return frozenset((left, right)) in _opposites()


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(_turns().groups):
        for lemma in group:
            found.setdefault(spelling(lemma), set()).add(number)
    return {lemma: frozenset(numbers) for lemma, numbers in found.items()}


@cache
def _opposites() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(map(spelling, pair)) for pair in _turns().opposites)


@cache
def _turns() -> Turns:
    with TURNS.open("rb") as file:
        return Turns.model_validate(tomllib.load(file))
