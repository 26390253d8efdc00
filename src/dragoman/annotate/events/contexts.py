"""What an event is about: PLOVER's contexts, by the words of its clause in `lexicon/contexts.toml`.

Says nothing of types and modes, save that hacking is of cyber context and deception of misinformation.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from dragoman.model.plover import Context
from dragoman.model.reading import Token

FILE = Path(__file__).parents[1] / "lexicon" / "contexts.toml"
CONTEXTS = tuple(Context)
OF_MODE = {"cyber": Context.CYBER, "misinformation": Context.MISINFORMATION}


@cache
def table() -> Mapping[str, tuple[Context, ...]]:
    """The contexts that each word shows."""
    found: dict[str, list[Context]] = {}
    for name, words in tomllib.loads(FILE.read_text(encoding="utf-8")).items():
        for word in words:
            found.setdefault(word, []).append(Context(name))
    return {word: tuple(contexts) for word, contexts in found.items()}


@cache
def openers() -> frozenset[str]:
    """The first words of what is told in two."""
    return frozenset(word.split("_")[0] for word in table() if "_" in word)


def contexts_of(clause: Sequence[Token], mode: str | None) -> tuple[Context, ...]:
    """The contexts of a clause, in the order of the vocabulary."""
    lemmas = [token.lemma.lower() for token in clause]
    known, opening = table(), openers()
    words = {*lemmas, *(f"{one}_{two}" for one, two in pairwise(lemmas) if one in opening)}
    found = {context for word in words & known.keys() for context in known[word]}
    if mode in OF_MODE:
        found.add(OF_MODE[mode])
    return tuple(context for context in CONTEXTS if context in found) if found else ()
