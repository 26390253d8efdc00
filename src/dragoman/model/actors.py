"""The country of an actor, from the words that a text calls it by.

Reads "Russia's ambassador to Poland", "Kano State government" or "the Knesset" by the tables of the world. Knows no
persons: a bare name of one has no country here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from dragoman.model import countries as world
from dragoman.model.bodies import body_named
from dragoman.model.countries import fold_place

TABLE = Path(__file__).parent / "institutions.toml"
LONGEST = 6
Finder = Callable[[str], str | None]


@cache
def _institutions() -> Mapping[str, str]:
    rows: dict[str, list[str]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {fold_place(name): code for code, names in rows.items() for name in names}


def institution_country(text: str) -> str | None:
    """The country of an institution whose name does not show it; a single word only with a capital.

    >>> institution_country("the Quds Force"), institution_country("FSB"), institution_country("pan")
    ('IRN', 'RUS', None)
    """
    bare = re.sub(r"^[Tt]he ", "", text)
    code = _institutions().get(fold_place(bare))
    shouted = bare.isupper() or fold_place(bare) not in (
        "pan",
        "pri",
        "mit",
        "eta",
        "isi",
        "gam",
        "mend",
        "azov",
        "shas",
    )
    return code if bare[:1].isupper() and shouted else None


def country_of(actor: str) -> str | None:
    """The country an actor belongs to, as ISO 3166 alpha-3, or nothing where its words show none.

    Of several countries the first counts ("Russia's ambassador to Poland"). Bodies of many countries have none.

    >>> country_of("Russia’s ambassador to Poland"), country_of("Kano State government"), country_of("the EU")
    ('RUS', 'NGA', None)
    >>> country_of("two men"), country_of("TEHRAN"), country_of("a Somalia-based group")
    (None, 'IRN', 'SOM')
    """
    words = [w for w in re.split(r"[\s,]+", re.sub(r"-(based|led|backed|born)", "", actor)) if w]
    if body_named(" ".join(words)):
        return None
    shown = _cased(words)
    for finder in (_state, _seat, institution_country, _city):
        found = _first(shown, finder)
        if found is not None:
            return found
    return None


def _cased(words: list[str]) -> list[str]:
    """The words as a paper would write them, where none or all are in capitals."""
    text = "".join(words)
    if text.isupper() and len(text) > 5:
        return [w.title() for w in words]
    return words


def _first(words: list[str], finder: Finder) -> str | None:
    """What the finder finds at the first place where it finds anything, the longest run of words first."""
    for i in range(len(words)):
        for j in range(min(len(words), i + LONGEST), i, -1):
            text = re.sub(r"['’]s?$", "", " ".join(words[i:j]))
            if finder is _city and i and words[i - 1][:1].isupper():
                continue
            lower = i == 0 and text.islower() and len(text) > 4 and len(words) > 1
            found = finder(text.title() if lower else text)
            if found is not None:
                return found
    return None


def _state(text: str) -> str | None:
    shown = world.named_country(text) or world.adjective_country(text) or world.people_country(text)
    return shown or world.part_country(text)


def _seat(text: str) -> str | None:
    return world.capital_country(text) or world.seat_country(text)


def _city(text: str) -> str | None:
    if not text[:1].isupper() or len(text) < 4 or fold_place(text) in NO_CITIES:
        return None
    return next(iter(world.countries_of_place(text)), None)


# Words of actors that are also names of some town.
NO_CITIES = frozenset(
    "police army navy union force forces council congress senate party court states state general major president "
    "minister central national democratic republic independence liberty victoria university college media group "
    "mechanism security defense defence justice nation rural federal center liberal best most more bank home".split()
)
