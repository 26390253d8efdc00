"""What may tell an event, and is too faint to be kept on the word of its article alone.

A word that the lexicon or the language model takes for an event and that did not reach the mark; and the verb of any
other clause that tells a deed. No row comes of these by themselves: `link` takes one up where another article tells it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.annotate.events.triggers import Trigger
from dragoman.annotate.events.untyped import NEUTRAL, NO_DEEDS
from dragoman.annotate.tree import Tree
from dragoman.model.event import EventMention
from dragoman.model.flow import Annotated


def left_over(
    told: Iterable[tuple[Trigger, EventMention]], kept: Sequence[EventMention], tree: Tree
) -> Iterator[tuple[Trigger, EventMention]]:
    """Those that may tell an event and share no word with what is kept, each word once, in the order of the text."""
    taken = tokens_of(kept, tree)
    for trigger, found in told:
        if taken.isdisjoint(trigger.tokens):
            taken.update(trigger.tokens)
            yield trigger, found


def other_deeds(annotated: Annotated, known: Iterable[EventMention], tree: Tree) -> Iterator[Trigger]:
    """The verbs of clauses that tell something done, and are neither `known` nor what brings words of a source."""
    taken = tokens_of(known, tree)
    for statement in annotated.statements:
        if statement.cue is not None:
            taken.update(token.index for token in tree.at(statement.cue))
    for token in tree.tokens:
        deed = token.tag == "VERB" and token.heads_clause and token.lemma.lower() not in NO_DEEDS
        if deed and token.index not in taken:
            yield Trigger(token.index, None, NEUTRAL, None)


def tokens_of(events: Iterable[EventMention], tree: Tree) -> set[int]:
    """The places of the tokens that carry these events."""
    return {token.index for event in events for token in tree.at(event.trigger)}
