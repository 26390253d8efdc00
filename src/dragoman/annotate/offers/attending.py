"""Who comes to a meeting or will come: deeds that answer an invitation without a word.

Who says that he stays away refuses in words. Gives what a text tells of it; whether there was an invitation to that
place is for the ledger.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.annotate.events.status import status_of
from dragoman.annotate.events.triggers import Trigger
from dragoman.annotate.offers.lexicon import offers
from dragoman.annotate.offers.matters import matter_at
from dragoman.annotate.offers.page import Page
from dragoman.annotate.offers.parties import actors
from dragoman.annotate.offers.terms import days_in
from dragoman.model.mention import EntityKind, Form
from dragoman.model.negotiation import Matter, MatterKind, Move, MoveKind
from dragoman.model.plover import EventType, Status
from dragoman.model.reading import Token

COMES = frozenset({Status.HAPPENED, Status.PLANNED, Status.ALLEGED})
TOWARDS = frozenset({"to", "in", "at", "for"})
MEETINGS = frozenset({MatterKind.TALKS, MatterKind.SUMMIT})


def attended(verb: Token, page: Page) -> Iterator[Move]:
    """The move of a verb of coming, where it says to which place or meeting."""
    if verb.lemma.lower() not in offers().attending:
        return
    status = status_of(Trigger(verb.index, None, EventType.CONSULT, None), page.tree)
    matter, by = where_to(verb, page), actors(verb, page)
    if matter is None or not by or status not in COMES:
        return
    yield Move(
        kind=MoveKind.ATTEND,
        span=page.span(page.tree.below(verb.index, without=("parataxis", "conj"))),
        matter=matter,
        by=by,
        date=page.date_of(verb),
        statement=page.statement_of(verb),
        firm=False,
    )


def where_to(verb: Token, page: Page) -> Matter | None:
    """The meeting that is named, else one at the place that is."""
    beside = [t for t in page.tree.on(verb.index, "obl") if page.tree.cases(t.index) & TOWARDS]
    for token in (*page.tree.on(verb.index, "obj"), *beside):
        named = matter_at(token.index, page) if token.tag == "NOUN" else None
        if named is not None and named.kind in MEETINGS:
            return named
    for token in beside:
        mention = page.mentions.by_token.get(token.index)
        if mention is not None and mention.kind is EntityKind.PLACE and mention.form is Form.NAME:
            tokens = page.tree.below(verb.index, without=("parataxis", "conj", "advcl", "ccomp"))
            start, _ = days_in(tokens, page)
            head = verb.lemma.lower()
            return Matter(span=page.span(tokens), kind=MatterKind.TALKS, head=head, place=mention, start=start)
    return None
