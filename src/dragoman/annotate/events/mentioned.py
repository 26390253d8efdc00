"""Which mention each token of an article belongs to, and whom the words of an argument mean.

Looked up once for an article. Does not say who acts on whom: that is for `arguments`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.annotate.tree import Tree
from dragoman.model.flow import Annotated
from dragoman.model.mention import EntityKind, Form, Mention
from dragoman.model.reading import Token
from dragoman.model.text import Span

ACTING = (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.GROUP, EntityKind.PLACE)
LISTED = frozenset({"and", "or", ",", "&"})


class Mentions:
    """Which mention a token belongs to: as its name first, as a title of it second."""

    def __init__(self, annotated: Annotated) -> None:
        tokens = annotated.reading.tokens
        starts = {token.start: token.index for token in tokens}
        self.by_token: dict[int, Mention] = {}
        for mention in annotated.mentions:
            for span in mention.titles:
                self._put(tokens, starts, span, mention)
        for mention in sorted(annotated.mentions, key=lambda m: -len(m.span)):
            self._put(tokens, starts, mention.span, mention, over=True)

    def _put(
        self, tokens: Sequence[Token], starts: dict[int, int], span: Span, mention: Mention, *, over: bool = False
    ) -> None:
        """Gives the tokens of a span to a mention, those of others too where it goes `over` them."""
        index = starts.get(span.start)
        while index is not None and index < len(tokens) and tokens[index].start < span.end:
            if over or index not in self.by_token:
                self.by_token[index] = mention
            index += 1

    def of(self, index: int, tree: Tree) -> Mention | None:
        """The mention a token heads, else the one that owns or describes it ("Russian forces")."""
        if index in self.by_token:
            return self.by_token[index]
        for token in tree.on(index, "appos", "nmod:poss", "amod", "compound", "flat", "nmod"):
            if token.index in self.by_token:
                return self.by_token[token.index]
        return None

    def party(self, index: int, tree: Tree) -> Mention | None:
        """The same, where it can act: a person, a body, a group or a place."""
        mention = self.of(index, tree)
        return mention if mention is not None and mention.kind in ACTING else None

    def parties(self, indices: Iterable[int], tree: Tree) -> Iterator[Mention]:
        """Those that some tokens mean who can act, each once; all senders of "a delegation from Oslo and Lima"."""
        seen = set()
        for index in indices:
            own = self._members(index, tree) or self._senders(index, tree) or [index]
            if index in self.by_token and self.by_token[index].form is Form.NOMINAL:
                own = self._states(index, tree) or own
            for mention in (self.party(i, tree) for i in own):
                if mention is not None and mention.chain not in seen:
                    seen.add(mention.chain)
                    yield mention

    def _members(self, index: int, tree: Tree) -> list[int]:
        """The sides of people who are of several ("Peruvian and Chilean envoys"), else the token itself."""
        sides: list[int] = []
        at = index - 1
        while tree.tokens[index].fine == "NNS" and at >= 0 and (self._is_name(at) or tree.tokens[at].lemma in LISTED):
            if self._is_name(at) and (not sides or self.by_token[at] is not self.by_token[sides[-1]]):
                sides.append(at)
            at -= 1
        if len(sides) > 1:
            return sides[::-1]
        return [index] if index in self.by_token else []

    def _states(self, index: int, tree: Tree) -> list[int]:
        """The places, several of them, that a group without a name is from: "officials from Oslo and Lima"."""
        from_places = [t for t in tree.on(index, "nmod") if tree.cases(t.index) & {"from", "of"}]
        found = [i for i in tree.spread(from_places) if self._is_name(i)]
        return found if len(found) > 1 else []

    def _is_name(self, index: int) -> bool:
        """Whether a token belongs to the name of somebody who can act."""
        mention = self.by_token.get(index)
        return mention is not None and mention.form is Form.NAME and mention.kind in ACTING

    def _senders(self, index: int, tree: Tree) -> list[int]:
        """The tokens of those whom a delegation is from, or whose it is."""
        from_them = [t for t in tree.on(index, "nmod") if tree.cases(t.index) & {"from", "of", "by", "between"}]
        return [i for i in tree.spread([*tree.on(index, "nmod:poss"), *from_them]) if i in self.by_token]
