"""The layer of mentions."""

from __future__ import annotations

from dragoman.model.flow import Annotated


def add_mentions(annotated: Annotated) -> Annotated:
    return annotated
