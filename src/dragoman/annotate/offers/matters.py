"""What is offered or answered: the noun or clause that names it, and its terms.

A matter is a noun of the lexicon with its modifiers, or a clause ("to meet in Geneva"). Terms are what stands with
it: its length, days, place, conditions and scope.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.annotate.events.days import placed_times
from dragoman.annotate.events.layer import Mentions
from dragoman.annotate.events.numbers import numbers_in
from dragoman.annotate.offers.lexicon import offers
from dragoman.annotate.tree import Tree
from dragoman.model.flow import Annotated
from dragoman.model.mention import EntityKind, Form, Mention
from dragoman.model.negotiation import Condition, Matter, MatterKind
from dragoman.model.reading import Token
from dragoman.model.text import Span
from dragoman.model.when import TimeMention

DAYS = {"days": 1, "weeks": 7, "months": 30, "years": 365, "hours": 0}
POINTERS = frozenset({"that", "this", "it", "which", "something"})
NOT_PARTIES = frozenset({EntityKind.AGREEMENT, EntityKind.EVENT})
ASIDE = ("acl:relcl", "parataxis", "conj", "cc", "punct", "appos", "advcl")
STARTING = frozenset({"on", "from", "starting", "beginning", "start", "begin", "for"})
CONDITIONAL = frozenset({"if", "unless", "provided", "without", "once", "until"})


@dataclass(frozen=True, slots=True)
class Page:
    """An article with what is looked up in it again and again."""

    annotated: Annotated
    tree: Tree
    mentions: Mentions
    times: Sequence[tuple[int, TimeMention]]

    @classmethod
    def of(cls, annotated: Annotated) -> Page:
        return cls(annotated, Tree(annotated.reading), Mentions(annotated), placed_times(annotated))

    def span(self, tokens: Sequence[Token]) -> Span:
        words = [token for token in tokens if token.tag != "PUNCT"] or list(tokens)
        return self.annotated.article.span(words[0].start, words[-1].end)


def matter_at(index: int, page: Page) -> Matter | None:
    """The matter that a noun, pronoun or clause names, or None."""
    token = page.tree.tokens[index]
    lemma = token.lemma.lower()
    if token.tag in ("NOUN", "PROPN") and (lemma in offers().matters or lemma in offers().pointing):
        return of_noun(token, page)
    if token.tag == "PRON" and lemma in POINTERS:
        return Matter(span=page.span([token]), kind=MatterKind.OTHER, head=lemma, anaphoric=True)
    if token.tag in ("VERB", "ADJ", "AUX"):
        return of_clause(token, page)
    return None


def of_noun(noun: Token, page: Page) -> Matter:
    tokens = page.tree.below(noun.index, without=ASIDE)
    kind, named = kind_of(noun, tokens)
    described = any(t.tag in ("ADJ", "NUM", "VERB") or t.relation in ("compound", "nmod") for t in tokens if t != noun)
    return with_terms(
        Matter(
            span=page.span(tokens),
            kind=kind,
            head=noun.lemma.lower(),
            anaphoric=not named and not described,
            owner=owners(noun, page),
            parties=tuple(parties(noun, page)),
        ),
        page.tree.below(noun.index, without=("parataxis", "conj")),
        page,
    )


def of_clause(verb: Token, page: Page) -> Matter | None:
    """A clause of a kind by its verb, else by the first noun of a kind in it."""
    tokens = page.tree.below(verb.index, without=("parataxis",))
    kind = offers().clauses.get(verb.lemma.lower())
    if kind is None or kind is MatterKind.SUMMIT:
        nouns = [t for t in tokens if t.tag == "NOUN" and t.lemma.lower() in offers().matters]
        if nouns:
            kind = offers().matters[nouns[0].lemma.lower()]
    found = Matter(span=page.span(tokens), kind=kind or MatterKind.OTHER, head=verb.lemma.lower())
    return with_terms(found, tokens, page)


def kind_of(noun: Token, tokens: Sequence[Token]) -> tuple[MatterKind, bool]:
    """The kind a noun phrase names, by its head first, else by a word that stands with it."""
    own = offers().matters.get(noun.lemma.lower())
    if own is not None:
        return own, True
    for token in tokens:
        kind = offers().matters.get(token.lemma.lower()) or (
            offers().clauses.get(token.lemma.lower()) if token.tag == "VERB" else None
        )
        if token.index != noun.index and kind is not None:
            return kind, True
    return MatterKind.OTHER, False


def owners(noun: Token, page: Page) -> tuple[Mention, ...]:
    """Whose it is said to be: "Putin's offer", "the U.S. proposal", "an offer by both"."""
    found = page.tree.on(noun.index, "nmod:poss", "amod", "compound")
    found += [t for t in page.tree.on(noun.index, "nmod") if page.tree.cases(t.index) & {"by", "from"}]
    mentions = (page.mentions.by_token.get(i) for i in page.tree.spread(found))
    return tuple(m for m in mentions if m is not None and m.kind not in NOT_PARTIES)


def parties(noun: Token, page: Page) -> Iterator[Mention]:
    """Those it is to be with: "talks with Kyiv", "a truce between the two"."""
    for token in page.tree.on(noun.index, "nmod"):
        if page.tree.cases(token.index) & {"with", "between", "among"}:
            for index in page.tree.spread([token]):
                mention = page.mentions.of(index, page.tree)
                if mention is not None and mention.kind not in NOT_PARTIES:
                    yield mention


def with_terms(matter: Matter, tokens: Sequence[Token], page: Page) -> Matter:
    """The matter with what stands in its phrase or clause: length, days, place, conditions, scope."""
    start, end = days_in(tokens, page)
    return replace(
        matter,
        duration_days=duration_in(tokens, page),
        start=start,
        end=end,
        place=place_in(tokens, page),
        scope=scope_in(tokens, page),
        conditions=tuple(conditions_in(tokens, page)),
    )


def duration_in(tokens: Sequence[Token], page: Page) -> int | None:
    for quantity in numbers_in(page.annotated.article, page.annotated.reading, tokens):
        unit = f"{quantity.unit}s" if quantity.unit and not quantity.unit.endswith("s") else quantity.unit
        if unit in DAYS and quantity.value > 0:
            return int(quantity.value * DAYS[unit]) or None
    return None


def days_in(tokens: Sequence[Token], page: Page) -> tuple[TimeMention | None, TimeMention | None]:
    """The first day told with it, and the last where it is an interval."""
    inside = {token.index for token in tokens}
    found = [time for index, time in page.times if index in inside and time.when is not None]
    if not found:
        return None, None
    first = found[0]
    longer = first.when is not None and 1 < first.when.days <= 31
    return first, first if longer else None


def place_in(tokens: Sequence[Token], page: Page) -> Mention | None:
    for token in tokens:
        mention = page.mentions.by_token.get(token.index)
        placed = mention is not None and mention.kind is EntityKind.PLACE and mention.form is Form.NAME
        if placed and page.tree.cases(token.index) & {"in", "at"}:
            return mention
    return None


def scope_in(tokens: Sequence[Token], page: Page) -> Span | None:
    words = [token for token in tokens if token.lemma.lower() in offers().scope and token.tag in ("ADJ", "NOUN")]
    return page.span(words) if words else None


def conditions_in(tokens: Sequence[Token], page: Page) -> Iterator[Condition]:
    """Words that bind the offer: "unconditional", "without preconditions", "if ...", "in exchange for ..."."""
    inside = {token.index for token in tokens}
    for token in tokens:
        lemma = token.lemma.lower()
        if lemma in offers().unconditional:
            before = [c for c in page.tree.below(token.index) if c.index in inside]
            yield Condition(name="unconditional", span=page.span(before))
        elif lemma in CONDITIONAL and token.relation == "mark":
            clause = [c for c in page.tree.below(token.head) if c.index in inside or c.index >= token.index]
            yield Condition(name="condition", span=page.span([c for c in clause if c.index >= token.index]))
        elif lemma == "exchange" and page.tree.cases(token.index) & {"in"}:
            yield Condition(name="exchange", span=page.span(page.tree.below(token.index)))
