"""Who hangs on whom in a reading, looked up once for all the rules of a step.

Answers about dependencies only; what they mean is for the steps.
"""

from __future__ import annotations

from collections import defaultdict

from dragoman.model.reading import Reading, Token

NOUN_ROLES = ("obj", "nsubj:pass", "obl", "nsubj", "xcomp", "ccomp", "iobj", "obl:agent")


class Tree:
    """Who hangs on whom in a reading, looked up once for all rules."""

    def __init__(self, reading: Reading) -> None:
        self.tokens = reading.tokens
        self.children: defaultdict[int, list[Token]] = defaultdict(list)
        for token in reading.tokens:
            if token.head != token.index:
                self.children[token.head].append(token)

    def on(self, index: int, *relations: str) -> list[Token]:
        return [token for token in self.children[index] if token.relation in relations]

    def particles(self, index: int) -> set[str]:
        """The particles and prepositions that go with a word."""
        found = {token.lemma for token in self.on(index, "compound:prt", "compound", "advmod", "case", "mark")}
        for child in self.on(index, "obl", "nmod", "advcl", "xcomp", "obj"):
            found |= {token.lemma for token in self.on(child.index, "case", "mark")}
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        return found | {after.lemma} if after is not None else found

    def nouns(self, index: int) -> list[Token]:
        """The nouns that hang on a verb, each with those coordinated to it."""
        direct = [child for child in self.children[index] if child.relation in NOUN_ROLES]
        if self.tokens[index].relation in ("acl", "acl:relcl"):
            direct.append(self.tokens[self.tokens[index].head])
        return [noun for first in direct for noun in (first, *self.on(first.index, "conj"))]

    def objects(self, index: int) -> list[Token]:
        """The objects of a verb: a noun that hangs on it as an oblique, but without a preposition, is one too."""
        bare = [t for t in self.on(index, "obl") if t.tag == "PROPN" and not self.has_preposition(t.index)]
        return sorted((*self.on(index, "obj", "iobj"), *bare), key=lambda token: token.index)

    def has_preposition(self, index: int) -> bool:
        return any(child.tag in ("ADP", "SCONJ", "PART") for child in self.on(index, "case", "mark"))

    def cases(self, index: int) -> set[str]:
        """The prepositions and subordinators in front of a phrase or clause."""
        return {child.lemma for child in self.on(index, "case", "mark")}

    def spread(self, tokens: list[Token], *further: str) -> list[int]:
        """The tokens with all that is coordinated to them, however far; `further` relations are followed too."""
        found: list[int] = []
        waiting = [token.index for token in reversed(tokens)]
        while waiting:
            index = waiting.pop()
            if index not in found:
                found.append(index)
                waiting += [token.index for token in reversed(self.on(index, "conj", *further))]
        return found

    def below(self, index: int, *, without: tuple[str, ...] = ()) -> list[Token]:
        """The token and all that hangs on it, in order, leaving out branches of the relations named."""
        found, waiting = {index}, [index]
        while waiting:
            for child in self.children[waiting.pop()]:
                if child.relation not in without and child.index not in found:
                    found.add(child.index)
                    waiting.append(child.index)
        return [self.tokens[i] for i in sorted(found)]
