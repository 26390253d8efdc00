"""The articles: each in full, with what was found marked in it; what is not the article's own is folded, not cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from dragoman.model.record import ArticleRow, StatementRow
from dragoman.show.export.addresses import web_address
from dragoman.show.lookup import Lookup
from dragoman.show.report.highlight import Paragraph, paragraphs
from dragoman.show.report.parts import Chip, chip
from dragoman.show.report.places import places_by_article
from dragoman.show.wording import closed_up, count, day, how_published, quoted_once

OPEN = 12
"""With more articles than this each begins folded."""


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs that are all the article's own, or all boilerplate; then `told` says of what kinds."""

    told: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """One article; `cite` is the line by which it is cited, `link` its address where it is one of a web page."""

    id: str
    chip: Chip
    title: str
    facts: tuple[str, ...]
    path: str
    link: str | None
    address: str
    copy_of: tuple[str, str] | None
    copies: tuple[Chip, ...]
    language: str
    cite: str
    is_open: bool
    blocks: tuple[Block, ...]


def view(lookup: Lookup) -> tuple[Read, ...] | None:
    numbered = numbers(lookup)
    places = places_by_article(lookup.record)
    ordered = lookup.in_order()
    said: dict[str, list[StatementRow]] = {article.id: [] for article in ordered}
    for statement in lookup.record.statements:
        said[statement.article].append(statement)
    return tuple(
        read(
            article,
            paragraphs(article, said[article.id], numbered, places.get(article.id, ())),
            statements=len(said[article.id]),
            lookup=lookup,
        )
        for article in ordered
    ) or None  # fmt: skip


def numbers(lookup: Lookup) -> dict[str, int]:
    """The number of each statement, counted in the order of telling."""
    ordered = sorted(lookup.record.statements, key=lookup.told)
    return {statement.id: place for place, statement in enumerate(ordered, start=1)}


def read(row: ArticleRow, parts: Iterable[Paragraph], *, statements: int, lookup: Lookup) -> Read:
    original = lookup.articles.get(row.copy_of or "")
    copies = [chip(a.id, lookup) for a in lookup.record.articles if a.copy_of == row.id]
    return Read(
        row.id,
        chip(row.id, lookup),
        closed_up(row.title or ""),
        tuple(facts(row, statements)),
        row.path,
        web_address(row.url),
        row.url or "",
        (original.id, original.label) if original else None,
        tuple(copies),
        row.language or "",
        citation(row),
        len(lookup.record.articles) <= OPEN,
        tuple(blocks(parts)),
    )


def facts(row: ArticleRow, statements: int) -> Iterator[str]:
    """What is known of an article, in a few words each."""
    yield f"{day(row.published)} ({how_published(row.published_by)})" if row.published else "day unknown"
    if row.author:
        yield f"by {closed_up(row.author)}"
    if row.agency:
        yield f"wire: {closed_up(row.agency)}"
    yield count(len(row.text.split()), "word")
    yield count(statements, "statement")


def citation(row: ArticleRow) -> str:
    """The article as a line of a bibliography; what is not known is left out.

    Lakeland Herald, “Lakeland talks open”, 2 November 1995, https://example.org/1
    """
    parts = [
        closed_up(row.author or ""),
        closed_up(row.label),
        quoted_once(closed_up(row.title)) if row.title else "",
        day(row.published) if row.published else "day unknown",
        web_address(row.url) or "",
    ]
    return ", ".join(part for part in parts if part)


def blocks(parts: Iterable[Paragraph]) -> Iterator[Block]:
    """The paragraphs in runs of the article's own and of boilerplate."""
    for is_furniture, group in groupby(parts, key=lambda p: p.boilerplate is not None):
        found = tuple(group)
        kinds = dict.fromkeys(p.boilerplate for p in found if p.boilerplate)
        told = f"{', '.join(kinds)}: {count(len(found), 'line')} not part of the article" if is_furniture else ""
        yield Block(told, found)
