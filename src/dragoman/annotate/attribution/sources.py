"""Who speaks: the noun phrase that is the source of a cue.

Looks for the verb's subject, the agent of a passive, and, where the verb has none of its own, the subject of the verb
it depends on. Gives tokens; who is meant is for `link`.
"""

from __future__ import annotations

from dragoman.annotate.attribution.page import Page, Range

DEEP = 6  # verbs between a cue and the subject it borrows
INHERITED = ("xcomp", "conj", "advcl", "ccomp", "parataxis", "acl")


def source_of(page: Page, verb: int) -> Range | None:
    """The source's whole noun phrase as tokens, or nothing where none is told."""
    head = subject(page, verb)
    if head is None:
        return None
    first, last = page.trees.first[head], page.trees.last[head]
    if first <= verb < last:
        first, last = (head, head + 1) if verb > head else (head, last)
    return shorn(page, first, last)


def subject(page: Page, verb: int, depth: int = 0) -> int | None:
    """The token that heads the source of a verb."""
    trees, token = page.trees, page.tokens[verb]
    own = trees.child(verb, "nsubj", "csubj", "expl")
    agent = trees.child(verb, "obl:agent")
    passive = (
        own is not None and page.tokens[own].relation.endswith(":pass") or trees.child(verb, "aux:pass") is not None
    )
    if agent is None and passive:
        agent = _by(page, verb)
    if agent is not None:
        return agent
    if own is not None:
        return None if passive else own
    if passive or depth >= DEEP or token.is_root:
        return None
    kind = token.relation.split(":")[0]
    if kind == "acl" and token.relation != "acl:relcl":
        return token.head
    if kind not in INHERITED:
        return None
    if kind == "xcomp":
        told = trees.child(token.head, "obj", "iobj")
        if told is not None and told < verb and page.tokens[token.head].lemma not in ("promise",):
            return told
    return subject(page, token.head, depth + 1)


def _by(page: Page, verb: int) -> int | None:
    for child in page.trees.children[verb]:
        case = page.trees.child(child, "case")
        if child > verb and case is not None and page.tokens[case].text.lower() == "by":
            return child
    return None


def shorn(page: Page, first: int, last: int) -> Range:
    """The range without marks at its edges and without the preposition "by"."""
    while first < last - 1 and (page.tokens[first].tag == "PUNCT" or page.tokens[first].text.lower() == "by"):
        first += 1
    while last > first + 1 and page.tokens[last - 1].tag == "PUNCT":
        last -= 1
    return first, last
