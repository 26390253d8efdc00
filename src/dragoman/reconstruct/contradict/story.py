"""What the accounts of one story tell together: where they are alike, and where they cannot all be so.

Each story is compared by itself, and what comes of it depends on its articles and on who is who in them alone: so it
can be remembered (`Memory`) as long as these stay what they were. Differences across stories (the tolls of an event,
answers to an offer, quotations) are for `compared`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from dragoman.model.flow import Annotated, Linked
from dragoman.model.identity import digest
from dragoman.model.mention import Entity
from dragoman.reconstruct.articles import by_path
from dragoman.reconstruct.claims.alike import both_of, candidates, likes, pairs, told_here
from dragoman.reconstruct.claims.drafts import Dispute, Told
from dragoman.reconstruct.claims.pages import Page
from dragoman.reconstruct.claims.parts import told_placings
from dragoman.reconstruct.claims.rows import told_alike, told_by
from dragoman.reconstruct.claims.tellings import sentences_of, side_of, tellings_of
from dragoman.reconstruct.contradict.causes import cause_disputes
from dragoman.reconstruct.contradict.character import character_disputes, placings
from dragoman.reconstruct.contradict.counts import count_disputes
from dragoman.reconstruct.contradict.days import day_disputes
from dragoman.reconstruct.contradict.denials import denial_disputes
from dragoman.reconstruct.contradict.denied import denied_disputes
from dragoman.reconstruct.contradict.extents import extent_disputes
from dragoman.reconstruct.contradict.heads import head_disputes
from dragoman.reconstruct.contradict.leaving import leaving_disputes
from dragoman.reconstruct.contradict.lengths import length_disputes
from dragoman.reconstruct.contradict.meetings import meeting_disputes
from dragoman.reconstruct.contradict.naming import naming_disputes
from dragoman.reconstruct.contradict.parties import party_disputes
from dragoman.reconstruct.contradict.polarity import polarity_disputes
from dragoman.reconstruct.contradict.postponed import postponed_disputes
from dragoman.reconstruct.contradict.reasons import reason_disputes
from dragoman.reconstruct.contradict.roles import blame_disputes, role_disputes
from dragoman.reconstruct.contradict.terms import term_disputes

Statements = Mapping[tuple[str, int], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What comes of one story: what is told alike, in clauses and in sentences, and the disputes of each kind.

    `denials` are those within each article, `asked` the names that it was made with, by their keys.
    """

    clauses: tuple[Told, ...] = ()
    wholes: tuple[Told, ...] = ()
    placings: tuple[Told, ...] = ()
    disputes: Mapping[str, tuple[Dispute, ...]] = field(default_factory=dict)
    denials: Mapping[str, tuple[Dispute, ...]] = field(default_factory=dict)
    asked: Mapping[str, str | None] = field(default_factory=dict)


class Memory(Protocol):
    """What was found before, by what it depends on."""

    def print_of(self, article: str) -> str:
        """What an article with its layers is known by."""

    def recall(self, key: str) -> Found | None:
        """What was found for this key."""

    def keep(self, key: str, found: Found) -> None:
        """Remember it."""


@dataclass(slots=True)
class Asked:
    """Names of entities and sides, noting which were asked for."""

    names: Mapping[str, str]
    asked: dict[str, str | None] = field(default_factory=dict)

    def get(self, key: str, default: str) -> str:
        found = self.asked[key] = self.names.get(key)
        return default if found is None else found


class Stories:
    """The stories of a collection, ready to be compared one by one."""

    def __init__(self, linked: Linked, told: Statements, names: Mapping[str, str], memory: Memory | None) -> None:
        self.linked, self.told, self.names, self.memory = linked, told, names, memory
        self.annotated = {annotated.article.id: annotated for annotated in by_path(linked)}
        self.order = {article: place for place, article in enumerate(self.annotated)}
        self.entities = {entity.id: entity for entity in linked.entities}
        self.sides = {entity.id: side_of(entity) for entity in linked.entities}
        self.owners = {entity.id: entity.country or entity.side or entity.id for entity in linked.entities}
        self.who: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for (article, chain), entity in sorted(linked.who.items()):
            self.who[article].append((chain, entity))

    def found(self) -> Iterator[Found]:
        """What comes of each story, in their order."""
        for story in self.linked.stories:
            yield self.found_in(story)

    def found_in(self, story: Sequence[str]) -> Found:
        if self.memory is None:
            return self.compare(story)
        key = self.key(story, self.memory)
        known = self.memory.recall(key)
        if known is None or any(self.names.get(asked) != name for asked, name in known.asked.items()):
            known = self.compare(story)
            self.memory.keep(key, known)
        return known

    def key(self, story: Sequence[str], memory: Memory) -> str:
        """What a story's comparison depends on, names aside: its articles, their events, and who is who in them."""
        articles = [self.annotated[article] for article in story]
        own = sorted({entity for article in story for _, entity in self.who[article]})
        return digest(*(self.article_key(a, memory) for a in articles), *map(self.entity_key, own))

    def article_key(self, annotated: Annotated, memory: Memory) -> str:
        article = annotated.article
        ids = [self.told[article.id, place] for place in range(len(annotated.statements))]
        copy = self.linked.copies.get(article.id)
        events = [(event.trigger.start, event.trigger.end, event.type) for event in annotated.events]
        return repr((article.id, memory.print_of(article.id), article.path, copy, self.who[article.id], ids, events))

    def entity_key(self, identifier: str) -> str:
        entity: Entity = self.entities[identifier]
        return repr((entity.id, entity.kind.value, entity.country, entity.side))

    def compare(self, story: Sequence[str]) -> Found:
        own = {a: self.annotated[a] for a in sorted(story, key=self.order.__getitem__)}
        pages = {a: Page(annotated, self.linked, self.sides) for a, annotated in own.items()}
        return compared_story(story, own, pages, self.told, self.owners, Asked(self.names), self.linked)


def compared_story(
    story: Sequence[str],
    annotated: Mapping[str, Annotated],
    pages: Mapping[str, Page],
    told: Statements,
    sides: Mapping[str, str],
    names: Asked,
    linked: Linked,
) -> Found:
    """The accounts of one story laid side by side; clauses are compared between articles only."""
    several = pages.values() if len(pages) > 1 else ()
    said = [telling for page in several for telling in tellings_of(page)]
    sentences = [telling for page in several for telling in sentences_of(page)]
    words = likes([*said, *sentences])
    clauses, whole = told_here(said, words), told_here(sentences, words)
    both = both_of(clauses, candidates(clauses))
    scores = pairs(clauses, both)
    alike, wholly = told_alike(clauses, both, scores, whole)
    one = (tuple(story),)
    placed = {article: tuple(placings(page, told)) for article, page in pages.items()}
    disputes = {
        "meeting": meeting_disputes(pages, told, one),
        "day": day_disputes(clauses, scores, pages, told),
        "party": party_disputes(pages, told, one),
        "head": head_disputes(tuple(annotated.values()), linked, sides, names),
        "length": length_disputes(pages, told, one, linked.copies),
        "number": count_disputes(pages, told, one, linked.copies),
        "extent": extent_disputes(pages, told, linked.copies),
        "polarity": polarity_disputes(clauses, scores, pages, told),
        "postponed": postponed_disputes(pages, told, linked.copies),
        "leaving": leaving_disputes(pages, told, linked.copies),
        "denied": denied_disputes(pages, told, linked.copies),
        "cause": cause_disputes(pages, told, one),
        "role": role_disputes(pages, told, names),
        "reason": reason_disputes(pages, told),
        "blame": blame_disputes(pages, told, names),
        "character": character_disputes(placed, one, names),
        "naming": naming_disputes(pages, told, one, names),
        "term": term_disputes(pages, told, one, names, linked.copies),
    }
    return Found(
        clauses=tuple(told_by(group, told) for group in alike),
        wholes=tuple(told_by(group, told) for group in wholly),
        placings=tuple(told_placings(placed, one)),
        disputes={kind: tuple(found) for kind, found in disputes.items()},
        denials={a: tuple(denial_disputes({a: page}, told, linked.copies)) for a, page in pages.items()},
        asked=names.asked,
    )
