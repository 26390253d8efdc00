"""The words of `lexicon/plover.toml`, ready to be looked up by lemma.

Knows the shape of the file and nothing of texts.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.model.plover import MODES, EventType

FILE = Path(__file__).parents[1] / "lexicon" / "plover.toml"
KINDS = ("verbs", "nouns", "phrases", "adjectives")


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word tells: an event type with its mode, and the word that must stand with it, if any.

    `partner` of a verb is its particle or preposition; of a noun the word compounded with it; of a phrase the
    noun that hangs on the verb. `particle` is a phrase's own particle ("lay down arms").
    """

    type: EventType
    mode: str | None
    partner: str | None = None
    particle: str | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    verbs: Mapping[str, tuple[Sense, ...]]
    nouns: Mapping[str, tuple[Sense, ...]]
    phrases: Mapping[str, tuple[Sense, ...]]
    adjectives: Mapping[str, tuple[Sense, ...]]


@cache
def lexicon() -> Lexicon:
    """The whole lexicon, read once. The senses of a word stand in the order of the file."""
    tables: dict[str, defaultdict[str, list[Sense]]] = {kind: defaultdict(list) for kind in KINDS}
    with FILE.open("rb") as file:
        entries = tomllib.load(file)
    for name, kinds in entries.items():
        for kind, by_mode in kinds.items():
            for mode, words in by_mode.items():
                for word in words:
                    lemma, sense = sense_of(kind, word, EventType(name), mode_of(EventType(name), mode))
                    tables[kind][lemma].append(sense)
    return Lexicon(*({lemma: tuple(senses) for lemma, senses in tables[kind].items()} for kind in tables))


def mode_of(event_type: EventType, mode: str) -> str | None:
    if mode == "any":
        return None
    if mode not in MODES.get(event_type, ()):
        raise ValueError(f"plover.toml: {event_type} has no mode {mode}")
    return mode


def sense_of(kind: str, word: str, event_type: EventType, mode: str | None) -> tuple[str, Sense]:
    """The lemma that an entry is looked up by, and what it tells.

    >>> sense_of("phrases", "lay_down arm", EventType.RETREAT, "disarm")[0]
    'lay'
    >>> sense_of("nouns", "phone_call", EventType.CONSULT, "phone")
    ('call', Sense(type=<EventType.CONSULT: 'CONSULT'>, mode='phone', partner='phone', particle=None))
    """
    if kind == "phrases":
        verb, _, noun = word.partition(" ")
        lemma, _, particle = verb.partition("_")
        return lemma, Sense(event_type, mode, noun, particle or None)
    if kind == "nouns" and "_" in word:
        first, _, last = word.rpartition("_")
        if last in ("with", "for"):
            return first, Sense(event_type, mode, last)
        return last, Sense(event_type, mode, first)
    lemma, _, particle = word.partition("_")
    return lemma, Sense(event_type, mode, particle or None)
