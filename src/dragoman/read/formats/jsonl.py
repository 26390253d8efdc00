"""JSON: one article per line, or a file that holds one article or a list of them.

An article is an object with `text`; `title`, `published`, `outlet`, `author`, `url`, `language` are used, other
keys (`id` among them) kept in `extra`. A broken line becomes a Problem, and the other lines are read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from dragoman.model.problem import Problem
from dragoman.read.decode import decode, plain
from dragoman.read.limits import LONGEST_TEXT, too_large
from dragoman.read.metadata import from_mapping
from dragoman.read.page import Page

LONGEST_LINE = 2 * LONGEST_TEXT


def read_jsonl(path: str, stream: BinaryIO) -> Iterator[Page | Problem]:
    """The articles of a JSONL file, line by line; no more than one line is held at a time."""
    number = 0
    while raw := stream.readline(LONGEST_LINE):
        number += 1
        if len(raw) == LONGEST_LINE and not raw.endswith(b"\n"):
            yield too_large(path, line=number)
            skip_line(stream)
            continue
        yield from of_line(path, raw, number)


def skip_line(stream: BinaryIO) -> None:
    while (raw := stream.readline(LONGEST_LINE)) and not raw.endswith(b"\n"):
        pass


def of_line(path: str, raw: bytes, number: int) -> Iterator[Page | Problem]:
    """The article of one line."""
    line = decode(raw)
    if line is None:
        yield broken(path, number, "is not text; save the file as UTF-8")
        return
    if not line.strip():
        return
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as fault:
        yield broken(path, number, f"is broken JSON ({told(fault)}); mend the line")
        return
    yield from of_value(path, value, number)


def read_json(path: str, text: str) -> Iterator[Page | Problem]:
    """The articles of a JSON file: one object, a list of objects, or one object per line."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as fault:
        lines = text.strip().split("\n")
        if len(lines) > 1 and lines[0].lstrip().startswith("{") and lines[0].rstrip().endswith("}"):
            for number, line in enumerate(text.split("\n"), 1):
                yield from of_line(path, line.encode(), number)
            return
        yield broken(path, getattr(fault, "lineno", None), f"is broken JSON ({told(fault)}); mend the file")
        return
    for item in value if isinstance(value, list) else [value]:
        yield from of_value(path, item, None)


def of_value(path: str, value: object, number: int | None) -> Iterator[Page | Problem]:
    """The article that one object is, with what is wrong with its keys."""
    if not isinstance(value, Mapping) or not isinstance(value.get("text"), str):
        yield Problem(kind="no-text", text="has no `text`; each article needs one", path=path, line=number)
        return
    if len(value["text"]) > LONGEST_TEXT:
        yield too_large(path, line=number)
        return
    metadata, faults = from_mapping({k: v for k, v in value.items() if k != "text"}, path=path, line=number)
    yield from faults
    yield Page(path=path, text=plain(value["text"]), metadata=metadata, line=number)


def broken(path: str, number: int | None, text: str) -> Problem:
    return Problem(kind="broken-line", text=text, path=path, line=number)


def told(fault: Exception) -> str:
    """What the decoder says, in lower case."""
    said = fault.msg if isinstance(fault, json.JSONDecodeError) else str(fault)
    return said[:1].lower() + said[1:].removesuffix(" at")
