"""An article gains its moves."""

from __future__ import annotations

from dataclasses import replace

from dragoman.annotate.offers.heard import heard, supported
from dragoman.annotate.offers.moves import in_order, moves
from dragoman.annotate.offers.page import Page
from dragoman.model.flow import Annotated
from dragoman.model.negotiation import ANSWERS


def add_moves(annotated: Annotated) -> Annotated:
    """The article with its moves, in the order of the text; an answer that nobody is told to speak of is none.

    What the reader makes of each word as a part of an answer is given up with that: nothing else asks for it.
    """
    page = Page.of(annotated)
    found = list(supported(page, moves(page)))
    found = sorted((*found, *heard(page, found)), key=in_order)
    told = [move for move in found if move.kind not in ANSWERS or annotated.is_said(move.statement)]
    return replace(annotated, reading=replace(annotated.reading, exchange=()), moves=tuple(told))
