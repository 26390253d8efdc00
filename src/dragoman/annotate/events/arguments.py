"""Who acts on whom: the actors and recipients of a trigger, by dependency.

Verbs give them as subject, agent and objects; nouns as possessors, demonyms and "of", "by", "between" phrases, or
as the subject of the verb they hang on. Of a reciprocal event all parties are actors. Gives tokens; which mention
a token belongs to is asked elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.annotate.events.triggers import Trigger
from dragoman.annotate.tree import Tree
from dragoman.model.plover import EventType
from dragoman.model.reading import Token

SUBJECTS = ("nsubj", "csubj")
PASSIVE_SUBJECTS = ("nsubj:pass", "csubj:pass")
AGENT = ("obl:agent",)
RECIPROCAL = frozenset({EventType.CONSULT, EventType.COOPERATE, EventType.AGREE})
TOWARDS = frozenset({"to", "with", "against", "on", "at", "for", "from", "toward", "towards", "into", "upon", "over"})
PARTIES = frozenset({"with", "between", "among", "amongst"})
OWNERS = ("nmod:poss",)
OBJECT_CONTROL = frozenset(
    {"ask", "tell", "order", "urge", "force", "allow", "invite", "press", "push", "want", "call"}
)


@dataclass(frozen=True, slots=True)
class Arguments:
    """Tokens that head the phrases of those who act, and of those they act on."""

    actors: tuple[int, ...]
    recipients: tuple[int, ...]


def arguments(trigger: Trigger, tree: Tree) -> Arguments:
    """The actors and recipients of a trigger, each in the order of the text."""
    head = tree.tokens[trigger.head]
    found = of_verb(trigger, tree) if head.tag in ("VERB", "AUX") else of_noun(trigger, tree)
    if trigger.type not in RECIPROCAL:
        return found
    together = with_parties(trigger, tree)
    actors = tuple(dict.fromkeys((*found.actors, *together)))
    return Arguments(actors, tuple(i for i in found.recipients if i not in actors))


def of_verb(trigger: Trigger, tree: Tree) -> Arguments:
    verb, passive = trigger.head, is_passive(trigger.head, tree)
    objects = [token for token in tree.on(verb, "obj", "iobj") if token.index != trigger.noun]
    oblique = [token for token in tree.on(verb, "obl") if tree.cases(token.index) & TOWARDS]
    if trigger.noun is not None:
        inner = of_noun(Trigger(trigger.noun, None, trigger.type, trigger.mode), tree, climbs=False)
        around = (*tree.spread(objects), *tree.spread(oblique), *inner.recipients)
        by = subjects(verb, tree) if not passive else tree.spread(tree.on(verb, *AGENT))
        return Arguments(tuple(by) or inner.actors, around)
    if passive:
        agents = tree.spread(agents_of(verb, tree))
        return Arguments(tuple(agents), tuple(tree.spread(tree.on(verb, *PASSIVE_SUBJECTS)) or governed(verb, tree)))
    return Arguments(tuple(subjects(verb, tree)), (*tree.spread(objects), *tree.spread(oblique)))


def of_noun(trigger: Trigger, tree: Tree, *, climbs: bool = True) -> Arguments:
    noun = trigger.head
    owners = tree.spread(tree.on(noun, *OWNERS)) + [t.index for t in tree.on(noun, "amod", "compound") if names(t)]
    by, towards = [], []
    for token in tree.on(noun, "nmod", "obl"):
        with_it = tree.cases(token.index)
        if "by" in with_it or with_it & PARTIES:
            by += tree.spread([token])
        elif "of" in with_it or with_it & TOWARDS:
            towards += tree.spread([token])
    actors = [*owners, *by]
    if not actors and climbs:
        actors = governor(noun, tree)
    return Arguments(tuple(dict.fromkeys(actors)), tuple(towards))


def governor(noun: int, tree: Tree) -> list[int]:
    """The subject of the verb that a noun is the object of: "Moscow began a withdrawal"."""
    token = tree.tokens[noun]
    above = tree.tokens[token.head]
    if token.relation in ("obj", "obl", "xcomp") and above.tag == "VERB" and not is_passive(above.index, tree):
        return subjects(above.index, tree)
    return []


def with_parties(trigger: Trigger, tree: Tree) -> list[int]:
    """Those with whom it is done: "with", "between", and the object of a meeting."""
    found = []
    for head in trigger.tokens:
        for token in tree.on(head, "obl", "nmod"):
            if tree.cases(token.index) & PARTIES:
                found += tree.spread([token])
    if trigger.type is EventType.CONSULT and tree.tokens[trigger.head].tag == "VERB" and trigger.noun is None:
        found += tree.spread(tree.on(trigger.head, "obj"))
    return found


def subjects(verb: int, tree: Tree, *, depth: int = 4) -> list[int]:
    """The subject of a verb, taken from the clause above where it has none of its own."""
    own = tree.spread(tree.on(verb, *SUBJECTS))
    if own or depth == 0:
        return relative(own, verb, tree)
    token = tree.tokens[verb]
    above = tree.tokens[token.head]
    if token.is_root:
        return []
    if token.relation == "xcomp" and above.lemma in OBJECT_CONTROL:
        return tree.spread(tree.on(above.index, "obj")) or subjects(above.index, tree, depth=depth - 1)
    if token.relation in ("acl", "acl:relcl"):
        return [above.index]
    if token.relation in ("conj", "xcomp", "advcl", "ccomp", "parataxis") and above.tag in ("VERB", "AUX", "ADJ"):
        if is_passive(above.index, tree):
            return tree.spread(tree.on(above.index, *PASSIVE_SUBJECTS))
        return subjects(above.index, tree, depth=depth - 1)
    return []


def relative(found: list[int], verb: int, tree: Tree) -> list[int]:
    """A relative pronoun stands for the noun its clause hangs on."""
    token = tree.tokens[verb]
    if token.relation != "acl:relcl":
        return found
    return [token.head if tree.tokens[i].fine in ("WP", "WDT") or tree.tokens[i].lemma == "that" else i for i in found]


def governed(verb: int, tree: Tree) -> list[int]:
    """What a participle without a subject is said of: "the deal signed by both"."""
    token = tree.tokens[verb]
    return [token.head] if token.relation in ("acl", "acl:relcl") else []


def agents_of(verb: int, tree: Tree) -> list[Token]:
    by = [token for token in tree.on(verb, "obl") if "by" in tree.cases(token.index)]
    return [*tree.on(verb, *AGENT), *by]


def is_passive(verb: int, tree: Tree) -> bool:
    if tree.on(verb, "aux:pass", *PASSIVE_SUBJECTS):
        return True
    token = tree.tokens[verb]
    return token.fine == "VBN" and token.relation in ("acl", "amod") and not tree.on(verb, "obj")


def names(token: Token) -> bool:
    return token.tag in ("PROPN", "ADJ") and token.text[:1].isupper()
