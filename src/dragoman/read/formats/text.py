"""Plain text and Markdown, with front matter or without. The text stays as read: front matter is marked, not cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

import frontmatter
import yaml

from dragoman.model.problem import Problem
from dragoman.model.text import BoilerplateKind
from dragoman.read.metadata import from_mapping
from dragoman.read.page import Metadata, Page, Sign

FRONT = re.compile(r"\s{0,100}---[ \t]*\n.{0,20000}?\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)


def read_text(path: str, text: str) -> Iterator[Page | Problem]:
    """The one article of a text file."""
    found = FRONT.match(text)
    values = front_matter(found.group()) if found else None
    if found is None or values is None:
        yield Page(path=path, text=text)
        return
    metadata, faults = from_mapping(values, path=path, line=None)
    yield from faults
    end = len(found.group().rstrip())
    sign = Sign(found.end() - len(found.group().lstrip()), end, BoilerplateKind.OTHER)
    yield Page(path=path, text=text, metadata=metadata or Metadata(), signs=(sign,))


def front_matter(block: str) -> dict[str, object] | None:
    """The keys and values between the rules, or None where they are something else."""
    try:
        values = frontmatter.loads(block.lstrip()).metadata
    except (yaml.YAMLError, ValueError):
        return None
    return dict(values) if values else None
