"""Which words of a text carry an event, and of which type.

Verbs with their particles, nouns, and verbs with the noun that makes them an event ("imposed sanctions"), each
looked up in the lexicon by lemma. Does not say who acted, nor whether it happened.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.annotate.events.lexicon import Sense, lexicon
from dragoman.annotate.tree import Tree
from dragoman.model.plover import EventType
from dragoman.model.reading import Reading, Token


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens that carry an event: `head` first among them, `noun` the one that a phrase's verb leans on."""

    head: int
    noun: int | None
    type: EventType
    mode: str | None

    @property
    def tokens(self) -> tuple[int, ...]:
        return (self.head,) if self.noun is None else tuple(sorted((self.head, self.noun)))


def triggers(reading: Reading, tree: Tree) -> list[Trigger]:
    """Every trigger of the text, in its order; no token carries two."""
    phrases = [trigger for token in reading.tokens for trigger in phrase_at(token, tree)]
    taken = {index for trigger in phrases for index in trigger.tokens}
    single = [trigger for token in reading.tokens if token.index not in taken for trigger in word_at(token, tree)]
    return sorted((*phrases, *single), key=lambda trigger: trigger.head)


def phrase_at(token: Token, tree: Tree) -> Iterator[Trigger]:
    """The event that a verb makes together with a noun."""
    if token.tag not in ("VERB", "AUX"):
        return
    for noun in tree.nouns(token.index):
        for sense in lexicon().phrases.get(token.lemma, ()):
            fits = noun.lemma.lower() == sense.partner
            if fits and (sense.particle is None or sense.particle in tree.particles(token.index)):
                yield Trigger(token.index, noun.index, sense.type, sense.mode)
                return


def word_at(token: Token, tree: Tree) -> Iterator[Trigger]:
    """The event that a verb or noun tells by itself: the sense with a partner goes before the one without."""
    senses: tuple[Sense, ...] = ()
    if token.tag == "VERB":
        senses = lexicon().verbs.get(token.lemma.lower(), ())
        partners = tree.particles(token.index) if any(sense.partner for sense in senses) else set()
    elif token.tag == "NOUN":
        senses = lexicon().nouns.get(token.lemma.lower(), ())
        partners = {child.lemma.lower() for child in tree.on(token.index, "compound", "amod")}
        partners |= tree.particles(token.index)
    fitting = [sense for sense in senses if sense.partner is None or sense.partner in partners]
    if fitting:
        best = min(fitting, key=lambda sense: sense.partner is None)
        yield Trigger(token.index, None, best.type, best.mode)
