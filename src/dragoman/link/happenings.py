"""What is compared when two mentions may tell one happening: its words, parties, sides, days, places and numbers.

Holds the values and how they come from a text; which of them tell one happening is for `events`.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from dragoman.model.event import EventMention, EventPlace
from dragoman.model.flow import Annotated, Linked
from dragoman.model.mention import EntityKind, Mention
from dragoman.model.names import fold_name
from dragoman.model.plover import QUADS, EventType, Quad, Status
from dragoman.model.reading import Token
from dragoman.model.text import Span
from dragoman.model.when import Anchor, When

FILE = Path(__file__).parent / "lexicon" / "happenings.toml"
FIELDS = (
    frozenset({EventType.AGREE, EventType.CONCEDE, EventType.RETREAT, EventType.SUPPORT}),
    frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE}),
    frozenset({EventType.REQUEST, EventType.THREATEN}),
    frozenset({EventType.REJECT, EventType.SANCTION, EventType.ACCUSE}),
)
SPOKEN = frozenset(
    t for t in EventType if QUADS[t] in (Quad.VERBAL_CONFLICT, Quad.VERBAL_COOPERATION) and t is not EventType.CONSULT
)
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "NUM", "PROPN"})
ENDING = re.compile(r"(?:ations?|ate|itions?|tions?|ments?|ings?|als?|ances?|ences?|ers?|ors?|e|y|s)$")
UNTYPED = "untyped"
POINTING = frozenset({"the", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class Told:
    """A mention of an event with all that is compared."""

    at: EventPlace
    types: frozenset[EventType]
    words: frozenset[str]
    kinds: frozenset[str]
    parties: frozenset[str]
    sides: frozenset[str]
    places: frozenset[str]
    days: tuple[When, ...]
    numbers: frozenset[tuple[str, float]]
    content: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    points: bool
    actor_sides: frozenset[str] = frozenset()
    status: Status = Status.HAPPENED
    clause: Span | None = None

    @property
    def article(self) -> str:
        return self.at.article

    @property
    def spoken(self) -> bool:
        """Whether it is done by words; what has no type is not known to be."""
        return bool(self.types) and self.types <= SPOKEN

    @property
    def field(self) -> object:
        """What two mentions must share to be compared at all."""
        first = min(self.types, default=None)
        if first is None:
            return UNTYPED
        return next((i for i, types in enumerate(FIELDS) if first in types), first.value)


@cache
def kinds() -> Mapping[str, frozenset[str]]:
    """The kinds of each word that tells a happening."""
    table: dict[str, list[str]] = tomllib.loads(FILE.read_text(encoding="utf-8"))["kinds"]
    found: dict[str, set[str]] = {}
    for kind, words in table.items():
        for word in words:
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(named) for word, named in found.items()}


@cache
def light() -> frozenset[str]:
    return frozenset(tomllib.loads(FILE.read_text(encoding="utf-8"))["light"]["verbs"])


def sides_of(linked: Linked) -> Mapping[str, str]:
    """The state, else the body, that each entity stands for: its country's code, else an id.

    A body of a country that does not speak for its state is a side of its own: rebels, a party, a union.
    """
    by_id = {entity.id: entity for entity in linked.entities}
    found = {}
    for entity in linked.entities:
        above = by_id.get(entity.side) if entity.side else None
        one = above or entity
        of_state = one.kind is not EntityKind.ORGANIZATION or one.side is not None
        found[entity.id] = one.country if one.country and of_state else one.id
    return found


def told_in(annotated: Annotated, linked: Linked, sides: Mapping[str, str]) -> Iterator[Told]:
    """The events of an article, in its order."""
    starts = [token.start for token in annotated.reading.tokens]
    for place, mention in enumerate(annotated.events):
        yield told(annotated, linked, sides, mention, EventPlace(annotated.article.id, place), starts)


def faint_in(annotated: Annotated, linked: Linked, sides: Mapping[str, str]) -> Iterator[Told]:
    """What may be an event of an article, in its order, each at a place behind its events."""
    starts = [token.start for token in annotated.reading.tokens]
    for place, mention in enumerate(annotated.faint, start=len(annotated.events)):
        yield told(annotated, linked, sides, mention, EventPlace(annotated.article.id, place), starts)


def told(
    annotated: Annotated, linked: Linked, sides: Mapping[str, str], mention: EventMention, at: EventPlace,
    starts: list[int],
) -> Told:  # fmt: skip
    actors = frozenset(filter(None, (who(annotated, linked, m) for m in mention.actors)))
    recipients = frozenset(filter(None, (who(annotated, linked, m) for m in mention.recipients)))
    known = actors | recipients
    place = place_key(mention.place) if mention.place else None
    trigger = tokens_in(annotated, starts, mention.trigger.start, mention.trigger.end)
    clause = tokens_in(annotated, starts, mention.span.start, mention.span.end)
    lemmas = [t.lemma.lower() for t in trigger if t.tag in ("NOUN", "VERB")] or [t.lemma.lower() for t in trigger]
    words = frozenset(lemmas) - light() or frozenset(lemmas)
    date = mention.date
    carried = date is not None and date.anchor is Anchor.PREVIOUS and not date.span.overlaps(mention.span)
    when = date.when if date is not None and not carried else None
    return Told(
        at=at,
        types=frozenset({mention.type} if mention.type else ()),
        words=frozenset(map(stem, words)),
        kinds=frozenset(kind for w in words for kind in kinds().get(w, ())),
        parties=known,
        sides=frozenset(sides.get(p, p) for p in known),
        places=frozenset({place} if place else ()),
        days=(when,) if when is not None else (),
        numbers=frozenset((n.of, n.value) for n in mention.numbers),
        actors=actors,
        recipients=recipients,
        content=frozenset(stem(t.lemma.lower()) for t in clause if t.tag in CONTENT and t.lemma.lower() not in words),
        points=points(annotated, trigger),
        actor_sides=frozenset(sides.get(a, a) for a in actors),
        status=mention.status,
        clause=mention.span,
    )


def place_key(place: Mention) -> str:
    """A place by its name alone: "Geneva, Switzerland" is Geneva."""
    return fold_name(place.text.split(",")[0]).removeprefix("the ")


@lru_cache(maxsize=50_000)
def stem(lemma: str) -> str:
    """A word without the endings that make nouns of verbs, so that "bomb" meets "bombing".

    >>> stem("bombing") == stem("bomb"), stem("resignation") == stem("resign"), stem("visit"), stem("king")
    (True, True, 'visit', 'king')
    """
    return ENDING.sub("", lemma) if len(lemma) > 5 else lemma


def tokens_in(annotated: Annotated, starts: list[int], start: int, end: int) -> tuple[Token, ...]:
    return annotated.reading.tokens[bisect_left(starts, start) : bisect_left(starts, end)]


def points(annotated: Annotated, trigger: tuple[Token, ...]) -> bool:
    """Whether a definite noun tells it, which may only point to what was told: "the talks"."""
    if not trigger or trigger[-1].tag != "NOUN" or any(t.tag == "VERB" for t in trigger):
        return False
    before = annotated.reading.tokens[max(0, trigger[0].index - 3) : trigger[0].index]
    return any(t.lemma.lower() in POINTING and t.head == trigger[-1].index for t in before)


def who(annotated: Annotated, linked: Linked, mention: Mention) -> str | None:
    return linked.who.get((annotated.article.id, mention.chain))
