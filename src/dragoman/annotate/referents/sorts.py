"""What kind of thing a noun phrase describes, by its head and by how it is told apart.

A head that anything can be called ("the plan", "officials") counts only with a word that says which.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.annotate.referents.phrases import DEFINITE, INDEFINITE, PRONOUNS
from dragoman.annotate.referents.wordlists import words
from dragoman.model.mention import EntityKind

# Told apart by nothing, these still mean somebody: of the country the article is about, or named before.
NATIONAL = frozenset("government parliament army military police cabinet junta regime authority opposition".split())
ARMED = frozenset(["rebel", "insurgent", "guerrilla", "militant", "separatist", "mediator"])
TEAMS = frozenset(["delegation", "team"])


class Sort(StrEnum):
    """What kind of thing a description describes."""

    PERSON = "person"
    DELEGATION = "delegation"
    SIDE = "side"
    BODY = "body"
    GROUP = "group"
    AGREEMENT = "agreement"
    EVENT = "event"
    COUNTRY = "country"


KINDS = {
    Sort.PERSON: EntityKind.PERSON,
    Sort.DELEGATION: EntityKind.GROUP,
    Sort.SIDE: EntityKind.GROUP,
    Sort.BODY: EntityKind.ORGANIZATION,
    Sort.GROUP: EntityKind.GROUP,
    Sort.AGREEMENT: EntityKind.AGREEMENT,
    Sort.EVENT: EntityKind.EVENT,
    Sort.COUNTRY: EntityKind.PLACE,
}


@dataclass(frozen=True, slots=True)
class Words:
    """A noun phrase as its words: the head in the singular, what stands before it, whether it tells whose it is."""

    head: str
    plural: bool
    before: tuple[str, ...]
    has_country: bool
    has_owner: bool

    @property
    def told(self) -> bool:
        return self.has_country or self.has_owner

    @property
    def definite(self) -> bool:
        return bool(self.before) and self.before[0] in DEFINITE

    @property
    def modifiers(self) -> frozenset[str]:
        return frozenset(self.before) - DEFINITE - INDEFINITE - PRONOUNS


def sort_of(phrase: Words) -> Sort | None:
    """What is described, or nothing where the words do not make it one that can be followed."""
    return _of_talks(phrase) or (_of_many(phrase) if phrase.plural else _of_one(phrase))


def _of_talks(phrase: Words) -> Sort | None:
    """Sides, delegations, agreements and happenings."""
    word = phrase.head
    if _is_relational(phrase):
        return Sort.GROUP
    if word in _list("sides"):
        return Sort.SIDE if phrase.has_country else None
    if word in _list("delegations") and (phrase.plural or word in TEAMS) and (phrase.told or phrase.definite):
        return Sort.DELEGATION
    if word in _list("agreements"):
        topical = phrase.has_country or bool(phrase.modifiers & _list("agreements", "topics"))
        return Sort.AGREEMENT if topical or word not in _list("agreements", "weak") else None
    if word in _list("events") or f"{word}s" in _list("events"):
        plain = not (phrase.definite or phrase.modifiers or phrase.has_owner)
        return None if plain and word in _list("events", "weak") else Sort.EVENT
    return None


def _is_relational(phrase: Words) -> bool:
    """ "Both sides", "the two delegations", "the parties": all who were spoken of."""
    if not (phrase.plural and phrase.definite and phrase.head in _list("groups", "relational")):
        return False
    return phrase.before[0] == "both" or "two" in phrase.before or not phrase.modifiers


def _of_many(phrase: Words) -> Sort | None:
    if phrase.head in ("force", "forces") and phrase.told:
        return Sort.BODY
    if phrase.head in _list("groups", "parties"):
        return Sort.GROUP
    known = phrase.definite and phrase.head in NATIONAL | ARMED
    return Sort.GROUP if phrase.head in _list("groups") and (phrase.told or phrase.modifiers or known) else None


def _of_one(phrase: Words) -> Sort | None:
    word = phrase.head
    if word in _list("organizations"):
        bare = not phrase.before and word in ("government", "parliament")
        return Sort.BODY if phrase.told or phrase.definite or bare else None
    if word in ("country", "nation"):
        return Sort.COUNTRY if phrase.definite and len(phrase.before) == 1 else None
    if word in words("titles", "offices") or word in words("titles", "kin") or word in ("man", "woman"):
        opened = bool(phrase.before) and phrase.before[0] in INDEFINITE | PRONOUNS
        return Sort.PERSON if phrase.definite or phrase.told or opened else None
    return None


def _list(table: str, key: str = "heads") -> frozenset[str]:
    return words("agents", table, key)
