"""The English name of a body that goes by letters of another language ("FARC", "ELN").

Knows only those of a table of the world; whether the letters in a text mean that body is for the rooms to say.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "letters.toml"


@cache
def letters() -> Mapping[str, str]:
    """For each row of letters the English name."""
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def name_of_letters(text: str) -> str | None:
    """The English name that letters stand for; written in capitals, or with one alone.

    >>> name_of_letters("ELN"), name_of_letters("Frelimo"), name_of_letters("eln")
    ('National Liberation Army', 'Mozambique Liberation Front', None)
    """
    return letters().get(text.upper()) if text[:1].isupper() else None
