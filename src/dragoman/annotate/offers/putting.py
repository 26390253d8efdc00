"""Verbs that put something to another party: offers, demands, ultimatums, plans.

Gives a move for each, with who makes it and to whom. Wishes and proposals without a maker are marked as not firm: the
ledger takes them only where more speaks for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.annotate.events.status import status_of
from dragoman.annotate.events.triggers import Trigger
from dragoman.annotate.offers.lexicon import Sense, offers
from dragoman.annotate.offers.matters import governing, matter_at
from dragoman.annotate.offers.page import Page
from dragoman.annotate.offers.parties import SUBJECTS, actors, clauses, named_among, recipients, somebody, tied_to
from dragoman.annotate.offers.terms import conditions_in, is_spell
from dragoman.model.mention import EntityKind, Form, Mention
from dragoman.model.negotiation import How, Matter, MatterKind, Move, MoveKind
from dragoman.model.plover import EventType, Status
from dragoman.model.reading import Token
from dragoman.model.when import TimeMention

UNMADE = frozenset({Status.CONDITIONAL, Status.DENIED})
ASKING = frozenset({"whether", "if", "why", "how", "what", "who", "when", "where"})
ASSERTING = frozenset({"ask", "insist", "suggest", "submit", "threaten", "tell", "encourage"})
ONLY_TO_DO = frozenset({"tell", "encourage", "threaten"})
ADVISING = frozenset({"recommend", "urge", "suggest"})
NAMING = frozenset({"name", "identify", "quote"})
FINITE = frozenset({"VBZ", "VBP", "VBD"})
AUXILIARY = ("aux", "aux:pass", "cop")
OF_THINGS = frozenset({"seek"})
RENEWING = frozenset({"extend", "renew", "prolong"})
PLANNING = frozenset({"plan", "pencil", "schedule", "slate"})
TAKING = frozenset(
    "accept take approve endorse agree keep honour honor respect implement uphold abide observe stick ratify".split()
)


def put_by_verb(verb: Token, sense: Sense, page: Page) -> Iterator[Move]:
    """The move of a verb that puts something forward, if it is one here."""
    if status_of(Trigger(verb.index, None, EventType.REQUEST, None), page.tree) in UNMADE:
        return
    inner = clauses(verb, page)
    if any(t.lemma.lower() in NAMING for t in inner) or (verb.lemma.lower() in OF_THINGS and inner):
        return  # a voice that asks not to be named asks for nothing else; who seeks to do something does it himself
    by = actors(verb, page)
    if not by and verb.lemma.lower() in RENEWING:
        return
    found = what_is_put(verb, sense, page)
    known = found is not None and found.kind is not MatterKind.OTHER and (not sense.weak or is_planned(verb, found))
    idle = found is not None and (found.head in offers().idle or idle_deed(found, inner))
    if found is None or idle or (found.anaphoric and sense.particle == "table"):
        return
    if not (by or known or somebody(verb, page)):
        return
    if verb.lemma.lower() in ADVISING and (told := offers().nouns.get(found.head)) is not None:
        if not any(
            "of" in page.tree.cases(t.index)
            for o in page.tree.on(verb.index, "obj")
            for t in page.tree.on(o.index, "nmod")
        ):
            yield refusal(verb, None, by, page, told)  # "would recommend acceptance"; of what is told by the noun
        return
    turned = what_is_answered_for(verb, page)
    if turned is not None:
        answer = refusal(verb, turned[1], by, page, turned[0])
        yield replace(answer, to=recipients(verb, turned[1], by, page))
        return
    by = () if meant_by_object(verb, by, page) else by
    to = recipients(verb, found, by, page)
    if not stands(verb, sense, found, to, page):
        return
    if found.head == "meet" and to and not any(m.kind is EntityKind.PERSON and m.form is Form.NAME for m in to):
        found = replace(found, kind=MatterKind.TALKS)  # only people meet at a summit
    tied = [t for clause in tied_to(verb, page) for t in page.tree.below(clause.index)]
    bound = tuple(c for c in conditions_in(tied, page) if c not in found.conditions)
    yield Move(
        kind=MoveKind.PROPOSE,
        span=page.span(page.tree.below(verb.index, without=("parataxis", "conj"))),
        matter=lasting(replace(found, conditions=(*found.conditions, *bound)), verb, page),
        by=by,
        to=to,
        date=page.date_of(verb),
        statement=page.statement_of(verb),
        how=sense.how,
        firm=not sense.weak and bool(by),
    )


def is_planned(verb: Token, matter: Matter) -> bool:
    """Whether talks are told to be planned, by nobody named: "a second round is pencilled in"."""
    return verb.lemma.lower() in PLANNING and verb.fine == "VBN" and matter.kind is MatterKind.TALKS


def idle_deed(matter: Matter, inner: Sequence[Token]) -> bool:
    """Whether others are only to say or believe something: "urged voters to say no"."""
    return matter.head in offers().idle_deeds and matter.head in {clause.lemma.lower() for clause in inner}


def what_is_answered_for(verb: Token, page: Page) -> tuple[MoveKind, Matter] | None:
    """The thing that others are told to take or to leave: "demanded that he withdraw from the accord"."""
    for clause in clauses(verb, page):
        lemma = clause.lemma.lower()
        kind = MoveKind.REJECT if lemma in offers().undoing else MoveKind.ACCEPT
        if (lemma not in offers().undoing and lemma not in TAKING) or not is_wanted(verb, clause, page):
            continue
        heads = page.tree.spread(page.tree.on(clause.index, "obj", "obl"))
        heads += [t.index for i in heads for t in page.tree.on(i, "nmod")]
        found = [matter_at(i, page) for i in heads if page.tree.tokens[i].tag == "NOUN"]
        named = [m for m in found if m is not None and (m.kind is not MatterKind.OTHER or m.owner or m.put or known(m))]
        theirs = any(m.owner or m.definite or m.head in offers().pointing for m in named)
        if named and (theirs or kind is MoveKind.REJECT):
            return kind, named_by_another(named)
    return None


def known(matter: Matter) -> bool:
    """Whether a noun points to what was put forward: "to accept the terms"."""
    return matter.anaphoric and matter.head in offers().pointing


def refusal(
    word: Token, matter: Matter | None, by: tuple[Mention, ...], page: Page, kind: MoveKind = MoveKind.REJECT
) -> Move:
    """An answer given by putting something forward; without a matter it answers the latest that it can."""
    span = page.span(page.tree.below(word.index, without=("parataxis", "conj")))
    pointing = Matter(span=span, kind=MatterKind.OTHER, head="that", anaphoric=True)
    return Move(kind=kind, span=span, matter=matter or pointing, by=by, statement=page.statement_of(word), firm=False)


def stands(verb: Token, sense: Sense, matter: Matter, to: tuple[Mention, ...], page: Page) -> bool:
    """Whether it is a move of a negotiation: of a known kind, or wanted of others; things are offered to somebody."""
    if verb.lemma.lower() == "hope":
        return matter.kind is MatterKind.TALKS and matter.head in {t.lemma.lower() for t in clauses(verb, page)}
    if sense.how is How.ULTIMATUM:
        return bool(matter.conditions) or matter.kind is not MatterKind.OTHER
    if matter.kind is not MatterKind.OTHER:
        return True
    if sense.weak:
        others = page.tree.on(verb.index, "obj") + [
            s for c in clauses(verb, page) for s in page.tree.on(c.index, *SUBJECTS)
        ]
        told = {m.chain for m in named_among(page.tree.spread(others), page)}
        return bool({m.chain for m in to} & told) and verb.lemma.lower() in offers().telling
    a_clause = matter.head in {clause.lemma.lower() for clause in clauses(verb, page)}
    if sense.how is How.OFFER:
        instead = any(t.lemma.lower() == "instead" for t in page.tree.on(verb.index, "advmod"))
        return instead or bool(to) or a_clause or negotiable(matter)
    return a_clause or sense.particle is not None or verb.lemma.lower() in offers().things_wanted


def lasting(matter: Matter, verb: Token, page: Page) -> Matter:
    """With its days, where a parser hangs them on the verb: "proposed a truce | until Friday"."""
    if matter.start is not None or matter.end is not None:
        return matter
    ends = {"until", "till", "from", "between"}
    found = [t for t in page.tree.on(verb.index, "obl") if page.tree.cases(t.index) & ends]
    inside = [(page.tree.below(t.index)[0].start, page.tree.below(t.index)[-1].end) for t in found]
    told = [time for _, time in page.times if any(s <= time.span.start < e for s, e in inside) and time.when]
    if not told:
        return matter
    if is_spell(told[0]):
        return replace(matter, start=told[0], end=told[0])
    return replace(matter, end=told[0]) if page.tree.cases(found[0].index) & {"until", "till"} else matter


def negotiable(matter: Matter) -> bool:
    """Whether it is a thing that negotiators give and take, so that it needs nobody named to be offered to."""
    return bool((matter.words | {matter.head}) & offers().further.keys())


def what_is_put(verb: Token, sense: Sense, page: Page) -> Matter | None:
    """A noun of a known kind before a clause, a clause before any other noun."""
    tree = page.tree
    if verb.lemma.lower() in ONLY_TO_DO:
        only = next((t for t in clauses(verb, page) if is_wanted(verb, t, page)), None)
        return matter_at(only.index, page) if only is not None else None
    nouns = [t for t in tree.on(verb.index, "obj", "nsubj:pass") if not named_among([t.index], page)]
    beside = [t for t in tree.on(verb.index, "obl") if tree.cases(t.index) & {"for", "on", "to"}]
    if sense.particle is not None and sense.particle in tree.cases(verb.index):
        beside += [t for t in tree.on(verb.index, "obl") if right_after(t, sense.particle, verb, page)]
    own = [t for t in beside if tree.cases(t.index) & {sense.particle}]
    beside = own or beside
    if any(t.tag == "NOUN" for t in nouns) and not any(t.lemma.lower() in offers().pointing for t in nouns):
        return of_object(verb, nouns, beside, sense, page)
    nouns += beside
    heads = [i for i in tree.spread(nouns) if tree.tokens[i].tag == "NOUN"]
    if (verb.relation == "acl:relcl" and not heads) or (verb.relation in ("acl", "acl:relcl") and verb.fine == "VBN"):
        heads.insert(0, governing(verb.head, page))
    things = [m for m in (matter_at(i, page) for i in heads) if m is not None and not m.anaphoric]
    told = next((t for t in clauses(verb, page) if is_wanted(verb, t, page)), None)
    if things and things[0].kind is not MatterKind.OTHER:
        return things[0]
    if told is not None:
        return matter_at(told.index, page)
    if verb.lemma.lower() in offers().telling and sense.particle is None and verb.lemma.lower() != "ask":
        return None
    if things:
        return named_by_another(things)
    if verb.lemma.lower() == "invite" and tree.on(verb.index, "obl"):
        return visit(verb, page)
    other = [i for i in heads if not named_among([i], page) and not is_time(i, page)]
    return matter_at(other[0], page, any_noun=True) if other and not sense.weak else None


def right_after(noun: Token, particle: str, verb: Token, page: Page) -> bool:
    """Whether the particle leads to the noun, though a parser hangs it on the verb: "to ask | for a loan"."""
    first = page.tree.below(noun.index)[0].index
    return first > verb.index and page.tree.tokens[first - 1].lemma.lower() == particle


def of_object(verb: Token, nouns: list[Token], beside: list[Token], sense: Sense, page: Page) -> Matter | None:
    """A thing that is wanted, of the kind of what it is for: "a ransom for the release of the crew"."""
    told = next((t for t in clauses(verb, page) if is_wanted(verb, t, page)), None)
    heads = [i for i in page.tree.spread(nouns) if page.tree.tokens[i].tag == "NOUN" and not is_time(i, page)]
    found = [m for m in (matter_at(i, page, any_noun=not sense.weak) for i in heads) if m is not None]
    known = [m for m in found if m.kind is not MatterKind.OTHER]
    if known and known[0].kind is MatterKind.CEASEFIRE:
        stopped = (matter_at(t.index, page) for t in beside if page.tree.cases(t.index) & {"on"})
        return next((replace(known[0], kind=m.kind) for m in stopped if m and m.kind is MatterKind.SANCTIONS), known[0])
    if known or not found or told is not None:
        return known[0] if known else matter_at(told.index, page) if told is not None else None
    wholes = [*page.tree.on(heads[0], "nmod"), *beside]
    others = (matter_at(t.index, page) for t in wholes if page.tree.cases(t.index) & {"for"})
    kinds = [m.kind for m in others if m is not None and m.kind is not MatterKind.OTHER]
    return replace(found[0], kind=kinds[0]) if kinds else found[0]


def named_by_another(things: list[Matter]) -> Matter:
    """A pointing noun takes kind and terms from the one that says of what: "a proposal | for a 30-day truce"."""
    first, *others = things
    if first.head in offers().pointing and others and others[0].kind is not MatterKind.OTHER:
        return replace(others[0], owner=first.owner or others[0].owner)
    return first


def visit(verb: Token, page: Page) -> Matter | None:
    """Whoever is invited to a place is to be met there."""
    found = matter_at(verb.index, page)
    if found is None:
        return None
    if found.start is not None and found.start.span.start < verb.start:
        found = replace(found, start=day_after(verb, page))  # the day before the verb is that of inviting
    return Matter(
        span=found.span,
        kind=MatterKind.SUMMIT,
        head=found.head,
        words=found.words,
        place=found.place,
        start=found.start,
    )


def day_after(verb: Token, page: Page) -> TimeMention | None:
    """The day told behind a verb, in what hangs on it."""
    inside = {t.index for t in page.tree.below(verb.index, without=("parataxis", "conj")) if t.index > verb.index}
    return next((time for index, time in page.times if index in inside and time.when is not None), None)


def is_wanted(verb: Token, clause: Token, page: Page) -> bool:
    """Whether the clause says what is to be done, not what is so or what is asked."""
    words = {t.lemma.lower() for t in page.tree.on(clause.index, "mark", "advmod", "nsubj", "obj", "aux")}
    base = clause.text.lower() == clause.lemma.lower()  # where a parser takes "free" or "cut" for a past
    if words & ASKING or (clause.fine == "VBD" and not base):
        return False
    if verb.lemma.lower() in ONLY_TO_DO:
        told = any(t.fine in FINITE for t in page.tree.on(clause.index, *AUXILIARY))
        return "to" in page.tree.cases(clause.index) and not told
    modal = {t.lemma.lower() for t in page.tree.on(clause.index, "aux") if t.fine == "MD"} - offers().obliging
    if modal and verb.lemma.lower() in ASSERTING:
        return False
    bare = clause.fine in ("VB", "VBD") and base
    bare = bare or (not modal and any(t.text.lower() == "be" for t in page.tree.on(clause.index, *AUXILIARY)))
    if page.tree.cases(clause.index) & {"to"} or bare or words & offers().obliging:
        return True
    return verb.lemma.lower() not in ASSERTING


def meant_by_object(verb: Token, by: tuple[Mention, ...], page: Page) -> bool:
    """Whether a description that is the subject was taken for the object: nobody offers something to himself."""
    objects = named_among([t.index for t in page.tree.on(verb.index, "iobj", "obj")], page)
    return len(by) == 1 and by[0].form is Form.NOMINAL and by[0].chain in {m.chain for m in objects}


def is_time(index: int, page: Page) -> bool:
    token = page.tree.tokens[index]
    return any(t.span.start <= token.start < t.span.end for t in page.annotated.times)
