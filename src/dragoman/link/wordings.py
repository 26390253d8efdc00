"""wordings."""

from __future__ import annotations

from dragoman.model.flow import Linked


def link_wordings(linked: Linked) -> Linked:
    return linked
