"""How a record is to be made: what whoever asks for one may say, in one place for all who make one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import BinaryIO, TypedDict

from dragoman.model.problem import Problem

OnProgress = Callable[[str, int, int], None]
OnProblem = Callable[[Problem], None]


class Making(TypedDict, total=False):
    """How articles that have been read become a record.

    With `as_of`, articles published after that day are left out: the record as it stood then. Undated ones stay.
    `jobs` is the number of processes (chosen by the number of articles where None); `on_progress` is called with a
    step, how much of it is done, and how much there is; `on_problem` with everything that could not be read or
    annotated, as it is found.
    """

    as_of: date | None
    jobs: int | None
    on_progress: OnProgress | None
    on_problem: OnProblem | None


class Options(Making, total=False):
    """The same from files on: `meta` is a table of what is known of them, `stdin` what a dash stands for."""

    meta: Path | None
    stdin: BinaryIO | None
