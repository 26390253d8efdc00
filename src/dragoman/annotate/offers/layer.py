"""An article gains its moves."""

from __future__ import annotations

from dataclasses import replace

from dragoman.annotate.offers.moves import moves
from dragoman.annotate.offers.page import Page
from dragoman.model.flow import Annotated


def add_moves(annotated: Annotated) -> Annotated:
    """The article with its moves, in the order of the text."""
    return replace(annotated, moves=tuple(moves(Page.of(annotated))))
