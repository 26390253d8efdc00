"""The layer of times: every expression of time in an article's paragraphs, with its days.

Two passes: the first finds the expressions, and the latest day that the article dates itself; the second
resolves them in the order of the text, each against publication and the story so far. Does not say what
happened then: that is for whoever asks `time_of`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dragoman.annotate.times.expressions import Expression, Same
from dragoman.annotate.times.grammar import Expressed, expressions
from dragoman.annotate.times.setting import Setting
from dragoman.annotate.times.values import value_of
from dragoman.annotate.times.words import Words
from dragoman.model.flow import Annotated
from dragoman.model.text import Article, Span
from dragoman.model.when import TimeMention


def add_times(annotated: Annotated) -> Annotated:
    """The article with its layer of times, in the order of the text."""
    article = annotated.article
    found = [(words, e) for words in paragraphs(article) for e in expressions(words)]
    latest = latest_told(e.expression for _, e in found) if article.published is None else None
    setting = Setting(published=article.published, latest=latest)
    times: list[TimeMention] = []
    for words, expressed in found:
        value = value_of(expressed.expression, setting)
        times.append(TimeMention(place(article, words, expressed), value.when, value.anchor, value.why))
        if value.when is not None:
            told = has_year(expressed.expression)
            setting = replace(setting, story=setting.story.after(value.when, told=told))
    return replace(annotated, times=tuple(times))


def paragraphs(article: Article) -> list[Words]:
    """The words of each paragraph, in order."""
    return [Words.of(article.text, span.start, span.end) for span in article.paragraphs]


def place(article: Article, words: Words, expressed: Expressed) -> Span:
    """Where an expression stands in its article."""
    return article.span(words.places[expressed.first][0], words.places[expressed.end - 1][1])


def has_year(expression: Expression) -> bool:
    """Whether the words themselves name the year."""
    if isinstance(expression, Same):
        return has_year(expression.first) or has_year(expression.second)
    return isinstance(getattr(expression, "year", None), int)


def latest_told(expressions: Iterable[Expression]) -> date | None:
    """The first day of the last one among the expressions that name their year."""
    values = (value_of(expression, Setting(published=None)) for expression in expressions if has_year(expression))
    return max((value.when.start for value in values if value.when is not None), default=None)
