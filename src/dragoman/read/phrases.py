"""The phrases of pages, from furniture.toml: what menus, share bars, credits and teasers say.

Looks at one short line by itself. What stands around it is for `furniture.py`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from dragoman.model.text import BoilerplateKind

LONGEST = 300
MOST_WORDS = 30
RUN_TOGETHER = re.compile(r"(?<=[a-z])(?=[A-Z])")
SENTENCE_END = re.compile(r"[.?!…。؟।‽][\"'”’»)\]]{0,4}$")
QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " "})
BAR = re.compile(r"\s*[|•·]\s*|\s{2,}")
PARTING = re.compile(r"\s*(?:[|•·»›>/,]|\s-\s)\s*")


@cache
def lexicon() -> Mapping[str, Mapping[str, Sequence[str]]]:
    text = files("dragoman.read").joinpath("furniture.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def wholes(kind: BoilerplateKind) -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in lexicon()[kind].get("whole", ()))


@cache
def starts(kind: BoilerplateKind) -> tuple[str, ...]:
    """The phrases that lines of a kind begin with."""
    return tuple(lexicon()[kind].get("start", ()))


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in lexicon()["read_more"]["pattern"])


@cache
def words_of(section: str) -> frozenset[str]:
    """The words of a section of the file that is a plain list."""
    return frozenset(fold(word) for word in lexicon()[section]["words"])


def fold(line: str) -> str:
    """A line as phrases are compared: lower case, plain quotation marks, no final stop, colon or arrow.

    >>> fold("Read  More: »")
    'read more'
    """
    return " ".join(line.translate(QUOTES).lower().split()).strip(" .:!?…»›>→-–—[]|")


def is_sentence(text: str) -> bool:
    """Whether a unit is prose: a sentence that ends, or very many words."""
    words = text[:2000].count(" ") + 1
    return words >= 25 or (words >= 5 and SENTENCE_END.search(text[-8:]) is not None)


def phrase_kind(line: str) -> BoilerplateKind | None:
    """What a line is by its words alone, or None.

    >>> phrase_kind("Share on Facebook").value, phrase_kind("Talks end without a deal")
    ('navigation', None)
    """
    if len(line) > LONGEST or line.count(" ") >= MOST_WORDS:
        return None
    folded = fold(line)
    for kind in lexicon_kinds():
        if folded in wholes(kind):
            return kind
    numbered = re.sub(r"\d+", "#", " ".join(line.translate(QUOTES).lower().split()))
    for kind in lexicon_kinds():
        if begins(kind, numbered, line) or holds(kind, numbered):
            return kind
    if any(pattern.match(folded) for pattern in patterns()) or is_menu(line) or run_together(line) or is_bar(line):
        return BoilerplateKind.NAVIGATION
    return None


@cache
def lexicon_kinds() -> tuple[BoilerplateKind, ...]:
    """Teasers before navigation: of "previous article" more is known than of "previous"."""
    return tuple(BoilerplateKind(kind) for kind in ("teaser", "credit", "caption", "navigation", "other"))


def begins(kind: BoilerplateKind, line: str, raw: str) -> bool:
    """Whether the line begins with a phrase; one without a colon or bar is no sentence of the article."""
    if not line.startswith(starts(kind)):
        return False
    phrase = next(phrase for phrase in starts(kind) if line.startswith(phrase))
    marked = phrase.rstrip()[-1] in ":|-–—©)" or kind in (BoilerplateKind.CREDIT, BoilerplateKind.NAVIGATION)
    return marked or SENTENCE_END.search(raw) is None


def holds(kind: BoilerplateKind, line: str) -> bool:
    short = line.count(" ") < 14 or kind is BoilerplateKind.CREDIT
    return short and any(phrase in line for phrase in lexicon()[kind].get("contain", ()))


def run_together(line: str) -> bool:
    """Whether words of a menu were joined without spaces: "HomeWorldSportMore News"."""
    joints = len(RUN_TOGETHER.findall(line))
    return SENTENCE_END.search(line) is None and joints >= 3 and joints * 4 >= line.count(" ")


def is_bar(line: str) -> bool:
    """Whether a line is made of what pages offer to do, parted by bars or wide spaces.

    >>> is_bar("Share  Tweet  Email"), is_bar("Sign in | Subscribe from $2 a month"), is_bar("Share | Talks end")
    (True, True, False)
    """
    members = [part for part in BAR.split(line.strip()) if part]
    return len(members) > 1 and all(
        phrase_kind(part) is BoilerplateKind.NAVIGATION or fold(part) in words_of("labels") for part in members
    )


def is_menu(line: str) -> bool:
    """Whether a line is made of names of sections alone.

    >>> is_menu("Top StoryWorld"), is_menu("Home | Asia | Sports"), is_menu("World leaders meet")
    (True, True, False)
    """
    if len(line) > 200:
        return False
    spaced = RUN_TOGETHER.sub(" ", PARTING.sub(" ", line))
    words = spaced.translate(QUOTES).lower().split()
    at = 0
    while at < len(words):
        length = next((n for n in (3, 2, 1) if " ".join(words[at : at + n]) in words_of("labels")), 0)
        if not length:
            return False
        at += length
    return bool(words)
