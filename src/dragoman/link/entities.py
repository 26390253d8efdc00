"""entities."""

from __future__ import annotations

from dragoman.model.flow import Linked


def link_entities(linked: Linked) -> Linked:
    return linked
