"""The words of `lexicon/offers.toml`, ready to be looked up by lemma."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.model.negotiation import MatterKind, MoveKind

FILE = Path(__file__).parents[1] / "lexicon" / "offers.toml"


@dataclass(frozen=True, slots=True)
class Offers:
    """`verbs` gives for a lemma the moves it can make, each with the particle it needs, if any."""

    matters: Mapping[str, MatterKind]
    pointing: frozenset[str]
    clauses: Mapping[str, MatterKind]
    verbs: Mapping[str, tuple[tuple[MoveKind, str | None], ...]]
    nouns: Mapping[str, MoveKind]
    unconditional: frozenset[str]
    scope: frozenset[str]


@cache
def offers() -> Offers:
    """The whole lexicon, read once."""
    with FILE.open("rb") as file:
        table = tomllib.load(file)
    matters = dict(table["matters"])
    pointing = frozenset(matters.pop("pointing"))
    verbs: defaultdict[str, list[tuple[MoveKind, str | None]]] = defaultdict(list)
    for move, words in table["moves"].items():
        for word in words:
            lemma, _, particle = word.partition("_")
            verbs[lemma].append((move_kind(move), particle or None))
    return Offers(
        matters={word: MatterKind(kind) for kind, words in matters.items() for word in words},
        pointing=pointing,
        clauses={word: MatterKind(kind) for kind, words in table["verbs_of"].items() for word in words},
        verbs={lemma: tuple(sorted(found, key=lambda f: f[1] is None)) for lemma, found in verbs.items()},
        nouns={word: move_kind(move) for move, words in table["nouns"].items() for word in words},
        unconditional=frozenset(table["terms"]["unconditional"]),
        scope=frozenset(table["terms"]["scope"]),
    )


def move_kind(name: str) -> MoveKind:
    return MoveKind(name.replace("_", " "))
