"""What is handed over to be read: files that were dropped, text that was pasted, an address to be fetched.

The name of a file is only what the record calls it: nothing is ever opened or written by it.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from dragoman.model.identity import DIGITS, digest
from dragoman.read import Upload

LONGEST_NAME = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Articles to be added to the store; what is at `addresses` is to be fetched first."""

    place: Path | str
    folder: Path
    uploads: tuple[Upload, ...]
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AsOf:
    """A run to be seen as it stood on a day; nothing is added."""

    place: Path | str
    run: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Renew:
    """The report of a folder to be written anew, since somebody corrected something."""

    folder: Path
    store: str | None = None


AnyOrder = Order | AsOf | Renew


def dropped(name: str, content: bytes) -> Upload:
    """A file as it was dropped. Two files of one name that do not say the same both stay."""
    return Upload(path=f"added/{sha256(content).hexdigest()[:DIGITS]}/{plain_name(name)}", content=content)


def pasted(article: Mapping[str, object]) -> Upload:
    """An article given as its text and what is known of it."""
    content = json.dumps({key: value for key, value in article.items() if value not in (None, "")}, default=str)
    return Upload(path=f"added/pasted-{digest(content)[:DIGITS]}.json", content=content.encode())


def plain_name(name: str) -> str:
    r"""The name of a file without folders and signs that are not seen.

    >>> plain_name("../../etc/passwd"), plain_name("C:\\news\\a\x00.txt"), plain_name("")
    ('passwd', 'a.txt', 'article.txt')
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    seen = "".join(c for c in last if unicodedata.category(c)[0] != "C").strip(". ")
    return seen[-LONGEST_NAME:] or "article.txt"
