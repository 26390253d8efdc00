"""What is read from annotated articles, against gold. Skips where they are absent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.model.text import Article
from dragoman.read import read


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((shared / "gold" / "istanbul-2025.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def by_id(shared: Path, gold: dict[str, dict[str, str]]) -> dict[str, Article]:
    found = {item.path.rsplit("/", 1)[-1]: item for item in read([str(shared / "articles" / "istanbul-2025")])}
    return {key: found[name] for key, name in gold["articles"].items() if isinstance(found[name], Article)}


def test_days_and_furniture(gold: dict[str, dict[str, dict[str, str]]], by_id: dict[str, Article]) -> None:
    for key, facts in gold["article_facts"].items():
        article = by_id[key]
        assert (article.published.isoformat() if article.published else None) == facts["published"]
        marked = [article.quote(mark.span) for mark in article.boilerplate]
        assert all(any(line in quote for quote in marked) for line in facts["boilerplate"])


def test_no_statement_is_furniture(gold: dict[str, list[dict[str, str]]], by_id: dict[str, Article]) -> None:
    for row in gold["statements"]:
        article, content = by_id[row["article"]], row["content"]
        if not row.get("borderline") and content in article.text:
            start = article.text.index(content)
            span = article.span(start, start + len(content))
            assert not any(mark.span.overlaps(span) for mark in article.boilerplate), content
