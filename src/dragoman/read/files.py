"""A file's bytes become pages, by its kind.

A file that cannot be opened, is too long, is no text or changes while it is read becomes a Problem.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.model.problem import Problem
from dragoman.read.decode import decode
from dragoman.read.formats.html import read_html
from dragoman.read.formats.jsonl import read_json, read_jsonl
from dragoman.read.formats.text import read_text
from dragoman.read.limits import LONGEST_JSON, LONGEST_TEXT, too_large
from dragoman.read.page import Page
from dragoman.read.walk import STDIN, Found, reason

FORMATS = {".html": read_html, ".htm": read_html, ".json": read_json}


def read_file(found: Found) -> list[Page | Problem]:
    """The pages of a file, or what is wrong with it."""
    try:
        before = state(found.file)
        with found.file.open("rb") as stream:
            pages = list(pages_of(found.path, stream, found.file.suffix.lower()))
        changed = state(found.file) != before
    except OSError as fault:
        text = f"it cannot be read: {reason(fault)}; check its permissions"
        return [Problem(kind="unreadable", text=text, path=found.path)]
    if changed:
        return [Problem(kind="changed", text="it changed while it was read; run again", path=found.path)]
    return pages


def state(file: Path) -> tuple[int, int]:
    """Size and time of change."""
    stat = file.stat()
    return stat.st_size, stat.st_mtime_ns


def pages_of(path: str, stream: BinaryIO, suffix: str) -> Iterator[Page | Problem]:
    """The pages of an open file."""
    if suffix == ".jsonl":
        yield from read_jsonl(path, stream)
        return
    most = LONGEST_JSON if suffix == ".json" else LONGEST_TEXT
    data = stream.read(most + 1)
    if len(data) > most:
        yield too_large(path)
        return
    text = decode(data)
    if text is None:
        yield Problem(kind="unreadable", text="it is not a text file; save the article as text or HTML", path=path)
        return
    if not text.strip("\0 \t\n"):
        yield Problem(kind="empty", text="it is empty; take it out or fill it", path=path)
        return
    yield from FORMATS.get(suffix, read_text)(path, text)


def read_stdin(stream: BinaryIO) -> list[Page | Problem]:
    """The pages of standard input, its kind told by how it begins."""
    return list(pages_of(STDIN, stream, kind_of(stream)))


def kind_of(stream: BinaryIO) -> str:
    """The suffix that a stream's beginning speaks for."""
    peek = getattr(stream, "peek", None)
    if peek is None:
        start = stream.tell()
        head = stream.read(1_000)
        stream.seek(start)
    else:
        head = peek(1_000)[:1_000]
    head = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<?xml")):
        return ".html"
    return ".json" if head.startswith(b"[") else ".jsonl" if head.startswith(b"{") else ".txt"
