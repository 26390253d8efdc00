"""The articles as CSL-JSON, for Zotero, Pandoc and other citation managers.

Does not split the name of an author into its parts: newspapers do not say which is which.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from dragoman.model.record import ArticleRow, Record
from dragoman.show.export.addresses import web_address
from dragoman.show.export.kind import utf8


def files(record: Record) -> Mapping[str, bytes]:
    """One file with an item for each article."""
    items = [item(article) for article in record.articles]
    return {"articles.json": utf8(json.dumps(items, ensure_ascii=False, indent=1) + "\n")}


def item(article: ArticleRow) -> dict[str, Any]:
    """One article as a citation; what is not known is left out."""
    day = article.published
    known = {
        "id": article.id,
        "type": "article-newspaper",
        "title": article.title or article.label,
        "container-title": article.outlet,
        "author": [{"literal": article.author}] if article.author else None,
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "URL": web_address(article.url),
        "language": article.language,
        "source": article.agency,
        "note": f"copy of {article.copy_of}" if article.copy_of else None,
    }
    return {key: value for key, value in known.items() if value is not None}
