"""Whom a choice of words is said of: the mention it names, describes, belongs to, or that does what it tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.annotate.tree import Tree
from dragoman.model.flow import Annotated
from dragoman.model.mention import Mention
from dragoman.model.reading import Token

OF = ("nmod:poss", "nmod", "compound", "amod")
LEVELS = 4  # how far up a tree the bearer is looked for


class Targets:
    """The mentions of an article by the tokens they cover."""

    def __init__(self, annotated: Annotated, tree: Tree) -> None:
        self.tree = tree
        self.at: dict[int, Mention] = dict(by_token(annotated, {t.start: t.index for t in tree.tokens}))

    def of(self, token: Token) -> Mention | None:
        """The bearer of a word: who is called so, whose it is, or whose deed it tells."""
        for found in self.near(token):
            if found.index in self.at:
                return self.at[found.index]
        return None

    def near(self, token: Token) -> Iterator[Token]:
        """Tokens that may bear it, the likeliest first."""
        for _ in range(LEVELS):
            yield from self.tree.on(token.index, "appos", "flat")
            yield from self.tree.on(token.index, *OF)
            yield from self.tree.on(token.index, "nsubj", "nsubj:pass", "obl:agent")
            yield token
            yield from self.tree.on(token.index, "obj", "obl")
            above = self.tree.tokens[token.head]
            if above.index == token.index:
                return
            token = above


def by_token(annotated: Annotated, at: Mapping[int, int]) -> Iterator[tuple[int, Mention]]:
    """Each token that a mention covers, the shortest mention last so that it counts."""
    for mention in sorted(annotated.mentions, key=lambda m: (-len(m.span), m.span)):
        index = at.get(mention.span.start)
        while index is not None and index < len(annotated.reading.tokens):
            token = annotated.reading.tokens[index]
            if token.start >= mention.span.end:
                break
            yield index, mention
            index += 1
