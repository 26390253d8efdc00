"""The articles as rows: what was read, what of it is boilerplate, what reprints what."""

from __future__ import annotations

from dragoman.model.flow import Annotated, Linked
from dragoman.model.record import ArticleRow, BoilerplateSpan
from dragoman.model.text import Article


def by_path(linked: Linked) -> list[Annotated]:
    """The articles in the order in which every list of the record has them."""
    return sorted(linked.articles, key=lambda annotated: (annotated.article.path, annotated.article.id))


def article_rows(linked: Linked) -> tuple[ArticleRow, ...]:
    return tuple(article_row(a.article, linked.copies.get(a.article.id)) for a in by_path(linked))


def article_row(article: Article, copy_of: str | None) -> ArticleRow:
    return ArticleRow(
        id=article.id,
        path=article.path,
        label=article.label,
        url=article.url,
        outlet=article.outlet,
        title=article.title,
        author=article.author,
        published=article.published,
        published_by=article.published_by,
        language=article.language,
        text=article.text,
        boilerplate=tuple(
            BoilerplateSpan(start=b.span.start, end=b.span.end, kind=b.kind) for b in article.boilerplate
        ),
        sha256=article.sha256,
        copy_of=copy_of,
        agency=article.agency,
        extra=article.extra,
    )
