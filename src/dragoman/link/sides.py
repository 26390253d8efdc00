"""For which state or body a person speaks.

The titles that the texts give decide: "Norwegian Foreign Minister" speaks for Norway, "a spokesman for the union" for
the union, "her envoy" for the side of the one who sent him. A journalist or a singer speaks for nobody.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from dragoman.link.descriptions import country_of_word, pieces
from dragoman.model import countries as world
from dragoman.model.mention import Entity, EntityKind
from dragoman.model.names import fold_name

TABLE = Path(__file__).parent / "gazetteer" / "offices.toml"
AFTER = re.compile(r"\b(?:to|on|for)\b")
LONGEST = 7


@cache
def _offices() -> Mapping[str, frozenset[str]]:
    return {key: frozenset(values) for key, values in _table().items() if key != "conventions"}


@cache
def _table() -> Mapping[str, list[str]]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


@cache
def _conventions() -> Mapping[str, str]:
    rows: dict[str, dict[str, str]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return rows["conventions"]


def convention_country(title: str) -> str | None:
    """The country of an office that only one country calls so ("Secretary of State").

    >>> convention_country("Secretary of State"), convention_country("Foreign Minister")
    ('USA', None)
    """
    folded = fold_name(title)
    return next((code for words, code in _conventions().items() if words in folded), None)


@dataclass(frozen=True, slots=True)
class Sides:
    """States by code, bodies and persons by folded alias: whatever a title may name."""

    states: Mapping[str, str]
    bodies: Mapping[str, Entity]
    persons: Mapping[str, Entity]


def with_sides(entities: Sequence[Entity]) -> list[Entity]:
    """The entities, the persons among them with the side they speak for and the country this shows."""
    entities = [_placed(entity) for entity in entities]
    sides = _sides(entities)
    first = [_sided(entity, sides) for entity in entities]
    by_id = {e.id: e for e in first}
    return [_sided_by_sender(entity, sides, by_id) for entity in first]


def _placed(entity: Entity) -> Entity:
    if entity.kind is not EntityKind.PERSON or entity.country is not None:
        return entity
    found = (code for role in entity.roles if (code := convention_country(role.title)) is not None)
    return replace(entity, country=next(found, None))


def _sides(entities: Sequence[Entity]) -> Sides:
    states = {e.country: e.id for e in entities if e.kind is EntityKind.PLACE and e.country and _is_state(e)}
    bodies = {
        fold_name(a).removeprefix("the "): e for e in entities if e.kind is EntityKind.ORGANIZATION for a in e.aliases
    }
    persons = {fold_name(a): e for e in entities if e.kind is EntityKind.PERSON for a in e.aliases}
    return Sides(states, bodies, persons)


def _is_state(entity: Entity) -> bool:
    return any(country_of_word(a.removeprefix("the ")) == entity.country for a in entity.aliases)


def _sided(entity: Entity, sides: Sides) -> Entity:
    if entity.kind is not EntityKind.PERSON:
        return replace(entity, side=sides.states.get(entity.country or "")) if _is_governments(entity) else entity
    found = Counter(side for role in entity.roles if (side := side_of_title(role.title, sides)) is not None)
    if found:
        side = min(found, key=lambda s: (-found[s], s))
        return replace(entity, side=side)
    office = any(speaks_for_state(role.title) for role in entity.roles)
    return replace(entity, side=sides.states.get(entity.country)) if office and entity.country else entity


def _is_governments(entity: Entity) -> bool:
    """A delegation, a ministry, a seat of government: its side is its state."""
    if entity.country is None or entity.kind not in (EntityKind.GROUP, EntityKind.ORGANIZATION):
        return False
    words = set(fold_name(" ".join(entity.aliases)).split())
    if words & _offices()["against"]:
        return False
    return bool(words & _offices()["governments"]) or world.seat_country(entity.name) == entity.country


def side_of_title(title: str, sides: Sides) -> str | None:
    """The body or state that a title names before its head or behind "of" and "for"; not one it is sent "to"."""
    if not speaks(title):
        return None
    said = AFTER.split(title)[0] if re.search(r"\bto\b", title) else title
    for text in _runs(said):
        body = sides.bodies.get(fold_name(text).removeprefix("the "))
        if body is not None:
            seat = world.seat_country(body.name) or (body.country if _begins_with_country(body.name) else None)
            return sides.states.get(seat, body.id) if seat else body.id
    code = next((c for p in pieces(said) if (c := country_of_word(p))), None)
    return sides.states.get(code) if code and speaks_for_state(title) else None


def _begins_with_country(name: str) -> bool:
    return any(country_of_word(piece) for piece in pieces(name) if name.startswith(piece))


def _runs(text: str) -> list[str]:
    """The runs of words of a title, longest first, without possessives."""
    words = [re.sub(r"['’]s$", "", w).strip(",()") for w in text.split()]
    spans = [(i, j) for i in range(len(words)) for j in range(i + 1, min(len(words), i + LONGEST) + 1)]
    return [" ".join(words[i:j]) for i, j in sorted(spans, key=lambda s: (s[0] - s[1], s[0]))]


def speaks(title: str) -> bool:
    """Whether somebody with this title may speak for others at all."""
    words = set(fold_name(title).split())
    return not words & _offices()["own_voice"] or bool(words & _offices()["spokesmen"])


def speaks_for_state(title: str) -> bool:
    """Whether the title is an office of a state."""
    return speaks(title) and bool(set(re.split(r"[\s-]", fold_name(title))) & _offices()["state"])


def _sided_by_sender(entity: Entity, sides: Sides, by_id: Mapping[str, Entity]) -> Entity:
    """ "Ruiz's envoy" speaks for the side of Ruiz."""
    if entity.kind is not EntityKind.PERSON or entity.side is not None:
        return entity
    for role in entity.roles:
        owner = re.match(r"^(.+?)['’]s\s", role.title)
        sender = sides.persons.get(fold_name(owner.group(1))) if owner else None
        if sender is not None and sender.id in by_id and by_id[sender.id].side and speaks(role.title):
            known = by_id[sender.id]
            return replace(entity, side=known.side, country=entity.country or known.country)
    return entity
