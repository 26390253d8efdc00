"""The tables of calendar.toml, read once.

Holds no rule: what a word does in a date is for the grammar.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

_TABLES: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "calendar.toml").read_text(encoding="utf-8")
)

MONTHS: dict[str, int] = _TABLES["months"]
WEEKDAYS: dict[str, int] = _TABLES["weekdays"]
SHORT_WEEKDAYS: dict[str, int] = _TABLES["short_weekdays"]
UNITS: dict[str, str] = _TABLES["units"]
PARTS_OF_DAY: dict[str, str] = _TABLES["parts_of_day"]
SEASONS: dict[str, int] = _TABLES["seasons"]
NUMBERS: dict[str, int] = _TABLES["numbers"]
ORDINALS: dict[str, int] = _TABLES["ordinals"]
DECADES: dict[str, int] = _TABLES["decades"]
FEASTS: dict[str, str] = _TABLES["feasts"]
OTHER_MONTHS: dict[str, str] = {
    month: calendar for calendar, months in _TABLES["other_months"].items() for month in months.split()
}
OF_TIME = frozenset(
    {*MONTHS, *WEEKDAYS, *SHORT_WEEKDAYS, *UNITS, *PARTS_OF_DAY, *SEASONS, *DECADES, *OTHER_MONTHS}
    | {word for name in FEASTS for word in name.replace("'", " ").split() if len(word) > 3}
    | {"today", "yesterday", "tomorrow", "tonight", "half", "q", "clock"}
)


def context(name: str) -> frozenset[str]:
    """One of the lists of words that stand beside dates."""
    return frozenset(_TABLES["context"][name].split())
