"""The circles of a collection: articles that may tell of one another's happenings, offers and words, and no others.

What is found in a circle depends on its own articles, and on who is who in them: so it stays as it is, whatever is
added to other circles. Somebody who is named in several is one in all of them, under the name that all articles
together give; of what else is told of him each circle has what its own articles tell. Decides no circle: `link` does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.model.flow import Linked
from dragoman.model.mention import Entity

Chain = tuple[str, int]


class Circles:
    """The circles of what is linked, each by itself; the whole is one where none are told."""

    def __init__(self, linked: Linked) -> None:
        self.linked = linked
        whole = tuple(annotated.article.id for annotated in linked.articles)
        self.each = linked.circles or ((whole,) if whole else ())
        self.entities = {entity.id: entity for entity in linked.entities}
        self.order = {entity.id: place for place, entity in enumerate(linked.entities)}
        self.added = added_names(linked)
        self.who: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for (article, chain), entity in sorted(linked.who.items()):
            self.who[article].append((chain, entity))
        self.stories: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
        for story in linked.stories:
            self.stories[story[0]].append(story)

    def stories_of(self, circle: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """The stories of a circle, which holds them whole."""
        return tuple(story for article in circle for story in self.stories[article])

    def known_in(self, circle: Sequence[str]) -> list[Entity]:
        """Whom the articles of a circle mention, and whose side these are on, as the whole has them, in its order."""
        wanted = dict.fromkeys(entity for article in circle for _, entity in self.who[article])
        for identifier in (known := list(wanted)):  # grows while it is read
            side = self.entities[identifier].side
            if side in self.entities and side not in wanted:
                wanted[side] = None
                known.append(side)
        return [self.entities[identifier] for identifier in sorted(wanted, key=self.order.__getitem__)]

    def of(self, circle: Sequence[str]) -> Linked:
        """A circle by itself, as if there were no other articles."""
        if len(self.each) == 1:
            return self.linked
        return Part(self, circle).linked()


class Part:
    """What belongs to one circle."""

    def __init__(self, whole: Circles, circle: Sequence[str]) -> None:
        self.whole, self.circle, self.own = whole, circle, frozenset(circle)

    def linked(self) -> Linked:
        """The circle with what ties its articles together."""
        linked, own = self.whole.linked, self.own
        who = {(article, chain): entity for article in self.circle for chain, entity in self.whole.who[article]}
        return replace(
            linked,
            articles=tuple(annotated for annotated in linked.articles if annotated.article.id in own),
            entities=tuple(self.entities(who)),
            links=tuple(link for link in linked.links if link.article in own),
            copies={copy: original for copy, original in linked.copies.items() if copy in own},
            who=who,
            events=tuple(event for event in linked.events if event.mentions[0].article in own),
            wordings={key: wording for key, wording in linked.wordings.items() if key[0] in own},
            stories=self.whole.stories_of(self.circle),
            circles=(tuple(self.circle),),
        )

    def entities(self, who: Mapping[Chain, str]) -> Iterator[Entity]:
        """Those who are known in the circle, with what its articles tell of them."""
        called: defaultdict[str, set[str]] = defaultdict(set)
        for chain, identifier in who.items():
            called[identifier].update(self.whole.linked.called.get(chain, ()))
        for entity in self.whole.known_in(self.circle):
            yield replace(
                entity,
                aliases=tuple(sorted({*called[entity.id], *self.whole.added[entity.id]})),
                roles=tuple(role for role in entity.roles if role.span.article in self.own),
                mentions=tuple(mention for mention in entity.mentions if mention.span.article in self.own),
            )


def added_names(linked: Linked) -> Mapping[str, tuple[str, ...]]:
    """The names of each entity that no article calls it by: what it would be called for short."""
    called: defaultdict[str, set[str]] = defaultdict(set)
    for chain, identifier in linked.who.items():
        called[identifier].update(linked.called.get(chain, ()))
    return {
        entity.id: tuple(name for name in entity.aliases if name not in called[entity.id]) for entity in linked.entities
    }
