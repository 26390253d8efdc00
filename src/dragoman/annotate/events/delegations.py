"""Who leads the people that a party sends to talks.

"A delegation led by Umerov", "Umerov heads the Ukrainian team", "sent Umerov to lead the delegation", "delegation
leader Medinsky", "Berg represents Norway in the talks": the verb or noun of leading, the leader, and the party whose
delegation it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.annotate.events.subjects import agents_of, is_passive, subjects
from dragoman.annotate.tree import Tree
from dragoman.model.event import Delegation
from dragoman.model.mention import EntityKind, Form, Mention
from dragoman.model.reading import Token
from dragoman.model.text import Article

LEADING = frozenset({"lead", "head", "chair"})
SENT = frozenset("delegation team side mission negotiator group panel negotiation talk party".split())
MEETINGS = frozenset("talk negotiation meeting summit discussion consultation session round conference".split())
SENDING = frozenset({"send", "dispatch", "appoint", "name", "choose", "assign", "designate"})
MentionOf = Callable[[int], Mention | None]
REACH = 8  # words after "by" or a title in which a name stands
FOREMOST = frozenset({"chief", "lead", "top", "main"})
SPEAKING = frozenset({"represent"})
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
    for led in all_led(tree, mention_of):
        leader = mention_of(led.head)
        if leader is None or leader.kind is not EntityKind.PERSON or (leader.span, led.group) in seen:
            continue
        seen.add((leader.span, led.group))
        party = party_of(led.group, tree, mention_of)
        party = party if party is not None and party.chain != leader.chain else None
        first, last = min(led.head, led.group, led.word), max(led.head, led.group, led.word)
        span = article.span(tree.tokens[first].start, tree.tokens[last].end)
        yield Delegation(head=leader, party=party, span=span.covering(leader.span))


def all_led(tree: Tree, mention_of: MentionOf) -> Iterator[Led]:
    for token in tree.with_lemma(LEADING, SPEAKING, LEADERS):
        lemma = token.lemma.lower()
        if lemma in LEADING and token.tag == "VERB":
            yield from by_verb(token.index, tree, mention_of)
        elif lemma in SPEAKING and token.tag == "VERB":
            yield from by_speaking(token.index, tree)
        elif lemma in LEADERS and token.tag in ("NOUN", "PROPN"):
            yield from by_noun(token, tree, mention_of)


def by_verb(verb: int, tree: Tree, mention_of: MentionOf) -> Iterator[Led]:
    """ "A delegation led by Umerov", "Umerov heads the delegation", "sent Umerov to lead it", "led for the union"."""
    agents = tree.spread(agents_of(verb, tree)) or person_within(after_by(verb, tree), tree, mention_of)
    if is_passive(verb, tree) or (agents and not tree.on(verb, "obj")):
        groups = [t.index for t in tree.on(verb, "nsubj:pass")] or [tree.tokens[verb].head, *sent_before(verb, tree)]
        heads = agents
    elif verb + 1 < len(tree.tokens) and tree.tokens[verb + 1].lemma == "for":
        yield from for_parties(verb, tree, mention_of)
        return
    else:
        groups = [t.index for t in tree.on(verb, "obj", "obl")]
        heads = appointed(verb, tree) or subjects(verb, tree)
    for group in [g for g in groups if tree.tokens[g].lemma.lower() in SENT][:1]:
        yield from (Led(head, group, verb) for head in heads)


def after_by(verb: int, tree: Tree) -> range:
    """The words after a "by" that follows a verb, where the tree hangs them elsewhere."""
    by = verb + 1 < len(tree.tokens) and tree.tokens[verb + 1].lemma == "by"
    return range(verb + 2, min(verb + 2 + REACH, len(tree.tokens))) if by else range(0)


def person_within(indices: range, tree: Tree, mention_of: MentionOf) -> list[int]:
    """The first of some words that names a person, before any verb."""
    for index in indices:
        mention = mention_of(index)
        if mention is not None and mention.kind is EntityKind.PERSON and mention.form is Form.NAME:
            return [index]
        if tree.tokens[index].tag == "VERB":
            break
    return []


def for_parties(verb: int, tree: Tree, mention_of: MentionOf) -> Iterator[Led]:
    """ "Berg led for the government, Ruiz for the union": who speaks for whom, the verb left out the second time."""
    heads = subjects(verb, tree)
    for index in range(verb + 1, min(verb + 2 * REACH, len(tree.tokens))):
        token = tree.tokens[index]
        if token.text in (".", ";", ":"):
            break
        mention = mention_of(index)
        if mention is None or index + 1 >= len(tree.tokens):
            continue
        if mention.kind is EntityKind.PERSON:
            heads = [index]
        elif heads:
            yield Led(heads[0], index, verb)
            heads = []


def by_speaking(verb: int, tree: Tree) -> Iterator[Led]:
    """ "Berg will represent Norway in the talks": who stands for whom where people meet."""
    heads, groups = subjects(verb, tree), tree.on(verb, "obj")
    if groups and any(t.lemma.lower() in MEETINGS for t in tree.below(verb)):
        yield from (Led(head, groups[0].index, verb) for head in heads[:1])


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


def by_noun(noun: Token, tree: Tree, mention_of: MentionOf) -> Iterator[Led]:
    """ "Russian delegation leader Medinsky", "the head of the Ukrainian delegation, Umerov", "its chief negotiator"."""
    groups = [t.index for t in tree.on(noun.index, "compound", "nmod") if t.lemma.lower() in SENT]
    named = [t.index for t in tree.on(noun.index, "appos", "flat")]
    if noun.relation in ("compound", "nmod", "appos"):
        named.append(noun.head)
    before = {t.lemma.lower() for t in tree.tokens[max(0, noun.index - 2) : noun.index]}
    if noun.lemma.lower() == "negotiator" and before & FOREMOST:
        groups = groups or [noun.index]
        named = named or person_within(
            range(noun.index + 1, min(noun.index + REACH, len(tree.tokens))), tree, mention_of
        )
    for group in groups[:1]:
        yield from (Led(head, group, noun.index) for head in named[:1])


def party_of(group: int, tree: Tree, mention_of: MentionOf) -> Mention | None:
    """Whose delegation it is."""
    for token in tree.on(group, "nmod:poss", "amod", "compound", "nmod"):
        mention = mention_of(token.index)
        if mention is not None and mention.kind is not EntityKind.EVENT:
            return mention
    mention = mention_of(group)
    return mention if mention is not None and mention.kind is not EntityKind.EVENT else None
