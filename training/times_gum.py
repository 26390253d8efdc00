"""Dated texts of GUM: its marked dates with their days, to score the layer of times on.

Makes one article of each document, published on the day it was written, with the tree of the corpus or none.
Only values of one day, month or year are scored: the corpus marks stretches by looser rules of its own.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dragoman.annotate.lemmas import lemma
from dragoman.model.flow import Annotated
from dragoman.model.identity import digest
from dragoman.model.reading import Reading, Sentence, Token
from dragoman.model.text import Article, PublishedBy, Span
from dragoman.model.when import When
from training.corpora import CORPORA

MARK = re.compile(r"<date ?([^>]*)>|</date>")
WHEN = re.compile(r'when:::"(\d{4}(?:-\d\d){0,2})"')


@dataclass
class Document:
    """One document as it is read: text so far, tokens, and the places and values of its dates."""

    name: str
    written: date | None = None
    text: str = ""
    paragraphs: list[int] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    open: list[tuple[str, int]] = field(default_factory=list)
    spaces: dict[str, int] = field(default_factory=dict)
    dates: list[tuple[int, int, str]] = field(default_factory=list)

    def article(self) -> Article:
        made = f"ar-{digest(self.name)[:8]}"
        bounds = [*self.paragraphs, len(self.text)]
        spans = [Span(made, a, b) for a, b in itertools.pairwise(bounds) if self.text[a:b].strip()]
        return Article(
            id=made,
            path=self.name,
            text=self.text,
            sha256=digest(self.text),
            paragraphs=tuple(spans),
            published=self.written,
            published_by=PublishedBy.METADATA,
        )

    def annotated(self, *, trees: bool) -> Annotated:
        reading = Reading(tuple(self.tokens), tuple(self.sentences), ()) if trees else Reading((), (), ())
        return Annotated(article=self.article(), reading=reading)


def documents(path: Path) -> Iterator[Document]:
    """The documents of a CoNLL-U file of GUM."""
    document, sentence = Document(""), 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc id = "):
            if document.name:
                yield document
            document, sentence = Document(line.removeprefix("# newdoc id = "), paragraphs=[0]), 0
        elif line.startswith("# meta::dateCreated = "):
            document.written = date.fromisoformat(line.removeprefix("# meta::dateCreated = "))
        elif line.startswith("# newpar"):
            document.paragraphs.append(len(document.text))
        elif not line:
            document.sentences.append(Sentence(sentence, len(document.tokens)))
            sentence = len(document.tokens)
        elif line[0].isdigit():
            cells = line.split("\t")
            if "-" in cells[0]:
                add_joined(document, cells)
            elif "." not in cells[0]:
                add_token(document, cells, sentence)
    yield document


def add_joined(document: Document, cells: list[str]) -> None:
    """Notes that the words of one written word stand without spaces."""
    first, last = (int(x) for x in cells[0].split("-"))
    document.spaces = {str(i): 0 for i in range(first, last)}
    document.spaces[str(last)] = 0 if "SpaceAfter=No" in cells[9] else 1


def add_token(document: Document, cells: list[str], sentence: int) -> None:
    place, start = len(document.tokens), len(document.text)
    space = document.spaces.pop(cells[0], 0 if "SpaceAfter=No" in cells[9] else 1)
    document.text += cells[1] + " " * space
    head = sentence + int(cells[6]) - 1 if cells[6] != "0" else place
    end = start + len(cells[1])
    document.tokens.append(
        Token(place, start, end, cells[1], lemma(cells[1], cells[3], cells[4]), cells[3], cells[4], head, cells[7])
    )
    marks = re.search(r"XML=([^|]*(?:\|(?![A-Z]\w*=)[^|]*)*)", cells[9])
    for match in MARK.finditer(marks.group(1) if marks else ""):
        if match.group() != "</date>":
            document.open.append((match.group(1), start))
        elif document.open:
            value, opened = document.open.pop()
            document.dates.append((opened, end, value))


def gold_when(value: str) -> When | None:
    """The day, month or year of a mark, or nothing where it marks a stretch."""
    found = WHEN.search(value)
    if found is None:
        return None
    year, *rest = (int(x) for x in found.group(1).split("-"))
    if not rest:
        return When.year(year)
    return When.month(year, rest[0]) if len(rest) == 1 else When.day(year, rest[0], rest[1])


def gum(split: str) -> Iterator[Document]:
    return documents(CORPORA / "ud" / f"gum-{split}.conllu")
