"""The moves of a text: who offers, asks, accepts, refuses, signs or breaks what.

A move is a verb or noun of the lexicon together with a matter. Does not say which move answers which offer: that
is for the ledger.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.annotate.events.arguments import agents_of, governor, is_passive, subjects
from dragoman.annotate.events.days import nearest_time
from dragoman.annotate.events.layer import OTHER_CLAUSES, distinct, statement_at
from dragoman.annotate.events.status import status_of
from dragoman.annotate.events.triggers import Trigger
from dragoman.annotate.offers.lexicon import offers
from dragoman.annotate.offers.matters import CONDITIONAL, NOT_PARTIES, POINTERS, Page, matter_at
from dragoman.model.mention import Mention
from dragoman.model.negotiation import ANSWERS, Matter, MatterKind, Move, MoveKind
from dragoman.model.plover import EventType, Status
from dragoman.model.reading import Token

NAMED = ("obj", "nsubj:pass", "obl")
CLAUSES = ("xcomp", "ccomp")
OBJECTS = (*NAMED, *CLAUSES)
MADE = frozenset({Status.HAPPENED, Status.ALLEGED, Status.DENIED})
LOOSE = frozenset({"want", "warn", "ask", "order", "press", "seek", "support", "back", "push", "threaten", "insist"})
WEAK = frozenset({MoveKind.IN_FORCE, MoveKind.LAPSE, MoveKind.FAIL, MoveKind.SIGN})


def moves(page: Page) -> list[Move]:
    """Every move of the text, in its order."""
    found = [move for token in page.tree.tokens for move in moves_at(token, page)]
    return sorted(found, key=lambda move: (move.span, move.matter.span))


def moves_at(token: Token, page: Page) -> Iterator[Move]:
    if token.tag == "VERB":
        yield from by_verb(token, page)
    elif token.tag == "NOUN" and token.lemma.lower() in offers().nouns:
        yield from by_noun(token, page)


def by_verb(verb: Token, page: Page) -> Iterator[Move]:
    """The moves that a verb makes on the matters that hang on it."""
    kind = move_of(verb, page)
    if kind is None or not is_made(verb, kind, page):
        return
    for matter in matters_of(verb, kind, page):
        by = actors(verb, page)
        found = Move(
            kind=answered(kind, verb, page),
            span=page.span(clause(verb, page)),
            matter=matter,
            by=by,
            to=tuple(m for m in recipients(verb, matter, page) if m.chain not in {b.chain for b in by}),
            date=nearest_time(verb.index, page.tree, page.annotated.reading, page.times),
        )
        yield replace(found, statement=statement_at(page.annotated, page.span([verb])))
        return


def is_made(verb: Token, kind: MoveKind, page: Page) -> bool:
    """Whether the move was made: an answer that is only demanded, planned or supposed is none."""
    status = status_of(Trigger(verb.index, None, EventType.AGREE, None), page.tree)
    return status in MADE or (kind is MoveKind.PROPOSE and status is not Status.CONDITIONAL)


def move_of(verb: Token, page: Page) -> MoveKind | None:
    particles = page.tree.particles(verb.index)
    for kind, particle in offers().verbs.get(verb.lemma.lower(), ()):
        if particle is None or particle in particles:
            return kind
    return None


def matters_of(verb: Token, kind: MoveKind, page: Page) -> Iterator[Matter]:
    """What the verb is about: a thing that is named goes before a clause, a clause before a pronoun."""
    tree = page.tree
    if kind in WEAK:
        heads = tree.spread(tree.on(verb.index, "nsubj", "nsubj:pass", "obj"))
        yield from (m for m in nouns_among(heads, page) if not m.anaphoric)
        return
    heads = tree.spread(tree.on(verb.index, *NAMED))
    if verb.relation in ("acl", "acl:relcl"):
        heads.append(verb.head)
    things = named_by_another(list(nouns_among(heads, page)))
    clauses = [m for m in (matter_at(i.index, page) for i in tree.on(verb.index, *CLAUSES)) if m is not None]
    told = [m for m in clauses if m.kind is not MatterKind.OTHER or verb.lemma.lower() not in LOOSE]
    yield from sorted((*things, *told), key=lambda m: m.anaphoric and m.head in POINTERS)


def named_by_another(things: list[Matter]) -> list[Matter]:
    """A pointing noun takes kind and terms from the one that says of what: "a proposal | for a 30-day truce"."""
    if len(things) < 2 or things[0].kind is not MatterKind.OTHER or things[0].head not in offers().pointing:
        return things
    first, second = things[0], things[1]
    if second.kind is MatterKind.OTHER:
        return things
    whole = replace(second, span=first.span.covering(second.span), owner=first.owner or second.owner)
    return [whole, *things[2:]]


def nouns_among(heads: list[int], page: Page) -> Iterator[Matter]:
    for index in dict.fromkeys(heads):
        if page.tree.tokens[index].tag in ("NOUN", "PROPN", "PRON"):
            matter = matter_at(index, page)
            if matter is not None:
                yield matter


def answered(kind: MoveKind, verb: Token, page: Page) -> MoveKind:
    """The move as its clause bends it: not accepted is refused, "unless" makes it conditional."""
    below = page.tree.on(verb.index, "aux", "advmod", "mark")
    negated = any(t.lemma in ("not", "never") for t in below)
    if kind is MoveKind.ACCEPT and negated:
        return MoveKind.REJECT
    if kind is MoveKind.REJECT and negated:
        return MoveKind.DEFER
    if kind in (MoveKind.ACCEPT, MoveKind.REJECT) and hedged(verb, page):
        return MoveKind.CONDITIONAL
    return kind


def hedged(verb: Token, page: Page) -> bool:
    """Whether a clause of condition hangs on it."""
    for clause_head in page.tree.on(verb.index, "advcl"):
        if page.tree.cases(clause_head.index) & (CONDITIONAL - {"without"}):
            return True
    return any(t.lemma == "unless" for t in page.tree.below(verb.index, without=("conj", "parataxis", "ccomp")))


def by_noun(noun: Token, page: Page) -> Iterator[Move]:
    """A noun that is itself a move: "the rejection of the plan", "Ortega's offer of talks"."""
    kind = offers().nouns[noun.lemma.lower()]
    if kind is MoveKind.PROPOSE:
        yield from offered(noun, page)
        return
    for token in page.tree.on(noun.index, "nmod", "acl"):
        matter = matter_at(token.index, page)
        if matter is not None:
            owner = tuple(page.mentions.by_token[i] for i in owners_of(noun, page))
            span = page.span(page.tree.below(noun.index, without=OTHER_CLAUSES))
            yield Move(kind=kind, span=span, matter=matter, by=owner)


def offered(noun: Token, page: Page) -> Iterator[Move]:
    """An offer told by its noun, unless a verb above it already answers or makes it."""
    above = page.tree.tokens[noun.head]
    if above.tag == "VERB" and noun.relation in OBJECTS and move_of(above, page) in (MoveKind.PROPOSE, *ANSWERS):
        return
    matter = matter_at(noun.index, page)
    if matter is None or matter.anaphoric:
        return
    owner = tuple(page.mentions.by_token[i] for i in owners_of(noun, page)) or tuple(
        distinct(page.mentions.of(i, page.tree) for i in governor(noun.index, page.tree))
    )
    span = page.span(page.tree.below(noun.index, without=("parataxis",)))
    yield Move(kind=MoveKind.PROPOSE if owner else MoveKind.REFER, span=span, matter=matter, by=owner)


def owners_of(noun: Token, page: Page) -> list[int]:
    found = page.tree.on(noun.index, "nmod:poss", "amod", "compound")
    found += [t for t in page.tree.on(noun.index, "nmod") if "by" in page.tree.cases(t.index)]
    return [i for i in page.tree.spread(found) if i in page.mentions.by_token]


def actors(verb: Token, page: Page) -> tuple[Mention, ...]:
    """Who makes the move."""
    tree = page.tree
    heads = tree.spread(agents_of(verb.index, tree)) if is_passive(verb.index, tree) else subjects(verb.index, tree)
    return tuple(distinct(page.mentions.of(i, tree) for i in heads))


def recipients(verb: Token, matter: Matter, page: Page) -> tuple[Mention, ...]:
    """To whom it is put: objects that are people, "to" and "with" phrases, the subject of what is asked for."""
    tree = page.tree
    heads = tree.spread(tree.on(verb.index, "iobj", "obj"))
    heads += tree.spread([t for t in tree.on(verb.index, "obl") if tree.cases(t.index) & {"to", "with", "on", "of"}])
    for inner in tree.on(verb.index, "ccomp", "xcomp"):
        heads += tree.spread(tree.on(inner.index, "nsubj"))
        heads += tree.spread([t for t in tree.on(inner.index, "obl") if tree.cases(t.index) & {"with", "to"}])
    known = (page.mentions.by_token.get(i) for i in heads)
    return tuple(distinct(m for m in (*known, *matter.parties) if m is not None and m.kind not in NOT_PARTIES))


def clause(verb: Token, page: Page) -> list[Token]:
    """The clause of the move: the verb with its own phrases and clauses, from its subject on."""
    return page.tree.below(verb.index, without=("parataxis", "conj"))
