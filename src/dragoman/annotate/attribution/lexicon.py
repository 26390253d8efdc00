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
class Verb:
    """What is done with a verb, and how often, in percent, each frame with it is an attribution."""

    act: Act
    shares: dict[str, int]


class CueFile(BaseModel):
    """The file cues.toml as it must be."""

    model_config = ConfigDict(extra="forbid")

    verbs: dict[Act, dict[str, dict[str, int]]]


def read(name: str) -> dict[str, Any]:
    """A lexicon as written."""
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def cue_file() -> CueFile:
    return CueFile.model_validate(read("cues"))


@cache
def verbs() -> dict[str, Verb]:
    """Each reporting verb by its lemma."""
    return {lemma: Verb(act, shares) for act, entries in cue_file().verbs.items() for lemma, shares in entries.items()}
