"""What is compared when two mentions may tell one happening: its words, parties, sides, days, places and numbers.

Holds the values and how they come from a text; which of them tell one happening is for `events`.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from dragoman.model.event import EventMention, EventPlace
from dragoman.model.flow import Annotated, Linked
from dragoman.model.mention import EntityKind, Form, Mention
from dragoman.model.names import fold_name
from dragoman.model.plover import EventType, Status
from dragoman.model.reading import Token
from dragoman.model.when import Anchor, When

FILE = Path(__file__).parent / "lexicon" / "happenings.toml"
FIELDS = (
    frozenset({EventType.AGREE, EventType.CONCEDE, EventType.RETREAT, EventType.SUPPORT}),
    frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE}),
    frozenset({EventType.REQUEST, EventType.THREATEN}),
    frozenset({EventType.REJECT, EventType.SANCTION, EventType.ACCUSE}),
)
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "NUM", "PROPN"})
ENDING = re.compile(r"(?:ations?|ate|itions?|tions?|ments?|ings?|als?|ances?|ences?|ers?|ors?|e|y|s)$")
OBJECTS = frozenset({"obj", "xcomp", "ccomp", "nsubj:pass", "obl", "nmod", "iobj"})
DESCRIBING = frozenset({"compound", "amod", "acl", "nummod"})
ABOUT = ("NOUN", "VERB", "ADJ", "NUM")
DEPTH = 1  # steps below the object
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
    lemmas: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    noun: bool = False
    published: date | None = None

    @property
    def article(self) -> str:
        return self.at.article

    @property
    def field(self) -> object:
        """What two mentions must share to be compared at all."""
        first = min(self.types)
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
    page = Page(annotated, linked)
    for place, mention in enumerate(annotated.events):
        yield told(page, sides, mention, EventPlace(annotated.article.id, place))


class Page:
    """An article, to be looked up by places in its text."""

    def __init__(self, annotated: Annotated, linked: Linked) -> None:
        self.annotated, self.linked = annotated, linked
        self.tokens = annotated.reading.tokens
        self.starts = [token.start for token in self.tokens]
        self.below: defaultdict[int, list[Token]] = defaultdict(list)
        for token in self.tokens:
            if not token.is_root:
                self.below[token.head].append(token)
        self._times = {i for time in annotated.times for i in range(*self._places(time.span.start, time.span.end))}
        self._named = sorted((m.span.start, m.span.end, m) for m in annotated.mentions if m.form is not Form.PRONOUN)
        self._named_starts = [start for start, _, _ in self._named]

    def between(self, start: int, end: int) -> tuple[Token, ...]:
        first, last = self._places(start, end)
        return self.tokens[first:last]

    def is_time(self, token: Token) -> bool:
        return token.index in self._times

    def _places(self, start: int, end: int) -> tuple[int, int]:
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def named(self, start: int, end: int) -> list[Mention]:
        """The names and descriptions that begin within a stretch."""
        return [
            m for _, _, m in self._named[bisect_left(self._named_starts, start) : bisect_left(self._named_starts, end)]
        ]

    def who(self, mention: Mention) -> str | None:
        return self.linked.who.get((self.annotated.article.id, mention.chain))


def objects_of(page: Page, trigger: tuple[Token, ...], skipped: frozenset[str]) -> frozenset[str]:
    """The lemmas of what a trigger is about: its objects and complements, and the nouns that they are of."""
    told = {token.index for token in trigger}
    found = [t for t in trigger if t.tag == "NOUN"]
    found += [page.tokens[t.head] for t in trigger if is_relative(t, page.below[t.index])]
    waiting = [(token, 0) for token in (*trigger, *found)]
    while waiting:
        token, depth = waiting.pop()
        for below in page.below[token.index]:
            if below.index in told or not is_object(below) or page.is_time(below):
                continue
            found.append(below)
            if depth < DEPTH:
                waiting.append((below, depth + 1))
    lemmas = frozenset(t.lemma.lower() for t in found if t.tag in ABOUT)
    return lemmas - skipped - {token.lemma.lower() for token in trigger}


def is_object(token: Token) -> bool:
    if token.relation in OBJECTS:
        return True
    return token.relation.split(":")[0] in DESCRIBING and token.tag in ABOUT


def is_relative(verb: Token, below: Sequence[Token]) -> bool:
    """Whether what is in front of a relative clause is the verb's object: "the accord that voters turned down"."""
    if not verb.relation.startswith("acl") or verb.tag != "VERB":
        return False
    objects = [t for t in below if t.relation in ("obj", "nsubj:pass")]
    return all(t.tag == "PRON" for t in objects) and (bool(objects) or verb.fine == "VBN")


def told(page: Page, sides: Mapping[str, str], mention: EventMention, at: EventPlace) -> Told:
    annotated, linked, starts = page.annotated, page.linked, page.starts
    parties = [who(annotated, linked, m) for m in (*mention.actors, *mention.recipients)]
    known = frozenset(p for p in parties if p)
    place = place_key(mention.place) if mention.place else None
    trigger = tokens_in(annotated, starts, mention.trigger.start, mention.trigger.end)
    clause = tokens_in(annotated, starts, mention.span.start, mention.span.end)
    lemmas = [t.lemma.lower() for t in trigger if t.tag in ("NOUN", "VERB")] or [t.lemma.lower() for t in trigger]
    words = frozenset(lemmas) - light() or frozenset(lemmas)
    dated = mention.date
    carried = dated is not None and dated.anchor is Anchor.PREVIOUS and not dated.span.overlaps(mention.span)
    when = dated.when if dated is not None and not carried else None
    about = objects_of(page, trigger, light() | words)
    named = frozenset(filter(None, (page.who(m) for m in page.named(mention.span.start, mention.span.end))))
    return Told(
        at=at,
        types=frozenset({mention.type}),
        words=frozenset(map(stem, words)),
        kinds=frozenset(kind for w in words for kind in kinds().get(w, ())),
        parties=known,
        sides=frozenset(sides.get(p, p) for p in known),
        places=frozenset({place} if place else ()),
        days=(when,) if when is not None else (),
        numbers=frozenset((n.of, n.value) for n in mention.numbers),
        actors=frozenset(filter(None, (who(annotated, linked, m) for m in mention.actors))),
        recipients=frozenset(filter(None, (who(annotated, linked, m) for m in mention.recipients))),
        content=frozenset(stem(t.lemma.lower()) for t in clause if t.tag in CONTENT and t.lemma.lower() not in words),
        points=points(annotated, trigger),
        actor_sides=frozenset(sides.get(a, a) for a in (who(annotated, linked, m) for m in mention.actors) if a),
        status=mention.status,
        lemmas=words,
        about=about,
        named=named - known,
        noun=not any(t.tag == "VERB" for t in trigger),
        published=annotated.article.published,
    )


def place_key(place: Mention) -> str:
    """A place by its name alone: "Geneva, Switzerland" is Geneva."""
    return fold_name(place.text.split(",")[0]).removeprefix("the ")


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
