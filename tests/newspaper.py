"""A little newspaper for tests: a few lines of text become articles, and articles a record.

Does not read files and does not guess: what a line does not say (a day, an outlet) the article does not have.
That is for `read`, which has tests of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from inspect import cleandoc
from typing import Any

from dragoman.engine.build import record_from
from dragoman.model.identity import Ids
from dragoman.model.record import Record
from dragoman.model.text import Article, PublishedBy, Span


def news(text: str) -> list[Article]:
    """The articles of a little newspaper: `@outlet [day]` opens one, and each line below it is a paragraph.

    >>> ito, ortega = news('''
    ...     @herald 2024-12-05
    ...     “We have agreed,” Minister Ito said.
    ...     @gazette
    ...     Ms. Ortega denied that.
    ...     She gave no reason.
    ... ''')
    >>> ito.outlet, ito.published, ito.text
    ('herald', datetime.date(2024, 12, 5), '“We have agreed,” Minister Ito said.')
    >>> ortega.published, [ortega.quote(span) for span in ortega.paragraphs]
    (None, ['Ms. Ortega denied that.', 'She gave no reason.'])
    """
    ids = Ids()
    return [
        article(
            "\n".join(lines),
            ids=ids,
            path=f"{number:02}-{outlet}.txt",
            outlet=outlet,
            published=date.fromisoformat(day) if day else None,
        )
        for number, (outlet, day, lines) in enumerate(_parts(cleandoc(text).strip()), start=1)
    ]


def article(text: str, *, ids: Ids | None = None, **fields: Any) -> Article:
    """One article of this text; `fields` are those of Article. A `title` that opens the text gets its span.

    >>> found = article("Truce holds\\n\\nThe truce held.", title="Truce holds")
    >>> [found.quote(span) for span in found.paragraphs]
    ['The truce held.']
    """
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    made = fields.pop("id", None) or (ids or Ids()).new("ar", sha256)
    title = fields.get("title")
    heading = Span(made, 0, len(title)) if title and text.startswith(title) else None
    if fields.get("published"):
        fields.setdefault("published_by", PublishedBy.METADATA)
    fields.setdefault("path", f"{made}.txt")
    fields.setdefault("paragraphs", tuple(span for span in _lines(made, text) if span != heading))
    fields.setdefault("title_span", heading)
    return Article(**{"id": made, "text": text, "sha256": sha256, "language": "en"} | fields)


def record_of(text: str) -> Record:
    """The record that a little newspaper comes to, through all rooms but `read`; its rows keep the paper's order.

    A step that fails fails the test: in a run it would be noted, and the rest read.
    """
    record = record_from(news(text), jobs=1)
    failures = [gap.text for gap in record.gaps if gap.kind == "not-annotated"]
    assert not failures, failures
    return record


def _parts(text: str) -> Iterator[tuple[str, str | None, list[str]]]:
    """Outlet, day and lines of each article."""
    for part in text.removeprefix("@").split("\n@"):
        header, *lines = part.split("\n")
        outlet, _, day = header.strip().partition(" ")
        yield outlet, day.strip() or None, lines


def _lines(made: str, text: str) -> Iterator[Span]:
    """Each line that holds words, without the white space around it."""
    at = 0
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            yield Span(made, start, start + len(line.strip()))
        at += len(line) + 1
