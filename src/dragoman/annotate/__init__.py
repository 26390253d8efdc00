"""An article gains its layers, one file per layer, in the order of `STEPS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.annotate.events import add_events
from dragoman.annotate.framing import add_framing
from dragoman.annotate.language import read_language, scored_language
from dragoman.annotate.mentions import add_mentions
from dragoman.annotate.offers import add_moves
from dragoman.annotate.quotations import add_quotations
from dragoman.annotate.reader import Scored
from dragoman.annotate.statements import add_statements
from dragoman.annotate.times import add_times
from dragoman.model.flow import Annotated
from dragoman.model.problem import Problem
from dragoman.model.text import Article


def add_reading(annotated: Annotated) -> Annotated:
    """Tokens, sentences, trees and names, from the language model."""
    return replace(annotated, reading=read_language(annotated.article))


STEPS: tuple[Callable[[Annotated], Annotated], ...] = (
    add_reading,
    add_quotations,
    add_times,
    add_mentions,
    add_statements,
    add_events,
    add_moves,
    add_framing,
)


def network_on(article: Article) -> Scored | None:
    """What the network of the language model says of an article, the slow step by itself; nothing if not English."""
    return scored_language(article) if is_english(article) else None


def annotate(article: Article, said: Scored | None = None) -> Annotated:
    """The article with all its layers; one that is not English is kept as it is, and said to be.

    `said` is what the network says of it, where that is known already.
    """
    annotated = Annotated(article=article)
    if not is_english(article):
        return replace(annotated, problems=(not_english(article),))
    first, *others = STEPS
    annotated = first(annotated) if said is None else replace(annotated, reading=read_language(article, said))
    for step in others:
        annotated = step(annotated)
    return annotated


def is_english(article: Article) -> bool:
    """Whether an article is in English, as far as anyone can tell."""
    return article.language in (None, "en")


def not_english(article: Article) -> Problem:
    return Problem(
        kind="not-annotated",
        text=f"the article is in another language ({article.language}): only English is read, so translate it first",
        path=article.path,
        article=article.id,
    )
