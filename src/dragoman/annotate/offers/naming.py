"""Nouns that put something forward: "the union's demand for overtime", "a proposal to share the water".

A noun makes a move with whoever owns it or makes it; one that says nothing of what is offered points back.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.annotate.events.arguments import governor
from dragoman.annotate.offers.lexicon import offers
from dragoman.annotate.offers.matters import in_general, matter_at, owners
from dragoman.annotate.offers.page import Page
from dragoman.annotate.offers.putting import refusal
from dragoman.model.mention import Mention
from dragoman.model.negotiation import How, MatterKind, Move, MoveKind
from dragoman.model.reading import Token

NO_MATTERS = frozenset(
    {"comment", "interview", "telephone", "phone", "video", "conference", "roll"}
)  # calls and questions
OF_WHAT = ("acl", "nmod", "ccomp", "compound", "advcl")


def put_by_noun(noun: Token, page: Page) -> Iterator[Move]:
    """An offer told by its noun: by whose it is, or by who makes it."""
    matter = matter_at(noun.index, page, any_noun=True)
    if matter is None or not told_what(noun, page) or matter.words & NO_MATTERS or in_general(noun.index, page):
        return
    by = owners(noun, page) or makers(noun, page)
    to = page.parties(
        page.tree.spread([t for t in page.tree.on(noun.index, "nmod") if "to" in page.tree.cases(t.index)])
    )
    own = matter.head == noun.lemma.lower()
    bare = own and (noun.lemma.lower() in offers().bare or owned(noun, page))
    if not by and not bare and matter.kind is MatterKind.OTHER:
        return
    if by and put_against(noun, page):
        yield refusal(noun, None, by, page, MoveKind.COUNTER)
    yield Move(
        kind=MoveKind.PROPOSE if by or bare else MoveKind.REFER,
        span=page.span(page.tree.below(noun.index, without=("parataxis",))),
        matter=matter,
        by=by,
        to=tuple(m for m in to if m.chain not in {b.chain for b in by}),
        date=page.date_of(noun),
        statement=page.statement_of(noun),
        how=offers().put[noun.lemma.lower()],
        firm=bool(by),
    )


def owned(noun: Token, page: Page) -> bool:
    """Whether it is told to be somebody's, be it of people who are no known party: "the creditors' plan"."""
    makers = [t for t in page.tree.on(noun.index, "nmod") if page.tree.cases(t.index) & {"by", "from", "of"}]
    return any(t.lemma.lower() in offers().people for t in (*page.tree.on(noun.index, "nmod:poss"), *makers))


def put_against(noun: Token, page: Page) -> bool:
    """Whether it answers another proposal: a counter-offer, or one that somebody responds with."""
    above = page.tree.tokens[noun.head]
    return noun.lemma.lower() in offers().against or above.lemma.lower() in offers().answering


def told_what(noun: Token, page: Page) -> bool:
    """Whether it is said what is offered; a bare "the offer" points back."""
    said = [t for t in page.tree.on(noun.index, *OF_WHAT, "appos") if t.lemma.lower() not in ("table", "condition")]
    how = offers().put[noun.lemma.lower()]
    if how is How.ULTIMATUM:
        said = [t for t in said if t.relation == "acl" or page.tree.cases(t.index) & {"of"}]
    elif how is How.DEMAND:
        said = [t for t in said if t.relation != "compound" or t.lemma.lower() in offers().matters]
    return bool(said) or bool(matter_words(noun, page))


def matter_words(noun: Token, page: Page) -> list[Token]:
    return [t for t in page.tree.on(noun.index, "amod", "nummod") if t.tag in ("NUM",)]


def makers(noun: Token, page: Page) -> tuple[Mention, ...]:
    """The subject of a verb that puts the noun forward: "the union presented a list of demands"."""
    token = page.tree.tokens[noun.index]
    for _ in range(2):  # "a list of demands"
        above = page.tree.tokens[token.head]
        if above.tag == "VERB" and above.lemma.lower() in offers().made | offers().answering:
            led = page.tree.on(above.head, "obj") if above.relation == "xcomp" else []  # "got Oslo to make an offer"
            return page.parties([t.index for t in led] or governor(token.index, page.tree))
        token = above
    return ()
