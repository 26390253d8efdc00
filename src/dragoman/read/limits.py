"""How much is read."""

from __future__ import annotations

from dragoman.model.problem import Problem

LONGEST_TEXT = 20_000_000
"""Characters of one article, and bytes of a file that holds one article."""

LONGEST_JSON = 200_000_000
"""Bytes of a JSON file that holds a list; JSONL is read line by line and may be longer."""


def too_large(path: str, *, line: int | None = None) -> Problem:
    text = f"it is longer than {LONGEST_TEXT // 1_000_000} million characters; split it, one article each"
    return Problem(kind="too-large", text=text, path=path, line=line)
