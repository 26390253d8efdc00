"""Files become articles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from dragoman.model.problem import Problem
from dragoman.model.text import Article


def read(paths: Sequence[str], *, meta: Path | None = None, stdin: BinaryIO | None = None) -> list[Article | Problem]:
    """Every article that the files and folders hold, in the order of their paths, and what could not be read."""
    return []
