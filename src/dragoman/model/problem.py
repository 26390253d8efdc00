"""What is wrong with the news, and what is wrong with a call.

A fault in the news is a value, a `Problem`: it is noted and the rest is read. A fault in the call is an
exception:

    DragomanError
    ├── UsageError      the call cannot be meant so       exit code 2
    ├── Unreadable      none of the files can be read     exit code 1
    ├── NothingFound    there is nothing to work on       exit code 3
    └── StoreError      what is kept cannot be used       exit code 1
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that could not be read or understood, with the mend.

    `kind` is a kind of gap in the record (unreadable, not-annotated ...). `line` counts from 1.
    """

    kind: str
    text: str
    path: str | None = None
    line: int | None = None
    article: str | None = None

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.text}" if self.path else self.text


class DragomanError(Exception):
    """A fault that ends the call. Its words are for the user; `exit_code` is for the shell."""

    exit_code = 1


class UsageError(DragomanError):
    exit_code = 2


class NothingFound(DragomanError):  # noqa: N818 - it is an answer more than an error
    exit_code = 3


class Unreadable(DragomanError):  # noqa: N818
    """None of the files could be read; `problems` says why of each."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


class StoreError(DragomanError):
    exit_code = 1
