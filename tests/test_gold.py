"""The annotated clusters of our own: every quotation of the gold stands in its article, and names are in use."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CLUSTERS = sorted((Path(__file__).parent / "gold").glob("*/gold.json"))
PLAIN = str.maketrans("“”‘’\xa0", "\"\"'' ")


def plain(text: str) -> str:
    return " ".join(text.translate(PLAIN).split())


def quotes(value: Any) -> Iterator[tuple[str, str]]:
    """Every quotation with the article that it is from."""
    if isinstance(value, dict):
        if isinstance(value.get("article"), str):
            yield from ((value["article"], value[key]) for key in ("quote", "content", "cue", "term") if value.get(key))
        for inner in value.values():
            yield from quotes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from quotes(inner)


@pytest.mark.parametrize("path", CLUSTERS, ids=lambda path: path.parent.name)
def test_every_quotation_stands_in_its_article(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    texts = {
        name: plain((path.parent / "articles" / file).read_text("utf-8")) for name, file in gold["articles"].items()
    }
    found = list(quotes({key: rows for key, rows in gold.items() if key not in ("articles", "article_facts")}))
    assert len(found) > 100
    assert [(article, quote) for article, quote in found if plain(quote) not in texts[article]] == []


@pytest.mark.parametrize("path", CLUSTERS, ids=lambda path: path.parent.name)
def test_sources_are_entities_of_the_gold(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    known = {row["name"] for row in gold["entities"]}
    named = {row["source_entity"] for row in gold["statements"] if row.get("source_entity")}
    assert named <= known
