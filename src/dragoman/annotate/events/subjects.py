"""Who does what a verb tells: its subject or agent, found in the clauses above where it has none of its own."""

from __future__ import annotations

from dragoman.annotate.tree import Tree
from dragoman.model.reading import Token

SUBJECTS = ("nsubj", "csubj")
PASSIVE_SUBJECTS = ("nsubj:pass", "csubj:pass")
AGENT = ("obl:agent",)
OBJECT_CONTROL = frozenset(
    {"ask", "tell", "order", "urge", "force", "allow", "invite", "press", "push", "want", "call"}
)
CARRIES = ("conj", "xcomp", "advcl", "ccomp", "parataxis", "acl", "obl", "obj")


def subjects(verb: int, tree: Tree, *, depth: int = 4) -> list[int]:
    """The subject of a verb, taken from the clause above where it has none of its own."""
    own = tree.spread([t for t in tree.on(verb, *SUBJECTS) if not is_owner(t, tree)])
    if own or depth == 0:
        return relative(own, verb, tree)
    token = tree.tokens[verb]
    above = tree.tokens[token.head]
    if token.is_root:
        return []
    if token.relation == "xcomp" and above.lemma in OBJECT_CONTROL:
        return tree.spread(tree.on(above.index, "obj")) or subjects(above.index, tree, depth=depth - 1)
    infinitive = any(t.lemma == "to" for t in tree.on(verb, "mark"))
    if token.relation in ("acl", "acl:relcl") and not infinitive:
        return [above.index]
    if token.relation in CARRIES and above.tag in ("VERB", "AUX", "ADJ"):
        if is_passive(above.index, tree):
            return tree.spread(tree.on(above.index, *PASSIVE_SUBJECTS))
        return subjects(above.index, tree, depth=depth - 1)
    if token.relation == "acl" and above.tag == "NOUN":
        owners = tree.spread(tree.on(above.index, "nmod:poss"))
        return owners or (subjects(above.head, tree, depth=depth - 1) if not above.is_root else [])
    return []


def is_owner(token: Token, tree: Tree) -> bool:
    """Whether a noun is somebody whose thing follows, however a parser hangs it: "Lima's efforts"."""
    return any(t.text in ("'s", "’s", "'", "’") for t in tree.on(token.index, "case"))


def relative(found: list[int], verb: int, tree: Tree) -> list[int]:
    """A relative pronoun stands for the noun its clause hangs on, else for the noun in front of it."""
    token = tree.tokens[verb]
    return [antecedent(i, token, tree) if is_relative(tree.tokens[i], token) else i for i in found]


def is_relative(pronoun: Token, verb: Token) -> bool:
    lemma = pronoun.lemma.lower()
    return lemma in ("who", "which") or (lemma == "that" and verb.relation == "acl:relcl")


def antecedent(pronoun: int, verb: Token, tree: Tree) -> int:
    if verb.relation == "acl:relcl":
        return verb.head
    before = [t for t in tree.tokens[max(0, pronoun - 3) : pronoun] if t.tag in ("NOUN", "PROPN")]
    return before[-1].index if before else pronoun


def agents_of(verb: int, tree: Tree) -> list[Token]:
    by = [token for token in tree.on(verb, "obl") if "by" in tree.cases(token.index)]
    return [*tree.on(verb, *AGENT), *by]


def is_passive(verb: int, tree: Tree) -> bool:
    if tree.on(verb, "aux:pass", *PASSIVE_SUBJECTS):
        return True
    token = tree.tokens[verb]
    return token.fine == "VBN" and token.relation in ("acl", "amod") and not tree.on(verb, "obj")
