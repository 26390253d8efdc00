"""Options that several commands share, and how their values are read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from dragoman.model.problem import UsageError

KEPT = Path("dragoman-out")

From = Annotated[Path, typer.Option("--from", metavar="PATH", help="The folder of a kept run, or its record.json.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON on stdout, for programs.")]


def iso_day(text: str | None, option: str) -> date | None:
    """The day that an option names. Raises UsageError for what is no day.

    >>> iso_day("1995-11-01", "--since")
    datetime.date(1995, 11, 1)
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{option} {text}: not a day; write it as YYYY-MM-DD, for example 1995-11-21") from error
