"""Terms told in sentences of their own: "the plan calls for observers", "under the deal, the fighters would disarm".

Such a sentence refers to the proposal and tells more of its terms. Lengths and days in it are those of its parts, not
of the whole, and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.annotate.offers.lexicon import offers
from dragoman.annotate.offers.matters import matter_at
from dragoman.annotate.offers.page import Page
from dragoman.annotate.offers.terms import conditions_in, further_in
from dragoman.model.negotiation import MatterKind, Move, MoveKind
from dragoman.model.reading import Token

POINTS = frozenset({"it", "this"})


def laid_down(noun: Token, page: Page) -> Iterator[Move]:
    """What a sentence lays down of the thing that a noun or "it" means."""
    verb = page.tree.tokens[noun.head]
    if noun.relation not in ("nsubj", "obl") or noun.fine in ("WDT", "WP") or noun.text.lower() == "that":
        return
    if verb.tag != "VERB" or not (lays(noun, verb) or under(noun, page) or brings(noun, verb, page)):
        return
    matter = matter_at(noun.index, page)
    if matter is None or not (matter.anaphoric or matter.definite):
        return
    clause = page.tree.below(verb.index, without=("parataxis",))
    further = tuple(further_in(clause, page))
    if further or ((under(noun, page) or brings(noun, verb, page)) and to_come(verb, page)):
        bound = tuple(conditions_in(clause, page))
        matter = replace(matter, anaphoric=matter.anaphoric or matter.kind is MatterKind.OTHER)
        told = replace(matter, further=further, conditions=bound, duration_days=None, start=None, end=None, place=None)
        span, place = page.span(clause), page.statement_of(noun)
        yield Move(kind=MoveKind.REFER, span=span, matter=told, statement=place)


def brings(noun: Token, verb: Token, page: Page) -> bool:
    """Whether it is a thing put forward that would do or give something: "her paper would hand them 14 percent"."""
    return noun.relation == "nsubj" and noun.lemma.lower() in offers().put and to_come(verb, page)


def to_come(verb: Token, page: Page) -> bool:
    """Whether it says what will be or is to be done."""
    ahead = any(t.lemma.lower() in ("will", "would", "must", "shall") for t in page.tree.on(verb.index, "aux"))
    return ahead or "to" in page.tree.cases(verb.index)


def lays(noun: Token, verb: Token) -> bool:
    """Whether it is the subject of a verb that lays something down."""
    return noun.relation == "nsubj" and verb.lemma.lower() in offers().laying


def under(noun: Token, page: Page) -> bool:
    """Whether something is laid down under it, be it in any words."""
    return noun.relation == "obl" and "under" in page.tree.cases(noun.index) and noun.lemma.lower() not in POINTS
