"""Countries as the news writes them, and the cities and regions in them.

Answers which country a name, an adjective, a people, a capital, a seat of government or a city belongs to, by
tables that hold the world and no conflict in particular. Does not read sentences: whether "Moscow" means the city
or the government is for the rooms to say.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

import pycountry

HERE = Path(__file__).parent
KEPT = 50_000  # words remembered for each question
NOBODYS = "ATA"  # Antarctica has a code and no country


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """One country: `names` with the usual one first, and the words that point to it."""

    code: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


@lru_cache(maxsize=KEPT)
def fold_place(name: str) -> str:
    """A name of a place without case, accents, marks and a leading "the".

    >>> fold_place("The Côte d'Ivoire"), fold_place("U. S."), fold_place("Port-au-Prince")
    ('cote divoire', 'us', 'port au prince')
    """
    text = name.casefold()
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    plain = text.replace("-", " ").replace("ı", "i")
    words = re.sub(r"\b(\w) (?=\w\b)", r"\1", " ".join(re.sub(r"[^\w ]", "", plain).split()))
    return re.sub(r"^the ", "", words)


@cache
def countries() -> Mapping[str, Country]:
    """All countries by ISO 3166 alpha-3."""
    rows = tomllib.loads((HERE / "countries.toml").read_text(encoding="utf-8"))
    known = {code: Country(code=code, **{k: tuple(v) for k, v in row.items()}) for code, row in rows.items()}
    for row in pycountry.countries:
        if row.alpha_3 != NOBODYS:
            known.setdefault(row.alpha_3, Country(code=row.alpha_3, names=(row.name,)))
    return known


@dataclass(frozen=True, slots=True)
class Words:
    """For each sort of word, the country it points to by its folded form."""

    names: dict[str, str] = field(default_factory=dict)
    adjectives: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    capitals: dict[str, str] = field(default_factory=dict)
    seats: dict[str, str] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)


@cache
def _words() -> Words:
    words = Words()
    for country in countries().values():
        for sort in ("names", "adjectives", "people", "capitals", "seats", "parts"):
            for word in getattr(country, sort):
                getattr(words, sort).setdefault(fold_place(word), country.code)
    for row in pycountry.countries:
        if row.alpha_3 == NOBODYS:
            continue
        for name in (row.name, getattr(row, "official_name", row.name), getattr(row, "common_name", row.name)):
            words.names.setdefault(fold_place(name), row.alpha_3)
    return words


# Capital letters tell "US" from "us" and "the States" from states.
SHOUTED = {"us", "usa", "uk", "uae", "drc", "prc", "ksa", "rok"}


def _known(text: str) -> bool:
    return text[:1].isupper() and (fold_place(text) not in SHOUTED or text.upper() == text)


@lru_cache(maxsize=KEPT)
def named_country(text: str) -> str | None:
    """The country a name of a country means.

    >>> named_country("the Netherlands"), named_country("U.S."), named_country("us"), named_country("Paris")
    ('NLD', 'USA', None, None)
    """
    bare = re.sub(r"^[Tt]he ", "", text)
    return _words().names.get(fold_place(bare)) if _known(bare) else None


@lru_cache(maxsize=KEPT)
def adjective_country(text: str) -> str | None:
    """The country of an adjective ("Turkish", "South African")."""
    return _words().adjectives.get(fold_place(text)) if _known(text) else None


@lru_cache(maxsize=KEPT)
def people_country(text: str) -> str | None:
    """The country of a people in the plural ("Turks", "the Lebanese")."""
    bare = re.sub(r"^[Tt]he ", "", text)
    return _words().people.get(fold_place(bare)) if _known(bare) else None


@lru_cache(maxsize=KEPT)
def capital_country(text: str) -> str | None:
    """The country whose government papers mean by this city."""
    return _words().capitals.get(fold_place(text)) if text[:1].isupper() else None


@lru_cache(maxsize=KEPT)
def seat_country(text: str) -> str | None:
    """The country whose government papers mean by this house or chamber ("the Kremlin")."""
    return _words().seats.get(fold_place(text)) if re.sub(r"^the ", "", text)[:1].isupper() else None


@lru_cache(maxsize=KEPT)
def part_country(text: str) -> str | None:
    """The country that a part of one lies in, by the part's name or adjective ("Scotland", "Gazan")."""
    bare = re.sub(r"^[Tt]he ", "", text)
    return _words().parts.get(fold_place(bare)) if _known(bare) else None


@dataclass(frozen=True, slots=True)
class City:
    """The countries that have a city of this name, the likeliest first."""

    countries: tuple[str, ...]
    is_large: bool


@cache
def _cities() -> Mapping[str, City]:
    lines = (HERE / "cities.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {name: City(tuple(codes.split()), bool(mark)) for name, codes, *mark in rows}


@lru_cache(maxsize=KEPT)
def is_large_city(text: str) -> bool:
    """Whether the name alone brings a large city to mind.

    >>> is_large_city("Hiroshima"), is_large_city("Ibarra")
    (True, False)
    """
    city = _cities().get(fold_place(text))
    return city is not None and city.is_large


@cache
def _regions() -> Mapping[str, str]:
    alpha_3 = {row.alpha_2: row.alpha_3 for row in pycountry.countries}
    found: dict[str, str] = {}
    for row in sorted(pycountry.subdivisions, key=lambda s: s.code):
        for name in re.split(r"[,\[\]/]", row.name):
            found.setdefault(fold_place(name), alpha_3.get(row.country_code, ""))
    return {name: code for name, code in found.items() if code and len(name) > 3}


@lru_cache(maxsize=KEPT)
def countries_of_place(text: str) -> tuple[str, ...]:
    """The countries a city or region of this name lies in, the likeliest first; none where it is not known.

    >>> countries_of_place("Jeddah")[0], countries_of_place("Neverwhere")
    ('SAU', ())
    """
    key = re.sub(r" (city|province|state|region|oblast|governorate|prefecture|district)$", "", fold_place(text))
    known = _words()
    first = known.names.get(key) or known.parts.get(key) or known.capitals.get(key)
    if first:
        return (first,)
    region = _regions().get(key)
    city = _cities().get(key)
    return tuple(dict.fromkeys((*(city.countries if city else ()), *((region,) if region else ()))))
