"""reprints."""

from __future__ import annotations

from dragoman.model.flow import Linked


def link_reprints(linked: Linked) -> Linked:
    return linked
