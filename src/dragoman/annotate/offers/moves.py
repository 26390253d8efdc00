"""The moves of a text: who offers, asks, accepts, refuses, signs or breaks what.

A move is a verb or noun of the lexicon together with a matter; a matter that is only mentioned refers to a move made
elsewhere. Does not say which move answers which offer: that is for the ledger.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.annotate.offers.answering import answered_by_noun, answered_by_verb
from dragoman.annotate.offers.attending import attended
from dragoman.annotate.offers.fates import fate_by_noun, fate_by_verb
from dragoman.annotate.offers.judging import ORDERING, judged, ordered, phrased
from dragoman.annotate.offers.laying import laid_down
from dragoman.annotate.offers.lexicon import Sense, offers
from dragoman.annotate.offers.matters import matter_at
from dragoman.annotate.offers.naming import put_by_noun
from dragoman.annotate.offers.obliging import obliged_by_word, threatened
from dragoman.annotate.offers.page import Page
from dragoman.annotate.offers.passing import (
    bare,
    bound,
    deed,
    ignored,
    met,
    none_of_it,
    none_taken,
    of_times,
    ready,
    unsaid,
)
from dragoman.annotate.offers.putting import put_by_verb
from dragoman.annotate.offers.reacting import reacted, said_of, summed_up
from dragoman.annotate.offers.wishing import refused, wished
from dragoman.model.negotiation import ANSWERS, How, MatterKind, Move, MoveKind
from dragoman.model.reading import Token
from dragoman.model.text import Span

BOUND = frozenset({MatterKind.CEASEFIRE, MatterKind.AGREEMENT, MatterKind.EXCHANGE})
ONWARDS = frozenset({"ahead", "through", "forward"})
PUT = frozenset({"proposed", "suggested"})
PLANNED = frozenset({"plan", "planned", "schedule", "scheduled", "pencil", "moot", "slate"})
MEETINGS = frozenset({MatterKind.TALKS, MatterKind.SUMMIT})


def moves(page: Page) -> list[Move]:
    """Every move of the text, in its order."""
    in_words = {token.index for token in page.tree.with_lemma(offers().judging, ORDERING)}
    found = [move for token in page.tree.tokens for move in moves_at(token, page, judging=token.index in in_words)]
    found = [move for move in found if not said_by_answer(move, found) and not only_asked_for(move, found)]
    found = [move for move in found if not told_by_its_verb(move, found)]
    found += [*phrased(page), *summed_up(page), *said_of(page)]
    return sorted((*found, *referring(found, page)), key=in_order)


def in_order(move: Move) -> tuple[Span, Span, MoveKind]:
    """What moves are sorted by: the order of the text."""
    return move.span, move.matter.span, move.kind


def said_by_answer(move: Move, found: list[Move]) -> bool:
    """Whether a noun only names what an answer around it names more fully: "accepted the proposal for a truce"."""
    if move.kind not in (MoveKind.PROPOSE, MoveKind.REFER) or move.matter.head not in offers().pointing:
        return False
    return any(
        other.kind in ANSWERS and other.span.holds(move.span) and other.matter.owner == move.matter.owner
        for other in found
        if other.firm
        and (other.by or other.named is not None)
        and (other.matter.kind is not MatterKind.OTHER or move.matter.kind is MatterKind.OTHER)
    )


def told_by_its_verb(move: Move, found: list[Move]) -> bool:
    """Whether a noun only repeats what its verb puts forward: "put forward | a paper on wages"."""
    return move.kind is MoveKind.PROPOSE and any(
        other.kind is MoveKind.PROPOSE
        and other.matter.span == move.matter.span
        and other.span != move.span
        and other.span.holds(move.span)
        and other.by == move.by
        for other in found
    )


def only_asked_for(move: Move, found: list[Move]) -> bool:
    """Whether a proposal is only demanded of whoever would make it: "demanded proposals from Oslo"."""
    return move.kind is MoveKind.PROPOSE and any(
        other.kind is MoveKind.PROPOSE
        and other.how is How.DEMAND
        and other.matter.span == move.matter.span
        and bool(other.by and move.by)
        and {m.chain for m in other.by}.isdisjoint(m.chain for m in move.by)
        and {m.chain for m in other.matter.owner} == {m.chain for m in move.by}
        for other in found
    )


def moves_at(token: Token, page: Page, *, judging: bool) -> Iterator[Move]:
    if token.tag == "VERB" or token.lemma == "be":
        yield from by_verb(token, page)
    elif token.tag == "NOUN":
        yield from by_noun(token, page)
    if token.tag in ("NOUN", "PRON"):
        yield from laid_down(token, page)
    if token.tag in ("ADJ", "VERB"):
        yield from ready(token, page)
    if judging:
        yield from judged(token, page)
        yield from ordered(token, page)


def by_verb(verb: Token, page: Page) -> Iterator[Move]:
    """The moves of a verb: the first of its senses that makes one here."""
    for sense in senses_of(verb, page):
        found = list(by_sense(verb, sense, page))
        if found:
            yield from found
            yield from (other for move in found for other in together(move, page))
            return
    for told in (met, deed, ignored, unsaid, none_of_it, none_taken, bound, bare, reacted, wished, refused):
        if found := list(told(verb, page)):
            yield from found
            return
    yield from attended(verb, page)
    yield from threatened(verb, page)
    yield from obliged_by_word(verb, page)


def together(move: Move, page: Page) -> Iterator[Move]:
    """Another thing put forward in one breath with the first: "proposed a swap and a three-day truce"."""
    if move.kind is not MoveKind.PROPOSE or move.matter.kind is MatterKind.OTHER:
        return
    sentence = page.annotated.reading.sentence_of(page.index_at(move.matter.span.start))
    for token in page.tree.tokens[sentence.first : sentence.last]:
        first = page.tree.tokens[token.head]
        inside = move.matter.span.start <= first.start < move.matter.span.end
        if inside and token.relation == "conj" and token.tag == "NOUN":
            other = matter_at(token.index, page)
            if other is not None and other.kind not in (MatterKind.OTHER, move.matter.kind) and other.kind in BOUND:
                yield replace(move, matter=other, span=other.span)


def senses_of(verb: Token, page: Page) -> Iterator[Sense]:
    senses = offers().verbs.get(verb.lemma.lower())
    if senses is None:
        return
    particles = page.tree.particles(verb.index)
    particles |= {t.lemma for t in page.tree.on(verb.index, "obj")}  # "take effect"
    particles |= {t.lemma for t in page.tree.on(verb.index, "obl") if t.lemma == "table"}  # "laid on the table"
    particles -= of_times(verb, page)
    if particles & ONWARDS and verb.lemma.lower() in ("press", "push"):
        return
    for sense in senses:
        if sense.particle is None or (sense.particle in particles and called_upon(verb, sense, page)):
            yield sense


def called_upon(verb: Token, sense: Sense, page: Page) -> bool:
    """Whether those who are called on are people: "called a vote on the terms" calls on nobody."""
    if verb.lemma.lower() != "call" or sense.particle not in ("on", "upon"):
        return True
    heads = [t for t in page.tree.on(verb.index, "obl") if page.tree.cases(t.index) & {"on", "upon"}]
    return any(page.party(t.index) is not None or t.lemma.lower() in offers().people for t in heads)


def by_sense(verb: Token, sense: Sense, page: Page) -> Iterator[Move]:
    if sense.kind is MoveKind.PROPOSE:
        return put_by_verb(verb, sense, page)
    if sense.kind in ANSWERS:
        return answered_by_verb(verb, sense, page)
    return fate_by_verb(verb, sense, page)


def by_noun(noun: Token, page: Page) -> Iterator[Move]:
    """A noun that is itself a move: "the rejection of the plan", "Ortega's offer of talks"."""
    lemma = noun.lemma.lower()
    if lemma in offers().put:
        yield from put_by_noun(noun, page)
    kind = offers().nouns.get(lemma)
    if kind is MoveKind.VIOLATE:
        yield from fate_by_noun(noun, kind, page)
    elif kind is not None:
        yield from answered_by_noun(noun, kind, page)
    described = page.tree.on(noun.index, "amod", "acl")
    if any(t.text.lower() in PUT for t in described):
        yield from proposed(noun, page)
    elif any(t.lemma.lower() in PLANNED for t in described):
        yield from (move for move in proposed(noun, page) if move.matter.kind in MEETINGS)


def proposed(noun: Token, page: Page) -> Iterator[Move]:
    """A thing that is told to be proposed, by nobody named."""
    matter = matter_at(noun.index, page, any_noun=True)
    if matter is not None:
        yield Move(
            kind=MoveKind.PROPOSE,
            span=matter.span,
            matter=replace(matter, anaphoric=False),
            statement=page.statement_of(noun),
            firm=False,
        )


def referring(found: list[Move], page: Page) -> Iterator[Move]:
    """Named matters that no move speaks of: "the 30-day ceasefire"."""
    told = {move.matter.span for move in found}
    for token in page.tree.tokens:
        known = token.tag == "NOUN" and offers().matters.get(token.lemma.lower()) in BOUND
        matter = matter_at(token.index, page) if known else None
        if matter is None or not (matter.definite or matter.duration_days):
            continue
        if not any(span.holds(matter.span) for span in told):
            yield Move(kind=MoveKind.REFER, span=matter.span, matter=matter, statement=page.statement_of(token))
