"""Who hangs on whom in a reading, looked up once for all the rules of a step.

Makes one pass over the tokens, so that each later question costs no more than its answer is long. Answers about
dependencies, extents and places only; what they mean is for the steps.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Set
from functools import cached_property

from dragoman.model.reading import Reading, Sentence, Token
from dragoman.model.text import Span

KEPT: list[Tree] = []
NOUN_ROLES = ("obj", "nsubj:pass", "obl", "nsubj", "xcomp", "ccomp", "iobj", "obl:agent")


def tree_of(reading: Reading) -> Tree:
    """The trees of a reading. Those asked for last are kept: one step after the other asks for the same."""
    found = KEPT[0] if KEPT else None
    if found is None or found.reading is not reading:
        found = Tree(reading)
        KEPT[:] = [found]
    return found


def places_of(words: Iterable[str]) -> dict[str, list[int]]:
    """Where each word stands, in small letters."""
    found: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        found.setdefault(word.lower(), []).append(place)
    return found


class Tree:
    """The trees of one reading: `dependents[i]` are the places of what hangs on token i, `children[i]` its tokens."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tokens = reading.tokens
        self.dependents: list[list[int]] = [[] for _ in reading.tokens]
        self.roots: list[int] = []
        for token in reading.tokens:
            (self.roots if token.head == token.index else self.dependents[token.head]).append(token.index)

    @cached_property
    def children(self) -> list[list[Token]]:
        return [[self.tokens[place] for place in places] for places in self.dependents]

    @cached_property
    def _lemmas(self) -> dict[str, list[int]]:
        return places_of(token.lemma for token in self.tokens)

    @cached_property
    def _texts(self) -> dict[str, list[int]]:
        return places_of(token.text for token in self.tokens)

    def with_lemma(self, *lists: Set[str]) -> list[Token]:
        """The tokens whose lemma, in small letters, stands in one of these lists, in the order of the text."""
        return self._standing(self._lemmas, lists)

    def with_text(self, *lists: Set[str]) -> list[Token]:
        """The tokens that are written, in small letters, as one of these lists has it, in the order of the text."""
        return self._standing(self._texts, lists)

    def _standing(self, places: dict[str, list[int]], lists: tuple[Set[str], ...]) -> list[Token]:
        words = set().union(*(places.keys() & words for words in lists))
        return [self.tokens[place] for place in sorted(place for word in words for place in places[word])]

    @cached_property
    def first(self) -> list[int]:
        """Where each token begins with all that hangs on it."""
        return self._extents[0]

    @cached_property
    def last(self) -> list[int]:
        """Where each token ends with all that hangs on it: the place behind its last."""
        return self._extents[1]

    @cached_property
    def _extents(self) -> tuple[list[int], list[int]]:
        first, last = list(range(len(self.tokens))), list(range(1, len(self.tokens) + 1))
        for index in reversed(self._from_the_roots()):
            if below := self.dependents[index]:
                first[index] = min(index, *[first[child] for child in below])
                last[index] = max(index + 1, *[last[child] for child in below])
        return first, last

    def _from_the_roots(self) -> list[int]:
        order: list[int] = []
        waiting = list(self.roots)
        while waiting:
            index = waiting.pop()
            order.append(index)
            waiting += self.dependents[index]
        return order

    def child(self, index: int, *relations: str) -> int | None:
        """The first dependent in one of these relations; a relation without subtype stands for all of them."""
        for child in self.dependents[index]:
            relation = self.tokens[child].relation
            if relation in relations or relation.split(":")[0] in relations:
                return child
        return None

    def under(self, index: int, above: int) -> bool:
        """Whether the token hangs on the other one, near or far, or is it."""
        while index != above and not self.tokens[index].is_root:
            index = self.tokens[index].head
        return index == above

    def on(self, index: int, *relations: str) -> list[Token]:
        """The tokens that hang on this one in these relations, to the letter."""
        children = self.children[index]
        return [token for token in children if token.relation in relations] if children else []

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

    def upwards(self, token: Token) -> Iterator[Token]:
        """The token, its head, the head of that, up to the root."""
        seen = set()
        while token.index not in seen:
            yield token
            seen.add(token.index)
            token = self.tokens[token.head]

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _firsts(self) -> list[int]:
        return [sentence.first for sentence in self.reading.sentences]

    def at(self, span: Span) -> list[Token]:
        """The tokens that a span touches."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = bisect_left(self._starts, span.end)
        return [token for token in self.tokens[first:last] if token.end > span.start]

    def head_of(self, span: Span) -> Token | None:
        """The token of a span that hangs on what is outside it."""
        inside = self.at(span)
        places = {token.index for token in inside}
        return next((token for token in inside if token.is_root or token.head not in places), None)

    def beside(self, first: int, last: int) -> tuple[Token | None, Token | None]:
        """The tokens before and after those from first to last, a preposition before them passed over."""
        before = first - 1
        if before >= 0 and self.tokens[before].tag == "ADP":
            before -= 1
        sentence = self.sentence(self.tokens[first])
        ends = (before, last + 1)
        found = [self.tokens[i] if 0 <= i < len(self.tokens) else None for i in ends]
        same = [t if t is not None and self.sentence(t) == sentence else None for t in found]
        return same[0], same[1]

    def sentence(self, token: Token) -> int:
        """The number of the sentence a token stands in."""
        return bisect_right(self._firsts, token.index) - 1

    def sentence_of(self, index: int) -> Sentence:
        """The sentence that a token stands in, by its place."""
        return self.reading.sentences[bisect_right(self._firsts, index) - 1]

    def first_of(self, sentence: int) -> int:
        """The token that opens a sentence, by its number."""
        return self._firsts[sentence]
