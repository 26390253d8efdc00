"""Who leads the people that a party sends to talks.

"A delegation led by Umerov", "Umerov heads the Ukrainian team", "sent Umerov to lead the delegation", "delegation
leader Medinsky": the verb or noun of leading, the leader, and the party whose delegation it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.annotate.events.subjects import agents_of, is_passive, subjects
from dragoman.annotate.tree import Tree
from dragoman.model.event import Delegation
from dragoman.model.mention import EntityKind, Mention
from dragoman.model.reading import Token
from dragoman.model.text import Article

LEADING = frozenset({"lead", "head", "chair"})
SENT = frozenset("delegation team side mission negotiator group panel negotiation talk party".split())
SENDING = frozenset({"send", "dispatch", "appoint", "name", "choose", "assign", "designate"})
MentionOf = Callable[[int], Mention | None]
LEADERS = frozenset({"leader", "head", "chief", "negotiator"})


@dataclass(frozen=True, slots=True)
class Led:
    """The token of a leader, that of the group led, and the word of leading."""

    head: int
    group: int
    word: int


def delegations(article: Article, tree: Tree, mention_of: MentionOf) -> Iterator[Delegation]:
    """Every leader whom a mention names, in the order of the text. `mention_of` gives the mention a token heads."""
    seen = set()
    for led in all_led(tree):
        leader = mention_of(led.head)
        if leader is None or leader.kind is not EntityKind.PERSON or (leader.span, led.group) in seen:
            continue
        seen.add((leader.span, led.group))
        first, last = min(led.head, led.group, led.word), max(led.head, led.group, led.word)
        span = article.span(tree.tokens[first].start, tree.tokens[last].end)
        yield Delegation(head=leader, party=party_of(led.group, tree, mention_of), span=span.covering(leader.span))


def all_led(tree: Tree) -> Iterator[Led]:
    for token in tree.tokens:
        if token.lemma.lower() in LEADING and token.tag == "VERB":
            yield from by_verb(token.index, tree)
        elif token.lemma.lower() in LEADERS and token.tag in ("NOUN", "PROPN"):
            yield from by_noun(token, tree)


def by_verb(verb: int, tree: Tree) -> Iterator[Led]:
    """ "A delegation led by Umerov", "Umerov heads the delegation", "sent Umerov to lead it"."""
    agents = tree.spread(agents_of(verb, tree))
    if is_passive(verb, tree) or (agents and not tree.on(verb, "obj")):
        groups = [t.index for t in tree.on(verb, "nsubj:pass")] or [tree.tokens[verb].head, *sent_before(verb, tree)]
        heads = agents
    else:
        groups = [t.index for t in tree.on(verb, "obj", "obl")]
        heads = appointed(verb, tree) or subjects(verb, tree)
    for group in [g for g in groups if tree.tokens[g].lemma.lower() in SENT][:1]:
        yield from (Led(head, group, verb) for head in heads)


def sent_before(verb: int, tree: Tree) -> list[int]:
    """The delegation in front of a participle that hangs elsewhere: "sent a delegation, led by Umerov"."""
    before = tree.tokens[max(0, verb - 4) : verb]
    return [token.index for token in before if token.lemma.lower() in SENT]


def appointed(verb: int, tree: Tree) -> list[int]:
    """Whom somebody sends or names to lead: the object of the verb above."""
    token = tree.tokens[verb]
    above = tree.tokens[token.head]
    if token.relation in ("advcl", "xcomp", "acl") and above.lemma in SENDING:
        return tree.spread(tree.on(above.index, "obj"))
    return []


def by_noun(noun: Token, tree: Tree) -> Iterator[Led]:
    """ "Russian delegation leader Medinsky", "the head of the Ukrainian delegation, Umerov"."""
    groups = [t.index for t in tree.on(noun.index, "compound", "nmod") if t.lemma.lower() in SENT]
    named = [t.index for t in tree.on(noun.index, "appos", "flat")]
    if noun.relation in ("compound", "nmod", "appos"):
        named.append(noun.head)
    for group in groups[:1]:
        yield from (Led(head, group, noun.index) for head in named[:1])


def party_of(group: int, tree: Tree, mention_of: MentionOf) -> Mention | None:
    """Whose delegation it is."""
    for token in tree.on(group, "nmod:poss", "amod", "compound", "nmod"):
        mention = mention_of(token.index)
        if mention is not None and mention.kind is not EntityKind.EVENT:
            return mention
    return mention_of(group)
