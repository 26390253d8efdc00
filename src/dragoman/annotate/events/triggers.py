"""Which words of a text carry an event, and of which type.

Verbs with their particles, nouns, adjectives with what they govern, and verbs with the noun that makes them an event
("imposed sanctions"), each looked up in the lexicon by lemma. Does not say who acted, nor whether it happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.annotate.events.lexicon import Sense, lexicon
from dragoman.annotate.tree import Tree
from dragoman.model.plover import EventType
from dragoman.model.reading import Reading, Token


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens that carry an event: `head` first among them, `noun` the one that a phrase's verb leans on.

    `said` marks a demand that a source makes in its own words: the source is the actor. `read` marks what only the
    language model takes for an event.
    """

    head: int
    noun: int | None
    type: EventType
    mode: str | None
    said: bool = False
    read: bool = False

    @property
    def tokens(self) -> tuple[int, ...]:
        return (self.head,) if self.noun is None else tuple(sorted((self.head, self.noun)))


def triggers(reading: Reading, tree: Tree) -> list[Trigger]:
    """Every trigger of the text, in its order; no token carries two."""
    known = lexicon()
    phrases = [t for token in tree.with_lemma(known.phrases.keys()) for t in phrase_at(token, tree)]
    taken = {index for trigger in phrases for index in trigger.tokens}
    words = tree.with_lemma(known.verbs.keys(), known.nouns.keys(), known.adjectives.keys())
    single = [trigger for token in words if token.index not in taken for trigger in word_at(token, tree)]
    return sorted((*phrases, *single), key=lambda trigger: trigger.head)


def phrase_at(token: Token, tree: Tree) -> Iterator[Trigger]:
    """The event that a verb makes together with a noun."""
    senses = lexicon().phrases.get(token.lemma.lower(), ()) if token.tag in ("VERB", "AUX") else ()
    if not senses:
        return
    particles = tree.particles(token.index)
    for noun in tree.nouns(token.index):
        names = partner_names(noun, tree)
        for sense in senses:
            if sense.partner in names and (sense.particle is None or sense.particle in particles):
                yield Trigger(token.index, noun.index, sense.type, sense.mode)
                return


def partner_names(noun: Token, tree: Tree) -> set[str]:
    """A noun by itself, and with each word compounded to it: "strike", "hunger_strike"."""
    lemma = noun.lemma.lower()
    return {lemma, *(f"{t.lemma.lower()}_{lemma}" for t in tree.on(noun.index, "compound", "amod"))}


def word_at(token: Token, tree: Tree) -> Iterator[Trigger]:
    """The event that a single word tells: the sense with a partner goes before the one without."""
    lemma = token.lemma.lower()
    if token.tag == "VERB":
        senses: Sequence[Sense] = lexicon().verbs.get(lemma, ())
    elif token.tag == "NOUN":
        senses = lexicon().nouns.get(lemma, ()) if not is_round_of(token, tree) else ()
    elif token.tag == "ADJ" and tree.on(token.index, "xcomp", "advcl", "obl", "ccomp", "acl"):
        senses = lexicon().adjectives.get(lemma, ())
    else:
        return
    partners = partners_of(token, tree) if any(sense.partner for sense in senses) else set()
    fitting = [sense for sense in senses if sense.partner is None or sense.partner in partners]
    if fitting:
        best = min(fitting, key=lambda sense: sense.partner is None)
        yield Trigger(token.index, None, best.type, best.mode)


def is_round_of(token: Token, tree: Tree) -> bool:
    """Whether it is a round of what is told behind it: "a second round of talks", "of voting", "of strikes"."""
    return token.lemma == "round" and token.index + 1 < len(tree.tokens) and tree.tokens[token.index + 1].lemma == "of"


def is_met_with(trigger: Trigger, tree: Tree) -> bool:
    """Whether something is met, not somebody: "demands were met", "met with silence". By the words in a row."""
    token = tree.tokens[trigger.head]
    before = [t for t in tree.tokens[max(0, token.index - 3) : token.index] if t.tag not in ("ADV", "PART")]
    passive = token.fine in ("VBN", "VBD") and bool(before) and before[-1].lemma == "be"
    return token.lemma == "meet" and trigger.type is EventType.CONSULT and passive


def partners_of(token: Token, tree: Tree) -> set[str]:
    found = tree.particles(token.index)
    if token.tag == "NOUN":
        found |= {child.lemma.lower() for child in tree.on(token.index, "compound", "amod", "nmod:poss")}
        found |= {part for lemma in found for part in lemma.split("-")}
    return found
