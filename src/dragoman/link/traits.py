"""What all articles together are asked about each one: far less than its layers, which only its circle needs.

An article's traits depend on nothing but itself, so that they can be kept. Compares nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.link.chains import Chain, chains_of
from dragoman.link.shingles import Shingles, shingles_of
from dragoman.link.words import words_of
from dragoman.model.flow import Annotated, Linked
from dragoman.model.problem import Problem
from dragoman.model.text import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """Of one article: what is known if it reprints others, tells their story, or names whom they name."""

    article: Article
    shingles: Shingles
    words: Mapping[str, int]
    chains: tuple[Chain, ...]
    problems: tuple[Problem, ...] = ()


def traits_of(annotated: Annotated) -> Traits:
    """The traits of an article."""
    return Traits(
        article=annotated.article,
        shingles=shingles_of(annotated),
        words=words_of(annotated.article),
        chains=tuple(chains_of(annotated)),
        problems=annotated.problems,
    )


def traits_in(linked: Linked) -> list[Traits]:
    """The traits of all articles, in their order."""
    return [traits_of(annotated) for annotated in linked.articles]
