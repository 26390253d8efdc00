"""Bodies of more than one country, and regions of the world, by the names and letters that papers write."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from dragoman.model.countries import fold_place

TABLE = Path(__file__).parent / "bodies.toml"


@cache
def _bodies() -> Mapping[str, str]:
    """For each folded name or row of letters the usual name."""
    rows: dict[str, list[str]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))["bodies"]
    return {fold_place(name): names[0] for letters, names in rows.items() for name in (letters, *names)}


@cache
def _regions() -> frozenset[str]:
    return frozenset(map(fold_place, tomllib.loads(TABLE.read_text(encoding="utf-8"))["regions"]["names"]))


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(map(fold_place, tomllib.loads(TABLE.read_text(encoding="utf-8"))["regions"]["adjectives"]))


@lru_cache(maxsize=50_000)
def is_of_many(text: str) -> bool:
    """Whether a capitalised adjective points to people who are not of one country ("European", "Kurdish").

    >>> is_of_many("European"), is_of_many("European leaders"), is_of_many("Norwegian")
    (True, False, False)
    """
    return text[:1].isupper() and fold_place(text) in _adjectives()


@lru_cache(maxsize=50_000)
def body_named(text: str) -> str | None:
    """The usual name of an international body; letters count only in capitals.

    >>> body_named("the U.N."), body_named("EU"), body_named("who"), body_named("the Herald")
    ('United Nations', 'European Union', None, None)
    """
    bare = re.sub(r"^[Tt]he ", "", text)
    name = _bodies().get(fold_place(bare))
    shouted = (
        bare.isupper()
        or " " in bare
        or (bare[:1].isupper() and bare.lower() not in ("who", "al", "au", "ec", "wb", "ep", "eco"))
    )
    return name if name and bare[:1].isupper() and shouted else None


def is_region(text: str) -> bool:
    """Whether a name is that of a part of the world that is no country.

    >>> is_region("the Middle East"), is_region("Ruritania")
    (True, False)
    """
    return (text[:1].isupper() and fold_place(text) in _regions()) or (
        text.startswith("the ") and fold_place(text) in _regions()
    )
