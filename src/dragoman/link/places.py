"""The country a place or body lies in, where its mentions do not show it.

A city that several countries have is of the one that the same articles name; else of the largest city's country. Does
not move a place that its own text puts somewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.link.chains import Chain
from dragoman.model import countries as world
from dragoman.model.actors import institution_country
from dragoman.model.mention import EntityKind


def countries_named(chains: Iterable[Chain]) -> dict[str, set[str]]:
    """For each article the countries that it names."""
    found: dict[str, set[str]] = {}
    for chain in chains:
        if chain.state:
            found.setdefault(chain.article, set()).add(chain.state)
    return found


def country_by_table(name: str, kind: EntityKind, chains: list[Chain], named: Mapping[str, set[str]]) -> str | None:
    """The country of a place or body by the tables of the world."""
    if kind is EntityKind.ORGANIZATION:
        return institution_country(name)
    if kind is not EntityKind.PLACE:
        return None
    options = world.countries_of_place(name)
    around = set().union(*(named.get(c.article, set()) for c in chains))
    return next((c for c in options if c in around), options[0] if options else None)
