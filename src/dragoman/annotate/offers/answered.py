"""What an answer is about: the thing or clause that its verb names, or only points to.

Which proposal that is, the ledger finds. Who answers and how is for `answering`.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.annotate.offers.lexicon import Sense, offers
from dragoman.annotate.offers.matters import antecedent, matter_at, own_kind, writes
from dragoman.annotate.offers.page import Page
from dragoman.annotate.offers.parties import named_among
from dragoman.annotate.offers.putting import named_by_another
from dragoman.model.mention import Form
from dragoman.model.negotiation import ANSWERS, Matter, MatterKind, MoveKind
from dragoman.model.reading import Token

NAMED = ("obj", "nsubj:pass", "obl")
ABOUT = frozenset({"to", "on", "upon", "over", "for", "with", "of"})
RELATIVE = ("WDT", "WP")
AFTER = frozenset({"it", "that", "this", "them", "both", "these", "those"})
TO_PEOPLE = frozenset({"turn", "rebuff", "spurn", "snub"})


def what_is_answered(verb: Token, sense: Sense, page: Page) -> Matter | None:
    """The thing that the verb answers: a named one before a clause, a clause before one that only points."""
    tree = page.tree
    if verb.lemma.lower() in TO_PEOPLE and (theirs := put_by_object(verb, page)) is not None:
        return theirs
    inner = next((t for t in tree.on(verb.index, "xcomp", "ccomp") if t.tag == "VERB"), None)
    senses = offers().verbs.get(inner.lemma.lower(), ()) if inner is not None else ()
    if inner is not None and any(s.kind in ANSWERS and s.particle is None for s in senses):
        return what_is_answered(inner, sense, page)
    near = [t for t in tree.on(verb.index, *NAMED) if t.lemma.lower() != "condition"]  # "on condition that ..."
    heads = [t for t in near if t.relation != "obl" or tree.cases(t.index) & ABOUT]
    indices = [antecedent(verb, page) if tree.tokens[i].fine in RELATIVE else i for i in tree.spread(heads)]
    if verb.relation in ("acl", "acl:relcl") and not heads and (verb.fine == "VBN" or told_with_subject(verb, page)):
        indices.append(antecedent(verb, page))
    indices = [t.index for i in indices for t in basis_of(i, page)]
    strong = not sense.weak and sense.kind is not MoveKind.DEFER
    things = [m for m in (matter_at(i, page, any_noun=strong) for i in dict.fromkeys(indices)) if m is not None]
    things = [m for m in things if tree_noun(m)] or things
    named = [m for m in things if not m.anaphoric]
    direct = [m for m in (matter_at(t.index, page) for t in tree.on(verb.index, "obj")) if m is not None]
    if named and not (direct and direct[0].anaphoric and direct[0].head in offers().pointing and not of_it(verb, page)):
        return named_by_another(named)
    if things and things[0].head in offers().pointing and (beside := said_beside(verb, page)) is not None:
        return replace(beside, owner=things[0].owner, put=things[0].put)
    told = next((t for t in tree.on(verb.index, "xcomp", "ccomp") if t.tag == "VERB" and to_be_done(t, page)), None)
    if told is not None and not sense.weak and not things:
        return done_by(told, sense, page)
    return things[0] if things else pronoun_after(verb, page)


def put_by_object(verb: Token, page: Page) -> Matter | None:
    """What those put forward who are turned down themselves: "Ito turned him down", "they rebuffed Oslo"."""
    people = [t.index for t in page.tree.on(verb.index, "obj") if t.lemma.lower() not in AFTER]
    found = named_among(people, page)
    owner = tuple(m for m in found if m.form is not Form.PRONOUN)
    return replace(pointing(verb, page), kind=MatterKind.OTHER, owner=owner) if found else None


def done_by(clause: Token, sense: Sense, page: Page) -> Matter | None:
    """What somebody agrees or refuses to do: who will not discuss a thing, or sign, will not have it."""
    if sense.kind is MoveKind.REJECT and (writes(clause, page) or clause.lemma.lower() in offers().discussing):
        named = (matter_at(t.index, page, any_noun=True) for t in page.tree.on(clause.index, "obj", "obl"))
        return next((m for m in named if m is not None), None)
    joins = clause.lemma.lower() in offers().joining and own_kind(clause, page) is None
    if joins and not page.tree.on(clause.index, "obj", "obl", "xcomp", "ccomp"):
        return pointing(clause, page)
    return spoken_of_in(clause, page) or matter_at(clause.index, page)


def pointing(word: Token, page: Page) -> Matter:
    """Nothing is named: it is about the latest proposal that it can mean; who comes or stays away, about a meeting."""
    meets = word.lemma.lower() in offers().attending
    kind = MatterKind.TALKS if meets else MatterKind.OTHER
    return Matter(span=page.span([word]), kind=kind, head="that", anaphoric=True)


def to_be_done(clause: Token, page: Page) -> bool:
    """Whether a clause tells of what is to be done: "agreed to withdraw", "agreed that arms would be handed over"."""
    if clause.relation == "xcomp":
        return True
    ahead = offers().willing | offers().obliging
    return clause.fine == "VB" or any(t.lemma.lower() in ahead for t in page.tree.on(clause.index, "aux"))


def spoken_of_in(clause: Token, page: Page) -> Matter | None:
    """What an inner clause only points to: "refused to discuss it"."""
    found = (matter_at(t.index, page) for t in page.tree.on(clause.index, "obj"))
    return next((m for m in found if m is not None and m.anaphoric), None)


def told_with_subject(verb: Token, page: Page) -> bool:
    """Whether a relative clause has a subject of its own beside its pronoun: "the plan | that voters rejected"."""
    own = [t for t in page.tree.on(verb.index, "nsubj") if t.fine not in RELATIVE]
    return bool(own) and any(t.fine in RELATIVE for t in page.tree.children[verb.index])


def basis_of(index: int, page: Page) -> list[Token]:
    """What somebody works "on the basis of"; else the word itself."""
    token = page.tree.tokens[index]
    wholes = [t for t in page.tree.on(index, "nmod") if "of" in page.tree.cases(t.index)]
    return wholes or [token] if token.lemma.lower() == "basis" else [token]


def pronoun_after(verb: Token, page: Page) -> Matter | None:
    """The pronoun right after a verb, wherever a parser hangs it: "rejected that as a humiliation"."""
    after = page.tree.tokens[verb.index + 1 : verb.index + 2]
    return matter_at(after[0].index, page) if after and after[0].lemma.lower() in AFTER else None


def of_it(verb: Token, page: Page) -> bool:
    """Whether a phrase beside the verb can say what its object is of: "rejected the proposal | for a truce"."""
    return any(page.tree.cases(t.index) & {"for", "of", "on"} for t in page.tree.on(verb.index, "obl"))


def said_beside(verb: Token, page: Page) -> Matter | None:
    """What a pointing noun is of, where a parser hangs that on the verb: "rejected an offer by Oslo to cut fees"."""
    inner = [t for t in page.tree.on(verb.index, "advcl", "xcomp", "acl") if t.index > verb.index]
    told = next((t for t in inner if t.fine == "VB" and "to" in page.tree.cases(t.index)), None)
    return matter_at(told.index, page) if told is not None else None


def tree_noun(matter: Matter) -> bool:
    """Whether a matter can be answered by itself: of a known kind, or pointing to what was put forward."""
    return matter.head in offers().pointing or matter.anaphoric or matter.kind is not MatterKind.OTHER
