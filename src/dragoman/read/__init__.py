"""Files become articles.

`walk.py` finds the files, `files.py` and `formats/` open them, `furniture.py` and its neighbours mark what is
not the article, `publication.py` finds the day, `assemble.py` makes the articles. What cannot be read becomes
a Problem and the rest is read; nothing here raises for what a file holds.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dragoman.model.problem import Problem
from dragoman.model.text import Article
from dragoman.read.assemble import Draft, draft, finish
from dragoman.read.files import pages_of, read_file, read_stdin
from dragoman.read.metadata import Table, read_table, unused, with_row
from dragoman.read.page import Page
from dragoman.read.walk import STDIN, Found, walk


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that is handed over as bytes; `path` is what the record calls it, its suffix tells its format."""

    path: str
    content: bytes


def read(
    paths: Sequence[str],
    *,
    meta: Path | None = None,
    stdin: BinaryIO | None = None,
    uploads: Sequence[Upload] = (),
) -> list[Article | Problem]:
    """Every article that the files and folders hold, in the order of their paths, and what could not be read."""
    return finished(drafts_of(paths, meta=meta, stdin=stdin, uploads=uploads))


def drafts_of(
    paths: Sequence[str],
    *,
    meta: Path | None = None,
    stdin: BinaryIO | None = None,
    uploads: Sequence[Upload] = (),
) -> list[Draft | Problem]:
    """What each page holds by itself, before the whole set of articles gives years and ids (`finished`)."""
    table, faults = read_table(meta)
    used: set[str] = set()
    found = (*pages(paths, stdin), *uploaded(uploads))
    items = [item for one in found for item in drafted(one, table, used)]
    return [*faults, *items, *unused(table, used)]


def finished(items: Sequence[Draft | Problem]) -> list[Article | Problem]:
    """The articles of the drafts, in the same order, and the problems among them."""
    articles = iter(finish([item for item in items if isinstance(item, Draft)]))
    return [next(articles) if isinstance(item, Draft) else item for item in items]


def uploaded(uploads: Sequence[Upload]) -> Iterator[tuple[Page | Problem, str]]:
    for upload in uploads:
        suffix = Path(upload.path).suffix.lower()
        for item in pages_of(upload.path, io.BytesIO(upload.content), suffix):
            yield item, upload.path


def pages(paths: Sequence[str], stdin: BinaryIO | None) -> Iterator[tuple[Page | Problem, str]]:
    """Every page with its path inside the folder argument; standard input comes first."""
    if STDIN in paths:
        for item in read_stdin(stdin) if stdin is not None else [no_stdin()]:
            yield item, STDIN
    for found in walk(paths):
        for item in read_file(found) if isinstance(found, Found) else [found]:
            yield item, found.inside if isinstance(found, Found) else ""


def no_stdin() -> Problem:
    return Problem(kind="unreadable", text="standard input is not open; pipe an article into it", path=STDIN)


def drafted(found: tuple[Page | Problem, str], table: Table, used: set[str]) -> Iterator[Draft | Problem]:
    """The draft of a page with its row of the table, or the problem."""
    item, inside = found
    if isinstance(item, Page):
        if row := table.row_for(item.path, inside):
            used.add(row.path)
            item = with_row(item, row)
        yield draft(item)
    else:
        yield item
