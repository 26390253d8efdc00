"""The lexicons of the layer of statements, read once from the TOML files that a linguist edits.

A misspelt key or act in a file ends the call with its name, since the file is part of the program.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from dragoman.model.statement import Act

FOLDER = Path(__file__).parents[1] / "lexicon"


@dataclass(frozen=True, slots=True)
class CueWord:
    """What is done with a word, and how often, in percent, each frame with it is an attribution."""

    act: Act
    shares: dict[str, int]


class Phrases(BaseModel):
    model_config = ConfigDict(extra="forbid")

    sourced: tuple[str, ...]


class Hearsay(BaseModel):
    model_config = ConfigDict(extra="forbid")

    words: tuple[str, ...]


class CueFile(BaseModel):
    """The file cues.toml as it must be."""

    model_config = ConfigDict(extra="forbid")

    verbs: dict[Act, dict[str, dict[str, int]]]
    nouns: dict[Act, dict[str, dict[str, int]]]
    phrases: dict[Act, Phrases]
    hearsay: Hearsay


def read(name: str) -> dict[str, Any]:
    """A lexicon as written."""
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def cue_file() -> CueFile:
    return CueFile.model_validate(read("cues"))


@cache
def verbs() -> dict[str, CueWord]:
    """Each reporting verb by its lemma."""
    return _by_lemma(cue_file().verbs)


@cache
def nouns() -> dict[str, CueWord]:
    """Each reporting noun by its lemma."""
    return _by_lemma(cue_file().nouns)


@cache
def phrases() -> dict[tuple[str, ...], Act]:
    """Each phrase that reports, as words in lower case."""
    return {tuple(phrase.split()): act for act, entry in cue_file().phrases.items() for phrase in entry.sourced}


@cache
def hearsay() -> frozenset[str]:
    """Adverbs that report without a source."""
    return frozenset(cue_file().hearsay.words)


def _by_lemma(acts: dict[Act, dict[str, dict[str, int]]]) -> dict[str, CueWord]:
    return {lemma: CueWord(act, shares) for act, entries in acts.items() for lemma, shares in entries.items()}
