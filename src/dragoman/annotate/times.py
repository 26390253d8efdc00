"""The layer of times."""

from __future__ import annotations

from dragoman.model.flow import Annotated


def add_times(annotated: Annotated) -> Annotated:
    return annotated
