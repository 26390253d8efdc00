"""An article with what the rules of this layer look up in it again and again.

Answers who a word means and where it stands; does not judge what is a move.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from dragoman.annotate.events.days import dating_times, placed_times
from dragoman.annotate.events.layer import Mentions, statement_at
from dragoman.annotate.offers.lexicon import offers
from dragoman.annotate.times import times_of
from dragoman.annotate.times.clause import Clauses
from dragoman.annotate.tree import Tree, tree_of
from dragoman.model.flow import Annotated
from dragoman.model.mention import EntityKind, Form, Mention
from dragoman.model.negotiation import Matter
from dragoman.model.reading import Token
from dragoman.model.text import Span
from dragoman.model.when import TimeMention

NO_PARTIES = frozenset({EntityKind.AGREEMENT, EntityKind.EVENT})
SIDES = frozenset({"side", "party", "country", "nation", "government", "delegation", "team", "both"})
BOTH = frozenset({"both", "two"})
FIRST_PERSON = frozenset({"i", "we", "us", "me"})


@dataclass(frozen=True, slots=True)
class Page:
    """An article's layers, as rules of offers ask for them; `statements` and `matters` hold what was asked before."""

    annotated: Annotated
    tree: Tree
    mentions: Mentions
    times: Sequence[tuple[int, TimeMention]]
    clauses: Clauses
    statements: dict[int, int | None] = field(default_factory=dict)
    matters: dict[tuple[int, bool], Matter | None] = field(default_factory=dict)

    @classmethod
    def of(cls, annotated: Annotated) -> Page:
        dating = replace(annotated, times=tuple(dating_times(annotated)))
        return cls(
            annotated, tree_of(annotated.reading), Mentions(annotated), placed_times(annotated), times_of(dating)
        )

    def date_of(self, word: Token) -> TimeMention | None:
        """The time that dates the clause of a word, or is told of it by the way."""
        span = self.annotated.article.span(word.start, word.end)
        return self.clauses.of(span) or self.clauses.beside(span)

    def span(self, tokens: Sequence[Token]) -> Span:
        """From the first word to the last, without the marks at the ends."""
        words = [token for token in tokens if token.tag != "PUNCT"] or list(tokens)
        return self.annotated.article.span(words[0].start, words[-1].end)

    def index_at(self, start: int) -> int:
        """The token that begins at, or next after, a place of the text."""
        tokens = self.tree.tokens
        return min(bisect_left(tokens, start, key=lambda token: token.start), len(tokens) - 1)

    def statement_of(self, token: Token) -> int | None:
        """The innermost statement that a word stands in, looked up once."""
        if token.index not in self.statements:
            self.statements[token.index] = statement_at(self.annotated, self.span([token]))
        return self.statements[token.index]

    def speaker_of(self, token: Token) -> Mention | None:
        """Whoever is quoted with the word."""
        place = self.statement_of(token)
        return self.annotated.statements[place].source.mention if place is not None else None

    def party(self, index: int) -> Mention | None:
        """The party that a word means, or heads a description of; things, events and mere places are none."""
        token = self.tree.tokens[index]
        mention = self.spoken_for(token) or self.mentions.by_token.get(index) or self.described_by(index)
        if token.tag == "PRON" and token.lemma.lower() in FIRST_PERSON:
            mention = self.speaker_of(token) or mention
        return mention if mention is not None and may_act(mention) else None

    def spoken_for(self, token: Token) -> Mention | None:
        """The body that an unnamed spokesman speaks for."""
        own = self.mentions.by_token.get(token.index)
        if token.lemma.lower() not in offers().speaking or (own is not None and own.form is Form.NAME):
            return None
        bodies = [t for t in self.tree.on(token.index, "nmod", "nmod:poss", "compound", "amod") if t.tag != "NOUN"]
        return next((m for t in bodies if (m := self.mentions.by_token.get(t.index)) and may_act(m)), None)

    def described_by(self, index: int) -> Mention | None:
        """Whose people a word without a mention of its own means: "Norlandic forces", "Oslo's negotiators"."""
        for token in self.tree.on(index, "appos", "nmod:poss", "amod", "compound", "flat"):
            mention = self.mentions.by_token.get(token.index)
            if mention is not None and (token.relation != "compound" or mention.country is not None):
                return mention
        return None

    def parties(self, indices: Iterable[int]) -> tuple[Mention, ...]:
        """The parties that some words mean, one of each chain, in order."""
        return tuple(self._distinct(indices))

    def acting(self, indices: Iterable[int]) -> tuple[Mention, ...]:
        """The parties that act; "both sides" are the two states the article names most."""
        found = tuple(indices)
        together = [i for i in found if self.tree.tokens[i].lemma.lower() in SIDES and self._two(i)]
        return self.parties(found) if not together else self.two_sides()

    def _two(self, index: int) -> bool:
        words = {t.lemma.lower() for t in self.tree.on(index, "det", "nummod", "amod", "cc:preconj", "det:predet")}
        return bool(words & BOTH) or self.tree.tokens[index].lemma.lower() == "both"

    def two_sides(self) -> tuple[Mention, ...]:
        """The two parties with a country that are named most, or none where there are not two."""
        first: dict[str, Mention] = {}
        counts: Counter[str] = Counter()
        for mention in self.annotated.mentions:
            if mention.country is not None and mention.form is Form.NAME and may_act(mention):
                counts[mention.country] += 1
                first.setdefault(mention.country, mention)
        most = sorted(first, key=lambda country: (-counts[country], first[country].span))[:2]
        return tuple(first[country] for country in most) if len(most) == 2 else ()

    def _distinct(self, indices: Iterable[int]) -> Iterator[Mention]:
        seen = set()
        for index in indices:
            mention = self.party(index)
            if mention is not None and mention.chain not in seen:
                seen.add(mention.chain)
                yield mention


def may_act(mention: Mention) -> bool:
    """Whether it can put something forward: people and bodies can, of places those that stand for a state."""
    if mention.kind in NO_PARTIES:
        return False
    return mention.kind is not EntityKind.PLACE or mention.form is not Form.NOMINAL or mention.country is not None
