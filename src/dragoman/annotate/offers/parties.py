"""Who makes a move and to whom it is put, by the words that stand around its verb.

Gives mentions of parties; which of them are one is for `link`.
"""

from __future__ import annotations

from dragoman.annotate.events.subjects import agents_of, is_passive, subjects
from dragoman.annotate.offers.lexicon import offers
from dragoman.annotate.offers.page import Page, may_act
from dragoman.model.mention import Mention
from dragoman.model.negotiation import Matter, MatterKind
from dragoman.model.reading import Token
from dragoman.model.text import Span

CLAUSES = ("xcomp", "ccomp")
TOWARDS = frozenset({"to", "on", "upon", "with", "from", "of", "against"})
SUBJECTS = ("nsubj", "nsubj:pass")
ACCUSING = frozenset({"accuse", "blame", "charge"})
PERSONS = frozenset({"they", "he", "she", "we"})
ASIDE = ("acl:relcl", "acl", "parataxis", "conj", "cc", "punct", "appos", "case", "advcl")


def clauses(verb: Token, page: Page) -> list[Token]:
    """The clauses that a verb governs, with those that a parser hangs beside them."""
    tree = page.tree
    found = [t for t in tree.on(verb.index, *CLAUSES) if t.tag in ("VERB", "ADJ", "AUX")]
    beside = [t for t in tree.on(verb.index, "advcl", "acl") if t.index > verb.index]
    return found or [t for t in beside if t.fine == "VBG" or (t.fine == "VB" and tree.cases(t.index) & {"to"})]


def somebody(verb: Token, page: Page) -> bool:
    """Whether some people are its subject, though no name or description of a party was found in it."""
    found = [page.tree.tokens[i] for i in subjects(verb.index, page.tree)]
    return any(t.lemma.lower() in offers().people | PERSONS | offers().documents for t in found)


def actors(verb: Token, page: Page) -> tuple[Mention, ...]:
    """Who makes the move: of several words taken for its subject those before the verb, as in English they stand."""
    tree = page.tree
    if told_of(verb, page):
        return page.acting(tree.spread(agents_of(verb.index, tree)))
    above = tree.tokens[verb.head]
    if above.lemma.lower() in ACCUSING and above.index != verb.index and not tree.on(verb.index, *SUBJECTS):
        accused = page.acting(tree.spread(tree.on(above.index, "obj", "obl")))  # "accused Oslo of ignoring the offer"
        if accused:
            return accused
    if (before := told_first(verb, page)) is not None:
        return page.acting(before)
    own = tree.on(verb.index, "nsubj") or not tree.on(verb.index, "nsubj:pass")
    heads = subjects(verb.index, tree) if own else tree.spread(tree.on(verb.index, "nsubj:pass"))
    return page.acting([i for i in heads if i < verb.index] or heads)


def told_first(verb: Token, page: Page) -> list[int] | None:
    """Who stands before a verb that a parser gave no subject, where whoever says it comes after: "Oslo and Lima agreed
    on quotas, the mediators said"."""
    above = page.tree.tokens[verb.head]
    if verb.relation != "ccomp" or above.index < verb.index or page.tree.on(verb.index, *SUBJECTS, "aux:pass"):
        return None
    sentence = page.annotated.reading.sentence_of(verb.index)
    before = page.tree.tokens[sentence.first : verb.index]
    if any(t.tag == "VERB" or t.text in ("“", '"') for t in before):
        return None
    return [t.index for t in before if t.index in page.mentions.by_token and t.tag in ("NOUN", "PROPN")] or None


def actor_words(verb: Token, page: Page) -> Span | None:
    """The words for whoever acts, where they are a noun: "voters", "the finance ministers"."""
    tree = page.tree
    heads = tree.spread(agents_of(verb.index, tree)) if told_of(verb, page) else subjects(verb.index, tree)
    nouns = [tree.tokens[i] for i in heads if tree.tokens[i].tag in ("NOUN", "PROPN")]
    people = [t for t in nouns if is_actor(t, page)]
    return page.span(tree.below(people[0].index, without=ASIDE)) if people else None


def is_actor(noun: Token, page: Page) -> bool:
    """Whether a noun is a mention of somebody who may act, or one of the words for people."""
    mention = page.mentions.by_token.get(noun.index)
    return may_act(mention) if mention is not None else noun.lemma.lower() in offers().people


def told_of(verb: Token, page: Page) -> bool:
    """Whether it is a passive; a subject before a verb without an auxiliary acts, whatever a parser calls it."""
    beside = {t.lemma.lower() for t in page.tree.on(verb.index, "aux", "aux:pass")}
    if "have" in beside and not beside & {"be", "get"}:
        return False  # "has asked", whatever a parser makes of its subject
    if not beside and not page.tree.on(verb.index, "obj", *SUBJECTS) and agents_of(verb.index, page.tree):
        return verb.fine in ("VBN", "VBD")  # "was backed by one but refused by the other"
    if page.tree.on(verb.index, "aux:pass", "aux") or not page.tree.on(verb.index, *SUBJECTS):
        return is_passive(verb.index, page.tree)
    return False


def recipients(verb: Token, matter: Matter, by: tuple[Mention, ...], page: Page) -> tuple[Mention, ...]:
    """To whom it is put: objects that are parties, "to" and "on" phrases, the subject of what is asked for."""
    tree = page.tree
    found = tree.on(verb.index, "iobj", "obj")
    found += tree.on(verb.index, "nsubj:pass") if told_of(verb, page) else []
    towards = TOWARDS - {"to"} if verb.lemma.lower() == "invite" else TOWARDS  # that leads to the place
    found += [t for t in tree.on(verb.index, "obl") if tree.cases(t.index) & towards]
    for inner in clauses(verb, page):
        found += tree.on(inner.index, *SUBJECTS)
        found += met_in(inner, page)
        found += conditional_on(inner, page)
    found += conditional_on(verb, page)
    nouns = tree.on(verb.index, "obj")
    found += [t for noun in nouns for t in tree.on(noun.index, "nmod") if "to" in tree.cases(t.index)]
    if verb.lemma.lower() in offers().things_wanted:
        found += [
            t for m in tree.on(verb.index, "obj") for t in tree.on(m.index, "nmod") if "from" in tree.cases(t.index)
        ]
    chains = {mention.chain for mention in by}
    known = (*named_among(tree.spread(found), page), *matter.parties)
    return tuple({m.chain: m for m in known if m.chain not in chains}.values())


def conditional_on(clause: Token, page: Page) -> list[Token]:
    """Those whose doing is made a condition: "if Oslo opens its market", wherever a parser hangs them."""
    found = []
    for tied in tied_to(clause, page):
        first = min(t.index for t in page.tree.on(tied.index, "mark"))
        beside = [t for t in page.tree.on(clause.index, *SUBJECTS) if first < t.index < tied.index]
        found += page.tree.on(tied.index, *SUBJECTS) or beside
    return found


def tied_to(clause: Token, page: Page) -> list[Token]:
    """The clauses of condition on a verb."""
    beside = page.tree.on(clause.index, "advcl", "xcomp", "ccomp", "parataxis")
    return [t for t in beside if page.tree.cases(t.index) & {"if", "unless", "until"}]


def met_in(clause: Token, page: Page) -> list[Token]:
    """Whom a clause says is to be met: "to meet Ito", "to hold talks with Oslo"."""
    found = [t for t in page.tree.on(clause.index, "obl") if page.tree.cases(t.index) & {"with"}]
    meets = offers().clauses.get(clause.lemma.lower()) is MatterKind.SUMMIT
    return found + (page.tree.objects(clause.index) if meets else [])


def named_among(indices: list[int], page: Page) -> tuple[Mention, ...]:
    """Parties that words themselves mean, not those that only stand beside them ("the UN resolution")."""
    return page.parties(i for i in indices if i in page.mentions.by_token)
