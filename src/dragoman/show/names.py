"""Names as people type them: without case, accents or order of marks.

Says which names a word typed at a prompt may mean, and which it is near to. Does not say who is who: that is
for `link`; here every surface form it found is looked up.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
WORD = re.compile(r"\w+")
SHORT, NAMES = 100, 40_000
"""The names that are remembered folded: each is asked for with every name that somebody types."""
NEAR = 62
"""Below this likeness (of 100) a name is no help to somebody who mistyped another."""


def folded(text: str) -> str:
    """The words of a name without case, accents and punctuation.

    >>> folded("Erdoğan"), folded("Łódź-based Ørsted’s")
    ('erdogan', 'lodz based orsted s')
    """
    return _known(text) if len(text) <= SHORT else _folded(text)


def _folded(text: str) -> str:
    if text.isascii():
        return " ".join(WORD.findall(text.lower()))
    plain = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(WORD.findall(kept.translate(LETTERS)))


_known = lru_cache(maxsize=NAMES)(_folded)


def has_words(name: str, wanted: str) -> bool:
    """Whether the words wanted stand, in a row, in the name.

    >>> has_words("President Tarja Halonen", "halonen"), has_words("Iranian envoys", "Iran")
    (True, False)
    """
    return bool(folded(wanted)) and f" {folded(wanted)} " in f" {folded(name)} "


def near(wanted: str, names: Iterable[str], *, limit: int = 3) -> list[str]:
    """The names nearest to a mistyped one, the nearest first.

    >>> near("Halonnen", ["Tarja Halonen", "Kofi Annan"])
    ['Tarja Halonen']
    """
    from rapidfuzz import fuzz

    target = folded(wanted)
    scored = {
        name: max(fuzz.ratio(target, word) for word in (folded(name), *folded(name).split(), "")) for name in names
    }
    best = sorted((-score, name) for name, score in scored.items() if score >= NEAR)
    return [name for _, name in best[:limit]]


def did_you_mean(wanted: str, names: Iterable[str]) -> str:
    """A closing sentence that names near matches, or nothing.

    >>> did_you_mean("Halonnen", ["Tarja Halonen"])
    ' Did you mean Tarja Halonen?'
    """
    found = near(wanted, names)
    return f" Did you mean {' or '.join(found)}?" if found else ""
