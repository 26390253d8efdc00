"""What is told about articles beside their text: keys of JSON and front matter, and the table of `--meta`.

A value that cannot be meant becomes a Problem, and is left out; the article is read all the same.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from dragoman.model.problem import Problem
from dragoman.read.days import day_of
from dragoman.read.decode import decode, plain
from dragoman.read.page import Metadata, Page

OTHER_NAMES = {
    "date": "published", "pubdate": "published", "published_at": "published", "date_published": "published",
    "headline": "title", "byline": "author", "authors": "author", "publisher": "outlet", "lang": "language",
    "link": "url",
}  # fmt: skip
TEXT_KEYS = ("title", "outlet", "author", "url", "language")
COLUMNS = ("path", "outlet", "published", "title", "url", "author")


def from_mapping(values: Mapping[str, object], *, path: str, line: int | None) -> tuple[Metadata, list[Problem]]:
    """The metadata that keys and values give, what is not known kept in `extra`, and what is wrong with them."""
    named: dict[str, str] = {}
    extra: dict[str, object] = {}
    faults: list[Problem] = []
    for name, value in values.items():
        key = OTHER_NAMES.get(str(name).lower(), str(name).lower())
        if key in (*TEXT_KEYS, "published") and key not in named and one_line(value):
            named[key] = one_line(value)
        elif value is not None and value != "":
            extra[str(name)] = value if isinstance(value, (str, int, float, bool, list, dict)) else str(value)
    published = day_of(named["published"]) if "published" in named else None
    if "published" in named and published is None:
        faults.append(bad_day(named["published"], path=path, line=line))
    language = named.get("language", "").lower()[:2] or None
    texts = {key: named.get(key) for key in TEXT_KEYS if key != "language"}
    return Metadata(**texts, language=language, published=published, extra=extra), faults


def one_line(value: object) -> str:
    """A value as one line of text; the members of a list parted by commas; empty where it is none."""
    if isinstance(value, (list, tuple)):
        return ", ".join(filter(None, map(one_line, value)))
    if isinstance(value, Mapping):
        return one_line(value.get("name"))
    if isinstance(value, (str, int, date)) and not isinstance(value, bool):
        return " ".join(plain(str(value)).split())
    return ""


def bad_day(value: str, *, path: str, line: int | None) -> Problem:
    text = f"published {value[:40]!r} is no day that can be read; write it as YYYY-MM-DD"
    return Problem(kind="bad-date", text=text, path=path, line=line)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table of metadata."""

    path: str
    line: int
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class Table:
    """The table of `--meta`: `path,outlet,published,title,url,author`."""

    file: str = ""
    rows: Mapping[str, Row] = field(default_factory=dict)

    def row_for(self, page_path: str, inside: str) -> Row | None:
        """The row of a file, by its path as given, its path inside the folder, or its name."""
        for name in (page_path, inside, page_path.rsplit("/", 1)[-1]):
            if row := self.rows.get(name.removeprefix("./")):
                return row
        return None


def read_table(meta: Path | None) -> tuple[Table, list[Problem]]:
    """The table of a CSV file, and what is wrong with it."""
    if meta is None:
        return Table(), []
    path = meta.as_posix()
    try:
        text = decode(meta.read_bytes())
    except OSError as fault:
        return Table(), [bad(path, None, f"cannot be read ({fault.strerror}); check the path")]
    if text is None:
        return Table(), [bad(path, None, "is not a text file; give a CSV file")]
    reader = csv.DictReader(io.StringIO(text), restkey="", restval="")
    if "path" not in (reader.fieldnames or ()):
        return Table(), [bad(path, 1, f"has no column `path`; the columns are {','.join(COLUMNS)}")]
    rows, faults = rows_of(reader, path)
    return Table(path, rows), faults


def rows_of(reader: csv.DictReader[str], path: str) -> tuple[dict[str, Row], list[Problem]]:
    """The rows by the path they name."""
    rows: dict[str, Row] = {}
    faults: list[Problem] = []
    try:
        for record in reader:
            name = (record["path"] or "").strip().removeprefix("./")
            values = {key: value for key, value in record.items() if key and key != "path" and isinstance(value, str)}
            metadata, wrong = from_mapping(values, path=path, line=reader.line_num)
            faults += wrong
            if not name or name in rows:
                faults.append(
                    bad(path, reader.line_num, "names no path, or one that was named before; take the row out")
                )
                continue
            rows[name] = Row(name, reader.line_num, metadata)
    except csv.Error as fault:
        faults.append(bad(path, reader.line_num, f"is broken CSV ({fault}); mend the line"))
    return rows, faults


def bad(path: str, line: int | None, text: str) -> Problem:
    return Problem(kind="bad-metadata", text=text, path=path, line=line)


def unused(table: Table, used: set[str]) -> Iterator[Problem]:
    """A problem for each row that no article was found for."""
    for row in table.rows.values():
        if row.path not in used:
            yield bad(
                table.file, row.line, f"no article was read from {row.path!r}; correct the path or take the row out"
            )


def with_row(page: Page, row: Row) -> Page:
    return replace(page, metadata=row.metadata.over(page.metadata))
