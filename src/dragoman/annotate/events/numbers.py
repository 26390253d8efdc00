"""The numbers of an event: how many were killed or wounded, how many days, how much money, how many votes.

A number belongs to the event in whose clause it stands. `of` is what is counted: the harm done for people who are
hit, otherwise the lemma of the noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.model.event import Quantity
from dragoman.model.reading import Reading, Token
from dragoman.model.text import Article

WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "dozen": 12,
}
HARM = {
    "kill": "killed", "die": "killed", "dead": "killed", "death": "killed", "murder": "killed", "behead": "killed",
    "execute": "killed", "wound": "wounded", "injure": "wounded", "hurt": "wounded", "injury": "wounded",
    "arrest": "arrested", "detain": "arrested", "release": "released", "free": "released", "displace": "displaced",
    "abduct": "abducted", "kidnap": "abducted",
}  # fmt: skip
UNITS = frozenset("day hour week month year percent vote troop soldier prisoner hostage seat euro dollar".split())
DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?$")
HYPHENATED = re.compile(r"^(\d+|[a-z]+(?:-[a-z]+)?)-(day|hour|week|month|year)s?$", re.IGNORECASE)
ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)$")
COUNTED_OFF = frozenset({"anniversary", "round", "session"})
CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}


def value_of(words: Sequence[str]) -> float | None:
    """The number that some words write.

    >>> value_of(["1,000"]), value_of(["thirty", "-", "four"]), value_of(["2.5", "million"]), value_of(["Friday"])
    (1000.0, 34.0, 2500000.0, None)
    """
    total: float = 0
    current: float | None = None
    for word in (part for item in words for part in item.lower().split("-") if part):
        if DIGITS.match(word):
            current = (current or 0) + float(word.replace(",", ""))
        elif word in WORDS:
            current = (current or 0) + WORDS[word]
        elif word in SCALES:
            total, current = (total + (current or 1) * SCALES[word], 0)
        elif word not in ("and", "a"):
            return None
    return None if current is None else float(total + current)


def numbers_in(article: Article, reading: Reading, tokens: Sequence[Token]) -> Iterator[Quantity]:
    """The numbers that stand among some tokens of a sentence, in their order."""
    inside = {token.index for token in tokens}
    for token in tokens:
        compound = HYPHENATED.match(token.text)
        if compound and (value := value_of([compound[1]])) is not None:
            yield Quantity(
                of=f"{compound[2].lower()}s", value=value, unit=compound[2].lower(),
                span=article.span(token.start, token.end),
            )  # fmt: skip
        elif (ordinal := ORDINAL.match(token.text)) and reading.tokens[token.head].lemma.lower() in COUNTED_OFF:
            of = reading.tokens[token.head].lemma.lower()
            yield Quantity(of=of, value=float(ordinal[1]), unit=None, span=article.span(token.start, token.end))
        elif token.tag == "NUM" and not (token.head in inside and reading.tokens[token.head].tag == "NUM"):
            yield from counted(article, reading, token)


def counted(article: Article, reading: Reading, number: Token) -> Iterator[Quantity]:
    parts = sorted(
        [number, *(t for t in reading.children(number.index) if t.tag == "NUM" or t.lemma in SCALES)],
        key=lambda token: token.index,
    )
    value = value_of([part.text for part in parts])
    if value is None:
        return
    noun = reading.tokens[number.head]
    sign = next((CURRENCIES[t.text] for t in reading.children(number.index) if t.text in CURRENCIES), None)
    if sign is None and noun.text in CURRENCIES:
        sign = CURRENCIES[noun.text]
    of = "money" if sign else harm_of(reading, number, noun) or plural(noun)
    unit = sign or (noun.lemma.lower() if noun.tag == "NOUN" else None)
    yield Quantity(of=of, value=value, unit=unit, span=article.span(parts[0].start, parts[-1].end))


def harm_of(reading: Reading, number: Token, noun: Token) -> str | None:
    """What befell those who are counted: "killing 34 people", "34 were wounded", "one dead"."""
    above = reading.tokens[noun.head]
    for word in (noun, above) if noun.index != number.index else (noun,):
        if word.lemma.lower() in HARM:
            return HARM[word.lemma.lower()]
    return None


def plural(noun: Token) -> str:
    lemma = noun.lemma.lower()
    return f"{lemma}s" if lemma in UNITS and lemma != "percent" else lemma
