"""The layer of statements."""

from __future__ import annotations

from dragoman.model.flow import Annotated


def add_statements(annotated: Annotated) -> Annotated:
    return annotated
