"""One article with everything looked up by token: who is meant, whose words they are, its clauses, events and days.

Made once for each article, for all that compares articles. Does not say what a clause tells: that is `tellings`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dragoman.model.flow import Annotated, Linked
from dragoman.model.gists import Meanings
from dragoman.model.mention import EntityKind, Form, Mention
from dragoman.model.reading import Token
from dragoman.model.text import Span

if TYPE_CHECKING:
    from dragoman.model.gists import Whole

VOICE = 0.8  # what it weighs whose words these are
NARROW = 7  # days up to which a date says when

Keys = tuple[tuple[str, float], ...]


class Page:
    """One article with everything looked up by token; `keys`, `inside`, `known` and `told` hold what was asked before.

    `own_places` are the places of the tokens of its own text; `kinds` are its events by where their words begin,
    `typed` the keys of their types by every word of theirs.
    """

    def __init__(self, annotated: Annotated, linked: Linked, sides: Mapping[str, str]) -> None:
        self.annotated, self.linked, self.sides = annotated, linked, sides
        self.tokens = annotated.reading.tokens
        self.children: defaultdict[int, list[Token]] = defaultdict(list)
        for token in self.tokens:
            if token.head != token.index:
                self.children[token.head].append(token)
        self.starts = [token.start for token in self.tokens]
        self.meanings = Meanings(annotated.reading.gists, len(self.tokens))
        self.clauses = [token for token in self.tokens if token.heads_clause]
        self.heads = frozenset(token.index for token in self.clauses)
        self.own_places = frozenset(token.index for span in own_text(annotated) for token in self.within(span))
        self.own_tokens = [token for token in self.tokens if token.index in self.own_places]
        at = {token.start: token.index for token in self.tokens}
        self.who: dict[int, tuple[str, EntityKind, Form]] = {}
        for mention in sorted(annotated.mentions, key=lambda m: -len(m.span)):
            entity = linked.who.get((annotated.article.id, mention.chain))
            if entity is not None:
                self._place(mention, entity, at)
        self.statements = sorted(
            ((s.start, s.end, place) for place, st in enumerate(annotated.statements) for s in st.content),
            key=lambda item: item[1] - item[0],
        )
        self.keys: dict[int, Keys] = {}
        self.inside: dict[int, int | None] = {}
        self.known: dict[int, Sequence[Token]] = {}
        self.told: dict[int, dict[str, float]] = {}
        self.kinds: defaultdict[int, list[int]] = defaultdict(list)
        self.typed: defaultdict[int, list[str]] = defaultdict(list)
        for place, event in enumerate(annotated.events):
            self.kinds[event.trigger.start].append(place)
            for token in self.within(event.trigger) if event.type else ():
                self.typed[token.index].append(f"K:{event.type}")
        self.days: defaultdict[int, list[int]] = defaultdict(list)
        for place, time in enumerate(annotated.times):
            if time.when and time.when.days <= NARROW:
                self.days[time.span.start].append(place)

    def _place(self, mention: Mention, entity: str, at: Mapping[int, int]) -> None:
        first = at.get(mention.span.start)
        while first is not None and first < len(self.tokens) and self.tokens[first].start < mention.span.end:
            self.who[first] = (entity, mention.kind, mention.form)
            first += 1

    def within(self, span: Span) -> Sequence[Token]:
        """The tokens that begin within a span."""
        return self.tokens[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]

    def statement_at(self, token: Token) -> int | None:
        """The innermost statement whose content holds the token, looked up once."""
        if token.index not in self.inside:
            held = (place for start, end, place in self.statements if start <= token.start < end)
            self.inside[token.index] = next(held, None)
        return self.inside[token.index]

    def is_said(self, token: Token) -> bool:
        """Whether the article says a word, or somebody is told to have said it."""
        return self.annotated.is_said(self.statement_at(token))

    def speaker_at(self, token: Token) -> str | None:
        """Who is reported to say a word; nobody in the article's own voice."""
        place = self.statement_at(token)
        mention = self.annotated.statements[place].source.mention if place is not None else None
        return self.linked.who.get((self.annotated.article.id, mention.chain)) if mention else None

    def voice_at(self, token: Token) -> dict[str, float]:
        """Whose words these are, as a key; nothing in the article's own voice."""
        speaker = self.speaker_at(token)
        return {f"V:{self.sides.get(speaker, speaker)}": VOICE} if speaker else {}

    def meaning(self, span: Span) -> Whole:
        """What the words of a span mean together; how near two are is told by `model.gists.nearness`."""
        return self.meanings.of(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def around(self, sentence: int) -> Whole:
        """What a sentence means together with those before and after it."""
        held = self.annotated.reading.sentences[max(0, sentence - 1) : sentence + 2]
        return self.meanings.of(held[0].first, held[-1].last)

    def own(self, root: Token, *, without: frozenset[int]) -> list[Token]:
        """The token and what hangs on it, without other clauses."""
        children = self.children
        places, waiting = [root.index], [root.index]
        while waiting:
            at = waiting.pop()
            if at in children:
                below = [t.index for t in children[at] if t.index not in without and t.relation != "punct"]
                places += below
                waiting += below
        places.sort()
        return [self.tokens[place] for place in places]

    def clause(self, head: Token) -> Sequence[Token]:
        """A word and what hangs on it, without the clauses inside it; looked up once."""
        if head.index not in self.known:
            self.known[head.index] = self.own(head, without=self.heads)
        return self.known[head.index]


def own_text(annotated: Annotated) -> tuple[Span, ...]:
    """The title and the paragraphs of an article."""
    article = annotated.article
    return (*([article.title_span] if article.title_span else []), *article.paragraphs)
