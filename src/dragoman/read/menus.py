"""Menus and trails of sections at the head and foot of a page, and the outlet that they begin with.

Goes by the shape of a line: short members parted by bars, wide spaces or arrows. A menu of listed words is known
anywhere (`phrases.py`); here is what only its place on the page makes one.
"""

from __future__ import annotations

import re

from dragoman.model.text import BoilerplateKind
from dragoman.read.agencies import agency_in
from dragoman.read.days import FULL
from dragoman.read.page import Facts, Sign, Unit
from dragoman.read.phrases import fold, words_of
from dragoman.read.title import capitalised

BARS = re.compile(r"\s*[|•·]\s*|\s{2,}")
ARROWS = re.compile(r"\s+[>»›]\s+|\s/\s")
LONGEST, MOST_WORDS = 200, 4
LEAST_AT_HEAD, LEAST_AT_FOOT = 3, 2


def menu(unit: Unit, *, head: bool) -> Sign | None:
    """The unit as a menu, where it is one: three members or more above the text, two or more below it."""
    for parting in (BARS, ARROWS):
        members = [part.strip() for part in parting.split(unit.text.strip())]
        if len(members) >= (LEAST_AT_HEAD if head else LEAST_AT_FOOT) and is_list(unit.text, members):
            named = members[0] if head and is_name(members[0]) else None
            return Sign(unit.start, unit.end, BoilerplateKind.NAVIGATION, Facts(outlet=named))
    return None


def is_list(text: str, members: list[str]) -> bool:
    """Whether every member is a few words that end no sentence, and none is a day or an agency."""
    short = all(part and part.count(" ") < MOST_WORDS and part[-1] not in ".?!:" for part in members)
    return short and len(text) <= LONGEST and not FULL.search(text) and agency_in(text) is None


def is_name(words: str) -> bool:
    """Whether the first member of a menu names the outlet: two words or more with capitals, and no section.

    >>> is_name("Lakeside Post"), is_name("Front Page"), is_name("Home")
    (True, False, False)
    """
    letters = " ".join(word for word in words.split() if not word.isdigit())
    return " " in words and capitalised(letters) and fold(words) not in words_of("labels")


def spelled(name: str) -> str:
    """A name as it is written in a text: without the place behind it, and not in capitals.

    >>> spelled("THE LAKESIDE POST, Oslo"), spelled("Lakeside Post")
    ('The Lakeside Post', 'Lakeside Post')
    """
    bare = name.split(", ")[0].strip()
    return bare.title() if bare.isupper() and " " in bare else bare


def is_masthead(text: str) -> bool:
    """Whether a name is one of newspapers and stations, and not of people: "The Northern Herald"."""
    words = fold(text).split()
    return words[0] in ("the", "radio") or words[-1] in words_of("masthead")
