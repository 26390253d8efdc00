"""Who is who across articles, who reprints whom, which quotations are one utterance, which articles one story.

First all articles together are asked who is who, and which of them speak of one another at all (`grounded`); what ties
articles together beyond that is looked for inside each of these circles alone (`tied`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dragoman.link.entities import link_entities
from dragoman.link.events import link_events
from dragoman.link.reprints import link_reprints
from dragoman.link.stories import link_stories
from dragoman.link.wordings import link_wordings
from dragoman.model.circles import Circles
from dragoman.model.event import Event
from dragoman.model.flow import Annotated, Linked

Step = Callable[[Linked], Linked]
OF_ALL: tuple[Step, ...] = (link_reprints, link_stories, link_entities)
IN_CIRCLES: tuple[Step, ...] = (link_wordings, link_events)


def link(annotated: Sequence[Annotated]) -> Linked:
    """All articles, with what ties them together. They are taken in the order of their ids."""
    whole = grounded(annotated)
    circles = Circles(whole)
    parts = [tied(circles.of(circle)) for circle in circles.each]
    return replace(
        whole,
        wordings=dict(sorted(item for part in parts for item in part.wordings.items())),
        events=tuple(sorted((event for part in parts for event in part.events), key=opening)),
    )


def opening(event: Event) -> tuple[str, int]:
    """Where an event is told first."""
    return event.mentions[0].article, event.mentions[0].place


def grounded(annotated: Sequence[Annotated]) -> Linked:
    """All articles with what only all of them together tell: copies, stories and circles, and who is who."""
    linked = Linked(articles=tuple(sorted(annotated, key=lambda a: (a.article.id, a.article.path))))
    for step in OF_ALL:
        linked = step(linked)
    return linked


def tied(circle: Linked) -> Linked:
    """A circle with what ties its articles together besides."""
    for step in IN_CIRCLES:
        circle = step(circle)
    return circle
