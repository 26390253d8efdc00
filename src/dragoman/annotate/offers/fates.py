"""What became of a proposal: signed, in force, expired, broken, abandoned, violated.

Only what a text tells as having happened to a thing it names counts; plans, doubts and denials do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.annotate.events.status import status_of
from dragoman.annotate.events.subjects import is_passive
from dragoman.annotate.events.triggers import Trigger
from dragoman.annotate.offers.answered import RELATIVE
from dragoman.annotate.offers.answering import clause_with_subject
from dragoman.annotate.offers.lexicon import Sense, offers
from dragoman.annotate.offers.matters import matter_at
from dragoman.annotate.offers.page import Page
from dragoman.annotate.offers.parties import actor_words, actors
from dragoman.model.mention import Mention
from dragoman.model.negotiation import Matter, MatterKind, Move, MoveKind
from dragoman.model.plover import EventType, Status
from dragoman.model.reading import Token

OF_SUBJECT = frozenset({MoveKind.LAPSE, MoveKind.BREAK})
MEETINGS = frozenset({MatterKind.TALKS, MatterKind.SUMMIT})
BINDING = frozenset({MatterKind.CEASEFIRE, MatterKind.AGREEMENT, MatterKind.EXCHANGE, MatterKind.SANCTIONS})
HELD = frozenset({"hold", "begin", "start", "resume", "take"})
ACCUSING = frozenset({"accuse", "blame", "charge"})
TRANSITIVE = frozenset({"hold", "implement", "observe", "respect"})


def fate_by_verb(verb: Token, sense: Sense, page: Page) -> Iterator[Move]:
    """The fate that a verb tells of a matter it names."""
    if status_of(Trigger(verb.index, None, EventType.AGREE, None), page.tree) not in told_as(sense.kind):
        return
    if "to" in page.tree.cases(verb.index):
        return  # aimed at, not told to have happened
    for index in things(verb, sense, page):
        matter = signed(matter_at(index, page, any_noun=sense.kind is MoveKind.SIGN), sense)
        if (
            matter is None
            or (matter.head in ("it", "this") and sense.kind is not MoveKind.SIGN)
            or nothing(index, page)
        ):
            continue
        if fits(verb, sense.kind, matter.kind, matter.anaphoric):
            if verb.lemma == "put":
                yield declared(verb, matter, page)
            yield Move(
                kind=sense.kind,
                span=clause_with_subject(verb, page),
                matter=matter,
                by=accused(verb, page) or actors(verb, page) or matter.parties,
                named=actor_words(verb, page),
                alleged_by=accuser(verb, page) if sense.kind is MoveKind.VIOLATE else None,
                date=page.date_of(verb),
                statement=page.statement_of(verb),
            )
            return


def signed(matter: Matter | None, sense: Sense) -> Matter | None:
    """A text that is signed is an agreement, whatever it is called: "signed a document"."""
    if matter is None or sense.kind is not MoveKind.SIGN or matter.kind is not MatterKind.OTHER:
        return matter
    if matter.head not in offers().documents:
        return None if not matter.anaphoric else matter
    deal = frozenset({matter.head})
    return replace(matter, kind=MatterKind.AGREEMENT, anaphoric=False, definite=True, words=deal)


def declared(verb: Token, matter: Matter, page: Page) -> Move:
    """Who puts a truce into effect has put it forward."""
    span, place = clause_with_subject(verb, page), page.statement_of(verb)
    return Move(kind=MoveKind.PROPOSE, span=span, matter=matter, by=actors(verb, page), statement=place)


def told_as(kind: MoveKind) -> frozenset[Status]:
    """Breaches are mostly alleged, and kept as allegations; everything else must be told to have happened."""
    alleged = kind is MoveKind.VIOLATE
    return frozenset({Status.HAPPENED, Status.ALLEGED, Status.DENIED}) if alleged else frozenset({Status.HAPPENED})


def accuser(verb: Token, page: Page) -> Mention | None:
    """Who says so: the voice it is quoted from, else the subject of "accuse" or "blame" above it."""
    above = page.tree.tokens[verb.head]
    accusing = above.lemma.lower() in ACCUSING and above.index != verb.index
    return next(iter(actors(above, page)), None) if accusing else page.speaker_of(verb)


def accused(verb: Token, page: Page) -> tuple[Mention, ...]:
    above = page.tree.tokens[verb.head]
    if above.lemma.lower() not in ACCUSING or above.index == verb.index:
        return ()
    return page.parties(page.tree.spread(page.tree.on(above.index, "obj")))


def things(verb: Token, sense: Sense, page: Page) -> list[int]:
    """What the verb is said of: its object or passive subject; of what ends by itself, the subject."""
    tree = page.tree
    relations = ["obj", "nsubj:pass"]
    if (
        sense.kind in OF_SUBJECT
        or (sense.particle and verb.lemma != "put")
        or (sense.kind is MoveKind.IN_FORCE and verb.lemma not in TRANSITIVE)
    ):
        relations = ["nsubj"]
    if verb.lemma.lower() in ("hold", "stall", "begin", "start", "resume") and not is_passive(verb.index, tree):
        relations = ["nsubj", "obj"]
    found = tree.spread(tree.on(verb.index, *relations))
    if not found and verb.relation == "conj" and is_passive(verb.index, tree):
        found = tree.spread(tree.on(verb.head, "nsubj:pass", "nsubj"))  # "was signed and later withdrawn"
    if verb.relation in ("acl", "acl:relcl") and (verb.fine == "VBN" or not found):
        found.append(verb.head)
    return [verb.head if tree.tokens[i].fine in RELATIVE else i for i in found]


def nothing(index: int, page: Page) -> bool:
    """Whether there was none: "no agreement was reached"."""
    return any(t.lemma.lower() in ("no", "any", "neither") for t in page.tree.on(index, "det"))


def fits(verb: Token, fate: MoveKind, kind: MatterKind, anaphoric: bool) -> bool:
    """Whether such a thing can have such a fate: talks are held, a truce expires, offers are withdrawn."""
    if fate is MoveKind.IN_FORCE:
        return kind in (MEETINGS if verb.lemma.lower() in HELD - {"hold"} else MEETINGS | BINDING) or (
            kind is MatterKind.CEASEFIRE
        )
    if fate is MoveKind.FAIL:
        return anaphoric or kind in BINDING | MEETINGS or kind is MatterKind.LEGISLATION
    return kind in BINDING | {MatterKind.LEGISLATION} or (anaphoric and fate is MoveKind.SIGN)


def fate_by_noun(noun: Token, kind: MoveKind, page: Page) -> Iterator[Move]:
    """A breach told by its noun: "violations of the truce by both sides"."""
    for token in page.tree.on(noun.index, "nmod"):
        matter = matter_at(token.index, page)
        if matter is not None and matter.kind in BINDING and "of" in page.tree.cases(token.index):
            span = page.span(page.tree.below(noun.index, without=("parataxis", "conj")))
            by = page.parties(
                i
                for t in (*page.tree.on(noun.index, "nmod:poss"), *page.tree.on(noun.index, "amod", "nmod"))
                if t.index != token.index
                for i in page.tree.spread([t])
                if i in page.mentions.by_token
            )
            yield Move(
                kind=kind,
                span=span,
                matter=matter,
                by=by,
                alleged_by=page.speaker_of(noun) or (accuser(page.tree.tokens[noun.head], page)),
                statement=page.statement_of(noun),
            )
