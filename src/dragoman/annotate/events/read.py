"""What the language model reads as an event: chances that go beside the lexicon's words.

Where the model is sure of a type that the lexicon does not have for a word, the word is a trigger of that type. The
chance of a trigger's type is a sign of its worth. Makes no event of it: that is for `layer`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dragoman.annotate.events.triggers import Trigger
from dragoman.annotate.tree import Tree
from dragoman.model.plover import EventType
from dragoman.model.reading import Reading

NEW = 0.5  # a word that the lexicon does not hold is a trigger from this chance on
OTHER = 0.6  # a word of the lexicon has the model's type from this chance on, where its own has LITTLE
LITTLE = 0.1
BINS = (0.01, 0.03, 0.07, 0.15, 0.25, 0.35, 0.5, 0.7)
TAGS = ("VERB", "NOUN", "ADJ", "PROPN")
TYPES = tuple(EventType)
Chances = Mapping[int, Mapping[EventType, float]]


def chances_of(reading: Reading) -> Chances:
    """The chances of each type by token."""
    return {scores.token: dict(scores.chances) for scores in reading.triggers}


def chance(trigger: Trigger, chances: Chances, kind: EventType | None = None) -> float:
    """How likely the model finds a type on the words of a trigger, its own where none is named."""
    return max((chances.get(i, {}).get(kind or trigger.type, 0.0) for i in trigger.tokens), default=0.0)


def any_chance(trigger: Trigger, chances: Chances) -> float:
    """How likely the model finds any event on the words of a trigger."""
    return max((sum(chances.get(i, {}).values()) for i in trigger.tokens), default=0.0)


def step_of(value: float) -> int:
    """Among which of the steps a chance lies.

    >>> step_of(0.0), step_of(0.2), step_of(0.9)
    (0, 4, 8)
    """
    return sum(value >= least for least in BINS)


def with_read(found: Iterable[Trigger], chances: Chances, tree: Tree) -> Iterator[Trigger]:
    """The triggers, some of another type, and with them the words that only the model reads as events."""
    taken: set[int] = set()
    for trigger in found:
        taken.update(trigger.tokens)
        if chances.keys().isdisjoint(trigger.tokens):
            yield trigger
            continue
        best = likeliest(trigger, chances)
        sure = best is not None and chance(trigger, chances, best) >= OTHER and chance(trigger, chances) <= LITTLE
        yield replace(trigger, type=best, mode=None) if sure and best is not None and not trigger.said else trigger
    for token, types in chances.items():
        kind = max(types, key=lambda t: types[t], default=None)
        if token not in taken and kind is not None and types[kind] >= NEW and tree.tokens[token].tag in TAGS:
            yield Trigger(token, None, kind, None, read=True)


def likeliest(trigger: Trigger, chances: Chances) -> EventType | None:
    """The type that the model finds likeliest on the words of a trigger, the first of equals."""
    best: dict[EventType, float] = {}
    for types in (chances[i] for i in trigger.tokens if i in chances):
        for kind, likely in types.items():
            best[kind] = max(likely, best.get(kind, 0.0))
    return max(TYPES, key=lambda kind: best.get(kind, 0.0)) if chances else None
