"""Expressions of time as rows."""

from __future__ import annotations

from dragoman.model.evidence import Evidence
from dragoman.model.flow import Linked
from dragoman.model.identity import Ids
from dragoman.model.record import Date, TimeRow
from dragoman.model.text import Article
from dragoman.model.when import TimeMention
from dragoman.reconstruct.articles import by_path


def time_rows(linked: Linked) -> tuple[TimeRow, ...]:
    ids = Ids()
    return tuple(
        time_row(ids.new("ti", time.span.article, time.span.start, time.span.end), annotated.article, time)
        for annotated in by_path(linked)
        for time in sorted(annotated.times, key=lambda time: time.span)
    )


def time_row(row_id: str, article: Article, time: TimeMention) -> TimeRow:
    date = date_of(article, time)
    return TimeRow(
        id=row_id,
        article=article.id,
        start=date.start,
        end=date.end,
        time=date.time,
        text=date.text,
        evidence=date.evidence,
        anchor=date.anchor,
        why=date.why,
    )


def date_of(article: Article, time: TimeMention) -> Date:
    """A time mention as the record writes it, the days empty where they could not be resolved."""
    return Date(
        start=time.when.start if time.when else None,
        end=time.when.end if time.when else None,
        time=time.when.time if time.when else None,
        text=article.quote(time.span),
        evidence=Evidence.of(article, time.span),
        anchor=time.anchor,
        why=time.why,
    )
