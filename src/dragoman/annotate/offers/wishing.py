"""What a party is told to want of another, without a word of offering: "the union wants 24 per cent".

A wish is a demand only where its maker takes part in the exchange: the ledger keeps it then, and drops it otherwise.
What somebody wants to do himself is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.annotate.events.status import status_of
from dragoman.annotate.events.triggers import Trigger
from dragoman.annotate.offers.lexicon import offers
from dragoman.annotate.offers.matters import words_of
from dragoman.annotate.offers.page import Page
from dragoman.annotate.offers.parties import SUBJECTS, actors
from dragoman.annotate.offers.putting import UNMADE, is_time
from dragoman.annotate.offers.terms import with_terms
from dragoman.model.negotiation import How, Matter, MatterKind, Move, MoveKind
from dragoman.model.plover import EventType
from dragoman.model.reading import Token

ASIDE = ("acl:relcl", "parataxis", "advcl")
WANTED = ("obj", "obl", "xcomp")


def wished(verb: Token, page: Page) -> Iterator[Move]:
    """The demand of a verb of wishing with an object: a thing, or others who are to do something."""
    if verb.lemma.lower() not in offers().wanting or page.tree.on(verb.index, "aux:pass"):
        return
    objects = [t for t in page.tree.on(verb.index, "obj") if t.tag == "NOUN" and not is_time(t.index, page)]
    if (
        not objects
        or objects[0].lemma.lower() in offers().idle
        or objects[0].lemma.lower() in offers().nouns
        or own_of(objects[0], page)
    ):
        return
    if status_of(Trigger(verb.index, None, EventType.REQUEST, None), page.tree) in UNMADE:
        return
    by = actors(verb, page)
    if not by or by[0].chain in {m.chain for m in page.parties([objects[0].index])}:
        return
    found = [t for t in page.tree.on(verb.index, *WANTED) if t.index > verb.index and not is_time(t.index, page)]
    tokens = sorted((w for t in found for w in page.tree.below(t.index, without=ASIDE)), key=lambda t: t.index)
    matter = Matter(
        span=page.span(tokens), kind=MatterKind.OTHER, head=objects[0].lemma.lower(), words=words_of(tokens)
    )
    yield Move(
        kind=MoveKind.PROPOSE,
        span=page.span([verb, *tokens]),
        matter=with_terms(matter, tokens, page),
        by=by,
        date=page.date_of(verb),
        statement=page.statement_of(verb),
        how=How.DEMAND,
        firm=False,
        tentative=True,
    )


def own_of(noun: Token, page: Page) -> bool:
    """Whether it is told as a thing of somebody's own: "wants its share"."""
    return any(t.tag == "PRON" for t in page.tree.on(noun.index, "nmod:poss"))


def refused(verb: Token, page: Page) -> Iterator[Move]:
    """What a party will not do or have done: "we will not trade land", "nobody will search our trucks"."""
    clause = going(verb, page) or verb
    if clause is verb and offers().refusing.isdisjoint(t.lemma.lower() for t in page.tree.on(verb.index, "aux")):
        return
    inner = page.tree.on(verb.index, "xcomp")
    if verb.lemma.lower() in offers().unspoken and not inner:
        return
    if not (denied(clause, page) or nobody(clause, page)):
        return
    speaker = page.speaker_of(verb)
    own = any(t.lemma.lower() in ("we", "i") for t in page.tree.on(clause.index, *SUBJECTS))
    by = (speaker,) if speaker is not None and (own or nobody(clause, page)) else actors(clause, page)
    if not by or any(page.tree.cases(t.index) & {"if", "unless"} for t in page.tree.on(verb.index, "advcl")):
        return
    things = [t for one in (verb, *inner) for t in page.tree.on(one.index, "obj", "obl") if not is_time(t.index, page)]
    words = words_of([verb, *inner, *things]) - offers().unspoken
    if not things or not words:
        return
    span = page.span(page.tree.below(verb.index, without=("parataxis", "conj")))
    yield Move(
        kind=MoveKind.REJECT,
        span=span,
        matter=Matter(span=span, kind=MatterKind.OTHER, head=verb.lemma.lower(), words=words),
        by=by,
        date=page.date_of(verb),
        statement=page.statement_of(verb),
        firm=False,
    )


def denied(verb: Token, page: Page) -> bool:
    """Whether a verb is negated by a word that hangs on it."""
    return any(t.lemma.lower() in ("not", "never", "no") for t in page.tree.on(verb.index, "aux", "advmod"))


def nobody(verb: Token, page: Page) -> bool:
    """Whether nobody is to do it."""
    subjects = page.tree.on(verb.index, *SUBJECTS)
    none = (t for s in subjects for t in (s, *page.tree.on(s.index, "det")))
    return any(t.lemma.lower() in ("nobody", "no", "none") or t.text.lower() == "no-one" for t in none)


def going(verb: Token, page: Page) -> Token | None:
    """The verb of "is not going to", where it stands above."""
    above = page.tree.tokens[verb.head]
    return above if verb.relation == "xcomp" and above.lemma.lower() == "go" and above.fine == "VBG" else None
