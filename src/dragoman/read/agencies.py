"""Which news agency a credit names. The list is in agencies.toml. Does not look for credits."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def forms() -> Mapping[str, str]:
    """Every form of every agency's name, and the name that the record gives."""
    listed = tomllib.loads(files("dragoman.read").joinpath("agencies.toml").read_text(encoding="utf-8"))["agencies"]
    return {form: name for name, others in listed.items() for form in (name, *others)}


@cache
def pattern() -> str:
    """All forms as one regular expression, the longest first."""
    return "|".join(re.escape(form) for form in sorted(forms(), key=lambda form: (-len(form), form)))


@cache
def word() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.-])(?:{pattern()})(?![\w-])")


def agency_of(name: str) -> str | None:
    """The agency that this name is, whole.

    >>> agency_of("The Associated Press"), agency_of("AP"), agency_of("Ap"), agency_of("Herald")
    ('AP', 'AP', None, None)
    """
    return forms().get(name.strip())


def agency_in(text: str) -> str | None:
    """The first agency that a short credit line names.

    >>> agency_in("(Reporting by A. Writer; Editing by B. Desk)"), agency_in("© 2025 AFP")
    (None, 'AFP')
    """
    found = word().search(text[:1000])
    return forms()[found.group()] if found else None
