"""The one name by which a person is called for short, though these articles never print it alone.

A reader looks for "Okello" where the only mention is "President Ada Okello". It is the family name: the last one, with
the particles before it, or the first where names begin with it; where people go by their given name, it is that. Does
not give one that somebody or something else bears, nor one to a person whom some article shortens.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.mention import Entity, EntityKind
from dragoman.model.names import PARTICLES, SUFFIXES, fold_name

FIRST = frozenset(["CHN", "TWN", "KOR", "PRK", "ETH", "ERI", "ISL"])  # called by the first of their names
EITHER = frozenset(["VNM", "KHM", "MMR", "MNG"])  # no one rule


def with_short_names(entities: Sequence[Entity]) -> list[Entity]:
    """The entities, persons among them with the short name that they would be looked up by."""
    borne = Counter(word for entity in entities for word in words_of(entity))
    return [shortened(entity, borne) for entity in entities]


def words_of(entity: Entity) -> set[str]:
    """The words that are somebody's: each of a person's names, and what else goes by a single word."""
    aliases = {fold_name(alias) for alias in (entity.name, *entity.aliases)}
    if entity.kind is not EntityKind.PERSON:
        return {alias for alias in aliases if " " not in alias}
    return set(fold_name(entity.name).split()) | {alias for alias in aliases if " " not in alias}


def shortened(entity: Entity, borne: Counter[str]) -> Entity:
    short = short_name(entity.name, entity.country) if entity.kind is EntityKind.PERSON else None
    printed = any(" " not in alias for alias in entity.aliases)
    if short is None or printed or borne[fold_name(short).split()[-1]] > 1:
        return entity
    return replace(entity, aliases=tuple(sorted({*entity.aliases, short})))


def short_name(name: str, country: str | None) -> str | None:
    """What somebody of this full name and country is called for short, if that can be told.

    >>> short_name("Ada Okello", "UGA"), short_name("Ursula von der Leyen", None), short_name("Martin King Jr.", None)
    ('Okello', 'von der Leyen', 'King')
    >>> short_name("Li Wei", "CHN"), short_name("Pelé", "BRA")
    ('Li', None)
    """
    words = [word for word in name.split() if fold_name(word) not in SUFFIXES]
    if len(words) < 2 or country in EITHER or not words[-1][:1].isupper():
        return None
    if country in FIRST:
        return words[0]
    start = len(words) - 1
    while start > 1 and words[start - 1].islower() and fold_name(words[start - 1]) in PARTICLES:
        start -= 1
    return " ".join(words[start:])
