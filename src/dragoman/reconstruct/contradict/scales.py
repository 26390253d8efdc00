"""The scales on which voices place a party or a thing, as read from `scales.toml`.

Finds no word in a text: that is for `character`.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

SCALES = Path(__file__).parent / "scales.toml"


class Scale(BaseModel):
    """A question with the words for both its ends, and of whom or what they are said."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    question: str
    high: str
    low: str
    of: str
    thing: bool = False


class Scales(BaseModel):
    """The file scales.toml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    scales: tuple[Scale, ...]


@cache
def ends() -> dict[str, tuple[tuple[Scale, bool], ...]]:
    """Each word of the scales with every scale it stands on, and whether at its high end."""
    held: defaultdict[str, list[tuple[Scale, bool]]] = defaultdict(list)
    for scale in Scales.model_validate(tomllib.loads(SCALES.read_text(encoding="utf-8"))).scales:
        for high, words in ((False, scale.low), (True, scale.high)):
            for word in words.split():
                held[word].append((scale, high))
    return {word: tuple(found) for word, found in held.items()}


@cache
def questions() -> dict[str, str]:
    """What is asked on each scale, by its name."""
    return {scale.name: scale.question for found in ends().values() for scale, _ in found}
