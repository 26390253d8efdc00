"""What a description says, so that descriptions in different articles can be compared.

Takes "the unconditional thirty-day truce" apart: its head (the first of the row of words that stand for one another),
the words that tell which one, the countries in it. Does not look at the text around it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from dragoman.model import countries as world
from dragoman.model.bodies import body_named, is_of_many
from dragoman.model.names import fold_name

TABLE = Path(__file__).parent / "gazetteer" / "heads.toml"
DEFINITE = re.compile(r"^(the|this|that|these|those|its|his|her|their|both)\b", re.IGNORECASE)
TRUCES = frozenset(["ceasefire", "truce", "cease-fire"])


@dataclass(frozen=True, slots=True)
class Described:
    """A description taken apart; `proper` if a capitalised word in it tells which one is meant."""

    head: str
    words: frozenset[str]
    countries: frozenset[str]
    definite: bool
    proper: bool


@cache
def _table() -> Mapping[str, object]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


@cache
def _families() -> dict[str, str]:
    rows = _table()["families"]
    assert isinstance(rows, list)
    return {word: row[0] for row in rows for word in row}


@cache
def _empty() -> frozenset[str]:
    words = _table()["empty"]
    assert isinstance(words, list)
    return frozenset(words)


@cache
def heads(kind: str) -> frozenset[str]:
    """A list of heads: `voices` or `told`."""
    words = _table()[kind]
    assert isinstance(words, list)
    return frozenset(words)


@cache
def _numbers() -> dict[str, str]:
    numbers = _table()["numbers"]
    assert isinstance(numbers, dict)
    return numbers


@lru_cache(maxsize=50_000)
def described(text: str) -> Described:
    """What a description says.

    >>> found = described("the unconditional thirty-day truce")
    >>> found.head, sorted(found.words), found.definite, found.proper
    ('ceasefire', ['30', 'day', 'unconditional'], True, False)
    >>> described("Norwegian negotiators").countries, described("Norwegian negotiators").head
    (frozenset({'NOR'}), 'delegation')
    """
    phrase = re.split(r"\s(?:of|between)\s", text.strip())[0]
    tail = text.strip()[len(phrase) :]
    said = [w for w in re.split(r"[\s\-–—“”\",]+|['’]s\b", phrase) if w]
    head = singular(said[-1]) if said else ""
    runs = pieces(text)
    of_many = [w for w in runs if is_of_many(w)]
    many = " ".join(w for w in of_many if " " in w)
    countries = {c for w in runs if w not in many and (c := country_of_word(w))}
    bodies = {w: body for w in runs if (body := body_named(w))}
    kept = {_numbers().get(w, w) for w in map(fold_name, [*said[:-1], *re.split(r"[\s\-–—“”\",]+", tail)]) if w}
    kept = {w for w in kept if w not in _empty() and not country_of_word(w.title())}
    kept = {w if w.isdigit() else singular(w) for w in kept}
    for body in dict.fromkeys(bodies.values()):
        parts = {singular(part) for w, named in bodies.items() if named == body for part in w.split()}
        kept = (kept - parts) | {fold_name(body)}
    if kept & TRUCES:
        head, kept = "ceasefire", kept - TRUCES
    telling = bool(of_many or bodies)
    capital = any(w[:1].isupper() for w in re.split(r"[\s\-–]+", text)[1:])
    return Described(
        head=_families().get(head, head),
        words=frozenset(kept),
        countries=frozenset(countries),
        definite=bool(DEFINITE.match(text)),
        proper=telling or capital,
    )


def core(text: str) -> str:
    """A description without its article and the words that do not tell which one is meant, as written.

    >>> core("a broader European summit"), core("the minor truce between March and April")
    ('European summit', 'minor truce')
    """
    words = re.split(r"\s(?:between)\s", text)[0].split()
    while len(words) > 1 and (fold_name(words[0]) in _empty() or words[0].isdigit()):
        words = words[1:]
    return " ".join(words) if len(words) > 1 else text


def pieces(text: str) -> list[str]:
    """The runs of one to three words of a text, longest first."""
    words = [w for w in re.split(r"[\s\-–,]+|['’]s\b", text) if w]
    return [" ".join(words[i : i + n]) for n in (3, 2, 1) for i in range(len(words) - n + 1)]


def country_of_word(word: str) -> str | None:
    """The country that a word of a description shows."""
    shown = world.named_country(word) or world.adjective_country(word) or world.people_country(word)
    return shown or world.part_country(word)


def singular(word: str) -> str:
    lower = fold_name(word)
    if lower in _families():
        return lower
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    return lower[:-1] if lower.endswith("s") and not lower.endswith(("ss", "is", "us")) and len(lower) > 3 else lower
