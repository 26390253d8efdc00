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
    "lakh": 100_000,
    "crore": 10_000_000,
}
SHORT = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000, "tn": 1_000_000_000_000}  # behind digits
HARM = {
    "kill": "killed", "die": "killed", "dead": "killed", "death": "killed", "murder": "killed", "behead": "killed",
    "execute": "killed", "wound": "wounded", "injure": "wounded", "hurt": "wounded", "injury": "wounded",
    "arrest": "arrested", "detain": "arrested", "release": "released", "free": "released", "displace": "displaced",
    "abduct": "abducted", "kidnap": "abducted",
}  # fmt: skip
LASTING = frozenset(
    {"last", "drag", "run", "go", "continue", "take", "cost", "draw", "involve"}
)  # "it lasted six days"
TIMES = {"twice": 2.0, "thrice": 3.0}
UNITS = frozenset("day hour week month year percent vote troop soldier prisoner hostage seat euro dollar".split())
LENGTHS = frozenset({"day", "hour", "week", "month", "year"})
DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?$")
HYPHENATED = re.compile(r"^(\d+|[a-z]+(?:-[a-z]+)?)-(day|hour|week|month|year)s?$", re.IGNORECASE)
ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)$")
AROUND = frozenset(
    "at least most more less fewer than about around some nearly almost over up to another as many".split()
)
IDLE = frozenset({"way", "sided", "time"})
COUNTED_OFF = frozenset({"anniversary", "round", "session"})
CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}


def value_of(words: Sequence[str]) -> float | None:
    """The number that some words write.

    >>> value_of(["1,000"]), value_of(["thirty", "-", "four"]), value_of(["2.5", "million"]), value_of(["Friday"])
    (1000.0, 34.0, 2500000.0, None)
    >>> value_of(["319", "m"]), value_of(["48", "crore"])
    (319000000.0, 480000000.0)
    """
    total: float = 0
    current: float | None = None
    for word in (part for item in words for part in item.lower().split("-") if part):
        if DIGITS.match(word):
            current = (current or 0) + float(word.replace(",", ""))
        elif word in WORDS:
            current = (current or 0) + WORDS[word]
        elif word in SCALES or (word in SHORT and current is not None):
            total, current = (total + (current or 1) * (SCALES.get(word) or SHORT[word]), 0)
        elif word not in ("and", "a"):
            return None
    return None if current is None else float(total + current)


def numbers_in(article: Article, reading: Reading, tokens: Sequence[Token]) -> Iterator[Quantity]:
    """The numbers that stand among some tokens of a sentence, in their order."""
    inside = {token.index for token in tokens}
    read: set[int] = set()
    for token in tokens:
        compound = HYPHENATED.match(token.text) if "-" in token.text else None
        if compound and (value := value_of([compound[1]])) is not None:
            yield Quantity(
                of=f"{compound[2].lower()}s", value=value, unit=compound[2].lower(),
                span=article.span(token.start, token.end),
            )  # fmt: skip
        elif (
            token.text[0].isdigit()
            and (ordinal := ORDINAL.match(token.text))
            and reading.tokens[token.head].lemma.lower() in COUNTED_OFF
        ):
            of = reading.tokens[token.head].lemma.lower()
            yield Quantity(of=of, value=float(ordinal[1]), unit=None, span=article.span(token.start, token.end))
        elif token.text.lower() in TIMES and not is_compared(token, reading):
            value = TIMES[token.text.lower()]
            yield Quantity(of="times", value=value, unit="time", span=article.span(token.start, token.end))
        elif token.tag == "NUM" and token.index not in read:
            run = run_from(token, reading)
            read.update(part.index for part in run)
            if run[-1].index in inside:
                yield from counted(article, reading, run)


def is_compared(times: Token, reading: Reading) -> bool:
    """Whether it measures one thing by another: "twice as many", "twice the sum"."""
    following = reading.tokens[times.index + 1] if times.index + 1 < len(reading.tokens) else None
    return following is not None and following.tag in ("ADV", "DET", "ADP", "PRON", "NOUN", "ADJ")


def run_from(first: Token, reading: Reading) -> list[Token]:
    """The words that write one number: "thirty-four", "2.5 million", "one hundred and five"."""
    sentence = reading.sentence_of(first.index)
    run, rest = [first], reading.tokens[first.index + 1 : sentence.last]
    for place, token in enumerate(rest):
        following = rest[place + 1] if place + 1 < len(rest) else None
        short = token.text.lower() in SHORT and token.start == run[-1].end and bool(DIGITS.match(run[-1].text))
        if short or (is_part(token) and not (DIGITS.match(token.text) and run[-1].tag == "NUM")):
            run.append(token)
        elif not (following and is_part(following) and joins(token, run[-1], following)):
            break
    return run


def is_part(token: Token) -> bool:
    return (token.tag == "NUM" and value_of([token.text]) is not None) or token.lemma.lower() in SCALES


def joins(mark: Token, before: Token, after: Token) -> bool:
    """Whether a hyphen or "and" stands inside one number, not between two."""
    if mark.text == "-":
        return mark.start == before.end and before.lemma.lower() in WORDS and after.lemma.lower() in WORDS
    return mark.lemma.lower() == "and" and before.lemma.lower() in ("hundred", "thousand") and after.lemma in WORDS


def counted(article: Article, reading: Reading, run: Sequence[Token]) -> Iterator[Quantity]:
    number = next((part for part in run if part.head not in {p.index for p in run}), run[0])
    value = value_of([part.text for part in run])
    if value is None or is_age(reading, run[-1]):
        return
    sign = sign_of(reading, run, number)
    noun = noun_after(reading, run[-1]) or reading.tokens[number.head]
    harm = harm_of(reading, run[0], number, noun)
    if sign is None and harm is None and is_idle(value, run, noun):
        return
    of = "money" if sign else harm or plural(noun)
    unit = sign or (noun.lemma.lower() if noun.tag == "NOUN" else None)
    yield Quantity(of=of, value=value, unit=unit, span=article.span(run[0].start, run[-1].end))


def sign_of(reading: Reading, run: Sequence[Token], number: Token) -> str | None:
    """The currency whose sign stands by a number."""
    before = reading.tokens[run[0].index - 1] if run[0].index else None
    near = [t for t in (before, reading.tokens[number.head], *reading.children(number.index)) if t is not None]
    return next((CURRENCIES[t.text.lstrip("USA")] for t in near if t.text.lstrip("USA") in CURRENCIES), None)


def is_age(reading: Reading, last: Token) -> bool:
    """Whether a number is somebody's age: "a 55-year-old"."""
    following = "".join(t.text.lower() for t in reading.tokens[last.index : last.index + 6])
    return f"{last.text.lower()}-year-old" in following


def is_idle(value: float, run: Sequence[Token], noun: Token) -> bool:
    """Whether it counts nothing: "one" as a pronoun or an article ("one from Oslo"), and "three-way"."""
    return (value == 1 and len(run) == 1 and noun.lemma.lower() not in UNITS) or noun.lemma.lower() in IDLE


def noun_after(reading: Reading, last: Token) -> Token | None:
    """What is counted, where it follows the number in the same phrase: "four municipal workers"."""
    found = None
    for token in reading.tokens[last.index + 1 : min(last.index + 6, reading.sentence_of(last.index).last)]:
        if token.tag == "NOUN" or (token.tag == "PROPN" and found is None):
            found = token
        elif found is not None or (token.tag not in ("ADJ", "PROPN") and token.fine not in ("VBN", "VBG")):
            break
    return found if found is not None and found.tag == "NOUN" else None


def harm_of(reading: Reading, first: Token, number: Token, noun: Token) -> str | None:
    """What befell those who are counted: "killing 34 people", "34 were wounded", "one dead"."""
    before = [t for t in reading.tokens[max(0, first.index - 4) : first.index] if t.tag != "ADJ"]
    direct = [t for t in reversed(before) if t.tag == "VERB"][:1]
    if before and before[-1].index == first.index - 1 and before[-1].tag == "VERB" and before[-1].lemma.lower() in HARM:
        return HARM[before[-1].lemma.lower()]  # wherever a parser hangs it
    above = reading.tokens[noun.head]
    own = (noun,) if noun.index == number.index or noun.tag == "VERB" else (*direct, noun, above)
    for word in own:
        if word.lemma.lower() in HARM and (word not in direct or leads_to(word, first, reading)):
            return HARM[word.lemma.lower()]
    return None


def leads_to(verb: Token, number: Token, reading: Reading) -> bool:
    """Whether nothing but words of about stands between a verb and the number it is followed by."""
    between = reading.tokens[verb.index + 1 : number.index]
    return all(t.lemma.lower() in AROUND for t in between)


def plural(noun: Token) -> str:
    lemma = noun.lemma.lower()
    return f"{lemma}s" if lemma in UNITS and lemma != "percent" else lemma
