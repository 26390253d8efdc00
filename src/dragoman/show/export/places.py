"""The places that a row rests on: every evidence object in it, with the part of the row it belongs to.

Does not judge which place is the best: the first in the row's own evidence is taken to stand for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from dragoman.model.evidence import Evidence
from dragoman.model.record import MentionRow

FIRST = ("evidence", "content", "mentions", "support", "positions")


def places(value: object, part: str = "") -> Iterator[tuple[str, Evidence]]:
    """Every place in a row, with its part: `content/0`, `source/evidence`, `responses/1/evidence/0`."""
    if isinstance(value, Evidence):
        yield part, value
    elif isinstance(value, MentionRow):
        yield part, Evidence(value.article, value.start, value.end, value.quote)
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from places(item, f"{part}/{place}")
    elif is_dataclass(value):
        for field in fields(value):
            yield from places(getattr(value, field.name), f"{part}/{field.name}".lstrip("/"))


def first_place(row: object) -> Evidence | None:
    """The place that stands for a row, or None where it rests on none."""
    own = (found for key in FIRST if hasattr(row, key) for _, found in places(getattr(row, key)))
    return next(own, None) or next((found for _, found in places(row)), None)
