"""Pages of our own making, one for each layout, and what is read from them, compared whole.

`make golden` saves the expectations anew; each stands beside its page as NAME.expected.json.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from dragoman.model.problem import Problem
from dragoman.model.text import Article
from dragoman.read import read

PAGES = Path(__file__).parent.parent / "golden" / "pages"
NAMES = sorted(page.name for page in PAGES.iterdir() if not page.name.endswith(".expected.json"))


def shown(item: Article | Problem) -> dict[str, object]:
    """An article's fields with the words in place of spans, or a problem's."""
    if isinstance(item, Problem):
        return {"problem": item.kind, "text": item.text, "line": item.line}
    return {
        "title": item.title,
        "title_span": item.quote(item.title_span) if item.title_span else None,
        "outlet": item.outlet,
        "author": item.author,
        "agency": item.agency,
        "url": item.url,
        "dateline": item.quote(item.dateline) if item.dateline else None,
        "published": item.published.isoformat() if item.published else None,
        "published_by": item.published_by,
        "language": item.language,
        "boilerplate": [[mark.kind, item.quote(mark.span)] for mark in item.boilerplate],
        "paragraphs": [item.quote(span) for span in item.paragraphs],
        "extra": dict(item.extra),
    }


@pytest.mark.parametrize("name", NAMES)
def test_golden_page(name: str, golden: Callable[[Path, str], None]) -> None:
    found = [shown(item) for item in read([str(PAGES / name)])]
    golden(PAGES / f"{name}.expected.json", json.dumps(found, indent=1, ensure_ascii=False) + "\n")


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(".txt")])
def test_marks_and_paragraphs_part_the_page(name: str) -> None:
    """Nothing is lost: what is neither is white space and bullets."""
    (article,) = (item for item in read([str(PAGES / name)]) if isinstance(item, Article))
    spans = sorted([*article.paragraphs, *(mark.span for mark in article.boilerplate)])
    assert all(left.end <= right.start for left, right in pairwise(spans))
    rest = list(article.text)
    for span in spans:
        rest[span.start : span.end] = " " * len(span)
    assert not any(c.isalnum() for c in "".join(rest))
