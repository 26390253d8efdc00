"""Who is who across articles: chains of mentions become entities, and every decision a link.

Persons are joined by `people`, places and bodies by `things`. This file gives each entity its name, aliases, country,
side and id, and answers `who`. Does not read texts anew: what a text shows is in its mentions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.link.chains import Chain
from dragoman.link.descriptions import described
from dragoman.link.kinds import with_one_kind
from dragoman.link.offices import join_offices
from dragoman.link.people import people
from dragoman.link.places import countries_named, country_by_table
from dragoman.link.shortnames import with_short_names
from dragoman.link.sides import with_sides
from dragoman.link.things import bare, initials, is_proper, things
from dragoman.link.traits import Traits, traits_in
from dragoman.model import countries as world
from dragoman.model.bodies import body_named
from dragoman.model.flow import Linked
from dragoman.model.identity import Ids
from dragoman.model.letters import name_of_letters
from dragoman.model.mention import Entity, EntityKind, Judgement, Link, Score
from dragoman.model.names import fold_name, name_words

BODIES = frozenset([EntityKind.ORGANIZATION, EntityKind.GROUP])
RARE = 8  # a full name this many times rarer than the usual one is a slip or a jibe, not the fullest form
Decision = tuple[Chain, Judgement, Score]


def link_entities(linked: Linked, traits: Sequence[Traits] = ()) -> Linked:
    """The articles with their entities, the links that made them, and who each chain is."""
    chains = with_one_kind([chain for one in traits or traits_in(linked) for chain in one.chains])
    surnames = {fold_name(c.words[-1]) for c in chains if c.kind is EntityKind.PERSON and len(c.words) > 1}
    persons = [c for c in chains if c.names and (c.kind is EntityKind.PERSON or is_surname(c, surnames))]
    apart = {(c.article, c.number) for c in persons}
    known = people(persons)
    join_offices(chains, known)
    groups: list[list[Decision]] = [p.chains for p in known]
    others = [c for c in chains if c.kind is not EntityKind.PERSON and (c.article, c.number) not in apart]
    groups += [t.chains for t in things(others)]
    named = countries_named(chains)
    made = sorted(((entity_from(group, named), group) for group in groups), key=lambda m: _order(*m))
    ids, entities, links = Ids(), [], []
    for entity, group in made:
        entity = replace(entity, id=ids.new("en", entity.kind.value, canonical(entity)))
        entities.append(entity)
        links += [Link(article=c.article, chain=c.number, entity=entity.id, judgement=j, score=s) for c, j, s in group]
    who = {(link.article, link.chain): link.entity for link in links if link.judgement is Judgement.SAME}
    return replace(
        linked,
        entities=tuple(with_short_names(with_sides(entities))),
        links=tuple(links),
        who=who,
        called={(chain.article, chain.number): chain.aliases for chain in chains},
    )


def is_surname(chain: Chain, surnames: set[str]) -> bool:
    """Whether a single name taken for a place or body is the surname of somebody in these articles.

    A state, a capital or a known body is none; a name that a town bears too is one where nothing is told to be there.
    """
    name = chain.fullest
    if not name or " " in name or fold_name(name) not in surnames:
        return False
    if chain.state or world.named_country(name) or world.capital_country(name) or body_named(name):
        return False
    return not (chain.placed and world.countries_of_place(name))


def _order(entity: Entity, group: list[Decision]) -> tuple[str, str, list[tuple[str, int]]]:
    return entity.kind.value, canonical(entity), sorted((c.article, c.number) for c, _, _ in group)


def canonical(entity: Entity) -> str:
    """What the id is made from: the folded name, or for a state its code."""
    state = world.named_country(entity.name) if entity.kind is EntityKind.PLACE else None
    return state or fold_name(entity.name).removeprefix("the ")


def entity_from(group: list[Decision], named: Mapping[str, set[str]]) -> Entity:
    chains = [c for c, judgement, _ in group if judgement is Judgement.SAME]
    kinds = Counter(c.kind for c in chains for _ in c.mentions)
    kind = min(kinds, key=lambda k: (-kinds[k], k.value))
    if any(c.state for c in chains):
        kind = EntityKind.PLACE
    countries = Counter(c.country for c in chains if c.country)
    roles = {(r.title, r.span): r for c in chains for r in c.titles if kind is EntityKind.PERSON and is_role(r.title)}
    name = best_name(chains, kind)
    country = min(countries, key=lambda c: (-countries[c], c)) if countries else None
    if country and kind in BODIES and not any(c.names for c in chains):
        name = with_adjective(name, country)
    return Entity(
        id="",
        name=name,
        kind=kind,
        aliases=tuple(sorted({a for c in chains for a in (*c.aliases, *c.fuller)})),
        country=country or country_by_table(name, kind, chains, named),
        roles=tuple(roles[key] for key in sorted(roles, key=lambda k: (k[1], k[0]))),
        mentions=tuple(sorted((m for c in chains for m in c.mentions), key=lambda m: m.span)),
    )


def with_adjective(name: str, country: str) -> str:
    """A description that does not show its country, with the country's adjective ("government").

    >>> with_adjective("government", "NOR"), with_adjective("Norwegian government", "NOR")
    ('Norwegian government', 'Norwegian government')
    """
    adjectives = world.countries()[country].adjectives
    return name if described(name).countries or not adjectives else f"{adjectives[0]} {name}"


def is_role(title: str) -> bool:
    """Whether what stands with a name is an office or rank, and not merely "Mr." or a country.

    >>> is_role("Foreign Minister"), is_role("Mr."), is_role("of Norway"), is_role("Norway's")
    (True, False, False, False)
    """
    bare = fold_name(title)
    return bare not in ("mr", "mrs", "ms", "miss") and not title.startswith("of ") and not title.endswith(("'s", "’s"))


def best_name(chains: list[Chain], kind: EntityKind) -> str:
    """The fullest name; of names equally full the one written most often."""
    counts: Counter[str] = Counter()
    for chain in chains:
        counts.update(dict(chain.names))
    if not counts:
        return best_description(sorted({a for c in chains for a in c.aliases}))
    state = next((c.state for c in chains if c.state), None)
    if state:
        usual = world.countries()[state].names
        named = [n for n in counts if world.named_country(n)]
        return min(named, key=lambda n: (usual.index(n) if n in usual else len(usual), -counts[n], n), default=usual[0])
    if kind is EntityKind.PERSON:
        usual_one = max((counts[n] for n in counts if " " in n), default=0)
        told = [n for n in counts if counts[n] * RARE >= usual_one] or list(counts)
        name = min(told, key=lambda n: (-len(name_words(n)), initials_in(n), n.isupper(), -counts[n], n))
        return name if " " in name else reigning(name, sorted({a for c in chains for a in c.aliases}))
    name = min(counts, key=lambda n: (-len(n.split()), n.isupper(), -counts[n], n))
    return name if " " in name else spelled_out(name, sorted({a for c in chains for a in c.aliases}))


def spelled_out(name: str, aliases: list[str]) -> str:
    """What letters stand for, where a description says so in capitals ("the Kurdistan Workers' Party")."""
    told = name_of_letters(name) or name
    proper = [a for a in aliases if is_proper(a) and a[:4].lower() != "the "]
    return next((a for a in proper if bare(a) == bare(told) or initials(a) == name.lower()), name)


def initials_in(name: str) -> int:
    """How many words of a name are cut to their first letter.

    >>> initials_in("A. Halonen"), initials_in("Aino Halonen")
    (1, 0)
    """
    return sum(len(word.strip(".")) == 1 for word in name.split())


def best_description(aliases: list[str]) -> str:
    """The description that says most by itself, without its article."""
    bare = sorted({re.sub(r"^(the|a|an|this|that|these|those) ", "", a, flags=re.IGNORECASE) for a in aliases})
    owned = ("his ", "her ", "its ", "their ", "our ", "my ")

    def rank(text: str) -> tuple[bool, bool, bool, int, str]:
        told = described(text)
        whose, counted = text.lower().startswith(owned), text[:1].isdigit()
        return whose, counted, not (told.countries or told.proper), -len(text.split()), text

    return min(bare, key=rank)


def reigning(name: str, aliases: list[str]) -> str:
    """A single name with the title it is never without ("Pope Leo", "King Harald")."""
    titles = ("Pope", "King", "Queen", "Prince", "Princess", "Emperor", "Sultan", "Emir", "Patriarch", "Saint")
    return next((f"{t} {name}" for t in titles if f"{t} {name}" in aliases), name)
