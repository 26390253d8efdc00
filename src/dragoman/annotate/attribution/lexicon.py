"""The lexicons of the layer of statements, read once from the TOML files that a linguist edits.

A misspelt key or act in a file ends the call with its name, since the file is part of the program.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
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
    figures: dict[str, str]
    answers: frozenset[str]
    hearsay: Hearsay


class Nouns(BaseModel):
    model_config = ConfigDict(extra="forbid")

    nouns: frozenset[str] = frozenset()
    plural: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


class SourceFile(BaseModel):
    """The file sources.toml as it must be."""

    model_config = ConfigDict(extra="forbid")

    document: Nouns
    media: Nouns
    organization: Nouns
    office: Nouns
    person: Nouns
    anonymous: Nouns


class Names(BaseModel):
    model_config = ConfigDict(extra="forbid")

    names: tuple[str, ...]


class Renamed(BaseModel):
    """The earlier name of a platform, and the first day on which it no longer bore it."""

    model_config = ConfigDict(extra="forbid")

    was: str
    since: date


class MediaFile(BaseModel):
    """The file media.toml as it must be."""

    model_config = ConfigDict(extra="forbid")

    agencies: Names
    broadcasters: Names
    papers: Names
    renamed: dict[str, Renamed]
    platforms: dict[str, tuple[str, ...]]


class Audience(BaseModel):
    model_config = ConfigDict(extra="forbid")

    nouns: frozenset[str]


class Occasion(BaseModel):
    model_config = ConfigDict(extra="forbid")

    prepositions: frozenset[str]
    nouns: frozenset[str]
    places: frozenset[str]
    reached: frozenset[str]


class Before(BaseModel):
    """How a sentence tells the channel of the words in the next one."""

    model_config = ConfigDict(extra="forbid")

    patterns: tuple[re.Pattern[str], ...]


class Speaking(BaseModel):
    """The labels of a transcript, capitals that speak nothing, and words on a source that is not named."""

    model_config = ConfigDict(extra="forbid")

    answers: frozenset[str]
    questions: frozenset[str]
    never: frozenset[str]
    unnamed: re.Pattern[str]
    withheld: re.Pattern[str]


class ChannelFile(BaseModel):
    """The file channels.toml as it must be."""

    model_config = ConfigDict(extra="forbid")

    audience: Audience
    own: Audience
    occasion: Occasion
    before: Before
    transcript: Speaking
    verbs: dict[str, str]


class ActFile(BaseModel):
    """The file acts.toml as it must be."""

    model_config = ConfigDict(extra="forbid")

    signs: dict[str, re.Pattern[str]]
    weights: dict[str, dict[Act, float]]


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


@cache
def source_words() -> SourceFile:
    return SourceFile.model_validate(read("sources"))


@cache
def media_file() -> MediaFile:
    return MediaFile.model_validate(read("media"))


@cache
def channel_file() -> ChannelFile:
    return ChannelFile.model_validate(read("channels"))


@cache
def outlets() -> frozenset[str]:
    """The names of agencies, broadcasters and papers."""
    media = media_file()
    return frozenset((*media.agencies.names, *media.broadcasters.names, *media.papers.names))


@cache
def platforms() -> dict[str, str]:
    """The record's name of a platform by each of its forms."""
    return {form: name for name, forms in media_file().platforms.items() for form in forms}


@cache
def act_signs() -> dict[str, re.Pattern[str]]:
    """Each sign of an act, as what it looks for in a content written in small letters: twice as fast as in any."""
    return {name: re.compile(in_small_letters(pattern.pattern)) for name, pattern in _act_file().signs.items()}


def in_small_letters(pattern: str) -> str:
    r"""A pattern that finds in small letters what this one finds in any; classes such as \W stay what they are.

    >>> in_small_letters(r"\b(I|We)\W+[A-Z]")
    '\\b(i|we)\\W+[a-z]'
    """
    return re.sub(r"\\.|[A-Z]", lambda found: found[0] if found[0][0] == "\\" else found[0].lower(), pattern)


@cache
def act_weights() -> dict[str, dict[Act, float]]:
    """What each sign weighs for each act."""
    return _act_file().weights


@cache
def _act_file() -> ActFile:
    return ActFile.model_validate(read("acts"))
