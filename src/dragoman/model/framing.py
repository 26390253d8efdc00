"""Choices of words in an article's own voice: what it calls somebody, how it colours what they do, where it doubts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.mention import Mention
from dragoman.model.text import Span


class FramingKind(StrEnum):
    LABEL = "label"
    LOADED = "loaded"
    SCARE_QUOTES = "scare-quotes"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One choice of words; `target` is whom or what it is said of, where that is clear."""

    span: Span
    kind: FramingKind
    target: Mention | None = None
