"""Who meets whom: parties, heads, mediators and hosts of a meeting, from the mentions that tell it.

States stand for their delegations and officials, who are their heads; leaders meet as persons. Asks the entities of
the record, reads no text but names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.model.actors import country_of
from dragoman.model.countries import capital_country, is_large_city, named_country, seat_country
from dragoman.model.mention import EntityKind
from dragoman.model.record import EntityRow, EventMentionRow

LEADERS = ("president", "prime minister", "chancellor", "king", "emir", "premier", "head of state", "sultan")
MINISTERS = ("minister", "secretary of state", "foreign secretary", "defense secretary", "defence secretary")
NOT_LEADERS = ("vice", "deputy", "former", "ex-", "adviser", "advisor", "aide", "spokes", "chief of staff")
MEETING = (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.GROUP, EntityKind.PLACE)
BODIES = (EntityKind.ORGANIZATION, EntityKind.GROUP, EntityKind.PLACE)
ACTING_FOR = frozenset(
    "delegation delegates team negotiators officials leaders leadership side government envoys representatives "
    "movement group forces fighters militia authorities".split()
)
STEM = re.compile(r"(?:[’']s|i?ans?|s|i|ese|ns?)$")
SHORTEST = 5  # letters of a stem
WHERE, ABOUT = "at|in|inside|outside|near|for|to", "on|over|about"
SENT = re.compile(r"\b(delegation|delegate|negotiator|team|official|side|envoy|representative)s?\b", re.IGNORECASE)


@dataclass(slots=True)
class Who:
    """The entities of the record, and the state of each country."""

    rows: Mapping[str, EntityRow]
    states: Mapping[str, str] = field(default_factory=dict)
    kin: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Sequence[EntityRow]) -> Who:
        states: dict[str, str] = {}
        for row in rows:
            if row.kind is EntityKind.PLACE and row.country and country_of(row.name) == row.country and is_state(row):
                states.setdefault(row.country, row.id)
        return cls({row.id: row for row in rows}, states, kin_of(rows))

    def side(self, entity: str | None) -> str | None:
        """The state or body that somebody stands for, by its code where it is a state.

        A body of a country that does not speak for its state is a side of its own: rebels, a party, a union.
        """
        row = self.rows.get(entity) if entity else None
        if row is None:
            return None
        above = self.rows.get(row.side) if row.side else None
        if above is not None and above is not row:
            return (
                above.country
                if above.country and (above.side or is_of_state(above))
                else self.kin.get(above.id, above.id)
            )
        return row.country if row.country and is_of_state(row) else self.kin.get(row.id, row.id)

    def is_person(self, entity: str) -> bool:
        row = self.rows.get(entity)
        return row is not None and row.kind is EntityKind.PERSON

    def is_place(self, entity: str) -> bool:
        row = self.rows.get(entity)
        return row is not None and row.kind is EntityKind.PLACE

    def may_be_hosted(self, entity: str) -> bool:
        """Whether somebody can be received by a host: a person or a state, no place where a thing is held."""
        return entity in self.rows and not (self.is_place(entity) and entity not in self.states.values())

    def is_named(self, entity: str, words: str) -> bool:
        """Whether some words end in a name of somebody."""
        row = self.rows.get(entity)
        folded = words.casefold().strip()
        return row is not None and any(folded.endswith(name.casefold()) for name in (row.name, *row.aliases))

    def only_speaks(self, entity: str) -> bool:
        """Whether somebody is known as a spokesperson alone."""
        titles = [role.title.casefold() for role in self.rows[entity].roles]
        return bool(titles) and all("spokes" in title for title in titles)

    def is_leader(self, entity: str) -> bool:
        return self.is_person(entity) and any(leads(role.title) for role in self.rows[entity].roles)


def kin_of(rows: Sequence[EntityRow]) -> dict[str, str]:
    """For the people of a side that is no country the one of them that is named most: "rebels" for "rebel leaders".

    They are told by the stem of their first word, where those behind it say only who acts for it.
    """
    families: defaultdict[str, list[EntityRow]] = defaultdict(list)
    for row in rows:
        if row.kind in BODIES and not row.country and not row.side:
            first, *others = row.name.casefold().split()
            stem = STEM.sub("", first).rstrip("aeiou")
            if len(stem) >= SHORTEST and all(word in ACTING_FOR for word in others):
                families[stem].append(row)
    found = {}
    for family in families.values():
        head = max(family, key=lambda row: (len(row.mentions), row.id))
        found.update({row.id: head.id for row in family if row is not head})
    return found


def is_of_state(row: EntityRow) -> bool:
    """Whether a country that somebody has is the one they act for: not that of rebels, a party or a union."""
    if row.kind is EntityKind.PLACE:
        return is_state(row) or any(capital_country(name) or seat_country(name) for name in (row.name, *row.aliases))
    if row.kind is EntityKind.GROUP and not row.side:
        return SENT.search(row.name) is not None or country_of(row.name) == row.country
    return row.kind is not EntityKind.ORGANIZATION or row.side is not None


def is_state(row: EntityRow) -> bool:
    return row.country is not None and any(named_country(name) == row.country for name in (row.name, *row.aliases))


def leads(title: str) -> bool:
    """Whether a title is that of the head of a state or government.

    >>> leads("Norwegian Prime Minister"), leads("deputy prime minister"), leads("foreign minister")
    (True, False, False)
    """
    folded = title.casefold()
    return any(word in folded for word in LEADERS) and not any(word in folded for word in NOT_LEADERS)


@dataclass(frozen=True, slots=True)
class Present:
    """Those who meet: states, bodies or leaders; who heads which; who mediates."""

    parties: tuple[str, ...]
    heads: tuple[tuple[str | None, str], ...]
    mediators: tuple[str, ...]


def present_at(mentions: Sequence[EventMentionRow], place: str | None, who: Who) -> Present:
    """Who meets, by all mentions of one meeting."""
    direct = {actor for m in mentions if m.mode != "third-party" and len(m.actors) > 1 for actor in m.actors}
    between = [m for m in mentions if m.mode == "third-party" and not set(m.actors) <= direct]
    mediators = tuple(dict.fromkeys(actor for m in between for actor in m.actors))
    told = [e for m in mentions for e in (*(() if m.mode == "third-party" else m.actors), *m.recipients)]
    known = list(dict.fromkeys(e for e in told if e in who.rows and who.rows[e].kind in MEETING))
    known = [e for e in known if e not in mediators and may_meet(e, place, mentions, who)]
    bodies = [e for e in known if not who.is_place(e) or is_of_state(who.rows[e])]
    known = bodies if len({who.side(e) for e in bodies}) > 1 else known
    heads: list[tuple[str | None, str]] = []
    parties: dict[str, None] = {}
    leaders = [e for e in known if who.is_leader(e)]
    visitors = {actor for m in mentions if m.mode == "visit" for actor in m.actors}
    for entity in known:
        if entity in leaders and not beside_officials(entity, known, leaders, who):
            parties[entity] = None
            heads += [(state, entity) for state in states_of(entity, who)] or [(None, entity)]
            continue
        states = list(states_of(entity, who))
        for state in states or [entity]:
            parties[state] = None
        if (
            who.is_person(entity)
            and not who.only_speaks(entity)
            and (entity not in leaders or entity in visitors or not states)
        ):
            heads.append((states[0] if states else None, entity))
    return Present(tuple(without_doubles(parties, who)), tuple(dict.fromkeys(heads)), mediators)


def may_meet(entity: str, place: str | None, mentions: Sequence[EventMentionRow], who: Who) -> bool:
    """Whether somebody can be a party: a place only where it is a state or acts, and the others do not meet there."""
    row = who.rows[entity]
    acting = [m for m in mentions if entity in m.actors]
    if row.kind is EntityKind.PLACE and not is_of_state(row):
        acts = any(m.mode != "visit" and not is_where(row, m, f"{WHERE}|{ABOUT}") for m in acting)
        return acts and entity != place and not is_large_city(row.name)
    return entity != place or any(not is_where(row, m) for m in acting)


def is_where(row: EntityRow, mention: EventMentionRow, words: str = WHERE) -> bool:
    """Whether a mention names a place as where people meet, by the word before it: "at the palace", "for Geneva"."""
    names = "|".join(re.escape(name) for name in row.aliases or (row.name,))
    return re.search(rf"\b(?:{words})\s+(?:the\s+)?(?:{names})\b", mention.evidence.quote) is not None


def beside_officials(leader: str, known: Sequence[str], leaders: Sequence[str], who: Who) -> bool:
    """Whether a leader stands for the state: others at the table are states or officials of other sides."""
    others = [e for e in known if who.side(e) != who.side(leader)]
    return bool(others) and not any(e in leaders for e in others)


def states_of(entity: str, who: Who) -> Iterator[str]:
    """The states that an official, a delegation or a group of several countries stands for."""
    row = who.rows[entity]
    if row.kind is EntityKind.GROUP or (row.kind is EntityKind.ORGANIZATION and SENT.search(row.name)):
        codes = list(dict.fromkeys(codes_in(row.name)))
        found = [who.states[code] for code in codes if code in who.states]
        if found:
            yield from found
            return
    side = who.side(entity)
    if side is not None and side in who.states:
        yield who.states[side]
    elif row.side and row.side in who.rows:
        yield row.side


def codes_in(name: str) -> Iterator[str]:
    """The countries that a group's name shows.

    >>> list(codes_in("Norwegian, Swedish and Danish officials"))
    ['NOR', 'SWE', 'DNK']
    """
    for part in re.split(r",\s*|\s+and\s+|\s+from\s+|\s+of\s+", name):
        code = country_of(part)
        if code is not None:
            yield code


def without_doubles(parties: Iterable[str], who: Who) -> list[str]:
    """One party of each side, a state going before a person or body of it."""
    listed = list(parties)
    states = {who.side(p) for p in listed if p in who.states.values()}
    found: list[str] = []
    seen: set[str | None] = set()
    for party in listed:
        side = who.side(party)
        if (side in states and party not in who.states.values()) or side in seen:
            continue
        seen.add(side)
        found.append(party)
    return found


def level_of(present: Present, who: Who) -> str:
    """How high they meet."""
    persons = [p for p in (*present.parties, *(h for _, h in present.heads)) if who.is_person(p)]
    if persons and all(who.is_leader(p) for p in persons) and all(h in present.parties for _, h in present.heads):
        return "leaders"
    titles = [role.title.casefold() for p in persons for role in who.rows[p].roles]
    if any(word in title for title in titles for word in MINISTERS):
        return "ministers"
    names = [who.rows[p].name for p in present.parties]
    sent = any(not who.is_leader(h) for _, h in present.heads) or any(SENT.search(name) for name in names)
    return "delegations" if sent else "unknown"
