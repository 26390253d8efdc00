"""An article gains its moves."""

from __future__ import annotations

from dataclasses import replace

from dragoman.annotate.offers.moves import moves
from dragoman.annotate.offers.page import Page
from dragoman.model.flow import Annotated
from dragoman.model.negotiation import ANSWERS


def add_moves(annotated: Annotated) -> Annotated:
    """The article with its moves, in the order of the text; an answer that nobody is told to speak of is none."""
    found = moves(Page.of(annotated))
    told = [move for move in found if move.kind not in ANSWERS or annotated.is_said(move.statement)]
    return replace(annotated, moves=tuple(told))
