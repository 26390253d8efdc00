"""A row without its evidence, and whole again: evidence is kept in one place only, where it is checked.

>>> bare, places = taken_apart({"id": "cl-1", "support": [
...     {"article": "ar-1", "evidence": {"article": "ar-1", "start": 0, "end": 2, "quote": "We"}}]})
>>> bare
{'id': 'cl-1', 'support': [{'article': 'ar-1', 'evidence': {'place': 0}}]}
>>> places
[('support/0/evidence', {'article': 'ar-1', 'start': 0, 'end': 2, 'quote': 'We'})]
>>> whole(bare, [place for _, place in places])["support"][0]["evidence"]["quote"]
'We'
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

PLACE = ("article", "start", "end", "quote")
NUMBER = "place"

Places = list[tuple[str, dict[str, Any]]]


def taken_apart(row: dict[str, Any]) -> tuple[dict[str, Any], Places]:
    """The row with numbers where its evidence stood, and the evidence with the part of the row it was in."""
    places: Places = []
    return {key: bare(value, key, places) for key, value in row.items()}, places


def bare(value: Any, part: str, places: Places) -> Any:
    if isinstance(value, list):
        return [bare(item, f"{part}/{nth}", places) for nth, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    if not value.keys() >= set(PLACE):
        return {key: bare(item, f"{part}/{key}", places) for key, item in value.items()}
    places.append((part, {key: value[key] for key in PLACE}))
    return {NUMBER: len(places) - 1} | {key: item for key, item in value.items() if key not in PLACE}


def whole(value: Any, places: Sequence[dict[str, Any]]) -> Any:
    """The row as it was."""
    if isinstance(value, list):
        return [whole(item, places) for item in value]
    if not isinstance(value, dict):
        return value
    if isinstance(value.get(NUMBER), int):
        return {**places[value[NUMBER]], **{key: item for key, item in value.items() if key != NUMBER}}
    return {key: whole(item, places) for key, item in value.items()}
