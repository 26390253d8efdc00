"""Who leads the people that a party sends to talks.

"A delegation led by Umerov", "Umerov heads the Ukrainian team", "sent Umerov to lead the delegation", "delegation
leader Medinsky": the verb or noun of leading, the leader, and the party whose delegation it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.annotate.events.subjects import agents_of, is_passive, subjects
from dragoman.annotate.tree import Tree
from dragoman.model.event import Delegation
from dragoman.model.mention import EntityKind, Mention
from dragoman.model.reading import Token
from dragoman.model.text import Article

LEADING = frozenset({"lead", "head", "chair"})
SENT = frozenset("delegation team side mission negotiator group panel negotiation talk party".split())
LEADERS = frozenset({"leader", "head", "chief", "negotiator"})


@dataclass(frozen=True, slots=True)
class Led:
    """The token of a leader, that of the group led, and the word of leading."""

    head: int
    group: int
    word: int


def delegations(article: Article, tree: Tree, mentions: Mapping[int, Mention]) -> Iterator[Delegation]:
    """Every leader whom a mention names, in the order of the text. `mentions` are those of each token."""
    for led in all_led(tree):
        leader = mentions.get(led.head)
        if leader is None or leader.kind is not EntityKind.PERSON:
            continue
        first, last = min(led.head, led.group, led.word), max(led.head, led.group, led.word)
        span = article.span(tree.tokens[first].start, tree.tokens[last].end)
        yield Delegation(head=leader, party=party_of(led.group, tree, mentions), span=span.covering(leader.span))


def all_led(tree: Tree) -> Iterator[Led]:
    for token in tree.tokens:
        if token.lemma.lower() in LEADING and token.tag == "VERB":
            yield from by_verb(token.index, tree)
        elif token.lemma.lower() in LEADERS and token.tag in ("NOUN", "PROPN"):
            yield from by_noun(token, tree)


def by_verb(verb: int, tree: Tree) -> Iterator[Led]:
    """ "A delegation led by Umerov", "Umerov heads the delegation", "sent Umerov to lead it"."""
    if is_passive(verb, tree):
        groups = [t.index for t in tree.on(verb, "nsubj:pass")] or [tree.tokens[verb].head]
        heads = tree.spread(agents_of(verb, tree))
    else:
        groups = [t.index for t in tree.on(verb, "obj")]
        heads = subjects(verb, tree)
    for group in groups:
        if tree.tokens[group].lemma.lower() in SENT:
            yield from (Led(head, group, verb) for head in heads)


def by_noun(noun: Token, tree: Tree) -> Iterator[Led]:
    """ "Russian delegation leader Medinsky", "the head of the Ukrainian delegation, Umerov"."""
    groups = [t.index for t in tree.on(noun.index, "compound", "nmod") if t.lemma.lower() in SENT]
    named = [t.index for t in tree.on(noun.index, "appos", "flat")]
    if noun.relation in ("compound", "nmod", "appos"):
        named.append(noun.head)
    for group in groups[:1]:
        yield from (Led(head, group, noun.index) for head in named[:1])


def party_of(group: int, tree: Tree, mentions: Mapping[int, Mention]) -> Mention | None:
    """Whose delegation it is."""
    for token in tree.on(group, "nmod:poss", "amod", "compound", "nmod"):
        if token.index in mentions and mentions[token.index].kind is not EntityKind.EVENT:
            return mentions[token.index]
    return None
