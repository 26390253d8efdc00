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
SHARES = frozenset("percent % euro dollar pound yen franc crown peso rupee ruble yuan".split())
SIGNS = frozenset({"$", "€", "£", "¥"})
NOT_ITS_OWN = ("acl:relcl", "parataxis")


def with_terms(matter: Matter, tokens: Sequence[Token], page: Page, beside: Sequence[Token] = ()) -> Matter:
    """The matter with what stands in its phrase or clause; `beside` are the words of what is put forward with it."""
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
        further=tuple(further_in([*tokens, *beside], page)),
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
    return next((days for token in tokens if (days := single(token, page)) is not None), None)


def single(token: Token, page: Page) -> int | None:
    """The days of "by a month", "for a week" or "a month's pause"."""
    days = DAYS.get(f"{token.lemma.lower()}s")
    if not days or token.fine != "NN":
        return None
    one = any(t.lemma.lower() in ("a", "an") for t in page.tree.on(token.index, "det"))
    lasting = token.relation == "nmod:poss" or bool(page.tree.cases(token.index) & {"by", "for"})
    return int(days) if one and lasting else None


def gone_by(span: Span, page: Page) -> bool:
    """Whether the length is of time past ("over the past three years") or dates something ("in two days")."""
    text = page.annotated.article.text
    around = f"{text[max(0, span.start - 14) : span.start]} {text[span.end : span.end + 14]}".lower().split()
    dated = any(t.when is not None and t.when.is_day and t.span.overlaps(span) for t in page.annotated.times)
    return dated or bool(set(around) & PAST)


def days_in(tokens: Sequence[Token], page: Page) -> tuple[TimeMention | None, TimeMention | None]:
    """The first day told with it, and the last where it is an interval; in a relative clause only an interval is its
    own, a day there is that of another deed ("the loan that he sought on Monday")."""
    aside = {t.index for r in tokens if r.relation == "acl:relcl" for t in page.tree.below(r.index)}
    inside = {token.index for token in tokens}
    known = [(index, time) for index, time in page.times if index in inside and time.when is not None]
    last = next((time for index, time in known if index not in aside and leads_to_end(index, page)), None)
    spell = next((time for _, time in known if time is not last and is_spell(time)), None)
    if spell is not None and last is None:
        return spell, spell
    own = [time for index, time in known if index not in aside and time is not last]
    return (own[0] if own else None), last


def is_spell(time: TimeMention) -> bool:
    return time.when is not None and 1 < time.when.days <= LONGEST


def leads_to_end(index: int, page: Page) -> bool:
    """Whether a time is one until which something holds: "until the end of November"."""
    before = {t.lemma.lower() for t in page.tree.tokens[max(0, index - 2) : index + 1]}
    return bool((before | page.tree.cases(index)) & {"until", "till", "through"})


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
    """Other terms, one of each name: the phrase around the word that names it, then the first sum or share."""
    seen = set()
    inside = {token.index for token in tokens}
    for token in tokens:
        name = term_named(token, page)
        if name is not None and name not in seen and token.tag in ("NOUN", "VERB", "ADJ"):
            seen.add(name)
            phrase = page.tree.below(token.index, without=NOT_ITS_OWN)
            yield Condition(name=name, span=page.span([t for t in phrase if t.index in inside] or [token]))
    yield from amounts_in(tokens, page)


def term_named(token: Token, page: Page) -> str | None:
    """The name of the term that a word stands for, by itself or with a word that hangs on it."""
    lemma = token.lemma.lower()
    others = offers().paired.get(lemma)
    if others:
        near = {t.lemma.lower() for t in page.tree.children[token.index]} | {page.tree.tokens[token.head].lemma.lower()}
        found = next((name for other, name in others.items() if other in near), None)
        if found is not None:
            return found
    return offers().further.get(lemma)


def amounts_in(tokens: Sequence[Token], page: Page) -> Iterator[Condition]:
    """The first sum of money or share that is told with it."""
    for quantity in numbers_in(page.annotated.article, page.annotated.reading, tokens):
        told = whole(quantity.span, page)
        if quantity.of == "money" or told != quantity.span or (quantity.unit or "") in SHARES:
            yield Condition(name="amount", span=told)
            return


def whole(span: Span, page: Page) -> Span:
    """A number with the sign or the word of its unit."""
    first, last = page.index_at(span.start), page.index_at(max(span.start, span.end - 1))
    tokens = page.tree.tokens
    last = last if tokens[last].start < span.end else last - 1
    before = first and tokens[first - 1].text in SIGNS
    after = last + 1 < len(tokens) and tokens[last + 1].lemma.lower() in SHARES
    return page.span([tokens[first - 1] if before else tokens[first], tokens[last + 1] if after else tokens[last]])
