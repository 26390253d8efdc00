"""The trees of a reading, made quick to walk: children and extent of every token.

Builds once, in time linear in the text, what `Reading` answers by search. Knows no words.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.reading import Reading, Token


@dataclass(frozen=True, slots=True)
class Trees:
    """`children[i]` hang on token i; token i with all that hangs on it reaches from `first[i]` to `last[i]`."""

    reading: Reading
    children: tuple[tuple[int, ...], ...]
    first: tuple[int, ...]
    last: tuple[int, ...]

    @classmethod
    def of(cls, reading: Reading) -> Trees:
        children: list[list[int]] = [[] for _ in reading.tokens]
        for token in reading.tokens:
            if not token.is_root:
                children[token.head].append(token.index)
        first, last = list(range(len(children))), list(range(1, len(children) + 1))
        for index in reversed(_from_the_root(reading, children)):
            for child in children[index]:
                first[index] = min(first[index], first[child])
                last[index] = max(last[index], last[child])
        return cls(reading, tuple(map(tuple, children)), tuple(first), tuple(last))

    def token(self, index: int) -> Token:
        return self.reading.tokens[index]

    def child(self, index: int, *relations: str) -> int | None:
        """The first child in one of these relations; a relation without subtype stands for all of them."""
        for child in self.children[index]:
            relation = self.reading.tokens[child].relation
            if relation in relations or relation.split(":")[0] in relations:
                return child
        return None

    def under(self, index: int, above: int) -> bool:
        """Whether the token hangs on the other one, near or far, or is it."""
        tokens = self.reading.tokens
        while index != above and not tokens[index].is_root:
            index = tokens[index].head
        return index == above


def _from_the_root(reading: Reading, children: list[list[int]]) -> list[int]:
    order: list[int] = []
    waiting = [token.index for token in reading.tokens if token.is_root]
    while waiting:
        index = waiting.pop()
        order.append(index)
        waiting += children[index]
    return order
