"""An article gains its layers, one file per layer, in the order of `STEPS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.annotate.events import add_events
from dragoman.annotate.framing import add_framing
from dragoman.annotate.language import read_language
from dragoman.annotate.mentions import add_mentions
from dragoman.annotate.offers import add_moves
from dragoman.annotate.quotations import add_quotations
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


def annotate(article: Article) -> Annotated:
    """The article with all its layers; one that is not English is kept as it is, and said to be."""
    annotated = Annotated(article=article)
    if article.language not in (None, "en"):
        return replace(annotated, problems=(not_english(article),))
    for step in STEPS:
        annotated = step(annotated)
    return annotated


def not_english(article: Article) -> Problem:
    return Problem(
        kind="not-annotated",
        text=f"the article is in another language ({article.language}): only English is read, so translate it first",
        path=article.path,
        article=article.id,
    )
