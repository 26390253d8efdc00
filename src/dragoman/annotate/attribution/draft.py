"""A statement in the making: who, by which cue, what, before it is told what kind of each it is."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.annotate.attribution.page import Range
from dragoman.model.statement import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """`head` is the cue's main token, `cue` and `source` are ranges of tokens, `content` ranges of characters.

    `act` is what the cue alone does, `via` whoever stands between, `score` how sure its finder was;
    `quotes` says that the content is quotations that stand beside the cue, `firm` that marks leave no doubt of where
    it ends, `verbatim` that it is speech though no marks stand around it.
    """

    head: int
    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    act: Act
    via: tuple[Range, ...] = ()
    quotes: bool = False
    firm: bool = False
    verbatim: bool = False
    score: float = 1.0
