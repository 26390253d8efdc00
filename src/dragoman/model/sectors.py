"""The sector of an actor as PLOVER codes it (GOV, MIL, REB, LAB ...), by the words that describe it.

With the country of an entity this is its actor code. Reads words only: of a name that shows no sector it knows none.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path

from dragoman.model.bodies import body_named

TABLE = Path(__file__).parent / "sectors.toml"
LONGEST = 3
OUTER = re.compile(r"\s(?:of|for|to|in|at|from|with)\s(?:the\s)?|,\s")
FORMER = re.compile(r"\b(?:former|ex|retired)\b[\s-]*", re.IGNORECASE)  # elites, whose office is over


@cache
def _words() -> Mapping[str, str]:
    rows: dict[str, list[str]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {" ".join(map(singular, word.split())): code for code, words in rows.items() for word in words}


@lru_cache(maxsize=20_000)
def sector_of(text: str) -> str | None:
    """The sector that a name, a title or a description shows; its head goes before what it is "of".

    >>> sector_of("the Norwegian foreign minister"), sector_of("rebel leaders"), sector_of("Transport Workers' Union")
    ('GOV', 'REB', 'LAB')
    >>> sector_of("head of the army"), sector_of("African Union"), sector_of("Ada Okello")
    ('MIL', 'IGO', None)
    >>> sector_of("former prime minister")
    'ELI'
    """
    if body_named(text) is not None:
        return "IGO"
    parts = [part for part in OUTER.split(FORMER.sub("", text)) if part]
    code = next((code for part in (*parts, text) if (code := _longest(part)) is not None), None)
    return "ELI" if code in ("GOV", "LEG") and FORMER.search(text) else code


def _longest(text: str) -> str | None:
    """The sector of the longest words of the table in a text, of these the last."""
    words = [singular(word) for word in re.findall(r"[\w'’.-]+", text.casefold().replace("’", "'"))]
    for size in range(min(LONGEST, len(words)), 0, -1):
        for start in range(len(words) - size, -1, -1):
            code = _words().get(" ".join(words[start : start + size]))
            if code is not None:
                return code
    return None


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """A word without possessive, plural and period, by its ending.

    >>> singular("ministries"), singular("workers'"), singular("police"), singular("gen.")
    ('ministry', 'worker', 'police', 'gen')
    """
    bare = word.removesuffix("'s").strip("'.")
    if bare.endswith("men"):
        return bare[:-2] + "an"
    if bare.endswith("ies") and len(bare) > 4:
        return bare[:-3] + "y"
    return bare[:-1] if bare.endswith("s") and not bare.endswith(("ss", "us", "is")) and len(bare) > 3 else bare


def usual_sector(texts: Iterable[str]) -> str | None:
    """The sector that most of several titles or descriptions show."""
    found = Counter(code for text in texts if (code := sector_of(text)) is not None)
    return min(found, key=lambda code: (-found[code], code), default=None)
