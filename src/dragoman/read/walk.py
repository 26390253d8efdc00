"""Which files the arguments name, in the order of their paths.

Folders are read to the bottom, hidden files and folders left out, links followed but never round in a circle.
Does not open the files.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.model.problem import Problem

KNOWN = (".txt", ".md", ".html", ".htm", ".json", ".jsonl")
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. `path` is what the record calls it, `inside` its path below the folder argument."""

    path: str
    file: Path
    inside: str
    named: bool


def walk(arguments: Sequence[str]) -> list[Found | Problem]:
    """Every file once, sorted by path, and what stood in the way."""
    found = [item for argument in sorted(set(arguments)) if argument != STDIN for item in of(argument)]
    found.sort(key=lambda item: item.path or "")
    seen: set[str] = set()
    return [item for item in found if isinstance(item, Problem) or first_time(item, seen)]


def first_time(found: Found, seen: set[str]) -> bool:
    real = os.path.realpath(found.file)
    fresh = real not in seen
    seen.add(real)
    return fresh


def of(argument: str) -> Iterator[Found | Problem]:
    """The files of one argument."""
    path = Path(argument)
    try:
        if path.is_dir():
            yield from below(argument, path)
        elif path.exists():
            yield Found(writable(argument), path, path.name, named=True)
        else:
            yield Problem(
                kind="unreadable", text="there is no such file or folder; check the path", path=writable(argument)
            )
    except (OSError, ValueError) as fault:
        yield Problem(kind="unreadable", text=f"cannot be looked up ({fault}); check the path", path=writable(argument))


def below(argument: str, folder: Path) -> Iterator[Found | Problem]:
    """The files below a folder, at any depth."""
    base = argument.replace(os.sep, "/").rstrip("/") or "/"
    waiting: list[tuple[Path, str, tuple[str, ...]]] = [(folder, "", (os.path.realpath(folder),))]
    while waiting:
        place, inside, above = waiting.pop()
        try:
            entries = sorted(os.scandir(place), key=lambda entry: entry.name)
        except OSError as fault:
            where = joined(base, inside)
            yield Problem(
                kind="unreadable", text=f"folder not read: {reason(fault)}; check its permissions", path=where
            )
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            name = f"{inside}/{entry.name}" if inside else entry.name
            if not entry.is_dir():
                yield file_in(base, name, Path(entry.path))
            elif (real := os.path.realpath(entry.path)) in above:
                text = "a link leads back to a folder that holds it; remove the link"
                yield Problem(kind="skipped", text=text, path=joined(base, name))
            else:
                waiting.append((Path(entry.path), name, (*above, real)))


def file_in(base: str, inside: str, file: Path) -> Found | Problem:
    """A file of a known kind, or a word on why it is left out."""
    path = joined(base, inside)
    if file.suffix.lower() in KNOWN:
        return Found(path, file, inside, named=False)
    text = (
        f"not read: files of kind {file.suffix or 'without extension'} are left out; name the file to read it as text"
    )
    return Problem(kind="skipped", text=text, path=path)


def joined(base: str, inside: str) -> str:
    return writable(f"{base.rstrip('/')}/{inside}" if inside else base)


def writable(path: str) -> str:
    """The path as it can be written anywhere: bytes of a name that are no UTF-8 show as U+FFFD.

    >>> writable("caf\\udce9.txt") == "caf\ufffd.txt"
    True
    """
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def reason(fault: OSError) -> str:
    """What the system says is wrong, in lower case, the same on every machine that speaks English."""
    return (fault.strerror or type(fault).__name__).lower()
