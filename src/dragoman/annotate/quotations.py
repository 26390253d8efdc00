"""The layer of quotations."""

from __future__ import annotations

from dragoman.model.flow import Annotated


def add_quotations(annotated: Annotated) -> Annotated:
    return annotated
