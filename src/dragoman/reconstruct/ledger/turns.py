"""Moves with their parties named across articles: the turns of the exchange ledger.

Does not say which turns belong to one proposal: that is for `exchanges`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.flow import Annotated, Linked
from dragoman.model.mention import Entity, EntityKind, Form, Mention
from dragoman.model.negotiation import ANSWERS, Matter, Move, MoveKind
from dragoman.model.record import EntityRow
from dragoman.model.text import Span
from dragoman.reconstruct.statements import entity_of

RATIFIERS = frozenset(
    "voters parliament lawmakers legislators senate senators congress assembly deputies mps court members people "
    "legislature chamber council".split()
)
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
BODIES = frozenset("delegation side team government party movement group union negotiators country".split())


@dataclass(frozen=True, slots=True)
class Turn:
    """A move with its parties known: `by`, `to` and `owner` are entities, the sides what they stand for.

    `unnamed` are the words for those who make it and are no entity. `abroad` says that maker and recipient are of two
    countries, `of_people` that some of each are people, `ratifying` that voters or a parliament make it,
    `heading` that it stands in the heading of its article. `said` are the lemmas of the words of content that tell it.
    """

    article: str
    move: Move
    by: tuple[str, ...]
    to: tuple[str, ...]
    owner: tuple[str, ...]
    by_sides: frozenset[str]
    to_sides: frozenset[str]
    owner_sides: frozenset[str]
    alleged_by: str | None = None
    place: str | None = None
    unnamed: tuple[Span, ...] = ()
    abroad: bool = False
    ratifying: bool = False
    heading: bool = False
    of_people: bool = False
    said: frozenset[str] = frozenset()

    @property
    def proposes(self) -> bool:
        return self.move.kind is MoveKind.PROPOSE

    @property
    def answers(self) -> bool:
        return self.move.kind in ANSWERS

    @property
    def known(self) -> bool:
        """Whether somebody is told to make it, be it only by a noun."""
        return bool(self.by or self.unnamed) or self.move.named is not None

    @property
    def matter(self) -> Matter:
        return self.move.matter


def turns_of(
    annotated: Annotated, linked: Linked, sides: Mapping[str, str], known_as: Mapping[str, Entity]
) -> Iterator[Turn]:
    """The turns of an article, in the order of the text."""
    title = annotated.article.title_span
    for move in annotated.moves:
        by, to = known(move.by, annotated, linked), known(move.to, annotated, linked)
        owner = known(move.matter.owner, annotated, linked)
        yield Turn(
            article=annotated.article.id,
            move=move,
            by=by,
            to=tuple(party for party in to if party not in by),
            owner=owner,
            by_sides=frozenset(sides.get(e, e) for e in by),
            to_sides=frozenset(sides.get(e, e) for e in to),
            owner_sides=frozenset(sides.get(e, e) for e in owner),
            place=entity_of(annotated, linked, move.matter.place),
            alleged_by=entity_of(annotated, linked, move.alleged_by),
            unnamed=tuple(m.span for m in move.by if m.form is not Form.PRONOUN and not meant(m, annotated, linked)),
            abroad=apart(homes(by, known_as), homes(to, known_as)),
            heading=title is not None and title.holds(move.span),
            ratifying=bool(words_of(move, annotated) & RATIFIERS),
            said=lemmas_of(move, annotated) if move.kind in ANSWERS else frozenset(),
            of_people=all(any(is_person(e, known_as) for e in some) for some in (by, to)),
        )


def lemmas_of(move: Move, annotated: Annotated) -> frozenset[str]:
    """The lemmas of the nouns, verbs, adjectives and numbers of a move's words."""
    tokens = annotated.reading.tokens
    first = bisect_left(tokens, move.span.start, key=lambda token: token.start)
    last = bisect_left(tokens, move.span.end, key=lambda token: token.start)
    return frozenset(token.lemma.lower() for token in tokens[first:last] if token.tag in CONTENT)


def homes(parties: Sequence[str], known_as: Mapping[str, Entity]) -> set[str]:
    """The countries of some parties, by themselves or by what they speak for."""
    found = (known_as.get(party) for party in parties)
    speaking = ((e, known_as.get(e.side or "")) for e in found if e is not None)
    return {c for e, side in speaking for c in (e.country, side.country if side else None) if c is not None}


def apart(one: set[str], other: set[str]) -> bool:
    return bool(one and other) and not one & other


def words_of(move: Move, annotated: Annotated) -> set[str]:
    """The words for those who make a move."""
    return set(annotated.article.quote(move.named).lower().split()) if move.named else set()


def is_person(party: str, known_as: Mapping[str, Entity]) -> bool:
    return party in known_as and known_as[party].kind is EntityKind.PERSON


def known(mentions: Sequence[Mention], annotated: Annotated, linked: Linked) -> tuple[str, ...]:
    found = (meant(mention, annotated, linked) for mention in mentions)
    return tuple(dict.fromkeys(entity for entity in found if entity is not None))


def meant(mention: Mention, annotated: Annotated, linked: Linked) -> str | None:
    """Who a mention is; a description that is nobody by name stands for the body in it ("Oslo's prime minister"), a
    body without a name for whoever it is said to be of ("his delegation")."""
    own = entity_of(annotated, linked, mention)
    if own is not None or mention.form is not Form.NOMINAL:
        return own
    inside = [m for m in annotated.mentions if m != mention and mention.span.holds(m.span)]
    inside = [m for m in inside if m.form is Form.NAME] or (inside if head_of(mention) in BODIES else [])
    return next((e for m in inside if (e := entity_of(annotated, linked, m)) is not None), None)


def head_of(mention: Mention) -> str:
    """The last word of a mention, in small letters."""
    return mention.text.lower().split()[-1]


def sides_of(entities: Iterable[Entity | EntityRow]) -> dict[str, str]:
    """What each entity stands for: the state or body it speaks for, else the country of a place, people or person.

    A body of a country that does not speak for the state (a union, a company) stands for itself. States are named by
    their country, so that a president and his country are one side.
    """
    known = {entity.id: entity for entity in entities}
    return {entity.id: side_of(known.get(entity.side or entity.id, entity)) for entity in known.values()}


def side_of(entity: Entity | EntityRow) -> str:
    own = entity.kind is EntityKind.ORGANIZATION
    return entity.id if own or entity.country is None else entity.country
