"""Who is who across articles, who reprints whom, which quotations are one utterance, which articles one story."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.link.entities import link_entities
from dragoman.link.events import link_events
from dragoman.link.reprints import link_reprints
from dragoman.link.stories import link_stories
from dragoman.link.wordings import link_wordings
from dragoman.model.flow import Annotated, Linked

STEPS: tuple[Callable[[Linked], Linked], ...] = (
    link_reprints,
    link_entities,
    link_wordings,
    link_events,
    link_stories,
)


def link(annotated: Sequence[Annotated]) -> Linked:
    """All articles, with what ties them together. They are taken in the order of their ids."""
    linked = Linked(articles=tuple(sorted(annotated, key=lambda a: (a.article.id, a.article.path))))
    for step in STEPS:
        linked = step(linked)
    return linked
