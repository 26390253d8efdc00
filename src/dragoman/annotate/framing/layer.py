"""The layer of framing: every choice of words in the article's own voice, once, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.annotate.framing.doubt import doubt_in, doubting_cues
from dragoman.annotate.framing.loaded import loaded_in
from dragoman.annotate.framing.scare import scare_quotes
from dragoman.annotate.framing.targets import Targets
from dragoman.annotate.framing.voice import own_tokens
from dragoman.annotate.tree import tree_of
from dragoman.model.flow import Annotated
from dragoman.model.framing import Choice, FramingKind
from dragoman.model.reading import Token
from dragoman.model.text import Span


def add_framing(annotated: Annotated) -> Annotated:
    """The article with its `framing`; of choices that overlap the first found counts, doubt before loaded words."""
    kept: list[Choice] = []
    for choice in choices(annotated):
        if not any(choice.span.overlaps(other.span) for other in kept):
            kept.append(choice)
    return replace(annotated, framing=tuple(sorted(kept, key=lambda choice: choice.span)))


def choices(annotated: Annotated) -> Iterator[Choice]:
    tree = tree_of(annotated.reading)
    targets = Targets(annotated, tree)
    tokens = own_tokens(annotated)
    for token, span in scare_quotes(annotated, tree):
        yield Choice(span=span, kind=FramingKind.SCARE_QUOTES, target=targets.of(token))
    for token, run in doubt_in(tokens, tree):
        yield Choice(span=spanned(annotated, run), kind=FramingKind.DOUBT, target=targets.of(token))
    for token, span in doubting_cues(annotated, tokens):
        yield Choice(span=span, kind=FramingKind.DOUBT, target=targets.of(token))
    for kind, token, run in loaded_in(tokens, tree, dict(annotated.reading.loaded)):
        yield Choice(span=spanned(annotated, run), kind=kind, target=targets.of(token))


def spanned(annotated: Annotated, run: list[Token]) -> Span:
    return annotated.article.span(run[0].start, run[-1].end)
