"""The terms that stand with a matter: its length, days, place, scope, conditions, and what else is laid down.

Reads a phrase or clause; which proposal the terms belong to is for the ledger.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.annotate.events.numbers import numbers_in
from dragoman.annotate.offers.lexicon import offers
from dragoman.annotate.offers.page import Page
from dragoman.model.mention import EntityKind, Form, Mention
from dragoman.model.negotiation import Condition, Matter
from dragoman.model.reading import Token
from dragoman.model.text import Span
from dragoman.model.when import TimeMention

DAYS = {"days": 1, "weeks": 7, "months": 30, "years": 365}
CONDITIONAL = frozenset({"if", "unless", "provided", "providing", "once", "until"})
PAST = frozenset(
    {
        "past",
        "last",
        "ago",
        "previous",
        "ago,",
        "ago.",
        "every",
        "nearly",
        "within",
        "old",
        "old,",
        "after",
        "before",
        "during",
        "since",
    }
)
LONGEST = 31  # days that an expression may span to be the start and end of an offer
NOT_ITS_OWN = ("acl:relcl", "parataxis")


def with_terms(matter: Matter, tokens: Sequence[Token], page: Page) -> Matter:
    """The matter with what stands in its phrase or clause."""
    own = without_conditions(tokens, page)
    start, end = days_in(own, page)
    return replace(
        matter,
        duration_days=duration_in(own, page),
        start=start,
        end=end,
        place=place_in(own, page),
        scope=scope_in(own, page),
        conditions=tuple(conditions_in(tokens, page)),
        further=tuple(further_in(tokens, page)),
        areas=frozenset(token.lemma.lower() for token in own) & offers().areas,
    )


def without_conditions(tokens: Sequence[Token], page: Page) -> list[Token]:
    """The words of the thing itself: what stands in an if-clause is another thing."""
    tied = [
        t for t in tokens if t.relation == "advcl" and page.tree.cases(t.index) & (CONDITIONAL | {"after", "before"})
    ]
    inside = {word.index for t in tied for word in page.tree.below(t.index)}
    return [t for t in tokens if t.index not in inside]


def duration_in(tokens: Sequence[Token], page: Page) -> int | None:
    for quantity in numbers_in(page.annotated.article, page.annotated.reading, tokens):
        unit = f"{quantity.unit}s" if quantity.unit and not quantity.unit.endswith("s") else quantity.unit
        if unit in DAYS and quantity.value > 0 and not gone_by(quantity.span, page):
            return int(quantity.value * DAYS[unit]) or None
    return None


def gone_by(span: Span, page: Page) -> bool:
    """Whether the length is of time past ("over the past three years") or dates something ("in two days")."""
    text = page.annotated.article.text
    around = f"{text[max(0, span.start - 14) : span.start]} {text[span.end : span.end + 14]}".lower().split()
    dated = any(t.when is not None and t.when.is_day and t.span.overlaps(span) for t in page.annotated.times)
    return dated or bool(set(around) & PAST)


def days_in(tokens: Sequence[Token], page: Page) -> tuple[TimeMention | None, TimeMention | None]:
    """The first day told with it, and the last where it is an interval."""
    inside = {token.index for token in tokens}
    found = [time for index, time in page.times if index in inside and time.when is not None]
    if not found:
        return None, None
    first = found[0]
    longer = first.when is not None and 1 < first.when.days <= LONGEST
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
    return page.span(words[:1]) if words else None


def conditions_in(tokens: Sequence[Token], page: Page) -> Iterator[Condition]:
    """Words that bind the offer: "unconditional", "without preconditions", "if ...", "in exchange for ..."."""
    inside = {token.index for token in tokens}
    for token in tokens:
        lemma = token.lemma.lower()
        if lemma in offers().unconditional:
            before = [c for c in page.tree.below(token.index) if c.index in inside]
            yield Condition(name=bound(before), span=page.span(before))
        elif lemma in CONDITIONAL and token.relation == "mark":
            clause = [c for c in page.tree.below(token.head, without=("parataxis",)) if c.index >= token.index]
            yield Condition(name="condition", span=page.span(clause))
        elif lemma in ("exchange", "return") and page.tree.cases(token.index) & {"in"}:
            yield Condition(name="in exchange", span=page.span(to_the_mark(token, page)))


def to_the_mark(token: Token, page: Page) -> list[Token]:
    """From the preposition before a word to the next mark: what is given for it, wherever a parser hangs it."""
    sentence = page.annotated.reading.sentence_of(token.index)
    found = [page.tree.tokens[token.index - 1]]
    for word in page.tree.tokens[token.index : sentence.last]:
        if word.tag == "PUNCT" and word.text in ",.;:—":
            break
        found.append(word)
    return found


def bound(words: Sequence[Token]) -> str:
    lemmas = {word.lemma.lower() for word in words}
    free = lemmas & {"without", "no", "unconditional", "unconditionally"}
    return "unconditional" if free else "condition"


def further_in(tokens: Sequence[Token], page: Page) -> Iterator[Condition]:
    """Other terms, one of each name: the phrase around the word that names it."""
    seen = set()
    inside = {token.index for token in tokens}
    for token in tokens:
        name = offers().further.get(token.lemma.lower())
        if name is not None and name not in seen and token.tag in ("NOUN", "VERB", "ADJ"):
            seen.add(name)
            phrase = page.tree.below(token.index, without=NOT_ITS_OWN)
            yield Condition(name=name, span=page.span([t for t in phrase if t.index in inside] or [token]))
