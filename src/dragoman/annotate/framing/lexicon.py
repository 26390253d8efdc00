"""The lexicons of framing, read once from the files that a linguist edits and the one that training makes."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

LOADED = 0.28  # how likely a word must be loaded
FOLDER = Path(__file__).parents[1] / "lexicon"


class Lexicon(BaseModel):
    """The file `framing.toml`; the lists of words are one string each, parted by blanks."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    labels: str
    names: str
    rules: str
    qualities: str
    acts: str
    phrases: tuple[str, ...]
    doubt: tuple[str, ...]
    doubting: tuple[str, ...]
    granting: tuple[str, ...]


@cache
def lexicon() -> Lexicon:
    return Lexicon.model_validate(tomllib.loads((FOLDER / "framing.toml").read_text(encoding="utf-8")))


@cache
def weights() -> dict[str, float]:
    """How likely each word is loaded, by readers' judgement."""
    table: dict[str, dict[str, float]] = tomllib.loads((FOLDER / "framing_words.toml").read_text(encoding="utf-8"))
    return table["words"]


@cache
def hyphened() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The loaded words that a hyphen joins, as phrases by their first part."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for word, weight in weights().items():
        parts = tuple(re.findall(r"-|[^-]+", word))
        if len(parts) > 2 and weight >= LOADED:
            found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(held, key=lambda w: (-len(w), w))) for first, held in found.items()}


@cache
def own() -> dict[str, frozenset[str]]:
    """The linguist's words by their lists, as lemmas."""
    held = lexicon()
    return {key: frozenset(getattr(held, key).split()) for key in ("labels", "names", "rules", "qualities", "acts")}


@cache
def first_words(key: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of a list by their first word, the longest first; a hyphen is a word, as readers have it."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in getattr(lexicon(), key):
        words = tuple(re.findall(r"-|[^\s-]+", phrase))
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(held, key=lambda w: (-len(w), w))) for first, held in found.items()}
