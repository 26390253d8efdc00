"""What a stretch of words is by the tables of the world: a country, a body, a region, a paper.

Does not look at the sentence around it.
"""

from __future__ import annotations

from functools import cache, lru_cache

from dragoman.annotate.referents.wordlists import words
from dragoman.model import countries as world
from dragoman.model.bodies import body_named, is_region
from dragoman.model.mention import EntityKind
from dragoman.model.names import fold_name

UNCERTAIN = frozenset(
    ["x", "time", "times", "trend", "app", "signal", "threads", "fars", "mena", "petra", "spa", "kan", "tt", "apa"]
)
EVENT_DAYS = frozenset(["day", "games", "olympics"])


@lru_cache(maxsize=50_000)
def place_country(text: str) -> str | None:
    """The country that a name of a country, of its people or of a seat of its government points to."""
    return (
        world.named_country(text)
        or world.adjective_country(text)
        or world.people_country(text)
        or world.seat_country(text)
        or world.part_country(text)
    )


@lru_cache(maxsize=50_000)
def state_of(text: str) -> str | None:
    """The country that is meant by its own name, its people or its adjective."""
    return world.named_country(text) or world.adjective_country(text) or world.people_country(text)


@lru_cache(maxsize=50_000)
def listed_kind(text: str) -> EntityKind | None:
    """The kind of a name that the tables hold."""
    if state_of(text) or world.part_country(text):
        return EntityKind.PLACE
    if world.seat_country(text) or body_named(text) or is_outlet(text):
        return EntityKind.ORGANIZATION
    if world.capital_country(text) or is_region(text):
        return EntityKind.PLACE
    return None


@cache
def _outlets() -> frozenset[str]:
    return frozenset(map(fold_name, words("agents", "media", "names")))


def is_outlet(text: str, *, surely: bool = True) -> bool:
    """Whether a name is that of an agency, a paper or a platform; surely: and of nothing else."""
    folded = fold_name(text)
    return text[:1].isupper() and folded in _outlets() and not (surely and folded in UNCERTAIN)


def body_words() -> frozenset[str]:
    """Words that make a name that of a body."""
    return words("agents", "organizations", "name_words")


def kind_by_last_word(text: str) -> EntityKind | None:
    """What the last word of a name makes it, where that is an agreement or a happening."""
    last = text.split()[-1].lower() if " " in text else ""
    if last in words("agents", "agreements", "heads"):
        return EntityKind.AGREEMENT
    if last in words("agents", "events", "heads") or last in EVENT_DAYS:
        return EntityKind.EVENT
    return None
