"""The articles: outlet, day, title, wire and copies. Does not print their text: that is for the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rich.padding import Padding
from rich.text import Text

from dragoman.model.record import ArticleRow
from dragoman.show.lookup import Lookup
from dragoman.show.views.row import Shown, View, published
from dragoman.show.wording import count, day, how_published


def rows(lookup: Lookup) -> list[Shown]:
    said = Counter(statement.article for statement in lookup.record.statements)
    actors = actors_by_article(lookup)
    return [
        Shown(
            id=row.id,
            actors=tuple(sorted(actors.get(row.id, ()))),
            articles=(row.id,),
            days=published(lookup, row.id),
            cells=cells(row, said[row.id]),
        )
        for row in lookup.in_order()
    ]


def actors_by_article(lookup: Lookup) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for entity in lookup.record.entities:
        for mention in entity.mentions:
            found.setdefault(mention.article, set()).add(entity.id)
    return found


def cells(row: ArticleRow, statements: int) -> dict[str, str]:
    return {
        "id": row.id,
        "label": row.label,
        "outlet": row.outlet or "",
        "title": row.title or "",
        "author": row.author or "",
        "published": str(row.published or ""),
        "published_by": row.published_by or "",
        "language": row.language or "",
        "agency": row.agency or "",
        "copy_of": row.copy_of or "",
        "words": str(len(row.text.split())),
        "statements": str(statements),
        "path": row.path,
        "url": row.url or "",
    }


def screen(shown: Sequence[Shown], lookup: Lookup) -> Iterable[Text | Padding]:
    for row in shown:
        article = lookup.articles[row.id]
        when = (
            f"{day(article.published)} ({how_published(article.published_by)})" if article.published else "day unknown"
        )
        yield Text.assemble((article.label, "bold"), "  ", when)
        if article.title:
            yield Padding(Text(article.title), (0, 0, 0, 2))
        yield Padding(Text(details(row, article, lookup), style="dim"), (0, 0, 1, 2))


def details(row: Shown, article: ArticleRow, lookup: Lookup) -> str:
    """The small print of an article on one line."""
    copied = lookup.articles.get(article.copy_of or "")
    parts = [
        row.id,
        count(int(row.cells["words"]), "word"),
        count(int(row.cells["statements"]), "statement"),
        f"by {article.author}" if article.author else "",
        f"wire: {article.agency}" if article.agency else "",
        f"copy of {article.copy_of} ({copied.label})" if copied else "",
        article.path if article.label not in article.path else "",
    ]
    return " · ".join(part for part in parts if part)


ARTICLES = View(
    key="articles",
    about="what was read: outlet, day, title, wire, copies",
    brief=("label", "published", "title", "agency", "copy_of", "statements", "id"),
    rows=rows,
    screen=screen,
)
