"""Who is who across articles, who reprints whom, which quotations are one utterance, which articles one story.

First all articles together are asked who is who, and which of them speak of one another at all (`grounded`); what ties
articles together beyond that is looked for inside each of these circles alone (`tied`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from dragoman.link.entities import link_entities
from dragoman.link.events import link_events
from dragoman.link.reprints import link_reprints
from dragoman.link.stories import link_stories
from dragoman.link.traits import Traits, traits_of
from dragoman.link.wordings import link_wordings
from dragoman.model.circles import Circles
from dragoman.model.event import Event
from dragoman.model.flow import Annotated, Linked

OF_ALL: tuple[Callable[[Linked, Sequence[Traits]], Linked], ...] = (link_reprints, link_stories, link_entities)
IN_CIRCLES: tuple[Callable[[Linked], Linked], ...] = (link_wordings, link_events)


def link(annotated: Sequence[Annotated]) -> Linked:
    """All articles, with what ties them together. They are taken in the order of their ids."""
    whole = grounded([traits_of(one) for one in annotated])
    whole = with_layers(whole, {one.article.id: one for one in annotated})
    circles = Circles(whole)
    parts = [tied(circles.of(circle)) for circle in circles.each]
    tied_up = {annotated.article.id: annotated for part in parts for annotated in part.articles}
    return replace(
        with_layers(whole, tied_up),
        wordings=dict(sorted(item for part in parts for item in part.wordings.items())),
        events=tuple(sorted((event for part in parts for event in part.events), key=opening)),
    )


def grounded(traits: Sequence[Traits]) -> Linked:
    """All articles, bare, with what only all of them together tell: copies, stories and circles, and who is who."""
    ordered = sorted(traits, key=lambda one: (one.article.id, one.article.path))
    linked = Linked(articles=tuple(Annotated(article=one.article, problems=one.problems) for one in ordered))
    for step in OF_ALL:
        linked = step(linked, ordered)
    return linked


def with_layers(linked: Linked, annotated: Mapping[str, Annotated]) -> Linked:
    """The same with the layers of its articles."""
    return replace(linked, articles=tuple(annotated[bare.article.id] for bare in linked.articles))


def tied(circle: Linked) -> Linked:
    """A circle with what ties its articles together besides."""
    for step in IN_CIRCLES:
        circle = step(circle)
    return circle


def opening(event: Event) -> tuple[str, int]:
    """Where an event is told first."""
    return event.mentions[0].article, event.mentions[0].place
